"""Cells of a long table that say "as above": the pieces are read in order, and each hands on what stood last in its columns."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports.intake.columns.distinct import Distinct, encode
from ens_reports.intake.columns.repeats import fill, words_in
from ens_reports.intake.findings import Cells, Collector

Rows = NDArray[np.int64]


@dataclass(kw_only=True)
class Repeats:
    """The cells of one column that say "as above".

    Attributes:
        rows: Row numbers of those that take the value above, piece by piece.
        texts: What they take.
        open: Row numbers of those with nothing above them.
        words: What they say, in the order of the rows, of the two kinds.
    """

    rows: list[Rows] = field(default_factory=list)
    texts: list[Cells] = field(default_factory=list)
    open: list[Rows] = field(default_factory=list)
    words: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))


class Carried:
    """What is known of such cells in all columns."""

    def __init__(self) -> None:
        self._columns: dict[int, Repeats] = {}
        self._last: dict[int, str] = {}

    def add(self, position: int, cells: Cells, distinct: Distinct) -> Distinct | None:
        """Look at a column of the next piece.

        Args:
            position: Of the column.
            cells: Those of its records, as sent.
            distinct: Its distinct values.

        Returns:
            The distinct values once the cells are filled; none if there are no such cells.
        """
        if not len(cells) or not words_in(distinct.texts):
            self._last[position] = str(cells.iloc[-1]) if len(cells) else self._last.get(position, "")
            return None
        found = fill(cells, carry=self._last.get(position, ""))
        self._last[position] = found.carry
        kept = self._columns.setdefault(position, Repeats())
        kept.rows.append(cells.index[found.filled].to_numpy(dtype=np.int64))
        kept.texts.append(found.cells[found.filled])
        kept.open.append(cells.index[found.open].to_numpy(dtype=np.int64))
        for words, hit in zip(kept.words, (found.filled, found.open), strict=True):
            words += [word for word in cells[hit].unique() if word not in words]
        return encode(found.cells)[0]

    def fill(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Give the cells of some records the values above them.

        Args:
            rows: As sent, index = row numbers of the source, ascending.
        """
        changed = {position: _filled(rows[position], self._columns[position]) for position in self._columns if position in rows}
        return _replaced(rows, changed) if changed else rows

    def tell(self, collector: Collector) -> None:
        """Tell of them as `repeats` does of those of a table that is held.

        Args:
            collector: Takes the findings.
        """
        for position, kept in self._columns.items():
            collector.add("value_repeated", np.concatenate(kept.rows), column=position, sample=kept.words[0])
            collector.add("repeat_without_value", np.concatenate(kept.open), column=position, sample=kept.words[1])


def _filled(cells: Cells, kept: Repeats) -> Cells:
    if len(kept.rows) > 1:
        kept.rows, kept.texts = [np.concatenate(kept.rows)], [pd.concat(kept.texts)]
    rows, here = kept.rows[0], cells.index.to_numpy()
    places = np.minimum(np.searchsorted(rows, here), max(0, len(rows) - 1))
    hit = rows[places] == here if len(rows) else np.zeros(len(here), dtype=bool)
    taken = pd.Series(kept.texts[0].take(places[hit]).to_numpy(), index=cells.index[hit], dtype=cells.dtype)
    result = cells.copy()
    result[hit] = taken
    return result


def _replaced(rows: pd.DataFrame, changed: dict[int, Cells]) -> pd.DataFrame:
    copied = rows.copy(deep=False)
    for position, cells in changed.items():
        copied[position] = cells
    return copied
