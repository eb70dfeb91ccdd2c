import worlds

from ens_reports.analysis.changes import Difference, differences, headline
from ens_reports.analysis.coverage import coverage
from ens_reports.analysis.scope import scope
from ens_reports.report.view import Change


def changes(**values: float) -> tuple[Change, ...]:
    return tuple(Change(measure=name, value=value) for name, value in values.items())


def test_the_largest_relative_changes_come_first_and_only_three() -> None:
    found = differences(changes(a=11, b=20, c=50, d=5, e=7), changes(a=10, b=10, c=10, d=5, e=6))
    assert [one.measure for one in found] == ["c", "b", "e"]
    assert found[0] == Difference(measure="c", before=10, now=50)


def test_a_measure_that_the_last_edition_lacked_is_not_compared() -> None:
    assert differences(changes(a=1, b=2), changes(b=2)) == ()


def test_the_headline_counts_areas_apart_and_zero_is_a_number() -> None:
    view = worlds.view(worlds.World(own=40))
    found = {change.measure: change.value for change in headline(scope(view), coverage(view, scope(view)))}
    assert found["incidents"] == scope(view).basis.n
    assert found["incidents:undetermined"] == 0.0
    assert sum(value for name, value in found.items() if name.startswith("incidents:")) == found["incidents"]
