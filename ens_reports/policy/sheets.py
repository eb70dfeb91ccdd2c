"""Records in files that all processes of a run share: a reader's rows are found by their places, and nothing else is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from ens_reports.policy.columns import PANDAS, VIEW, schema_of, shaped, types

STORED = {"source_row": "int64"}
"""What the store knows of a record besides the columns of a view."""
KNOWN = ("owner", "record_id", "submission")
"""What a view adds that no reader changes; the rest of it is worked out for each."""
Places = NDArray[np.int64]


def columns() -> dict[str, str]:
    """Every column that a record has, whoever reads it, with its type."""
    return {name: kind for name, kind in types().items() if name not in VIEW or name in KNOWN} | STORED


@dataclass(frozen=True, kw_only=True, eq=False)
class Sheets:
    """Records of a snapshot, typed and with marks for what nobody sees in a text.

    Attributes:
        folder: Where the files lie, one for some ten thousand records, with the columns that hold something there.
        starts: Place of the first record of each, and the number of all.
    """

    folder: Path
    starts: Sequence[int]

    def __len__(self) -> int:
        """Number of records."""
        return self.starts[-1]

    def take(self, places: Places, names: Sequence[str] = ()) -> pd.DataFrame:
        """The records at some places.

        Args:
            places: In order.
            names: Columns; none for all that hold something in some file.

        Returns:
            Index = places; with the types of `columns`.
        """
        kinds = columns()
        wanted = {name: kinds[name] for name in (names or self._filled)}
        bounds = np.searchsorted(places, self.starts)
        parts = [
            _taken(self._tables[number], places[first:last] - self.starts[number], wanted)
            for number, (first, last) in enumerate(pairwise(bounds))
            if last > first
        ]
        return _frame(parts, wanted).set_axis(pd.Index(places, dtype="int64"))

    def each(self, names: Sequence[str]) -> Iterator[pd.DataFrame]:
        """All records, file by file.

        Args:
            names: Columns; one that holds nothing in a file is not among its own.
        """
        for table in self._tables:
            there = [name for name in names if name in table.column_names]
            yield table.select(there).to_pandas(types_mapper=PANDAS.get)

    @cached_property
    def _filled(self) -> Sequence[str]:
        """Without records nobody knows which columns those would fill."""
        held = {name for table in self._tables for name in table.column_names}
        return [name for name in columns() if name in held or not held]

    @cached_property
    def _tables(self) -> list[pa.Table]:
        return [_mapped(_path(self.folder, number)) for number in range(len(self.starts) - 1)]

    def __getstate__(self) -> dict[str, Any]:
        """What another process needs to open the same files."""
        return {"folder": self.folder, "starts": self.starts}


def lay(folder: Path, number: int, records: pd.DataFrame) -> pd.DataFrame:
    """Write one file of records.

    Args:
        folder: Where the files lie.
        number: Of the file, from 0.
        records: Rows of a snapshot.

    Returns:
        What was written: the columns that hold something.
    """
    filled = {name: kind for name, kind in columns().items() if name in records and records[name].notna().any()}
    frame = shaped(records, filled)
    table = pa.Table.from_pandas(frame, schema=schema_of(filled), preserve_index=False).combine_chunks()
    with pa.OSFile(str(_path(folder, number)), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)
    return frame


def _path(folder: Path, number: int) -> Path:
    return folder / f"{number}.arrow"


def _mapped(path: Path) -> pa.Table:
    with pa.memory_map(str(path)) as source:
        return pa.ipc.open_file(source).read_all()


def _taken(table: pa.Table, rows: Places, wanted: Mapping[str, str]) -> pa.Table:
    return table.select([name for name in wanted if name in table.column_names]).take(pa.array(rows))


def _frame(parts: Sequence[pa.Table], wanted: Mapping[str, str]) -> pd.DataFrame:
    """Tables one below the other, with columns of blanks where they have none."""
    schema = schema_of(wanted)
    found = pa.concat_tables(parts, promote_options="default") if parts else schema.empty_table()
    filled = [found[name] if name in found.column_names else pa.nulls(len(found), schema.field(name).type) for name in wanted]
    frame: pd.DataFrame = pa.table(filled, schema=schema).to_pandas(types_mapper=PANDAS.get)
    whole = {name: kind for name, kind in wanted.items() if kind == "int64"}
    return frame.astype(whole) if whole else frame
