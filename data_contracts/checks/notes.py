"""Gathers findings: one for each cause, with all its rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data_contracts.crashed import CRASHED
from data_contracts.findings import Finding
from data_contracts.wording.cells import CELLS
from data_contracts.wording.families import LEFT_OUT
from data_contracts.wording.positions import POSITIONS

SAMPLE = 5
BLANKING = frozenset({"position_zero", "position_half", *LEFT_OUT, *(check.id for check in (*CELLS, *POSITIONS))})
"""Checks that leave the cells blank that they name."""


@dataclass(kw_only=True)
class Notes:
    """What was found so far.

    Attributes:
        found: The findings, in no order.
        asked: Question of `missing` -> how many rows were asked it.
    """

    found: list[Finding] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)

    def add(
        self, check: str, column: str, rows: pd.Series, *, cells: pd.Series | None = None, values: Mapping[str, str] | None = None
    ) -> None:
        """Note a cause where the mask holds; nowhere, and nothing is noted.

        Args:
            check: Identifier in the catalogue.
            column: The column it is about.
            rows: True where it was found; the index holds the row numbers.
            cells: Where samples for the sender come from, same index.
            values: What fills the places of the wording, besides `field` and `n`.
        """
        hit = rows.to_numpy(dtype=bool)
        if not hit.any():
            return
        places = rows.index[hit].to_numpy(dtype=np.int64)
        sample = () if cells is None else tuple(str(cell) for cell in cells[hit].dropna().unique()[:SAMPLE])
        wording = {"field": column, "n": str(len(places)), **(values or {})}
        self.found.append(Finding(check=check, field=column, rows=np.sort(places), values=wording, sample=sample))

    def add_to_all(self, check: str, values: Mapping[str, str]) -> None:
        """Note a cause that is in the file as a whole.

        Args:
            check: Identifier in the catalogue.
            values: What fills the places of the wording.
        """
        self.found.append(Finding(check=check, field="", rows=np.array([], dtype=np.int64), values=dict(values)))

    @property
    def crashed(self) -> bool:
        """Whether one of our own checks failed: then nothing of the file counts as checked."""
        return any(finding.check == CRASHED for finding in self.found)

    def explained(self, columns: Iterable[str], index: pd.Index) -> pd.Series:
        """True for rows with a cell in one of the columns that was left out: that it is blank now has its finding already.

        Args:
            columns: The columns.
            index: Row numbers.
        """
        names = set(columns)
        rows = [finding.rows for finding in self.found if finding.field in names and finding.check in BLANKING]
        return pd.Series(index.isin(np.concatenate(rows)) if rows else np.zeros(len(index), dtype=bool), index=index)
