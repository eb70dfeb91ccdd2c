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
        records: Its counted records of the period, own and others'.
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
        return counts.number(shown.own(self.records))


def plan(view: View, *, exclude_operations: bool, resolution: int) -> Plan:
    """Compute everything that hotspots-and-routes says.

    Args:
        view: What the recipient may see.
        exclude_operations: Whether to leave out incidents that an operation brought.
        resolution: H3 resolution of the cells, 3 (100 km) to 7 (2 km).
    """
    sorted_out = scope.scope(view)
    current = counts.counted(view.incidents)
    current = current[current["in_period"].astype(bool)]
    principal = counts.principal_class(shown.own(current) if len(shown.own(current)) else current)
    of_class = counts.of_class(current, principal)
    plain = without_operations(of_class)
    records = plain if exclude_operations else of_class
    limits = shown.rule(view.facts)
    operations = counts.number(shown.own(of_class)) - counts.number(shown.own(plain))
    return Plan(
        view=view,
        principal=principal,
        records=records,
        apart={name: number for name, number in counts.by_class(shown.own(current)).items() if name != principal},
        hotspots=hotspots(records, limits, resolution=resolution),
        legs=legs(records, limits),
        meetings=meetings(records),
        coverage=coverage.coverage(view, sorted_out),
        excluded=operations if exclude_operations else 0,
        in_operations=0 if exclude_operations else operations,
        resolution=resolution,
    )
