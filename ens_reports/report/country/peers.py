"""Page 11, upper half: you and the region."""

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.locales import mark
from ens_reports.report.charts import band
from ens_reports.report.country import words
from ens_reports.report.country.keys import has

MEASURES = {
    "completeness": mark("Completeness"),
    "timeliness_days": mark("Days to arrival"),
    "share_with_route": mark("Incidents with a route"),
    "areas_reported": mark("Areas reported"),
}
"""Measures of reporting, never of crime."""


def peers(found: Assessment) -> None:
    """Write the page on the recipient and its region.

    Args:
        found: The assessment.
    """
    _ = found.view.language.text
    report.section(_("You and the region; your capacity"))
    _bands(found)
    _reported(found)


def _bands(found: Assessment) -> None:
    _, language, bands = found.view.language.text, found.view.language, found.region.bands
    if not has(found, "bands"):
        report.text(_("Fewer than five other countries of the region can be compared, so no comparison is shown."))
        return
    labels = tuple(_(MEASURES.get(one.measure, one.measure)) for one in bands)
    inside = sum(one.value is not None and one.low <= one.value <= one.high for one in bands)
    report.figure(
        band.band(bands, labels, language, you=words.country(found)),
        key="bands",
        caption=_("Your reporting beside that of the region"),
        alt=_(
            "A dot for {country} in the band of the middle half of its region, for {count} "
            "measures of reporting; inside the band for {inside}.",
            country=words.country(found),
            count=language.number(len(bands)),
            inside=language.number(inside),
        ),
        source=_("Submissions of the region, {period}", period=found.scope.period.label),
        note=_(
            "At least {n} other countries in each band, none of them named or ranked. These are measures of reporting, not of crime.",
            n=language.number(min(one.countries for one in bands)),
        ),
    )


def _reported(found: Assessment) -> None:
    if not has(found, "reported"):
        return
    _, language = found.view.language.text, found.view.language
    rows = [
        [words.capital(language, str(area)), words.count(language, line["own"]), words.least(language, line["others"])]
        for area, line in found.region.reported.iterrows()
    ]
    report.table(
        rows,
        key="reported",
        columns=[
            report.Column(label=_("Area")),
            report.Column(label=_("Reported by you"), align="end"),
            report.Column(label=_("Reported about you by others"), align="end"),
        ],
        caption=_("Incidents reported by you, and about you by others"),
        source=_("Submissions of {country} and of others, {period}", country=words.country(found), period=found.scope.period.label),
        note=_(
            "Others' incidents stand here where, with any one contributor left out, at least {owners} are behind them, "
            "with {threshold} incidents or more, and none has more than {dominance} of them. They are rounded down. "
            "A dash: none, or not to be shown.",
            owners=language.number(found.scope.rule.min_owners),
            threshold=language.number(found.scope.rule.threshold),
            dominance=language.percent(found.scope.rule.dominance),
        ),
    )
