"""Check digits of the numbers that connect cases."""

from collections.abc import Callable

import pandas as pd

from data_contracts.codelists import ALWAYS

LETTERS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (number for number in range(10, 39) if number % 11), strict=True))
"""Values of letters in container numbers: from 10 on, without the multiples of 11. Source: ISO 6346."""


def imo(number: str) -> bool:
    """Whether the last digit of a ship's number agrees: the first six, weighted 7 to 2, end in it. Source: IMO A.1117(30).

    Args:
        number: Seven digits.
    """
    total = sum(int(digit) * weight for digit, weight in zip(number[:6], range(7, 1, -1), strict=True))
    return total % 10 == int(number[6])


def cas(number: str) -> bool:
    """Whether the last digit of a substance's number agrees: the others, weighted 1, 2, ... from the right, end in it.

    Args:
        number: Digits in three groups, such as 811-97-2.
    """
    digits = number.replace("-", "")
    total = sum(int(digit) * weight for weight, digit in enumerate(reversed(digits[:-1]), start=1))
    return total % 10 == int(digits[-1])


def container(number: str) -> bool:
    """Whether the last digit of a container's number agrees: the others, weighted 1, 2, 4, ..., modulo 11 and then 10.

    Args:
        number: Four letters and seven digits.
    """
    values = [LETTERS.get(character) or int(character) for character in number[:10]]
    total = sum(value << position for position, value in enumerate(values))
    return total % 11 % 10 == int(number[10])


def containers(numbers: str) -> bool:
    """Whether all the containers of a list agree.

    Args:
        numbers: Container numbers, separated by `;`.
    """
    return all(container(number) for number in numbers.split(";"))


DIGITS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "vessel_imo": ("vessel_imo_digit", imo),
    "cas_no": ("cas_no_digit", cas),
    "container_no": ("container_no_digit", containers),
}
"""Columns with a check digit: the check, and the test of one cell."""


def wrong(cells: pd.Series, agrees: Callable[[str], bool]) -> pd.Series:
    """True where a number is there and its check digit does not agree.

    Args:
        cells: Numbers of the right form, with missing cells.
        agrees: The test of one cell.
    """
    return cells.isin([cell for cell in cells.dropna().unique() if cell not in ALWAYS and not agrees(cell)])
