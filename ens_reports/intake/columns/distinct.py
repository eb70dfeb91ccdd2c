"""A column by its distinct values: what depends on the value alone is worked out once for each, and spread to the rows."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

MAX_DISTINCT = 100_000
"""So many distinct values of a long sheet's column are held together; a column with more is read piece by piece."""
TEXT = pd.StringDtype(na_value=np.nan)
Cells = pd.Series
"""Text cells, blank = empty text."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Distinct:
    """The distinct values of a column.

    Attributes:
        texts: Each once, as sent, in the order of the rows; index = 0, 1, ...
        counts: How many rows hold each.
    """

    texts: Cells
    counts: NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Coded:
    """The cells of some rows, as positions among distinct values.

    Attributes:
        codes: Position of each row's value.
        index: Row numbers of the source.
    """

    codes: NDArray[np.int32]
    index: pd.Index

    def spread(self, cells: Cells) -> Cells:
        """What was worked out for each distinct value, for each row.

        Args:
            cells: One for each distinct value.
        """
        return cells.take(self.codes).set_axis(self.index)

    def rows_of(self, values: NDArray[np.int64]) -> NDArray[np.int64]:
        """The row numbers at which certain values stand.

        Args:
            values: Positions among the distinct values.
        """
        hit = np.zeros(max(int(self.codes.max(initial=-1)), int(values.max(initial=-1))) + 1, dtype=bool)
        hit[values] = True
        return self.index.to_numpy()[hit[self.codes]]


def encode(cells: Cells) -> tuple[Distinct, Coded]:
    """Distinct values of a column, and where they stand.

    Args:
        cells: Text without missing cells.
    """
    encoded = pc.dictionary_encode(pa.array(cells))
    merged = encoded.combine_chunks() if isinstance(encoded, pa.ChunkedArray) else encoded
    codes = merged.indices.to_numpy(zero_copy_only=False)
    counts = np.bincount(codes, minlength=len(merged.dictionary))
    return Distinct(texts=as_cells(merged.dictionary), counts=counts), Coded(codes=codes, index=cells.index)


def find(cells: Cells, distinct: Distinct) -> Coded:
    """Where the cells of some rows stand among the distinct values of the whole column.

    Args:
        cells: Text; one that is not among the distinct values has position -1.
        distinct: Of the whole column.
    """
    found = pc.index_in(pa.array(cells).cast(pa.large_string()), value_set=pa.array(distinct.texts).cast(pa.large_string()))
    return Coded(codes=pc.fill_null(found, -1).to_numpy(zero_copy_only=False), index=cells.index)


def as_cells(texts: pa.Array | pa.ChunkedArray) -> Cells:
    """Text of Arrow as a column of pandas, without a copy."""
    return pd.Series(texts.cast(pa.large_string()), dtype=TEXT) if len(texts) else pd.Series([], dtype=TEXT)


class Growing:
    """The distinct values of a column that is read piece by piece; of too many only the first are kept.

    Attributes:
        complete: Whether all are kept.
    """

    def __init__(self) -> None:
        self.complete = True
        self._parts: list[Distinct] = []

    def add(self, part: Distinct) -> None:
        """Add those of the next piece.

        Args:
            part: Distinct values; one that no row holds does not count.
        """
        if self.complete:
            held = part.counts > 0
            self._parts.append(part if held.all() else Distinct(texts=part.texts[held], counts=part.counts[held]))
            if sum(len(item.texts) for item in self._parts) > 2 * MAX_DISTINCT:
                self._join()

    def distinct(self) -> Distinct:
        """What is kept, in the order of the rows."""
        self._join()
        return self._parts[0]

    def _join(self) -> None:
        texts = pa.chunked_array([pa.array(item.texts).cast(pa.large_string()) for item in self._parts], pa.large_string())
        joined, coded = encode(as_cells(texts))
        counts = np.bincount(coded.codes, weights=np.concatenate([item.counts for item in self._parts]), minlength=len(joined.texts))
        self.complete = self.complete and len(joined.texts) <= MAX_DISTINCT
        kept = joined.texts.head(MAX_DISTINCT)
        self._parts = [Distinct(texts=kept, counts=counts[: len(kept)].astype(np.int64))]
