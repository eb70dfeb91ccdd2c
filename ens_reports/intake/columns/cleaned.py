"""The columns of one table, found by header and cleaned once, however many fields they feed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports.intake.columns.cells import Place, clean
from ens_reports.intake.columns.distinct import Coded, Distinct, Growing, encode, find
from ens_reports.intake.findings import Cells, Collector, Located
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.values.fold import fold, fold_header

if TYPE_CHECKING:
    from ens_reports.intake.mappings.rules import Read

ROWS_TOLD = {"missing_words": "number"}
"""Checks whose wording tells the number of rows, and where."""


class Whole:
    """What is known of the columns of a long table over all its pieces.

    Args:
        columns: The distinct values of each column.

    Attributes:
        columns: The same.
        narrow: Position -> the column by its distinct values, where all of them are known.
        reads: Position, field and rule -> what the rule made of the distinct values.
        tidied: Position -> tidy texts, where not all distinct values are known.
        proven: Position -> what those texts prove.
        used: As of `Columns`.
        facts: As of `Columns`.
    """

    def __init__(self, columns: Sequence[Growing]) -> None:
        self.columns = [(item.distinct(), item.complete) for item in columns]
        self.narrow: dict[int, Columns] = {}
        self.tidied: dict[int, tuple[str, ...]] = {}
        self.proven: dict[int, dict[object, object]] = {}
        self.reads: dict[tuple[int, str, int], Read] = {}
        self.used: set[int] = set()
        self.facts: dict[str, dict[str, str]] = {}
        self._once: dict[str, str] = {}

    def once(self, name: str, find: Callable[[], str]) -> str:
        """Something that all pieces have in common, found when the first of them asks.

        Args:
            name: Of it.
            find: Finds it.
        """
        if name not in self._once:
            self._once[name] = find()
        return self._once[name]


class Columns:
    """Access to a table's columns by header.

    Args:
        table: Header and records.
        collector: Takes the findings about blanks, missing words and spellings.
        missing: Further words for "not recorded".
        kept: Words that are not, though they usually are.
        weights: Where the rows are distinct values of one column: how many rows of the whole column hold each.
        whole: Where the table is a piece of a long one: what is known of all of it.

    Attributes:
        used: Positions of columns that feed a field.
        facts: Field -> what was understood of its column.
        said: Field and what stood beside its values, such as their unit -> cells.
    """

    def __init__(
        self,
        table: Table,
        collector: Collector,
        *,
        missing: Sequence[str] = (),
        kept: Sequence[str] = (),
        weights: NDArray[np.int64] | None = None,
        whole: Whole | None = None,
    ) -> None:
        self.rows = table.rows
        self.collector = collector
        self.used: set[int] = set() if whole is None else whole.used
        self.facts: dict[str, dict[str, str]] = {} if whole is None else whole.facts
        self.whole = whole
        self.said: dict[tuple[str, str], Cells] = {}
        self._table = table
        self._missing = tuple(missing)
        self._kept = tuple(kept)
        self._weights = weights
        self._cleaned: dict[int, Cells] = {}
        self._narrow: dict[int, Narrow] = {}
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
        return Place(collector=self.collector, column=position, field=field, weights=self._weights)

    def raw(self, position: int) -> Cells:
        """Cells as sent."""
        return self.rows[position]

    def narrow(self, position: int) -> "Narrow":
        """A column by its distinct values, for what depends on the value alone.

        Args:
            position: Of the column.
        """
        if position not in self._narrow:
            columns, coded = self._of_whole(position) or self._of_rows(position)
            self._narrow[position] = Narrow(columns=columns, coded=coded, collector=self.collector)
        return self._narrow[position]

    def all_texts(self, position: int) -> Cells:
        """The distinct values of the whole column as sent, of a long table too; of too many the first."""
        return self.texts(position) if self.whole is None else self.whole.columns[position][0].texts

    def texts(self, position: int) -> Cells:
        """The distinct values of a column as sent."""
        return self.narrow(position).columns.raw(position)

    def filled(self, position: int) -> NDArray[np.int64]:
        """Row numbers of the cells of a column that hold anything."""
        values = np.flatnonzero((self.texts(position).str.strip() != "").to_numpy(dtype=bool))
        return self.narrow(position).coded.rows_of(values)

    def cleaned(self, position: int, field: str = "", *, missing: Sequence[str] = (), kept: Sequence[str] = ()) -> Cells:
        """Tidy cells, blank where not recorded; what was cleaned is noted once, for the first field that asks.

        Args:
            position: Of the column.
            field: The contract's field.
            missing: Further words for "not recorded" in this column.
            kept: Words that are not in this column, unless the mapping says so.
        """
        if field:
            self.used.add(position)
        if self._weights is None:
            narrow = self.narrow(position)
            return narrow.spread(narrow.columns.cleaned(position, field, missing=missing, kept=kept))
        if position not in self._cleaned:
            here = {fold(word) for word in missing}
            always = {fold(word) for word in self._missing}
            words = [word for word in self._kept if fold(word) not in here] + [word for word in kept if fold(word) not in here | always]
            place = self.place(position, field)
            self._cleaned[position] = clean(self.raw(position), place, missing=(*self._missing, *missing), kept=words)
        return self._cleaned[position]

    def blank(self) -> Cells:
        """A column without any value."""
        return pd.Series("", index=self.rows.index, dtype="str")

    @property
    def header(self) -> tuple[str, ...]:
        """Headers as sent."""
        return self._table.header

    def _of_whole(self, position: int) -> "tuple[Columns, Coded] | None":
        """The column by the distinct values of all pieces, where these are known."""
        if self.whole is None:
            return None
        distinct, complete = self.whole.columns[position]
        coded = find(self.raw(position), distinct) if complete else None
        if coded is None or (coded.codes < 0).any():
            return None
        if position not in self.whole.narrow:
            self.whole.narrow[position] = self._of_values(position, distinct)
        return self.whole.narrow[position], coded

    def _of_rows(self, position: int) -> "tuple[Columns, Coded]":
        known = self._table.coded
        distinct, coded = known[position] if known else encode(self.raw(position))
        return self._of_values(position, distinct), coded

    def _of_values(self, position: int, distinct: Distinct) -> "Columns":
        table = replace(self._table, rows=pd.DataFrame({position: distinct.texts}), set_aside=self._table.set_aside.iloc[:0])
        collector = Collector(sheet=table.sheet, header=table.header)
        narrow = Columns(table, collector, missing=self._missing, kept=self._kept, weights=distinct.counts)
        narrow.used, narrow.facts, narrow.whole = self.used, self.facts, self.whole
        return narrow


@dataclass(kw_only=True, eq=False)
class Narrow:
    """One column by its distinct values.

    Attributes:
        columns: Gives the distinct values as if they were rows.
        coded: Where each stands.
        collector: Takes what is found, with row numbers.
    """

    columns: Columns
    coded: Coded
    collector: Collector
    _told: int = 0

    def spread(self, cells: Cells) -> Cells:
        """What was worked out for each distinct value, for each row; what was found on the way is noted for the rows.

        Args:
            cells: One for each distinct value.
        """
        self.tell()
        return self.coded.spread(cells)

    def tell(self) -> None:
        """Note for the rows what was found so far in the distinct values."""
        found = self.columns.collector.found
        for item in found[self._told :]:
            self._tell(item)
        self._told = len(found)

    def _tell(self, item: Located) -> None:
        """Note for rows what was noted for distinct values."""
        found = item.finding
        rows = self.coded.rows_of(found.rows)
        told = {ROWS_TOLD[found.check]: str(len(rows))} if found.check in ROWS_TOLD else {}
        values = {**found.values, **told}  # noqa: PD011 - a finding is no frame
        self.collector.add(found.check, rows, column=item.column, field_name=found.field, values=values, sample=found.sample)
