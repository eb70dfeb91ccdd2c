"""A file as it was read: sheets of text cells with their addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ens_reports.intake.long.stored import Stored
from ens_reports.intake.reader.grid import Note
from ens_reports.intake.reader.letters import column_letters


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheet:
    """One sheet.

    Attributes:
        name: Empty for a file without sheets.
        cells: Text cells (blank = empty text), columns counted from 0, index = row numbers of the source, from 1; of a sheet with
            a `store` only the first rows.
        header: Column names that the format gives (JSON, Parquet); empty where the header is a row of `cells`.
        pointer: How a place is written in formats without cells, else empty.
        short_rows: Rows that had fewer cells than the widest.
        store: All rows, where they are too many to be held.
    """

    name: str
    cells: pd.DataFrame
    header: tuple[str, ...] = ()
    pointer: str = ""
    short_rows: tuple[int, ...] = ()
    store: Stored | None = None

    @property
    def row_count(self) -> int:
        """Rows of the source, blank ones and headers too."""
        return len(self.cells) if self.store is None else len(self.store.rows)

    def head(self, count: int) -> pd.DataFrame:
        """The first rows as sent, columns and index as in `cells`.

        Args:
            count: At most so many.
        """
        return self.cells.head(count) if self.store is None else self.store.at(np.arange(min(count, self.row_count)))

    def take(self, rows: Sequence[int]) -> pd.DataFrame:
        """Certain rows as sent, in the order of the source; numbers of rows that there are not are left out.

        Args:
            rows: Row numbers of the source, in any order.
        """
        if self.store is None:
            return self.cells.loc[self.cells.index.isin(list(rows))]
        return self.store.at(np.flatnonzero(np.isin(self.store.rows, np.asarray(rows, dtype=np.int64))))

    def pieces(self, size: int) -> Iterator[pd.DataFrame]:
        """All rows as sent, so many at a time; all at once where they are held.

        Args:
            size: Rows of a piece.
        """
        if self.store is None:
            yield self.cells
        else:
            yield from self.store.pieces(size)

    def address(self, row: int, column: int) -> str:
        """Where a cell is, as its sender would look for it: `Sheet1!F12`, `F12`, or `/11/DELITO` in JSON.

        Args:
            row: Row number of the source.
            column: Position of the column, from 0; -1 for the whole row.
        """
        if self.pointer:
            name = self.header[column] if 0 <= column < len(self.header) else ""
            return self.pointer.format(item=row - 1, row=row, name=name).rstrip("/")
        place = f"{column_letters(column)}{row}" if column >= 0 else str(row)
        return f"{self.name}!{place}" if self.name else place


@dataclass(frozen=True, kw_only=True, eq=False)
class Source:
    """A file that was read.

    Attributes:
        format: `text`, `json`, `xlsx`, `xls`, `ods` or `parquet`, by its content.
        sheets: In order; none if it could not be read.
        notes: What was seen while reading.
        encoding: Of a text file.
        delimiter: Of a delimited text file.
        unreadable: Identifier of the check that says why it could not be read, else empty.
        unreadable_values: What fills the places of that check's wording.
    """

    format: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...]
    encoding: str
    delimiter: str
    unreadable: str
    unreadable_values: dict[str, str]
