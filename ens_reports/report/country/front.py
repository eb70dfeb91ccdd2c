"""Pages 1 and 2: the cover, and the executive page that stands alone when torn off."""

from typing import Literal, get_args

from ens_reports import report
from ens_reports.analysis import changes, counts
from ens_reports.analysis.assessment import Assessment
from ens_reports.analysis.coverage import FIELDS
from ens_reports.analysis.tiers import LEAST
from ens_reports.locales import mark
from ens_reports.report.country import proposed, words
from ens_reports.report.country.judging import judgements

MOST_DECISIONS, MOST_BESIDE = 4, 3
"""Decisions asked, and judgements beside which that many have room on one page; beside more, one decision fewer."""
Icon = Literal["wildlife", "fisheries", "forestry", "pollution", "mining", "undetermined"]
ICONS: tuple[Icon, ...] = get_args(Icon)
"""Areas with a card, the undetermined ones last."""
MEASURES = {
    "incidents": mark("Incidents went from {before} to {now}."),
    "agencies": mark("Agencies with records went from {before} to {now}."),
    "completeness": mark("The share of key fields that are filled went from {before} to {now}."),
}
AREA_MEASURE = mark("Incidents of {area} went from {before} to {now}.")

ABOUT_COUNTRY = mark(
    "What the records held say about environmental crime that touches {country}, how far they can be trusted, and what to do next."
)
ABOUT_RECORDS = mark("What the records of {country} say about environmental crime, how far they can be trusted, and what to do next.")


def cover(found: Assessment) -> None:
    """Write the cover.

    Args:
        found: The assessment.
    """
    _, language = found.view.language.text, found.view.language
    facts = []
    for name, number in counts.by_class(found.scope.own).items():
        facts.append((words.kind(language, name), language.plural("{n} incident", "{n} incidents", number)))
    facts.append((_("Reporting agencies"), language.number(found.coverage.agencies)))
    of_country = found.view.facts.recipient_kind == "country"
    report.cover(
        _("Country threat assessment: environmental crime") if of_country else _("Threat assessment: environmental crime"),
        subtitle=words.country(found),
        facts=facts,
        abstract=_(ABOUT_COUNTRY if of_country else ABOUT_RECORDS, country=words.country(found)),
    )


def executive(found: Assessment) -> None:
    """Write the executive page.

    Args:
        found: The assessment.
    """
    _ = found.view.language.text
    if found.scope.basis.n or found.view.facts.judgements:
        report.section(_("Key judgements"), basis=words.basis(found, found.scope.basis), new_page=True)
        shown = judgements(found)
        report.text(_limits(found), role="caveat")
    else:
        shown = 0
        report.section(_("What we cannot tell you, and why"), basis=words.basis(found, found.scope.basis), new_page=True)
        report.text(_why(found), role="lead")
        report.text(
            _(
                "This edition therefore makes no judgement. What follows is what was received, what others "
                "reported where it may be shown, and what it would take to say more."
            )
        )
    _cards(found)
    _changed(found)
    _decisions(found, shown=shown)


def _why(found: Assessment) -> str:
    _, values = found.view.language.text, {"country": words.country(found), "period": found.scope.period.label}
    if found.scope.silence == "nil":
        areas = found.view.language.join([found.view.language.term(area) for area in found.scope.nil_areas])
        return _(
            "{country} declared for {period} that nothing occurred in: {areas}. There is nothing to judge, and that itself is information.",
            areas=areas,
            **values,
        )
    return _("Nothing was received from {country} for {period}. Absence of records is not evidence of absence.", **values)


def _cards(found: Assessment) -> None:
    if len(found.scope.own):
        _, year = found.view.language.text, found.scope.period.last_year
        report.section(_("The areas at a glance: incidents in {year}", year=year), level=2)
        named = found.scope.records["crime_area"].eq("undetermined").any()
        report.cards([_card(found, area) for area in (ICONS if named else ICONS[:-1])])


