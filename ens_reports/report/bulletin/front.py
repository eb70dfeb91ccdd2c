"""Cover and summary: which methods are new, and how easily chance alone would make them look new."""

from typing import Literal

from ens_reports import report
from ens_reports.analysis.bulletin import Bulletin
from ens_reports.analysis.signatures import BASELINE_QUARTERS, LEAST_BASELINE, LEAST_INCIDENTS, LEAST_SUBMISSIONS
from ens_reports.locales import Language
from ens_reports.report.wording import judged, methods, standing
from ens_reports.report.wording.judged import Proposal

ONE_IN_A_HUNDRED = 0.01
BY_CHANCE = 0.2
"""Share of shuffles with a new method as large, above which it may be chance."""
AGREEING = 3
"""Submissions from which what they have in common is more than one contributor's way of recording."""


def cover(found: Bulletin) -> None:
    """Write the cover.

    Args:
        found: The bulletin.
    """
    language, _ = found.view.language, found.view.language.text
    recent = found.methods.recent
    report.cover(
        _("Modus operandi bulletin"),
        subtitle=language.country(found.view.facts.recipient),
        facts=[
            (_("New methods"), language.number(len(found.methods.new))),
            (_("Changed methods"), language.number(len(found.methods.changed))),
            (_("Recent quarters"), _span(recent[0], recent[-1], language)),
            (_("Compared with"), _span(found.methods.baseline[0], found.methods.baseline[-1], language)),
        ],
        abstract=_("Methods, not persons: what it looks like, how it was found, and what an officer can check tomorrow."),
    )


def _span(first: object, last: object, language: Language) -> str:
    ends = [language.quarter(getattr(end, "year", 0), getattr(end, "quarter", 0)) for end in (first, last)]
    return language.text("{start} to {end}", start=ends[0], end=ends[1]) if ends[0] != ends[1] else ends[0]


def summary(found: Bulletin) -> None:
    """Write what is new, with the false-alarm figure.

    Args:
        found: The bulletin.
    """
    language, _ = found.view.language, found.view.language.text
    report.section(
        _("What is new"), basis=standing.basis(found.methods.basis, found.principal, language), new_page=True, rests_on=report.RECORDS
    )
    report.text(headline(found), role="lead")
    judged.show(found.view, _proposals(found), keys=["new"] if found.methods.new else [])
    standing.trust(found.view, found.coverage, found.apart)
    if found.methods.new:
        _table(found)
        report.text(_false_alarms(found), role="caveat")


def headline(found: Bulletin) -> str:
    """One sentence: how many methods are new, and how many existing ones have changed."""
    language, new, changed = found.view.language, len(found.methods.new), len(found.methods.changed)
    if not found.methods.basis.of:
        return language.text("No incident is recorded for the recent quarters, so no method can be new.")
    if not found.methods.comparable:
        return language.text(
            "With fewer than {number} earlier incidents that describe a method, everything would look new: no method is called new.",
            number=language.number(LEAST_BASELINE),
        )
    if new:
        first = language.plural("{n} new method met the threshold;", "{n} new methods met the threshold;", new)
    else:
        first = language.text("No new method met the threshold;")
    second = (
        language.plural("{n} existing one changed.", "{n} existing ones changed.", changed)
        if changed
        else language.text("no existing one changed.")
    )
    return f"{first} {second}"


def _table(found: Bulletin) -> None:
    language, _ = found.view.language, found.view.language.text
    rows: list[list[str | report.Cell]] = [
        [
            report.Cell(text=methods.name(one, language), strong=True),
            language.number(one.recent),
            language.number(one.submissions),
            language.number(one.nearby),
            _chance(one.chance, language),
        ]
        for one in found.methods.new
    ]
    report.table(
        rows,
        key="new",
        columns=[
            report.Column(label=_("Method"), share=3.4),
            report.Column(label=_("Recent incidents"), align="end"),
            report.Column(label=_("Submissions"), align="end"),
            report.Column(label=_("Earlier, with gaps"), align="end"),
            report.Column(label=_("By chance"), align="end"),
        ],
        caption=_("Methods that met the threshold"),
        source=standing.source(found.view),
        n=sum(one.recent for one in found.methods.new),
        note=_(
            "New: no match in {quarters} quarters, then at least {incidents} incidents in at least {submissions} submissions. "
            "Earlier, with gaps: earlier incidents whose records lack a part and could be the same method. "
            "By chance: share of shuffles of the dates in which the method would look new as well.",
            quarters=language.number(BASELINE_QUARTERS),
            incidents=language.number(LEAST_INCIDENTS),
            submissions=language.number(LEAST_SUBMISSIONS),
        ),
    )


def _chance(share: float, language: Language) -> str:
    return (
        language.percent(share)
        if share >= ONE_IN_A_HUNDRED
        else language.text("less than {share}", share=language.percent(ONE_IN_A_HUNDRED))
    )


def _false_alarms(found: Bulletin) -> str:
    language = found.view.language
    mean = language.number(found.methods.false_alarms, decimals=1)
    chances = [one.any_as_large for one in found.methods.new]
    told = language.text(
        "False alarms: with dates shuffled within each crime area, {mean} methods would meet the threshold on average, "
        "and one with as many incidents as the first here in {share} of shuffles.",
        mean=mean,
        share=_chance(chances[0], language),
    )
    if chances[0] > BY_CHANCE:
        return f"{told} {language.text('So chance alone may explain what is called new here.')}"
    return f"{told} {language.text('Chance alone may explain the smaller ones.')}" if max(chances) > BY_CHANCE else told


def _proposals(found: Bulletin) -> list[Proposal]:
    language, _ = found.view.language, found.view.language.text
    if not found.methods.new:
        return []
    first = methods.name(found.methods.new[0], language)
    reason = language.plural(
        "it rests on {n} incident, and shuffled dates would give a new method with as many in {share} of cases.",
        "it rests on {n} incidents, and shuffled dates would give a new method with as many in {share} of cases.",
        found.methods.new[0].recent,
        share=_chance(found.methods.new[0].any_as_large, language),
    )
    if found.methods.new[0].any_as_large > BY_CHANCE:
        statement = _("There is a realistic possibility that this method is new: {method}.", method=first)
    else:
        statement = _("It is likely that this method is new: {method}.", method=first)
    return [Proposal(statement=statement, confidence=_confidence(found), reason=reason, evidence=("new",))]


def _confidence(found: Bulletin) -> Literal["low", "moderate"]:
    """Moderate where chance is an unlikely reason and three contributors' submissions or more agree, else low."""
    first = found.methods.new[0]
    return "moderate" if first.any_as_large <= BY_CHANCE and first.submissions >= AGREEING else "low"
