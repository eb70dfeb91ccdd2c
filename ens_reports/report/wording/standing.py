"""What every product says in the same words: what it rests on, its limits, its sources, and the right of reply."""

from ens_reports import report
from ens_reports.analysis.coverage import Coverage
from ens_reports.analysis.tiers import Basis
from ens_reports.locales import Language
from ens_reports.report.view import View

MOST_QUARTERS = 4


def basis(of: Basis, principal: str, language: Language) -> str:
    """The small line under a section's title.

    Args:
        of: What the section rests on.
        principal: The record class that is counted.
        language: The reader's language.
    """
    kind = language.term(principal)
    if of.at_least:
        return language.text("Basis: {number} or more incidents of others ({kind}).", number=language.number(of.n), kind=kind)
    if of.n == of.of:
        return language.plural("Basis: {n} incident ({kind}).", "Basis: {n} incidents ({kind}).", of.n, kind=kind)
    return language.plural(
        "Basis: {n} incident can answer this, of {all} ({kind}).",
        "Basis: {n} incidents can answer this, of {all} ({kind}).",
        of.n,
        all=language.number(of.of),
        kind=kind,
    )


def source(view: View) -> str:
    """Where the figures of a table or chart come from."""
    period = view.facts.period.label
    return view.language.text(
        "Records released to the recipient, {period}, as received by {day}", period=period, day=view.language.day(view.facts.cut_off)
    )


def trust(view: View, coverage: Coverage, apart: dict[str, int], more: str = "") -> None:
    """Show how far to trust what follows, before any finding.

    Args:
        view: What the recipient may see.
        coverage: Who reported and what is filled.
        apart: Incidents of other record classes, which are not counted.
        more: A further sentence.
    """
    language = view.language
    said = [_reported(coverage, view), _unfinished(coverage, language), *(_apart(name, number, language) for name, number in apart.items())]
    fixed = language.text("This product may not reflect all information held.")
    body = " ".join(part for part in [*said, more, fixed] if part)
    report.callout("limit", language.text("How far to trust this"), body)


def reply(view: View) -> None:
    """Show the right of reply."""
    report.text(
        view.language.text("Right of reply: if a statement about your country is wrong, tell us; a correction supersedes this edition."),
        role="note",
    )


def _reported(coverage: Coverage, view: View) -> str:
    language, sent = view.language, int(view.submissions["own"].sum())
    if not sent:
        return language.text("You have sent no submission for this period.")
    came = language.plural("You sent {n} submission.", "You sent {n} submissions.", sent)
    agencies = language.plural("Records come from {n} agency.", "Records come from {n} agencies.", coverage.agencies)
    return f"{came} {agencies}" if coverage.agencies else came


def _unfinished(coverage: Coverage, language: Language) -> str:
    if not coverage.incomplete:
        return ""
    named = language.join([language.quarter(quarter.year, quarter.quarter) for quarter in coverage.incomplete[-MOST_QUARTERS:]])
    return language.text("Records are still arriving for {quarters}.", quarters=named)


def _apart(name: str, number: int, language: Language) -> str:
    return language.plural(
        "{n} incident of another kind of record ({kind}) is not counted here.",
        "{n} incidents of another kind of record ({kind}) are not counted here.",
        number,
        kind=language.term(name),
    )
