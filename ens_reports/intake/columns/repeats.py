"""Cells that say "as above": idem, ditto, a quotation mark alone; each takes the value of the record above it."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ens_reports.intake.columns.cells import to_look_at
from ens_reports.intake.findings import Cells, Collector, Mask
from ens_reports.intake.values.fold import fold
from ens_reports.intake.values.many import distinct_of
from ens_reports.intake.values.words import REPEATS

BLANKS = " \t\r\n\u00a0"


@dataclass(frozen=True, kw_only=True, eq=False)
class Repeated:
    """A column in which cells that say "as above" have the value above them.

    Attributes:
        cells: As sent, but for those cells.
        filled: True for cells that took the value above.
        open: True for cells with nothing above them; they stay as they came.
        carry: What stands last: for the next piece of a table that is read in pieces.
    """

    cells: Cells
    filled: Mask
    open: Mask
    carry: str


def fill(cells: Cells, *, carry: str = "") -> Repeated:
    """Give cells that say "as above" the value above them.

    Args:
        cells: One column of records as sent, in the order of the sheet, without rows that are no records.
        carry: What stood last in the piece before; empty at the start of a table.

    Returns:
        The column. A blank above is nothing to repeat.
    """
    words = words_in(cells)
    last = cells.iloc[-1] if len(cells) else carry
    if not words:
        nothing = pd.Series(data=False, index=cells.index)
        return Repeated(cells=cells, filled=nothing, open=nothing, carry=str(last))
    says = cells.isin(words)
    above = cells.mask(says).ffill().fillna(carry).astype("str")
    usable = says & (above.str.strip(BLANKS) != "")
    result = cells.mask(usable, above).astype("str")
    return Repeated(
        cells=result, filled=usable, open=says & ~usable, carry=str(result.iloc[-1]) if not bool((says & ~usable).iloc[-1]) else ""
    )


def words_in(cells: Cells) -> set[str]:
    """The values that say "as above".

    Args:
        cells: As sent.
    """
    looked_at = distinct_of(to_look_at(cells, REPEATS))
    return {value for value in looked_at if 0 < len(value) < 30 and fold(value.strip(BLANKS)) in REPEATS}  # noqa: PLR2004 - no such word is longer


def fill_table(rows: pd.DataFrame, collector: Collector, *, carry: Mapping[int, str] | None = None) -> tuple[pd.DataFrame, dict[int, str]]:
    """Give cells of a table that say "as above" the value above them, each with a finding.

    Args:
        rows: Records as sent: a column for each position, index = row numbers of the source.
        collector: Takes the findings.
        carry: Of the piece before, by position.

    Returns:
        The table, the same if nothing was to be filled, and what stands last in each column.
    """
    before: Mapping[int, str] = carry or {}
    after: dict[int, str] = {}
    changed: dict[int, Cells] = {}
    for position in range(rows.shape[1]):
        found = fill(rows[position], carry=before.get(position, ""))
        after[position] = found.carry
        collector.add_cells("value_repeated", rows[position], found.filled, column=position)
        collector.add_cells("repeat_without_value", rows[position], found.open, column=position)
        if found.filled.any():
            changed[position] = found.cells
    return _replaced(rows, changed) if changed else rows, after


def _replaced(rows: pd.DataFrame, changed: Mapping[int, Cells]) -> pd.DataFrame:
    copied = rows.copy(deep=False)
    for position, cells in changed.items():
        copied[position] = cells
    return copied
