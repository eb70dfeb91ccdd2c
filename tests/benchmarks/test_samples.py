import pytest
from benchmarks.samples import spread


@pytest.mark.parametrize(
    ("number", "found"),
    [(1, "d"), (2, "bf"), (3, "bdf"), (7, "abcdefg"), (9, "abcdefg")],
)
def test_a_sample_is_spread_over_all(number: int, found: str) -> None:
    assert "".join(spread("abcdefg", number)) == found
