"""A column by its distinct values: what depends on the value alone is worked out once for each, and spread to the rows."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ens_reports.intake.findings import Cells, Collector, Located

TEXT = pd.StringDtype(na_value=np.nan)
ROWS_TOLD = {"missing_words": "number"}
"""Checks whose wording tells the number of rows, and where."""


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

    def tell(self, found: Located, collector: Collector) -> None:
        """Note for rows what was noted for distinct values.

        Args:
            found: The finding; its rows are positions among the distinct values.
            collector: Takes it with row numbers.
        """
        finding = found.finding
        hit = np.zeros(int(self.codes.max(initial=-1)) + 1, dtype=bool)
        hit[finding.rows[finding.rows < len(hit)]] = True
        rows = self.index.to_numpy()[hit[self.codes]]
        collector.add(finding.check, rows, column=found.column, field_name=finding.field, values=finding.values, sample=finding.sample)


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
        cells: Text, each among the distinct values.
        distinct: Of the whole column.
    """
    found = pc.index_in(pa.array(cells), value_set=pa.array(distinct.texts))
    return Coded(codes=found.to_numpy(zero_copy_only=False), index=cells.index)


def as_cells(texts: pa.Array | pa.ChunkedArray) -> Cells:
    """Text of Arrow as a column of pandas, without a copy."""
    return pd.Series(texts.cast(pa.large_string()), dtype=TEXT) if len(texts) else pd.Series([], dtype=TEXT)
