from collections.abc import Callable

import pandas as pd
import pytest
from contract_rows import Validate

from data_contracts.checks import digits

RIGHT = (
    (digits.imo, "9074729"),
    (digits.cas, "811-97-2"),
    (digits.cas, "7732-18-5"),
    (digits.cas, "7439-97-6"),
    (digits.container, "CSQU3054383"),
    (digits.container, "MSKU9070323"),
    (digits.containers, "CSQU3054383;MSKU9070323"),
)
WRONG = (
    (digits.imo, "9074720"),
    (digits.imo, "9047729"),
    (digits.cas, "7732-18-4"),
    (digits.container, "CSQU3054384"),
    (digits.container, "CSUQ3054383"),
    (digits.containers, "CSQU3054383;MSKU9070324"),
)


@pytest.mark.parametrize(("test", "number"), RIGHT)
def test_right_digit_agrees(test: Callable[[str], bool], number: str) -> None:
    assert test(number)


@pytest.mark.parametrize(("test", "number"), WRONG)
def test_wrong_digit_or_swapped_neighbours_do_not_agree(test: Callable[[str], bool], number: str) -> None:
    assert not test(number)


def test_remainder_of_ten_counts_as_nought() -> None:
    """ISO 6346 writes a remainder of 10 as 0: one of these ten serial numbers has it."""
    totals = [f"AAAU{serial:06}0" for serial in range(200)]
    assert sum(digits.container(number) for number in totals) > 200 / 11


def test_no_letter_has_a_value_that_is_a_multiple_of_eleven() -> None:
    assert (digits.LETTERS["A"], digits.LETTERS["B"], digits.LETTERS["K"], digits.LETTERS["U"], digits.LETTERS["Z"]) == (10, 12, 21, 32, 38)


def test_wrong_leaves_blanks_and_unknown_alone() -> None:
    cells = pd.Series(["9074729", "9074720", None, "unknown", "none"], dtype="str")
    assert digits.wrong(cells, digits.imo).tolist() == [False, True, False, False, False]


@pytest.mark.parametrize(
    ("name", "column", "cell", "check"),
    [
        ("fisheries", "vessel_imo", "9074720", "vessel_imo_digit"),
        ("pollution", "vessel_imo", "9074720", "vessel_imo_digit"),
        ("pollution", "cas_no", "811-97-3", "cas_no_digit"),
        ("pollution", "container_no", "CSQU3054384", "container_no_digit"),
    ],
)
def test_number_whose_digit_disagrees_is_blanked(judge: Validate, name: str, column: str, cell: str, check: str) -> None:
    result = judge(name, {column: cell, "vessel_name": "A", "vessel_flag": "KEN"})
    assert result.accepted[column].isna().all()
    assert [(finding.field, finding.sample) for finding in result.findings if finding.check == check] == [(column, (cell,))]
