"""Where the sender's cells stand in the workbook that returns to them."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ens_reports.intake.feedback.ranges import Ranges, cells, row_ranges
from ens_reports.intake.feedback.told import Told
from ens_reports.intake.findings import Located
from ens_reports.intake.reader.letters import column_letters
from ens_reports.locales import Language

SHOWN_RANGES = 8
"""Ranges of cells that are written out; the marks in the sheet show all."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The sender's sheets in the workbook.

    Attributes:
        names: Name of a sheet as it was read -> its name in the workbook.
        below: By how many rows a row stands lower than in the file: 1 where the file has no row for its header.
        rows: Row of the source -> row in the workbook, where only some rows are there; all are where it is none.
        head: Row of the header in the file.
    """

    names: dict[str, str] = field(default_factory=dict)
    below: int = 0
    rows: dict[int, int] | None = None
    head: int = 1

    def row(self, row: int) -> int | None:
        """The row in the workbook of a row of the source; none if it is not there."""
        return row + self.below if self.rows is None else self.rows.get(row)

    def there(self, rows: NDArray[np.int64]) -> list[int]:
        """The rows in the workbook of rows of the source, as far as they are there, ascending.

        Args:
            rows: Row numbers of the source.
        """
        if self.rows is None:
            return [int(row) for row in rows + self.below]
        held = rows[np.isin(rows, np.fromiter(self.rows, dtype=np.int64))]
        return sorted(self.rows[int(row)] for row in held)

    def where(self, told: Told, language: Language) -> str:
        """The cells of a finding, in few words; of an excerpt as they are numbered in the file.

        Args:
            told: The finding.
            language: Of the words around them.
        """
        located = told.located
        if located.sheet is None or not len(located.finding.rows):
            return language.text("the whole file")
        if is_heading(located, self.head):
            return language.text("the headings")
        ranges: Ranges = row_ranges(located.finding.rows)
        shown = cells(ranges[:SHOWN_RANGES], located.column, below=self.below)
        named = ", ".join(shown) if located.column >= 0 else language.text("rows {rows}", rows=", ".join(shown))
        rest = len(ranges) - len(shown)
        more = " " + language.plural("and {n} more place", "and {n} more places", rest) if rest else ""
        return named + more

    def link(self, told: Told) -> str:
        """The first cell of a finding, as a link within the workbook; blank if it is not there."""
        located = told.located
        name = self.names.get(located.sheet.name, "") if located.sheet is not None else ""
        rows = (self.row(int(row)) for row in located.finding.rows[:1])
        first = next((row for row in rows if row is not None), None)
        if not name or first is None:
            return ""
        quoted = name.replace("'", "''")
        return f"'{quoted}'!{column_letters(max(0, located.column))}{first}"


def is_heading(located: Located, head: int) -> bool:
    """Whether a finding is about the table as a whole, and stands at its header for want of a better place.

    Args:
        located: The finding.
        head: Row of the header.
    """
    return located.column < 0 and located.finding.rows.tolist() == [head]
