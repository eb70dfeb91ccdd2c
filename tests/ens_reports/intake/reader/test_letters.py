import pytest

from ens_reports.intake.reader.letters import column_letters, column_number

SOME = [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD"), (18_278, "ZZZ")]


@pytest.mark.parametrize(("number", "letters"), SOME)
def test_columns_are_counted_in_letters(number: int, letters: str) -> None:
    assert column_letters(number - 1) == letters
    assert column_number(letters.encode()) == number


def test_there_and_back_is_the_same_for_all_columns_of_a_sheet() -> None:
    assert [column_number(column_letters(column).encode()) for column in range(16_384)] == list(range(1, 16_385))
