"""The headline numbers of an edition, and how they differ from those of the edition before it."""

from dataclasses import dataclass

from ens_reports.analysis import counts
from ens_reports.analysis.coverage import Coverage
from ens_reports.analysis.scope import AREAS, Scope
from ens_reports.report.view import Change

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
    per_area = counts.by(scope.records, ["crime_area"])
    numbers = {"incidents": float(scope.basis.n), "agencies": float(coverage.agencies), "completeness": round(coverage.share, 4)}
    areas = {f"incidents:{area}": float(per_area.get(area, 0)) for area in AREAS}
    used = {f"{SUBMISSION}{name}": float(rows) for name, rows in scope.own["submission"].value_counts().sort_index().items()}
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
