"""From a sheet to a table: which row is the header, which rows are records, which are totals or titles."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ens_reports.intake.findings import Collector, Mask
from ens_reports.intake.fold import fold, fold_header
from ens_reports.intake.source import Sheet

HEADER_SEARCH_ROWS = 40
TOTAL_WORDS = frozenset(
    fold(word)
    for word in (
        "total", "totals", "grand total", "subtotal", "sub-total", "sum", "totaux", "total général", "sous-total", "somme", "total general",
        "totales", "suma", "subtotales", "soma", "total geral", "المجموع", "الإجمالي", "مجموع", "إجمالي", "المجموع الكلي",
    )
)  # fmt: skip
"""First cell of a row that adds up the rows above."""
MIN_COLUMNS_FOR_BANDS = 4
"""In a table at least so wide, a row with one filled cell is a title inside the table, not a record."""
NAME_LENGTH_LIMIT = 10
"""Shapefiles cut the names of columns here."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """A sheet's records.

    Attributes:
        sheet: Where they are from.
        header: Headers as sent, by position; empty for an unnamed column.
        header_row: Row number of the header; 1 where the format names its columns, so that an address can be given.
        rows: Records as text, columns by position, index = row numbers of the source; blank rows are left out.
        set_aside: Rows that are no records (totals, titles, repeated headers), as they came.
    """

    sheet: Sheet
    header: tuple[str, ...]
    header_row: int
    rows: pd.DataFrame
    set_aside: pd.DataFrame

    @property
    def rows_read(self) -> int:
        """Non-blank rows below the header."""
        return len(self.rows) + len(self.set_aside)


def find_table(sheet: Sheet, known: Collection[str], *, header_row: int | None = None) -> Table | None:
    """Find header and records of a sheet.

    Args:
        sheet: As it was read.
        known: Folded headers that would be recognised.
        header_row: Row number of the header, if a mapping states it.

    Returns:
        The table; none if no row looks like a header.
    """
    if sheet.header:
        return _split(sheet, sheet.header, 0)
    row = header_row if header_row is not None else _header_row(sheet.cells, frozenset(known))
    if row is None or row not in sheet.cells.index:
        return None
    header = tuple(_upper_band(sheet.cells, row))
    return _split(sheet, header, int(row))


def note_header(table: Table, collector: Collector) -> None:
    """Findings about the header itself: repeated, unnamed, broken over lines or cut names."""
    folded = [fold_header(name) for name in table.header]
    for name in dict.fromkeys(name for name in folded if name and folded.count(name) > 1):
        position = folded.index(name)
        collector.add("header_repeated", [table.header_row], column=position, values={"number": str(folded.count(name))})
    for position, name in enumerate(table.header):
        filled = not name.strip() and bool((table.rows[position] != "").any())
        if filled:
            collector.add("header_unnamed", [table.header_row], column=position)
    broken = [name for name in table.header if "\n" in name or "\r" in name]
    if broken:
        collector.add("header_with_line_breaks", [table.header_row], values={"number": str(len(broken))})
    cut = [name for name in table.header if len(name) == NAME_LENGTH_LIMIT]
    own = [name for name in table.header if not name.startswith("geometry_")]
    if len(cut) > 1 and max(map(len, own)) == NAME_LENGTH_LIMIT:
        collector.add("headers_cut", [table.header_row], values={"number": str(len(cut)), "length": str(NAME_LENGTH_LIMIT)})


def note_rows(table: Table, collector: Collector) -> None:
    """Findings about rows that are no records, and rows with missing cells."""
    if len(table.set_aside):
        totals = _is_total(table.set_aside)
        collector.add("rows_total", table.set_aside.index[totals])
        collector.add("rows_not_records", table.set_aside.index[~totals])
    short = set(table.sheet.short_rows) & set(table.rows.index)
    collector.add("rows_short", sorted(short))


def _split(sheet: Sheet, header: tuple[str, ...], header_row: int) -> Table:
    below = sheet.cells.loc[sheet.cells.index > header_row]
    stripped = below.apply(lambda column: column.str.strip())
    filled = (stripped != "").sum(axis=1)
    rows, count = below.loc[filled > 0], filled.loc[filled > 0]
    aside = _is_total(rows) | _is_header_again(rows, header)
    if len(header) >= MIN_COLUMNS_FOR_BANDS and not sheet.header:
        aside |= (count == 1) & (stripped.loc[rows.index, 0] != "")
    return Table(sheet=sheet, header=header, header_row=max(1, header_row), rows=rows.loc[~aside], set_aside=rows.loc[aside])


def _is_total(rows: pd.DataFrame) -> Mask:
    """Whether the first filled cell of a row is a word for a total."""
    cells = rows.to_numpy(dtype=object)
    if not cells.size:
        return pd.Series(data=False, index=rows.index)
    first = cells[np.arange(len(cells)), (cells != "").argmax(axis=1)]
    totals = [text for text in pd.unique(first) if fold(text).rstrip(" :") in TOTAL_WORDS]
    return pd.Series(np.isin(first, totals), index=rows.index)


def _is_header_again(rows: pd.DataFrame, header: tuple[str, ...]) -> Mask:
    same = pd.Series(data=True, index=rows.index)
    for position, name in enumerate(header):
        same &= rows[position] == name
    return same


def _header_row(cells: pd.DataFrame, known: frozenset[str]) -> int | None:
    """The row with most recognised headers; without any, the first that is filled like the table below it."""
    top = cells.head(HEADER_SEARCH_ROWS)
    hits = {
        int(row): sum(fold_header(text) in known for text in values if text) for row, values in zip(top.index, top.to_numpy(), strict=True)
    }
    if hits and max(hits.values()) > 1:
        return max(hits, key=lambda row: (hits[row], -row))
    widths = (top.apply(lambda column: column.str.strip()) != "").sum(axis=1)
    wide = widths[widths >= max(2, 0.6 * widths.max())] if len(widths) else widths
    return int(wide.index[0]) if len(wide) else None


def _upper_band(cells: pd.DataFrame, row: int) -> list[str]:
    """The header's texts; an empty one takes its text from a cell just above, where headers are merged over two rows."""
    header = [str(text) for text in cells.loc[row]]
    above = [str(text) for text in cells.loc[row - 1]] if row - 1 in cells.index else [""] * len(header)
    single_title = sum(bool(text.strip()) for text in above) < 2  # noqa: PLR2004 - a title fills one cell, a band several
    return header if single_title else [text or upper for text, upper in zip(header, above, strict=True)]
