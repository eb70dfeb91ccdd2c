"""Findings with their places: which sheet, which header, which cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_contracts.findings import Audience, Finding
from ens_reports import digest
from ens_reports.intake.source import Sheet

MAX_SAMPLE = 5
NO_ROWS = np.array([], dtype=np.int64)
"""Of a finding about the whole file."""
Cells = pd.Series
"""Text cells of one column: index = row numbers of the source, blank = empty text."""
Mask = pd.Series
"""True or False for each row of a column."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Located:
    """A finding, and where its cells are.

    Attributes:
        finding: Cause and rows.
        sheet: The sheet it is in; none for the whole file.
        column: Position of the column in the sheet, from 0; -1 for whole rows or none.
        header: The column's header as it was sent, empty for none.
        audience: Who may read it: what rests on another party's record can be for analysts alone.
        about: For analysts alone: what of other parties it rests on, as plain values; no value of a record.
    """

    finding: Finding
    sheet: Sheet | None
    column: int = -1
    header: str = ""
    audience: Audience = "sender"
    about: tuple[str, ...] = ()

    def addresses(self, limit: int | None = None) -> tuple[str, ...]:
        """Where its cells are, in the order of rows.

        Args:
            limit: At most so many.
        """
        if self.sheet is None:
            return ()
        return tuple(self.sheet.address(int(row), self.column) for row in self.finding.rows[:limit])


@dataclass(kw_only=True)
class Collector:
    """Gathers findings about one sheet.

    Attributes:
        sheet: The sheet.
        header: Its headers as sent, by position.
        found: What was gathered.
    """

    sheet: Sheet
    header: tuple[str, ...]
    found: list[Located] = field(default_factory=list)
    _told: set[tuple[object, ...]] = field(default_factory=set)

    def add(
        self,
        check: str,
        rows: Iterable[int] | NDArray[np.int64],
        *,
        column: int = -1,
        field_name: str = "",
        values: Mapping[str, str] | None = None,
        sample: Iterable[str] = (),
    ) -> None:
        """Note one cause; without any row it is not noted, and once only for a column that feeds two fields.

        Args:
            check: Identifier in the catalogue.
            rows: Row numbers of the source.
            column: Position of the column; -1 for whole rows.
            field_name: The contract's field.
            values: What fills the places of the wording; never a record's value.
            sample: Distinct offending values, for the pack that returns to the sender.
        """
        places = np.sort(np.asarray(rows if isinstance(rows, np.ndarray | pd.Index) else list(rows), dtype=np.int64))
        once = (check, column, digest.of_bytes(places.tobytes()), *(values or {}).values())
        if len(places) and once not in self._told:
            self._told.add(once)
            finding = Finding(
                check=check, field=field_name, rows=places, values=dict(values or {}), sample=tuple(dict.fromkeys(sample))[:MAX_SAMPLE]
            )
            self.found.append(Located(finding=finding, sheet=self.sheet, column=column, header=self.header_of(column)))

    def add_to_file(self, check: str, values: Mapping[str, str]) -> None:
        """Note a cause that is in the file as a whole."""
        self.found.append(Located(finding=Finding(check=check, field="", rows=NO_ROWS, values=dict(values)), sheet=None))

    def add_cells(
        self,
        check: str,
        cells: Cells,
        mask: Mask,
        *,
        column: int,
        field_name: str = "",
        values: Mapping[str, str] | None = None,
    ) -> None:
        """Note one cause for the cells of a column where a mask holds, with a sample of them."""
        hit = cells[mask]
        self.add(check, hit.index, column=column, field_name=field_name, values=values, sample=hit.unique()[:MAX_SAMPLE])

    def header_of(self, column: int) -> str:
        """A column's header as it was sent."""
        return self.header[column] if 0 <= column < len(self.header) else ""
