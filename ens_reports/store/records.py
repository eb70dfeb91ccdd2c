"""Records in immutable Parquet files, each named by its digest; DuckDB reads those in force."""

import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from ens_reports import atomic, digest
from ens_reports.errors import DamageError

_NULLABLE = {pa.int64(): pd.Int64Dtype(), pa.int32(): pd.Int64Dtype(), pa.bool_(): pd.BooleanDtype()}
MEMBERS = ("record_id", "record_digest", "submission", "source_row")
_LATEST = """
    select records.* from read_parquet($files, union_by_name = true) as records
    join (select unnest($submissions) as submission, unnest($places) as seq) as force using (submission)
    {only}
    qualify row_number() over (partition by record_id order by seq desc, source_row desc) = 1
    order by record_id
"""
_ONLY = "semi join (select unnest($only) as record_id) as wanted using (record_id)"
_IN_FORCE = """
    select number, row from (
        select filename, file_row_number as row, record_id, seq, source_row
        from read_parquet($files, union_by_name = true, filename = true, file_row_number = true) as records
        join (select unnest($submissions) as submission, unnest($places) as seq) as force using (submission)
        qualify row_number() over (partition by record_id order by seq desc, source_row desc) = 1
    ) join (select unnest($files) as filename, unnest(range(len($files))) as number) as files using (filename)
    order by number, row
"""
PIECE = 50_000
"""Records that are held at once, when they are read piece by piece."""


def path_of(folder: Path, name: str) -> Path:
    """Where the file of a digest lies."""
    return folder / f"{name}.parquet"


def write(folder: Path, frame: pd.DataFrame) -> str:
    """Store a frame under the digest of its bytes; one that is there already is left alone.

    Args:
        folder: Where files of records lie.
        frame: What to store, without its index.

    Returns:
        The digest.
    """
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False)
    content = buffer.getvalue()
    name = digest.of_bytes(content)
    path = path_of(folder, name)
    if not path.is_file():
        atomic.write_bytes(path, content)
        path.chmod(0o444)
    return name


def latest(
    files: Mapping[Path, str], places: Mapping[str, int], *, columns: Sequence[str] = (), only: Collection[str] | None = None
) -> pd.DataFrame:
    """The records in force; of several revisions of one record the latest.

    Args:
        files: Files to read, each with the digest that it must have.
        places: Submissions in force, each with its place in the ledger.
        columns: Those to read, one that no file has is blank; none for all.
        only: Names of the records that are wanted; none for all.

    Returns:
        One row per record, by `record_id`; whole numbers as `Int64`.

    Raises:
        DamageError: A file is not what its digest says.
    """
    if not files:
        return pd.DataFrame(columns=list(columns or ["record_id"]), dtype="str")
    for path, name in files.items():
        check(path, name)
    values: dict[str, Any] = {"files": [str(path) for path in files], "submissions": list(places), "places": list(places.values())}
    import duckdb  # noqa: PLC0415 - most files are compared with nothing, and it takes long to import

    with duckdb.connect() as connection:
        wanted = {} if only is None else {"only": list(only)}
        relation = connection.sql(_LATEST.format(only=_ONLY if wanted else ""), params=values | wanted)
        there = [name for name in columns if name in relation.columns]
        table: pa.Table = (relation.select(*there) if columns else relation).to_arrow_table()
    frame: pd.DataFrame = table.to_pandas(types_mapper=_NULLABLE.get)
    return frame.assign(**{name: pd.Series(index=frame.index, dtype="str") for name in columns if name not in there}) if columns else frame


def pieces(files: Mapping[Path, str], places: Mapping[str, int]) -> Iterator[pd.DataFrame]:
    """What `latest` gives, in the order of files and rows, and never all at once.

    Args:
        files: Files to read, each with the digest that it must have.
        places: Submissions in force, each with its place in the ledger.

    Yields:
        One row per record, about `PIECE` of them, with the columns that some file of the piece has; whole numbers as `Int64`.

    Raises:
        DamageError: A file is not what its digest says.
    """
    held, number = list[pa.Table](), 0
    for table in _in_force(files, places, rows=PIECE):
        held.append(table)
        number += len(table)
        if number >= PIECE:
            yield _joined(held)
            held, number = [], 0
    if held:
        yield _joined(held)


def _in_force(files: Mapping[Path, str], places: Mapping[str, int], *, rows: int) -> Iterator[pa.Table]:
    """The rows in force of each file, those of a long one in parts."""
    if not files:
        return
    for path, name in files.items():
        check(path, name)
    for path, keep in zip(files, _rows_in_force(files, places), strict=True):
        start = 0
        for table in _tables(path, rows) if len(keep) else ():
            inside = keep[np.searchsorted(keep, start) : np.searchsorted(keep, start + len(table))] - start
            yield table if len(inside) == len(table) else table.take(pa.array(inside))
            start += len(table)


