"""The headline numbers of an edition, and how they differ from those of the edition before it."""

from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts
from ens_reports.analysis.coverage import FIELDS, Coverage, Reported, reported
from ens_reports.analysis.scope import AREAS, Scope, own_of_period
from ens_reports.report.view import Change

COLUMNS = (
    *("own", "in_period", "submission", "record_class", "record_type", "crime_area", "outcome", "detecting_agency", "source_type"),
    *(*counts.INCIDENT, "incident_count"),
    *dict.fromkeys(name for columns, *_ in FIELDS.values() for name in columns if name != "outcome"),
)
"""What the headline numbers are read from."""

MOST = 3
SUBMISSION = "submission:"
"""Before the reference of an own submission, among the measures: how many of its rows the edition used."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One headline number then and now.

    Attributes:
        measure: `incidents`, `agencies`, `completeness`, or `incidents:` with an area.
        before: In the edition before.
        now: In this one.
    """

    measure: str
    before: float
    now: float


def headline(scope: Scope, coverage: Coverage) -> tuple[Change, ...]:
    """The numbers that the next edition will be compared with.

    Args:
        scope: The records of the assessment.
        coverage: Who reported.
    """
    return _numbers(scope.own, scope.records, coverage)


def headline_of(incidents: pd.DataFrame) -> tuple[Change, ...]:
    """The same numbers from the recipient's own records alone: where there are none, no class of others' records changes them.

    Args:
        incidents: Rows of `View.incidents`, with at least those of `COLUMNS` that a view has.
    """
    own = own_of_period(incidents)
    return _numbers(own, counts.of_class(own, counts.principal_class(own)), reported(own))


def _numbers(own: pd.DataFrame, records: pd.DataFrame, said: Coverage | Reported) -> tuple[Change, ...]:
    per_area = counts.by(records, ["crime_area"])
    numbers = {"incidents": float(counts.number(records)), "agencies": float(said.agencies), "completeness": round(said.share, 4)}
    areas = {f"incidents:{area}": float(per_area.get(area, 0)) for area in AREAS}
    used = {f"{SUBMISSION}{name}": float(rows) for name, rows in own["submission"].value_counts().sort_index().items()}
    return tuple(Change(measure=name, value=value) for name, value in (numbers | areas | used).items())


def differences(now: tuple[Change, ...], before: tuple[Change, ...]) -> tuple[Difference, ...]:
    """What changed, relative to its size, most first.

    Args:
        now: Headline numbers of this edition.
        before: Those of the edition before; a measure that it lacked is not compared.
    """
    known = {change.measure: change.value for change in before if not change.measure.startswith(SUBMISSION)}
    pairs = [
        Difference(measure=change.measure, before=known[change.measure], now=change.value) for change in now if change.measure in known
    ]
    moved = [pair for pair in pairs if pair.now != pair.before]
    return tuple(sorted(moved, key=lambda pair: -abs(pair.now - pair.before) / max(abs(pair.before), 1.0)))


def causes(now: tuple[Change, ...], before: tuple[Change, ...]) -> tuple[Difference, ...]:
    """The recipient's own submissions whose rows changed the numbers: new ones, ones that are gone, and revised ones.

    Args:
        now: Headline numbers of this edition.
        before: Those of the edition before.

    Returns:
        One per submission, by reference: `measure` is the reference, `before` and `now` the rows used; 0 where it was not there.
    """
    then, since = _used(before), _used(now)
    pairs = [Difference(measure=name, before=then.get(name, 0.0), now=since.get(name, 0.0)) for name in sorted({*then, *since})]
    return tuple(pair for pair in pairs if pair.now != pair.before)


def _used(numbers: tuple[Change, ...]) -> dict[str, float]:
    return {change.measure.removeprefix(SUBMISSION): change.value for change in numbers if change.measure.startswith(SUBMISSION)}
