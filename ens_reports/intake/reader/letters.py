"""Columns as spreadsheet programs write them."""

from functools import lru_cache

LETTERS = 26


def column_letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA.

    Args:
        column: Position, from 0.
    """
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=20_000)
def column_number(letters: bytes) -> int:
    """The number of a column: A is 1, AA is 27.

    Args:
        letters: Capital ones, as a file has them.
    """
    number = 0
    for letter in letters:
        number = number * LETTERS + letter - ord("A") + 1
    return number
