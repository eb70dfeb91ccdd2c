"""The picture over time: incidents by area and quarter, what changed, and whether reporting changed with it."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
import pymannkendall
from scipy.stats import rankdata

from ens_reports.analysis import counts, quarters
from ens_reports.analysis.ahead import Ahead, ahead
from ens_reports.analysis.scope import AREAS, Scope
from ens_reports.analysis.tiers import Basis
from ens_reports.report.view import View

ALPHA = 0.05
LEAST_QUARTERS = 8
"""Fewer complete quarters carry no test."""

SAME_TIME = 2
"""Quarters by which the change in incidents and that in incidents per agency may lie apart and still agree."""

Direction = Literal["up", "down", "level", "unknown"]


@dataclass(frozen=True, kw_only=True, eq=False)
class AreaTrend:
    """One area over time.

    Attributes:
        area: Crime area.
        counts: Incidents of the principal record class per quarter.
        apart: Incidents of the other record classes together per quarter, drawn as hollow markers, never added.
        direction: Of a seasonal Mann-Kendall test on complete quarters; `unknown` where it may not be asked.
        change: Quarter from which the level differs, where the test on incidents and that on incidents per reporting agency agree.
        ahead: What the next quarters would bring if nothing changed; none where too little is known, or the period is long past.
        basis: Incidents of the area in the period.
    """

    area: str
    counts: "pd.Series[int]"
    apart: "pd.Series[int]"
    direction: Direction
    change: pd.Period | None
    ahead: Ahead | None
    basis: Basis


@dataclass(frozen=True, kw_only=True, eq=False)
class Picture:
    """All areas over time.

    Attributes:
        quarters: Of the whole history.
        complete: Per quarter, whether its records have arrived.
        agencies: Agencies with a record per quarter.
        areas: Those with a record in the history.
        table: Area x year x record class of the period: `incidents`, `items`, `persons` (detected), `nature` (rows with a known legal
            nature), `criminal`, `administrative`.
        undated: Incidents of the history that have only a year, which no quarter shows.
        years: Per year of the period: `incidents` of the principal class, `agencies`, and `heard`: whether a record or a
            return speaks of it.
        basis: What the section rests on.
    """

    quarters: pd.PeriodIndex
    complete: "pd.Series[bool]"
    agencies: "pd.Series[int]"
    areas: tuple[AreaTrend, ...]
    table: pd.DataFrame
    undated: int
    years: pd.DataFrame
    basis: Basis


def picture(view: View, scope: Scope) -> Picture:
    """Incidents by area and over time.

    Args:
        view: What the recipient may see.
        scope: The same, sorted out.
    """
    span = quarters.between(scope.period.history_from, scope.period.last_year)
    done = quarters.complete(view.submissions, span)
    agencies = quarters.agencies_active(scope.history, span)
    principal = counts.of_class(scope.history, scope.principal)
    present = [area for area in AREAS if scope.history["crime_area"].eq(area).any()]
    return Picture(
        quarters=span,
        complete=done,
        agencies=agencies,
        areas=tuple(_area(area, scope, done, agencies, moved=view.facts.period_moved) for area in present),
        table=_table(scope.own),
        undated=counts.number(principal[principal["date_precision"].eq("year")]),
        years=_years(scope).assign(heard=lambda years: [_heard(year, scope, view.submissions) for year in years.index]),
        basis=scope.basis,
    )


def _area(area: str, scope: Scope, done: "pd.Series[bool]", agencies: "pd.Series[int]", *, moved: bool) -> AreaTrend:
    rows = scope.history[scope.history["crime_area"].eq(area)]
    span = pd.PeriodIndex(done.index)
    main = quarters.per_quarter(counts.of_class(rows, scope.principal), span)
    classes = [name for name in counts.RECORD_CLASSES if name != scope.principal]
    apart = sum((quarters.per_quarter(counts.of_class(rows, name), span) for name in classes), start=main * 0)
    basis = scope.usable(scope.records["crime_area"].eq(area))
    tested = usable_series(main, done)
    change = _change(tested, agencies) if basis.tested else None
    return AreaTrend(
        area=area,
        counts=main,
        apart=apart,
        direction=direction(tested) if basis.tested else "unknown",
        change=change,
        ahead=ahead(tested, since=change) if basis.tested and not moved else None,
        basis=basis,
    )


def usable_series(series: "pd.Series[int]", done: "pd.Series[bool]") -> "pd.Series[int]":
    """The part of a series that a test may use: from its first record to the last complete quarter.

    Args:
        series: Incidents per quarter.
        done: Per quarter, whether its records have arrived; earlier years, before submissions said what they cover, count as arrived.
    """
    filled, arrived = series.to_numpy().nonzero()[0], done.to_numpy().nonzero()[0]
    return series.iloc[filled[0] : arrived[-1] + 1] if len(filled) and len(arrived) else series.iloc[:0]


def direction(series: "pd.Series[int]") -> Direction:
    """Whether a quarterly series rises or falls.

    Args:
        series: Incidents per complete quarter, in order.

    Returns:
        By a seasonal Mann-Kendall test at 5 per cent; `unknown` with fewer than eight quarters, or when nothing varies.
    """
    if len(series) < LEAST_QUARTERS or series.eq(series.iloc[0]).all():
        return "unknown"
    found = pymannkendall.seasonal_test(series.to_numpy(dtype=float), period=4, alpha=ALPHA)
    names: dict[str, Direction] = {"increasing": "up", "decreasing": "down"}
    return names.get(found.trend, "level")


def change_point(values: "pd.Series[float]") -> int | None:
    """Position from which the level of a series differs.

    Args:
        values: A series in order.

    Returns:
        Index of the first value of the new level, or None when the change is not significant at 5 per cent.

    Source: Pettitt, A. N. (1979), A non-parametric approach to the change-point problem, Applied Statistics 28, 126-135.
    """
    size = len(values)
    if size < LEAST_QUARTERS:
        return None
    position = np.arange(1, size)
    statistic = np.abs(2 * np.cumsum(rankdata(values))[:-1] - position * (size + 1))
    largest = int(np.argmax(statistic))
    chance = 2 * math.exp(-6 * float(statistic[largest]) ** 2 / (size**3 + size**2))
    return largest + 1 if chance < ALPHA else None


def _change(series: "pd.Series[int]", agencies: "pd.Series[int]") -> pd.Period | None:
    at = change_point(series.astype(float))
    per_agency = series / agencies.reindex(series.index).clip(lower=1)
    agreed = change_point(per_agency)
    if at is None or agreed is None or abs(at - agreed) > SAME_TIME:
        return None
    return pd.PeriodIndex(series.index)[at]


def _table(records: pd.DataFrame) -> pd.DataFrame:
    rows = records.assign(year=records["date_from"].dt.year)
    key = ["crime_area", "year", "record_class"]
    nature = rows["legal_nature"]
    known = rows.assign(known=nature.isin(["criminal", "administrative", "customs", "civil"]))
    first = known.drop_duplicates([*key, *counts.INCIDENT])
    grouped = first.groupby(key)
    table = pd.DataFrame(
        {
            "incidents": counts.by(rows, key),
            "items": rows.groupby(key).size(),
            "persons": grouped["persons_detected"].sum(min_count=1),
            "nature": grouped["known"].sum(),
            "criminal": first[first["legal_nature"].eq("criminal")].groupby(key).size(),
            "administrative": first[first["legal_nature"].eq("administrative")].groupby(key).size(),
        }
    )
    return table.fillna({"criminal": 0, "administrative": 0}).sort_index()


def _heard(year: int, scope: Scope, submissions: pd.DataFrame) -> bool:
    told = submissions["period_from"].dt.year.le(year) & submissions["period_to"].dt.year.ge(year)
    return bool(told.any() or scope.own["date_from"].dt.year.eq(year).any())


def _years(scope: Scope) -> pd.DataFrame:
    rows = scope.records.assign(year=scope.records["date_from"].dt.year, agency=quarters.agency(scope.records))
    span = range(scope.period.first_year, scope.period.last_year + 1)
    found = {"incidents": counts.by(rows, ["year"]), "agencies": rows.groupby("year")["agency"].nunique()}
    return pd.DataFrame(found).reindex(span, fill_value=0).fillna(0).astype("int64")
