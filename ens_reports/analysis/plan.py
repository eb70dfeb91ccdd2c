"""All that hotspots-and-routes knows, computed once from a view."""

from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts, coverage, scope, shown
from ens_reports.analysis.hotspots import Hotspots, hotspots, without_operations
from ens_reports.analysis.legs import Legs, Meeting, legs, meetings
from ens_reports.report.view import View


@dataclass(frozen=True, kw_only=True, eq=False)
class Plan:
    """What the pages are written from; each part documents itself.

    Attributes:
        view: What the recipient may see.
        principal: The record class that it is built on.
        records: The recipient's own counted records of the period, of that class.
        apart: Own incidents of the other record classes, which are in no count here.
        hotspots: Where and when.
        legs: By what ways.
        meetings: Who must meet.
        coverage: Who reported and what is filled.
        excluded: Incidents of operations that were left out; 0 also where the parameter says to keep them.
        in_operations: Incidents of operations that are in the counts.
        resolution: H3 resolution of the cells.
    """

    view: View
    principal: str
    records: pd.DataFrame
    apart: dict[str, int]
    hotspots: Hotspots
    legs: Legs
    meetings: tuple[Meeting, ...]
    coverage: coverage.Coverage
    excluded: int
    in_operations: int
    resolution: int

    @property
    def own(self) -> int:
        """The recipient's own incidents."""
        return counts.number(self.records)


def plan(view: View, *, exclude_operations: bool, resolution: int) -> Plan:
    """Compute everything that hotspots-and-routes says.

    Args:
        view: What the recipient may see.
        exclude_operations: Whether to leave out incidents that an operation brought.
        resolution: H3 resolution of the cells, 3 (100 km) to 7 (2 km).
    """
    sorted_out = scope.scope(view)
    limits = shown.rule(view.facts)
    current, abroad = _current(view.incidents), view.others.through(_current)
    principal = shown.principal_class(current, abroad, limits)
    of_class = counts.of_class(current, principal)
    plain = without_operations(of_class)
    operations = counts.number(of_class) - counts.number(plain)
    records = plain if exclude_operations else of_class
    theirs = abroad.through(lambda rows: counts.of_class(without_operations(rows) if exclude_operations else rows, principal))
    return Plan(
        view=view,
        principal=principal,
        records=records,
        apart={name: number for name, number in counts.by_class(current).items() if name != principal},
        hotspots=hotspots(records, theirs, limits, resolution=resolution),
        legs=legs(records, theirs, limits),
        meetings=meetings(records, theirs),
        coverage=coverage.coverage(view, sorted_out),
        excluded=operations if exclude_operations else 0,
        in_operations=0 if exclude_operations else operations,
        resolution=resolution,
    )


def _current(records: pd.DataFrame) -> pd.DataFrame:
    counted = counts.counted(records)
    return counted[counted["in_period"].astype(bool)]
