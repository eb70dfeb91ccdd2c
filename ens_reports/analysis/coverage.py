"""Who reported, what is missing, and what each gap costs: read before any finding."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ens_reports.analysis import counts, quarters
from ens_reports.analysis.scope import AREAS, Scope
from ens_reports.locales import mark
from ens_reports.report.view import View

LATE_DAYS = 304
"""A return is late when it comes more than this long after the end of what it covers.

Source: the CITES annual illegal trade report is due on 31 October of the following year.
"""

MOST_AGENCIES = 12

FIELDS: dict[str, tuple[tuple[str, ...], str, str, str]] = {
    "place": (("place_name", "admin1", "latitude"), mark("Place"), mark("Where"), mark("Name the place or give a position.")),
    "day": (("date_precision",), mark("Date to the day"), mark("The picture"), mark("Give the day, not only the month or year.")),
    "commodity": (
        ("commodity", "scientific_name"),
        mark("Commodity"),
        mark("Commodities"),
        mark("Name the species, waste, timber or mineral."),
    ),
    "quantity": (("quantity",), mark("Quantity"), mark("Commodities"), mark("Give a number and its unit.")),
    "origin": (("origin_country",), mark("Alleged origin"), mark("Routes"), mark("Give the country, or XXX when it cannot be known.")),
    "transit": (("transit_countries",), mark("Alleged transit"), mark("Routes"), mark("List the countries in order.")),
    "destination": (("destination_country",), mark("Alleged destination"), mark("Routes"), mark("Give the country on the papers, or XXX.")),
    "outcome": (("outcome",), mark("Outcome"), mark("Outcomes"), mark("Send what became of the case, once a year.")),
}
"""The fields that findings hang on: columns of which one must be filled, name, page that suffers, what to do."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Coverage:
    """How far the assessment can be trusted.

    Attributes:
        grid: Agencies (rows) by quarter of the period (columns): `received`, `late`, `nil` (covered, no record) or `nothing`.
        folded: Agencies left out of the grid because it would not fit.
        completeness: Per key of `FIELDS`: `filled` and `rows` (incident rows of the period), `share`.
        unevaluated: Share of rows without an evaluation of source and information; missing without rows.
        agencies: Number of agencies with records in the period.
        last_year_of: Last year with own records per area, for areas without any in the period.
        incomplete: Labels of the period's quarters that are not complete.
    """

    grid: pd.DataFrame
    folded: int
    completeness: pd.DataFrame
    unevaluated: float
    agencies: int
    last_year_of: dict[str, int]
    incomplete: tuple[pd.Period, ...]

    @property
    def share(self) -> float:
        """Mean share of the fields that are filled, 0 to 1; 0 without rows."""
        return _mean(self.completeness)


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What `Coverage` tells in two numbers.

    Attributes:
        agencies: Number of agencies with records in the period.
        share: Mean share of the fields that are filled, 0 to 1; 0 without rows.
    """

    agencies: int
    share: float


def reported(records: pd.DataFrame) -> Reported:
    """The two numbers alone, in a fifth of the time.

    Args:
        records: The recipient's own counted records of the period.
    """
    return Reported(agencies=_agencies(records), share=_mean(_completeness(records)))


def coverage(view: View, scope: Scope) -> Coverage:
    """Read coverage and completeness off a view.

    Args:
        view: What the recipient may see.
        scope: The same, sorted out.
    """
    submissions = view.submissions
    span = quarters.between(scope.period.first_year, scope.period.last_year)
    grid = _grid(scope.own, submissions, span)
    done = quarters.complete(submissions, span)
    return Coverage(
        grid=grid.head(MOST_AGENCIES),
        folded=max(0, len(grid) - MOST_AGENCIES),
        completeness=_completeness(scope.own),
        unevaluated=float(_unevaluated(scope.own).mean()),
        agencies=_agencies(scope.own),
        last_year_of=_last_years(scope),
        incomplete=tuple(span[~done.to_numpy()]),
    )


def _grid(records: pd.DataFrame, submissions: pd.DataFrame, span: pd.PeriodIndex) -> pd.DataFrame:
    seen = _seen(records, submissions)
    covered = _covered(submissions, span)
    names = _by_activity(records, covered)
    rows = {name: [_state(name, quarter, seen, covered) for quarter in span] for name in names}
    return pd.DataFrame.from_dict(rows, orient="index", columns=span)


def _seen(records: pd.DataFrame, submissions: pd.DataFrame) -> dict[tuple[str, pd.Period], bool]:
    """Agency and quarter with a record -> whether all of its records came late, whatever agencies the cover names."""
    came = records["submission"].isin(submissions.loc[_late(submissions), "reference"])
    found = pd.DataFrame({"agency": quarters.agency(records), "quarter": quarters.of(records), "late": came}).dropna(subset="quarter")
    whole = found.groupby(["agency", "quarter"])["late"].all().reset_index()
    return {(str(agency), quarter): bool(late) for agency, quarter, late in whole.itertuples(index=False, name=None)}


def _late(submissions: pd.DataFrame) -> "pd.Series[bool]":
    return (submissions["received_on"] > submissions["period_to"] + pd.Timedelta(days=LATE_DAYS)).astype(bool)


def _covered(submissions: pd.DataFrame, span: pd.PeriodIndex) -> dict[tuple[str, pd.Period], bool]:
    """Agency and quarter that a submission speaks about -> whether it came late."""
    found: dict[tuple[str, pd.Period], bool] = {}
    rows: Any = counts.exploded(submissions.assign(late=_late(submissions)), "agencies_covered").itertuples()
    for row in rows:
        for quarter in span[(span.start_time >= row.period_from) & (span.end_time.normalize() <= row.period_to)]:
            key = (str(row.agencies_covered).lower(), quarter)
            found[key] = bool(row.late) and found.get(key, True)
    return found


def _by_activity(records: pd.DataFrame, covered: dict[tuple[str, pd.Period], bool]) -> list[str]:
    rows = quarters.agency(records).value_counts()
    names = {*map(str, rows.index), *(name for name, _ in covered)}
    return sorted(names, key=lambda name: (-int(rows.get(name, 0)), name))


def _state(name: str, quarter: pd.Period, seen: dict[tuple[str, pd.Period], bool], covered: dict[tuple[str, pd.Period], bool]) -> str:
    late = seen.get((name, quarter))
    if late is not None:
        return "late" if late else "received"
    return "nil" if (name, quarter) in covered else "nothing"


def _agencies(records: pd.DataFrame) -> int:
    return int(quarters.agency(records).nunique())


def _mean(completeness: pd.DataFrame) -> float:
    return float(completeness["share"].fillna(0.0).mean())


def _completeness(records: pd.DataFrame) -> pd.DataFrame:
    filled = {name: int(has(records, name).sum()) for name in FIELDS}
    table = pd.DataFrame({"filled": pd.Series(filled, dtype="int64"), "rows": len(records)})
    return table.assign(share=table["filled"] / table["rows"].where(table["rows"] > 0))


def has(records: pd.DataFrame, field: str) -> "pd.Series[bool]":
    """Which rows have a field of `FIELDS`; an outcome that is `unknown` has not been sent.

    Args:
        records: Any rows.
        field: A key of `FIELDS`.
    """
    if field == "day":
        return records["date_precision"].eq("day").fillna(value=False).astype(bool)
    columns = [records[name] for name in FIELDS[field][0] if name in records]
    filled = [(column.notna() & column.ne("unknown")).to_numpy(dtype=bool) for column in columns]
    return pd.Series(np.logical_or.reduce(filled), index=records.index, dtype=bool)


def _unevaluated(records: pd.DataFrame) -> "pd.Series[bool]":
    return (records["source_evaluation"].isna() & records["information_evaluation"].isna()).astype(bool)


def _last_years(scope: Scope) -> dict[str, int]:
    years = scope.history.groupby("crime_area")["date_from"].max().dt.year
    current = set(scope.own["crime_area"])
    return {area: int(years[area]) for area in AREAS if area in years.index and area not in current}
