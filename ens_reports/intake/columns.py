"""The columns of one table, found by header and cleaned once, however many fields they feed."""

from collections.abc import Sequence

import pandas as pd

from ens_reports.intake.cells import Place, clean, note_spellings
from ens_reports.intake.findings import Cells, Collector
from ens_reports.intake.fold import fold, fold_header
from ens_reports.intake.table import Table


class Columns:
    """Access to a table's columns by header.

    Args:
        table: Header and records.
        collector: Takes the findings about blanks, missing words and spellings.
        missing: Further words for "not recorded".
        kept: Words that are not, though they usually are.

    Attributes:
        used: Positions of columns that feed a field.
        facts: Field -> what was understood of its column.
    """

    def __init__(self, table: Table, collector: Collector, *, missing: Sequence[str] = (), kept: Sequence[str] = ()) -> None:
        self.rows = table.rows
        self.collector = collector
        self._header = table.header
        self._missing = tuple(missing)
        self._kept = tuple(kept)
        self.used: set[int] = set()
        self.facts: dict[str, dict[str, str]] = {}
        self._cleaned: dict[int, Cells] = {}
        self._positions: dict[str, list[int]] = {}
        for position, name in enumerate(table.header):
            self._positions.setdefault(fold_header(name), []).append(position)

    def position(self, header: str, occurrence: int = 1) -> int | None:
        """Where a column is; none if the table has no such header.

        Args:
            header: As written in a mapping; case, blanks and punctuation do not count.
            occurrence: Which of several.
        """
        found = self._positions.get(fold_header(header), [])
        return found[occurrence - 1] if len(found) >= occurrence else None

    def place(self, position: int, field: str = "") -> Place:
        """Where findings about a column go."""
        return Place(collector=self.collector, column=position, field=field)

    def raw(self, position: int) -> Cells:
        """Cells as sent."""
        return self.rows[position]

    def cleaned(self, position: int, field: str = "", *, missing: Sequence[str] = ()) -> Cells:
        """Tidy cells, blank where not recorded; what was cleaned is noted once, for the first field that asks.

        Args:
            position: Of the column.
            field: The contract's field.
            missing: Further words for "not recorded" in this column.
        """
        if field:
            self.used.add(position)
        if position not in self._cleaned:
            here = {fold(word) for word in missing}
            kept = [word for word in self._kept if fold(word) not in here]
            place = self.place(position, field)
            self._cleaned[position] = clean(self.raw(position), place, missing=(*self._missing, *missing), kept=kept)
        return self._cleaned[position]

    def spellings(self, position: int, field: str) -> None:
        """Note values of a column that are written in several ways."""
        note_spellings(self.raw(position), self.place(position, field))

    def blank(self) -> Cells:
        """A column without any value."""
        return pd.Series("", index=self.rows.index, dtype="str")

    def filled(self, position: int) -> int:
        """How many cells of a column hold something."""
        return int((self.raw(position).str.strip() != "").sum())

    @property
    def header(self) -> tuple[str, ...]:
        """Headers as sent."""
        return self._header
