"""Page 4: the picture. Incidents by area and over time, beside the number of agencies that reported."""

from collections.abc import Hashable
from typing import Any

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.report.charts import over_time as chart
from ens_reports.report.country import words
from ens_reports.report.country.keys import has


def over_time(found: Assessment) -> None:
    """Write the page on the picture over time.

    Args:
        found: The assessment.
    """
    if not len(found.scope.own):
        return
    words.head(found, found.view.language.text("The picture: incidents by area and over time"), found.picture.basis)
    report.text(_sentence(found), role="lead")
    _chart(found)
    _areas(found)
    _incidents(found)


def _sentence(found: Assessment) -> str:
    """What happened between the first and the last year, never without what happened to reporting."""
    _, language, years = found.view.language.text, found.view.language, found.picture.years
    if len(years) == 1:
        return language.plural(
            "{n} incident was recorded in {year}.", "{n} incidents were recorded in {year}.", found.scope.basis.n, year=years.index[0]
        )
    first, last = years.iloc[0], years.iloc[-1]
    values = {
        "a": language.number(int(first["incidents"])),
        "b": language.number(int(last["incidents"])),
        "c": language.number(int(first["agencies"])),
        "d": language.number(int(last["agencies"])),
        "first": years.index[0],
        "last": years.index[-1],
    }
    up, agencies = int(last["incidents"] - first["incidents"]), int(last["agencies"] - first["agencies"])
    if up > 0 and agencies > 0:
        return _(
            "Recorded incidents rose from {a} in {first} to {b} in {last}; reporting agencies rose from {c} to {d}, so the rise cannot be "
            "read as a rise in crime.",
            **values,
        )
    if up < 0 and agencies < 0:
        return _(
            "Recorded incidents fell from {a} in {first} to {b} in {last}; reporting agencies fell from {c} to {d}, so the fall cannot be "
            "read as a fall in crime.",
            **values,
        )
    return _("Recorded incidents went from {a} in {first} to {b} in {last}; reporting agencies went from {c} to {d}.", **values)


def _chart(found: Assessment) -> None:
    if not has(found, "quarters"):
        return
    _, language, picture = found.view.language.text, found.view.language, found.picture
    largest = max(picture.areas, key=lambda area: (int(area.counts.sum()), area.area))
    alt = _(
        "Bars of incidents per quarter for {count} areas since {year}; the most in {area}, with up to {most} in a quarter.",
        count=language.number(len(picture.areas)),
        year=picture.quarters[0].year,
        area=language.term(largest.area),
        most=language.number(int(largest.counts.max())),
    )
    undated = language.plural(
        "{n} incident has only a year, and is in no quarter.", "{n} incidents have only a year, and are in no quarter.", picture.undated
    )
    note = [_("Hollow marks: other kinds of record, never added. Each area has its own scale.")]
    if found.picture.basis.tested:
        note.append(_("A change of level is marked only when a test and the number of reporting agencies agree."))
    report.figure(
        chart.over_time(picture, language),
        key="quarters",
        caption=_("Incidents per quarter by area, and the agencies that recorded them"),
        alt=alt,
        source=words.source(found),
        n=picture.basis.n,
        note=" ".join([*note, undated] if picture.undated else note),
    )


def _areas(found: Assessment) -> None:
    _, language = found.view.language.text, found.view.language
    rows = [_area_row(found, line) for line in found.picture.table.reset_index().to_dict("records")]
    report.table(
        rows,
        key="areas",
        columns=[
            _("Area"),
            _("Year"),
            _("Kind of record"),
            _("Incidents"),
            _("Items"),
            _("Persons detected"),
            _("Criminal"),
            _("Administrative"),
        ],
        caption=_("Incidents by area, year and kind of record"),
        source=words.source(found),
        note=_("Kinds of record are never added up. Criminal and administrative: of the incidents whose legal nature is known.")
        + " "
        + language.text("A dash: not recorded."),
    )


def _area_row(found: Assessment, line: dict[Hashable, Any]) -> list[str]:
    language = found.view.language
    known, alone = int(line["nature"]), found.picture.basis.tested and int(line["nature"]) >= 10  # noqa: PLR2004 - below that a percentage says nothing
    nature = [
        words.share(language, int(line[name]), known, alone=alone) if known else words.NONE for name in ("criminal", "administrative")
    ]
    counts = [words.count(language, line[name]) for name in ("incidents", "items", "persons")]
    return [words.capital(language, line["crime_area"]), str(line["year"]), words.kind(language, line["record_class"]), *counts, *nature]


def _incidents(found: Assessment) -> None:
    if not has(found, "incidents"):
        return
    _ = found.view.language.text
    report.table(
        words.one_by_one(found, found.scope.own, ["date", "area", "commodity", "quantity", "place", "route", "outcome", "class"]),
        key="incidents",
        columns=[_("Date"), _("Area"), _("Commodity"), _("Quantity"), _("Place"), _("Alleged route"), _("Outcome"), _("Kind of record")],
        caption=_("Your incidents, one by one"),
        source=words.source(found),
        note=_("With fewer than ten incidents a chart would show more than there is."),
    )
