"""A sheet that is too long to be held: an Arrow file, read some rows at a time."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from weakref import finalize

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from ens_reports.intake.columns.distinct import as_cells

ROW = "row"


class Lasting:
    """A temporary folder that is there as long as any of the sheets that lie in it.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: TemporaryDirectory[str]) -> None:
        finalize(self, folder.cleanup)


class Stored:
    """Rows in an Arrow file: column `row` with the row numbers of the source, then `0`, `1`, ... as text.

    Nothing of the file is mapped into memory: what was read of it would count as memory of ours.

    Args:
        path: The file.
        folder: The temporary folder that it lies in: kept as long as the rows are used.
    """

    def __init__(self, path: Path, folder: Lasting | None = None) -> None:
        self._path = path
        self._folder = folder
        with pa.OSFile(str(path)) as file, pa.ipc.open_file(file) as reader:
            self.width = len(reader.schema.names) - 1
            self._batches = reader.num_record_batches
        numbers = [part.to_numpy() for part in self._numbers()]
        self._ends = np.cumsum([len(part) for part in numbers], dtype=np.int64)
        self.rows: NDArray[np.int64] = np.concatenate(numbers) if numbers else np.array([], dtype=np.int64)

    def __getstate__(self) -> dict[str, object]:
        """For a helper: the folder lasts as long as it does with us."""
        return {**self.__dict__, "_folder": None}

    def pieces(self, size: int) -> Iterator[pd.DataFrame]:
        """All rows in order, so many at a time.

        Args:
            size: Rows of a piece.
        """
        for start in range(0, len(self.rows), size):
            yield self.at(np.arange(start, min(start + size, len(self.rows))))

    def at(self, positions: NDArray[np.int64], wanted: Sequence[int] | None = None) -> pd.DataFrame:
        """Certain rows; index = row numbers of the source, columns from 0, text.

        Args:
            positions: Which rows, from 0, ascending.
            wanted: Positions of the columns; none: all.
        """
        tables, chosen = [], sorted(range(self.width) if wanted is None else wanted)
        options = pa.ipc.IpcReadOptions(included_fields=[position + 1 for position in chosen])
        with pa.OSFile(str(self._path)) as file, pa.ipc.open_file(file, options=options) as reader:
            for number in np.unique(np.searchsorted(self._ends, positions, side="right")):
                start = self._ends[number - 1] if number else 0
                here = positions[(positions >= start) & (positions < self._ends[number])] - start
                batch = reader.get_batch(int(number))
                whole = len(here) and here[-1] - here[0] + 1 == len(here)
                tables.append(batch.slice(int(here[0]), len(here)) if whole else batch.take(pa.array(here)))
            found = pa.Table.from_batches(tables, schema=reader.schema)
        columns = {position: as_cells(found.column(str(position))) for position in chosen}
        return pd.DataFrame(columns, columns=chosen).set_axis(pd.Index(self.rows[positions]), axis="index")

    def _numbers(self) -> Iterator[pa.Array]:
        options = pa.ipc.IpcReadOptions(included_fields=[0])
        with pa.OSFile(str(self._path)) as file, pa.ipc.open_file(file, options=options) as reader:
            for number in range(self._batches):
                yield reader.get_batch(number).column(ROW)
