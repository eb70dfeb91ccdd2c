from hypothesis import given
from hypothesis import strategies as st

from ens_reports.store import rowset

ROWS = st.sets(st.integers(0, 5000), max_size=60)


@given(ROWS, ROWS)
def test_rows_that_were_packed_are_found_and_no_others(packed: set[int], asked: set[int]) -> None:
    assert rowset.has_any(rowset.pack(packed), asked) is bool(packed & asked)


def test_where_nothing_was_kept_any_row_may_have_been_used() -> None:
    assert rowset.has_any("", {3})
    assert not rowset.has_any("", set())


def test_a_hundred_thousand_scattered_rows_take_little_room() -> None:
    scattered = [number for number in range(100_000) if number * 2_654_435_761 % 4_294_967_296 < 2_147_483_648]
    assert 40_000 < len(scattered) < 60_000
    assert len(rowset.pack(scattered)) < 20_000
