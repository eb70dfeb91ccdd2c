"""What a notebook may give as a table, made into columns and cells."""

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from ens_reports.errors import RequestError
from ens_reports.report.blocks import Cell, Column

Rows = Iterable[Sequence[str | Cell]]
PAGE_MM, PADDING_MM = 170.0, 3.7
LETTER_MM, FIGURE_MM = 1.6, 1.85
"""Width of a printed table, of the space beside a cell's text, of a letter and of a figure of its type."""
LONGEST_WORD = 16
"""Letters up to which a column makes room for its longest word; what is longer breaks."""
LOOKS_NUMERIC = re.compile(r"[-+\u2212]?\d[\d.,\s\u00a0\u202f]*(\s?%|\s\(\d.*\))?|[-\u2013\u2014]")
"""A number as a language prints it, with a per cent sign or a part in brackets, or a dash for none."""


def read(data: pd.DataFrame | Rows, columns: Sequence[str | Column] | None) -> tuple[tuple[Column, ...], tuple[tuple[Cell, ...], ...]]:
    """Columns and cells of a table.

    Args:
        data: A frame of texts and `Cell` values, or rows of these.
        columns: Labels, or `Column` values; of a frame its own labels where none are given.

    Returns:
        Columns (a plain label's column aligns to the end when all its cells are numbers) and rows.

    Raises:
        RequestError: A row's length differs from the columns', or a value is not text.
    """
    if isinstance(data, pd.DataFrame):
        columns = list(map(str, data.columns)) if columns is None else columns
        data = data.itertuples(index=False, name=None)
    rows = tuple(tuple(_cell(value) for value in row) for row in data)
    labels = tuple(columns or ())
    wrong = next((row for row in rows if len(row) != len(labels)), None)
    if wrong is not None or not labels:
        got = len(wrong) if wrong is not None else 0
        raise RequestError(f"each row of a table must have {len(labels)} cells, got {got}", hint="give one label per column")
    return _with_room(tuple(_column(label, [row[at] for row in rows]) for at, label in enumerate(labels)), rows), rows


def _cell(value: str | Cell) -> Cell:
    if isinstance(value, Cell):
        return value
    if isinstance(value, str):
        return Cell(text=value)
    raise RequestError(
        f"a table's value must be text or a Cell, got {type(value).__name__}",
        hint="format numbers with view.language.number, days with view.language.day",
    )


def _with_room(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> tuple[Column, ...]:
    """The columns, those too narrow for their longest word widened at the cost of the others."""
    least = [_least_mm(column, [row[at] for row in rows]) for at, column in enumerate(columns)]
    widths = [column.share * PAGE_MM / sum(one.share for one in columns) for column in columns]
    if sum(least) > PAGE_MM or all(width >= need for width, need in zip(widths, least, strict=True)):
        return columns
    fixed: set[int] = set()
    while short := {at for at, need in enumerate(least) if at not in fixed and widths[at] < need}:
        fixed |= short
        rest = PAGE_MM - sum(least[at] for at in fixed)
        free = sum(column.share for at, column in enumerate(columns) if at not in fixed)
        widths = [least[at] if at in fixed else column.share * rest / free for at, column in enumerate(columns)]
    return tuple(column.model_copy(update={"share": round(width, 2)}) for column, width in zip(columns, widths, strict=True))


def _least_mm(column: Column, cells: list[Cell]) -> float:
    return max(_word_mm(word) for text in (column.label, *(cell.text for cell in cells)) for word in [*text.split(), ""]) + PADDING_MM


def _word_mm(word: str) -> float:
    return sum(FIGURE_MM if letter.isdigit() else LETTER_MM for letter in word[:LONGEST_WORD])


def _column(label: str | Column, cells: list[Cell]) -> Column:
    if isinstance(label, Column):
        return label
    numeric = bool(cells) and all(LOOKS_NUMERIC.fullmatch(cell.text) for cell in cells if cell.text)
    longest = max([len(label), *(len(cell.text) for cell in cells)])
    return Column(label=label, align="end" if numeric else "start", share=round(min(max(longest, 8), 40) ** 0.6, 2))
