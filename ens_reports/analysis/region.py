"""You and the region: the recipient's value in the regional band, and what others report about it."""

from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts, shown
from ens_reports.analysis.scope import AREAS, Scope
from ens_reports.report.view import View

LEAST_COUNTRIES = 5
"""A band of fewer countries could be read back to them."""


@dataclass(frozen=True, kw_only=True)
class Band:
    """One measure of reporting.

    Attributes:
        measure: Its name in `View.regional`.
        value: The recipient's; missing where it has none.
        low: First quartile of the other countries.
        middle: Their median.
        high: Third quartile.
        countries: How many they are.
    """

    measure: str
    value: float | None
    low: float
    middle: float
    high: float
    countries: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Region:
    """The recipient beside its region; never a crime count, never a rank.

    Attributes:
        bands: Measures with at least five other countries.
        reported: Per area, of the principal record class: `own` incidents, `others` (at least; missing where none or not to be shown).
    """

    bands: tuple[Band, ...]
    reported: pd.DataFrame


def region(view: View, scope: Scope) -> Region:
    """The recipient beside its region.

    Args:
        view: What the recipient may see.
        scope: The same, sorted out.
    """
    bands = tuple(_band(measure, rows, scope.recipient) for measure, rows in view.regional.groupby("measure", sort=False))
    theirs = scope.others.through(lambda rows: counts.of_class(rows, scope.principal))
    table = shown.cells(scope.records, theirs, ["crime_area"], scope.rule)
    return Region(
        bands=tuple(band for band in bands if band.countries >= LEAST_COUNTRIES),
        reported=table.reindex([area for area in AREAS if area in table.index]),
    )


def _band(measure: object, rows: pd.DataFrame, recipient: str) -> Band:
    mine = rows.loc[rows["country"].eq(recipient), "value"]
    rest = rows.loc[rows["country"].ne(recipient), "value"].dropna()
    low, middle, high = (float(rest.quantile(part)) for part in (0.25, 0.5, 0.75))
    value = float(mine.iloc[0]) if len(mine) and pd.notna(mine.iloc[0]) else None
    return Band(measure=str(measure), value=value, low=low, middle=middle, high=high, countries=len(rest))
