"""Key judgements: an analyst's where there are some, else those that rules propose."""

from datetime import date

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.analysis.coverage import FIELDS
from ens_reports.analysis.proposals import Proposal, proposals
from ens_reports.locales import mark, mark_plural
from ens_reports.report.country import words
from ens_reports.report.country.keys import has
from ens_reports.report.view import WrittenJudgement

BY_RULE = "rule"
"""Author of a judgement in a file that nobody has adopted."""

STATEMENTS = {
    ("gap", "highly likely"): mark(
        "It is highly likely that these {n} incidents are seen only in part: {share} of records lack the field {field}."
    ),
    ("silent_areas", "highly likely"): mark(
        "It is highly likely that environmental crime goes beyond the {n} incidents recorded here: nothing was received on {areas}, "
        "not even a nil return."
    ),
    ("lead", "highly likely"): mark(
        "It is highly likely that {area} remains the area with most recorded incidents in the coming year: {part} of {n} in this period."
    ),
    ("lead", "likely"): mark(
        "It is likely that {area} remains the area with most recorded incidents in the coming year: {part} of {n} in this period."
    ),
    ("lead", "realistic possibility"): mark(
        "There is a realistic possibility that {area} remains the area with most recorded incidents in the coming year: {part} of {n} in "
        "this period, though it did not lead in every year."
    ),
    ("up", "likely"): mark("It is likely that recorded incidents of {area} stay on the higher level that they have reached."),
    ("up", "realistic possibility"): mark(
        "There is a realistic possibility that recorded incidents of {area} go on rising; more reporting may explain a part of it."
    ),
    ("down", "likely"): mark("It is likely that recorded incidents of {area} stay on the lower level that they have reached."),
    ("down", "realistic possibility"): mark(
        "There is a realistic possibility that recorded incidents of {area} go on falling; less reporting may explain a part of it."
    ),
    ("route", "likely"): mark(
        "It is likely that the alleged leg from {start} to {end} stays in use: {part} of {n} incidents with a route, the last on {last}."
    ),
    ("route", "realistic possibility"): mark(
        "There is a realistic possibility that the alleged leg from {start} to {end} stays in use: {part} of {n} incidents with a route, "
        "the last on {last}."
    ),
    ("link", "realistic possibility"): mark(
        "There is a realistic possibility that {offence} goes with a part of these incidents: it was recorded with {part} of the {n} where "
        "somebody looked."
    ),
    ("place", "realistic possibility"): mark(
        "There is a realistic possibility that {place} remains among the places with most detections: {part} of {n} incidents."
    ),
    ("place", "likely"): mark("It is likely that {place} remains among the places with most detections: {part} of {n} incidents."),
}
"""Rule and likelihood -> one sentence with that word of the yardstick."""

CONFIDENCE = {
    "moderate": mark_plural(
        "Confidence is moderate: {n} incident from {agencies}, with {share} of the key fields filled.",
        "Confidence is moderate: {n} incidents from {agencies}, with {share} of the key fields filled.",
    ),
    "low": mark_plural(
        "Confidence is low: {n} incident from {agencies}, with {share} of the key fields filled.",
        "Confidence is low: {n} incidents from {agencies}, with {share} of the key fields filled.",
    ),
}
WRITTEN = {
    "low": mark("Confidence is low: {reason}"),
    "moderate": mark("Confidence is moderate: {reason}"),
    "high": mark("Confidence is high: {reason}"),
}


def judgements(found: Assessment) -> int:
    """Show the key judgements, J1 to J5.

    Args:
        found: The assessment.

    Returns:
        How many there are.
    """
    written = found.view.facts.judgements
    if written:
        for number, judgement in enumerate(written, 1):
            _written(found, f"J{number}", judgement)
        return len(written)
    told = proposals(found)
    for number, proposal in enumerate(told, 1):
        _proposed(found, f"J{number}", proposal)
    return len(told)


def _written(found: Assessment, number: str, judgement: WrittenJudgement) -> None:
    _, language = found.view.language.text, found.view.language
    adopted = judgement.author != BY_RULE
    note = _("Written by {author}, {day}.", author=judgement.author, day=language.day(judgement.date)) if adopted else ""
    report.judgement(
        number,
        judgement.statement,
        confidence=_(WRITTEN[judgement.confidence], reason=judgement.confidence_reason),
        adopted=adopted,
        evidence=_evidence(found, judgement.evidence),
        author_note=note,
    )


def _proposed(found: Assessment, number: str, proposal: Proposal) -> None:
    language, coverage = found.view.language, found.coverage
    report.judgement(
        number,
        statement(found, proposal),
        confidence=language.plural(
            *CONFIDENCE[proposal.confidence],
            found.scope.basis.n,
            agencies=language.plural("{n} agency", "{n} agencies", coverage.agencies),
            share=language.percent(coverage.share),
        ),
        adopted=False,
        evidence=_evidence(found, proposal.evidence),
    )


def follows(found: Assessment, key: str) -> str:
    """The first judgement that rests on a figure or table, such as J2; a dash for none.

    Args:
        found: The assessment.
        key: Key of the figure or table.
    """
    evidence = [one.evidence for one in found.view.facts.judgements or proposals(found)]
    return next((f"J{number}" for number, keys in enumerate(evidence, 1) if key in keys), words.NONE)


def statement(found: Assessment, proposal: Proposal) -> str:
    """The sentence of a proposed judgement.

    Args:
        found: The assessment.
        proposal: What the rule proposes.
    """
    language = found.view.language
    values = {name: _said(found, name, value) for name, value in proposal.codes.items()}
    return language.text(STATEMENTS[proposal.rule, proposal.likelihood], **values)


def _said(found: Assessment, name: str, value: str | float) -> str:
    language = found.view.language
    if not isinstance(value, str):
        return language.number(value) if isinstance(value, int) else language.percent(value)
    if name in {"start", "end"}:
        return language.country(value)
    if name == "field":
        return language.text(FIELDS[value][1]).lower()
    if name == "last":
        return language.day(date.fromisoformat(value)) if len(value) == len("2025-12-31") else value
    return language.join([language.term(code) for code in value.split(";")]) if name != "place" else value


def _evidence(found: Assessment, keys: tuple[str, ...]) -> list[report.Span | str]:
    """Pointers to what this edition holds; what else an analyst wrote stays as text."""
    known = [report.ref(key) if has(found, key) else key for key in keys if has(found, key) or " " in key]
    return [part for at, one in enumerate(known) for part in ([", ", one] if at else [one])]
