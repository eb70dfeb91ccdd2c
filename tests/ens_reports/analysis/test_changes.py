from pathlib import Path

import pytest
import worlds

from ens_reports.analysis.changes import COLUMNS, Difference, causes, differences, headline, headline_of
from ens_reports.analysis.coverage import coverage
from ens_reports.analysis.scope import scope
from ens_reports.report.view import Change, open_incidents, write_view


def changes(**values: float) -> tuple[Change, ...]:
    return tuple(Change(measure=name, value=value) for name, value in values.items())


def test_the_largest_relative_changes_come_first() -> None:
    found = differences(changes(a=11, b=20, c=50, d=5, e=7), changes(a=10, b=10, c=10, d=5, e=6))
    assert [one.measure for one in found] == ["c", "b", "e", "a"]
    assert found[0] == Difference(measure="c", before=10, now=50)


def test_a_measure_that_the_last_edition_lacked_is_not_compared() -> None:
    assert differences(changes(a=1, b=2), changes(b=2)) == ()


def test_the_headline_counts_areas_apart_and_zero_is_a_number() -> None:
    view = worlds.view(worlds.World(own=40))
    found = {change.measure: change.value for change in headline(scope(view), coverage(view, scope(view)))}
    assert found["incidents"] == scope(view).basis.n
    assert found["incidents:undetermined"] == 0.0
    assert sum(value for name, value in found.items() if name.startswith("incidents:")) == found["incidents"]


def test_the_submissions_behind_a_change_are_the_new_the_gone_and_the_revised() -> None:
    before = changes(**{"incidents": 3, "submission:A": 1, "submission:B": 2, "submission:C": 5})
    now = changes(**{"incidents": 9, "submission:B": 4, "submission:C": 5, "submission:D": 7})
    assert causes(now, before) == (
        Difference(measure="A", before=1, now=0),
        Difference(measure="B", before=2, now=4),
        Difference(measure="D", before=0, now=7),
    )
    assert [one.measure for one in differences(now, before)] == ["incidents"]


def test_the_headline_names_own_submissions_with_the_rows_that_were_used() -> None:
    view = worlds.view(worlds.World(own=40, others=20))
    used = {one.measure: one.value for one in headline(scope(view), coverage(view, scope(view))) if one.measure.startswith("submission:")}
    assert used == {"submission:KEN-wildlife-0a1b2c3d4e": float(len(scope(view).own))}


@pytest.mark.parametrize("world", [worlds.World(own=40, others=20), worlds.World(own=0, others=20), worlds.World(own=0)])
def test_the_headline_is_the_same_from_a_few_columns_of_the_file(world: worlds.World, tmp_path: Path) -> None:
    """The records of others decide on the class that is told of where there are none of one's own: zero is zero in each."""
    view = worlds.view(world)
    write_view(tmp_path, view)

    assert headline_of(open_incidents(tmp_path, COLUMNS)) == headline(scope(view), coverage(view, scope(view)))
