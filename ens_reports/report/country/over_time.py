"""Page 4: the picture. Incidents by area and over time, beside the number of agencies that reported."""

from itertools import product
from typing import TYPE_CHECKING

from ens_reports import report
from ens_reports.analysis import counts
from ens_reports.analysis.assessment import Assessment
from ens_reports.analysis.scope import AREAS
from ens_reports.report.charts import over_time as chart
from ens_reports.report.country import words
from ens_reports.report.country.keys import has

if TYPE_CHECKING:
    import pandas as pd

LEAST_FOR_PERCENT = 10
WORDS = 2
"""Leading columns of text."""


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
    if not first["heard"]:
        return language.plural(
            "{n} incident was recorded in {year}; nothing was received for {before}, so no change can be told.",
            "{n} incidents were recorded in {year}; nothing was received for {before}, so no change can be told.",
            int(last["incidents"]),
            year=years.index[-1],
            before=years.index[0],
        )
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
    _, language, picture = found.view.language.text, found.view.language, found.picture
    undated = language.plural(
        "{n} incident has only a year, and is in no quarter.", "{n} incidents have only a year, and are in no quarter.", picture.undated
    )
    if not has(found, "quarters"):
        if picture.undated:
            report.text(undated, role="note")
        return
    largest = max(picture.areas, key=lambda area: (int(area.counts.sum()), area.area))
    alt = _(
        "Bars of incidents per quarter for {count} areas since {year}; the most in {area}, with up to {most} in a quarter.",
        count=language.number(len(picture.areas)),
        year=picture.quarters[0].year,
        area=language.term(largest.area),
        most=language.number(int(largest.counts.max())),
    )
    note = [_("Hollow marks: other kinds of record, never added. Each area has its own scale.")]
    if found.picture.basis.tested:
        note.append(_("A change of level is marked only when a test and the number of reporting agencies agree."))
    if any(area.ahead for area in picture.areas):
        note.append(
            _(
                "Shaded: the middle 80 per cent of what the newest eight complete quarters would give if nothing changed, "
                "with its median; no judgement rests on it."
            )
        )
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
    _, table = found.view.language.text, found.picture.table
    years = [*range(found.scope.period.first_year, found.scope.period.last_year + 1)]
    present = {(key[0], key[2]) for key in table.index}
    order = [pair for pair in product(AREAS, counts.RECORD_CLASSES) if pair in present]
    heads = [(_("Area"), 1.2), (_("Kind of record"), 2.3), *((str(year), 0.7) for year in years)]
    heads += [(_("Items"), 0.7), (_("Persons detected"), 1.0), (_("Criminal"), 0.9), (_("Administrative"), 1.3)]
    aligned = [report.Column(label=label, share=share, align="start" if at < WORDS else "end") for at, (label, share) in enumerate(heads)]
    report.table(
        [_area_row(found, area, kind, years) for area, kind in order],
        key="areas",
        columns=aligned,
        caption=_("Incidents by area, kind of record and year"),
        source=words.source(found),
        note=_(
            "Kinds of record are never added up. Items, persons, and what is criminal or administrative (among incidents of known legal "
            "nature): whole period. A dash: not recorded, or nothing received."
        ),
    )


def _area_row(found: Assessment, area: str, kind: str, years: list[int]) -> list[str]:
    language, table = found.view.language, found.picture.table
    by_year = table.xs(kind, level="record_class").loc[area].reindex(years)
    whole: pd.Series = by_year.agg("sum", min_count=1)
    known = int(whole["nature"])
    alone = found.picture.basis.tested and known >= LEAST_FOR_PERCENT
    nature = [
        words.share(language, int(whole[name]), known, alone=alone) if known else words.NONE for name in ("criminal", "administrative")
    ]
    heard = found.picture.years["heard"]
    numbers = zip(years, by_year["incidents"].fillna(0), strict=True)
    incidents = [language.number(int(count)) if heard[year] else words.NONE for year, count in numbers]
    rest = [words.count(language, whole[name]) for name in ("items", "persons")]
    return [words.capital(language, area), words.kind(language, kind), *incidents, *rest, *nature]


def _incidents(found: Assessment) -> None:
    if not has(found, "incidents"):
        return
    _ = found.view.language.text
    heads = [(_("Date"), 1.2), (_("Area"), 1.1), (_("Commodity"), 1.3), (_("Quantity"), 1.0), (_("Place"), 1.2), (_("Alleged route"), 1.9)]
    heads += [(_("Outcome"), 1.2), (_("Kind of record"), 1.5)]
    report.table(
        words.one_by_one(found, found.scope.own, ["date", "area", "commodity", "quantity", "place", "route", "outcome", "class"]),
        key="incidents",
        columns=[report.Column(label=label, share=share) for label, share in heads],
        caption=_("Your incidents, one by one"),
        source=words.source(found),
        note=_("With fewer than ten incidents a chart would show more than there is."),
    )
