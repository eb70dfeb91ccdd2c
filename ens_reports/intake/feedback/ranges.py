"""Row numbers and cells in few words: 12 to 15, and 20."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ens_reports.intake.reader.letters import column_letters
from ens_reports.intake.source import Sheet

Ranges = tuple[tuple[int, int], ...]
"""First and last of numbers that follow one another."""


def row_ranges(rows: Sequence[int] | NDArray[np.int64]) -> Ranges:
    """Numbers as ranges.

    Args:
        rows: Ascending, each once.
    """
    numbers = np.asarray(rows, dtype=np.int64)
    if not numbers.size:
        return ()
    breaks = np.flatnonzero(np.diff(numbers) != 1)
    firsts = numbers[np.concatenate([[0], breaks + 1])]
    lasts = numbers[np.concatenate([breaks, [numbers.size - 1]])]
    return tuple(zip(firsts.tolist(), lasts.tolist(), strict=True))


def addresses(ranges: Ranges, sheet: Sheet, column: int) -> tuple[str, ...]:
    """Where ranges of rows are, as their sender would look for them: `Sheet1!F12:F15`.

    Args:
        ranges: Row numbers of the source.
        sheet: Where they are.
        column: Position of the column, from 0; -1 for whole rows.
    """
    return tuple(_address(first, last, sheet, column) for first, last in ranges)


def cells(ranges: Ranges, column: int, *, below: int = 0) -> tuple[str, ...]:
    """Ranges as a spreadsheet program writes them: `F12:F15`, or `12:15` for whole rows.

    Args:
        ranges: Row numbers of the source.
        column: Position of the column, from 0; -1 for whole rows.
        below: By how many rows the spreadsheet's numbers are larger.
    """
    letters = column_letters(column) if column >= 0 else ""
    return tuple(_span(f"{letters}{first + below}", f"{letters}{last + below}") for first, last in ranges)


def in_short(ranges: Ranges) -> str:
    """Ranges of rows in one text: `2-5,9`.

    Args:
        ranges: Row numbers of the source.
    """
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)


def _address(first: int, last: int, sheet: Sheet, column: int) -> str:
    start = sheet.address(first, column)
    if first == last:
        return start
    end = sheet.address(last, column)
    return f"{start} \N{EN DASH} {end}" if sheet.pointer else f"{start}:{end.rpartition('!')[2]}"


def _span(start: str, end: str) -> str:
    return start if start == end else f"{start}:{end}"
