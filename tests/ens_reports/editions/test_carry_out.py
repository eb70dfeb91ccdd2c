import pytest

from ens_reports.editions.carry_out import Means


@pytest.mark.parametrize(("workers", "at_a_time"), [(1, 1), (2, 3), (8, 9)])
def test_one_edition_more_is_built_than_there_are_processors(workers: int, at_a_time: int) -> None:
    """But for who asks for one alone, as where memory is short."""
    assert Means(workers=workers).at_a_time == at_a_time