def _card(found: Assessment, area: Icon) -> report.Card:
    language, year = found.view.language, found.scope.period.last_year
    rows = found.scope.records[found.scope.records["crime_area"].eq(area)]
    before, now = (counts.number(rows[rows["date_from"].dt.year.eq(one)]) for one in (year - 1, year))
    compared = len(rows) > 0 and bool(found.picture.years["heard"].get(year - 1, default=False))
    return report.Card(
        title=words.capital(language, area),
        icon=area,
        value=language.number(now) if len(rows) or area in found.scope.nil_areas else words.NONE,
        trend=_arrow(before, now) if compared else "unknown",
        trend_text=language.text("from {before} in {year}", before=language.number(before), year=year - 1) if compared else "",
        lines=tuple(_card_lines(found, area) if len(rows) else [_nothing(found, area)]),
    )


def _arrow(before: int, now: int) -> Literal["up", "down", "level", "unknown"]:
    """No arrow where an incident more or less would turn it."""
    if before + now < LEAST["reduced"]:
        return "unknown"
    return "level" if before == now else "up" if now > before else "down"


def _card_lines(found: Assessment, area: str) -> list[str]:
    _, language = found.view.language.text, found.view.language
    lines = []
    if area in found.commodities.leading:
        lines.append(_("Most: {commodity}", commodity=words.capital(language, found.commodities.leading[area])))
    chains = found.routes.of_area.get(area, "")
    if chains:
        lines.append(_("Alleged: {route}", route=words.route(language, chains.split(" > "))))
    return lines


def _nothing(found: Assessment, area: str) -> str:
    _ = found.view.language.text
    if area in found.scope.nil_areas:
        return _("Nil return")
    last = found.coverage.last_year_of.get(area)
    return _("Nothing since {year}", year=last) if last else _("Nothing received")


def _changed(found: Assessment) -> None:
    _ = found.view.language.text
    report.section(_("What changed since the last edition"), level=2)
    before = found.view.facts.previous
    if not before:
        report.text(_("This is the first edition, so there is nothing to compare it with."))
        return
    moved = changes.differences(found.headline, before)
    if not moved:
        report.text(_("No headline number has changed."))
        return
    report.items([difference(found, one) for one in moved[: changes.MOST]])
    supersedes = found.view.facts.supersedes
    if supersedes:
        report.text(_("Compared with {edition}.", edition=supersedes), role="note")


def difference(found: Assessment, one: changes.Difference) -> str:
    """How a headline number changed, in a sentence.

    Args:
        found: The assessment.
        one: The difference.
    """
    language = found.view.language
    measure, _, area = one.measure.partition(":")
    show = language.percent if measure == "completeness" else language.number
    values = {"before": show(one.before), "now": show(one.now)}
    return language.text(AREA_MEASURE, area=language.term(area), **values) if area else language.text(MEASURES[measure], **values)


def _decisions(found: Assessment, *, shown: int) -> None:
    _, language = found.view.language.text, found.view.language
    told = proposed.asks(found)[: MOST_DECISIONS if shown <= MOST_BESIDE else MOST_DECISIONS - 1]
    lines: list[list[report.Span | str]] = [[report.strong(f"{ask.who}, {language.day(ask.by)}: "), ask.what] for ask in told]
    if lines:
        report.callout("decision", _("Decisions asked of you"), report.item_list(lines, style="numbers"))


def _limits(found: Assessment) -> str:
    _, language, coverage = found.view.language.text, found.view.language, found.coverage
    if not found.scope.basis.n:
        return _("Rests on no incidents of {country}.", country=words.country(found))
    agencies = language.plural("{n} agency", "{n} agencies", coverage.agencies)
    rests = language.plural(
        "Rests on {n} incident from {agencies}", "Rests on {n} incidents from {agencies}", found.scope.basis.n, agencies=agencies
    )
    if coverage.last_year_of:
        silent = [
            _("{area} has sent nothing since {year}", area=language.term(area), year=year) for area, year in coverage.last_year_of.items()
        ]
        return f"{rests}; {language.join(silent)}."
    weakest = coverage.completeness["share"].fillna(0.0)
    share = language.percent(1 - float(weakest.min()))
    field = _(FIELDS[str(weakest.idxmin())][1]).lower()
    return _("{rests}; {share} of records lack: {field}.", rests=rests, share=share, field=field)
