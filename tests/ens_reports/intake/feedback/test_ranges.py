import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ens_reports.intake.feedback.ranges import addresses, cells, in_short, row_ranges
from ens_reports.intake.source import Sheet


@pytest.mark.parametrize(("rows", "ranges"), [([], ()), ([5], ((5, 5),)), ([2, 3, 4], ((2, 4),)), ([2, 4, 5, 9], ((2, 2), (4, 5), (9, 9)))])
def test_rows_that_follow_one_another_are_one_range(rows: list[int], ranges: tuple[tuple[int, int], ...]) -> None:
    assert row_ranges(rows) == ranges


@given(st.sets(st.integers(min_value=1, max_value=60)))
def test_ranges_hold_every_row_once(rows: set[int]) -> None:
    held = [row for first, last in row_ranges(sorted(rows)) for row in range(first, last + 1)]
    assert held == sorted(rows)


def test_cells_are_written_as_spreadsheet_programs_do() -> None:
    ranges = ((2, 4), (9, 9))
    assert cells(ranges, 5) == ("F2:F4", "F9")
    assert cells(ranges, -1, below=1) == ("3:5", "10")
    assert in_short(ranges) == "2-4,9"


def test_addresses_are_those_of_the_file() -> None:
    frame = pd.DataFrame({0: ["a", "b"]}, index=[1, 2])
    assert addresses(((1, 2), (4, 4)), Sheet(name="Cases", cells=frame), 0) == ("Cases!A1:A2", "Cases!A4")
    named = Sheet(name="", cells=frame, header=("Pays",), pointer="/{item}/{name}")
    assert addresses(((1, 2), (4, 4)), named, 0) == ("/0/Pays \N{EN DASH} /1/Pays", "/3/Pays")