def _tables(path: Path, rows: int) -> Iterator[pa.Table]:
    """A file in parts; a short one is read in one go, which takes less than starting threads for it."""
    file = pq.ParquetFile(path)
    parts = file.iter_batches(batch_size=rows) if file.metadata.num_rows > rows else [file.read(use_threads=False)]
    for part in parts:
        yield (part if isinstance(part, pa.Table) else pa.table(part)).replace_schema_metadata(None)


def _rows_in_force(files: Mapping[Path, str], places: Mapping[str, int]) -> list[NDArray[np.int64]]:
    """Which rows of each file are in force, in order."""
    import duckdb  # noqa: PLC0415 - it takes long to import

    values = {"files": [str(path) for path in files], "submissions": list(places), "places": list(places.values())}
    with duckdb.connect() as connection:
        found = connection.sql(_IN_FORCE, params=values).fetchnumpy()
    bounds = np.searchsorted(found["number"], np.arange(len(files) + 1))
    return [np.asarray(found["row"][first:last], dtype=np.int64) for first, last in pairwise(bounds)]


def _joined(tables: Sequence[pa.Table]) -> pd.DataFrame:
    frame: pd.DataFrame = pa.concat_tables(tables, promote_options="permissive").to_pandas(types_mapper=_NULLABLE.get)
    return frame


def members(files: Mapping[Path, str], *, columns: Sequence[str] = ()) -> pd.DataFrame:
    """Every revision of every record, in no order.

    Args:
        files: Files to read, each with the digest that it must have.
        columns: Those to read besides, one that no file has is blank.

    Returns:
        `record_id`, `record_digest`, `submission`, `source_row`, and those.

    Raises:
        DamageError: A file is not what its digest says.
    """
    names = list(dict.fromkeys([*MEMBERS, *columns]))
    if not files:
        return pd.DataFrame({name: pd.Series(dtype="int64" if name == "source_row" else "str") for name in names})
    return _select(files, names)


def distinct(files: Mapping[Path, str], *, columns: Sequence[str]) -> pd.DataFrame:
    """Every combination of values that some columns have, in no order.

    Args:
        files: Files to read, each with the digest that it must have.
        columns: Those to read, one that no file has is blank.

    Raises:
        DamageError: A file is not what its digest says.
    """
    return _select(files, columns, distinct=True) if files else pd.DataFrame(columns=list(columns), dtype="str")


def _select(files: Mapping[Path, str], names: Sequence[str], *, distinct: bool = False) -> pd.DataFrame:
    for path, name in files.items():
        check(path, name)
    import duckdb  # noqa: PLC0415 - most files are compared with nothing, and it takes long to import

    with duckdb.connect() as connection:
        relation = connection.sql(
            "select * from read_parquet($files, union_by_name = true)", params={"files": [str(path) for path in files]}
        )
        there = relation.select(*(name for name in names if name in relation.columns))
        frame: pd.DataFrame = (there.distinct() if distinct else there).to_arrow_table().to_pandas()
    missing = {name: pd.Series(index=frame.index, dtype="str") for name in names if name not in frame}
    return frame.assign(**missing)[list(names)]


def read(path: Path, name: str) -> pd.DataFrame:
    """One file as it was stored.

    Raises:
        DamageError: It is not what its digest says.
    """
    check(path, name)
    return pd.read_parquet(path)


def check(path: Path, name: str) -> None:
    """Refuse a file that is gone or altered.

    Args:
        path: The file.
        name: The digest that it must have.

    Raises:
        DamageError: It is not what its digest says.
    """
    try:
        state = path.stat()
    except FileNotFoundError:
        raise DamageError(f"store file {name[:12]} must be there, got none", hint=_RESTORE) from None
    if _digest(path, state.st_mtime_ns, state.st_size) != name:
        raise DamageError(f"store file {name[:12]} must be what its name says, got other content", hint=_RESTORE)


def unreferenced(folder: Path, kept: Sequence[str]) -> tuple[Path, ...]:
    """Files that the ledger does not know, and drafts of files, left by a run that ended midway."""
    known = {path_of(folder, name) for name in kept}
    return tuple(sorted(path for path in folder.glob("*") if (path.suffix == ".parquet" and path not in known) or atomic.is_draft(path)))


_RESTORE = "restore store/ from a backup; `ens doctor` lists what is damaged"


@lru_cache(maxsize=4096)
def _digest(path: Path, _changed_ns: int, _size: int) -> str:
    """Digest of a file, computed once per state of it: a batch reads the same files for each recipient."""
    return digest.of_file(path)
