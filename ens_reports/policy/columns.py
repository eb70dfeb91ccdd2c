"""The columns of a view: those of the contracts, with one type each, whatever was sent."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from data_contracts.capacity import CapacityColumns
from data_contracts.fields import Field, fields_of
from data_contracts.registry import INCIDENTS
from ens_reports.locales.hidden import HIDDEN, marked

DERIVED = {"date_from": "datetime64[us]", "date_to": "datetime64[us]", "date_precision": "str", "record_class": "str"}
"""What validation adds to a contract's columns."""
VIEW = {
    "own": "bool",
    "owner": "str",
    "record_id": "str",
    "submission": "str",
    "about_recipient": "bool",
    "in_period": "bool",
    "may_name": "bool",
}
"""What a view adds."""
ARROW: dict[str, pa.DataType] = {
    "str": pa.large_string(),
    "float64": pa.float64(),
    "Int64": pa.int64(),
    "int64": pa.int64(),
    "datetime64[us]": pa.timestamp("us"),
    "bool": pa.bool_(),
}
"""Type of a column -> that of its file; a text that is mapped into memory is used as it lies there."""
PANDAS = {pa.int64(): pd.Int64Dtype()}
"""Type of a file's column -> that of a frame's, where pandas would take another."""
FIRST_PLAIN, LAST_PLAIN = ord(" "), ord("~")
_TYPES = {"number": "float64", "integer": "Int64"}


@lru_cache(maxsize=1)
def types() -> dict[str, str]:
    """Every column of `View.incidents` with its type, in order: a view has them all, so that its form tells nothing of others."""
    fields = {name: _type(field) for contract in INCIDENTS.values() for name, field in contract.fields.items()}
    return {**VIEW, **DERIVED, **fields}


@lru_cache(maxsize=1)
def types_of_returns() -> dict[str, str]:
    """Every column of `View.capacity` with its type, in order: what the yearly return asks for, but for free remarks and its handling."""
    fields = fields_of(CapacityColumns)
    return {"record_id": "str", "submission": "str"} | {name: _type(field) for name, field in fields.items() if not field.sensitive}


def types_of_persons() -> dict[str, str]:
    """Every column of `View.persons` with its type, in order: what a prompt to their owner needs, and no name."""
    return dict.fromkeys(("record_id", "submission", "subject_id", "person_status", "status_date", "basis_reference"), "str")


def shaped(frame: pd.DataFrame, columns: Mapping[str, str] | None = None) -> pd.DataFrame:
    """A frame with just the columns of a view, blank where it has none; what no reader would see in a text is marked.

    Args:
        frame: Records with what a view adds.
        columns: Columns with their types; those of `types` if none are given.
    """
    wanted = types() if columns is None else columns
    if frame.empty:
        return _nothing(tuple(wanted.items())).copy(deep=False)
    wide = frame.reindex(columns=list(wanted))
    other = {name: wide[name].astype(kind) for name, kind in wanted.items() if str(wide[name].dtype) != kind}  # type: ignore[call-overload]  # names of types
    typed = wide.assign(**other)
    texts = [name for name, kind in wanted.items() if kind == "str"]
    return typed.assign(**{name: marked_column(typed[name]) for name in texts if typed[name].notna().any()})


@lru_cache(maxsize=8)
def _nothing(wanted: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    return widened(pd.DataFrame(index=pd.RangeIndex(0)), dict(wanted))


def widened(frame: pd.DataFrame, kinds: Mapping[str, str]) -> pd.DataFrame:
    """A frame with all columns that it must have, in order, so that its form tells nothing: what it has not is blank.

    Args:
        frame: Some of the columns.
        kinds: All columns with their types; what the frame lacks is none of `bool`.
    """
    there = set(frame.columns)
    blank = {kind: _blank(kind, len(frame)) for kind in {kind for name, kind in kinds.items() if name not in there}}
    parts = {name: frame[name].array if name in there else blank[kind] for name, kind in kinds.items()}
    return pd.DataFrame(parts, index=frame.index, copy=False)


def _blank(kind: str, rows: int) -> Any:  # noqa: ANN401 - pandas types what a column holds by no common name
    """A column without any value."""
    return pd.Series(index=pd.RangeIndex(rows), dtype=kind).array


def schema_of(kinds: Mapping[str, str]) -> pa.Schema:
    """Columns with their types in files.

    Args:
        kinds: Their types in frames.
    """
    return pa.schema([(name, ARROW[kind]) for name, kind in kinds.items()])


def _type(field: Field) -> str:
    return _TYPES.get(field.kind, "str")


def marked_column(column: pd.Series) -> pd.Series:
    """A column of texts, each as `marked` gives it.

    Args:
        column: Texts, some of them missing.
    """
    if _is_plain(column):
        return column
    found = [text for text in column.dropna().unique() if "\r" in text or HIDDEN.search(text)]
    return column.replace({text: marked(text) for text in found}) if found else column


def _is_plain(column: pd.Series) -> bool:
    """Whether all texts are of printable ASCII, as nearly all are; told by their bytes, a hundred times as fast as by each text."""
    cells = pa.array(column, type=pa.large_string())
    chunks = cells.chunks if isinstance(cells, pa.ChunkedArray) else [cells]
    held = [np.frombuffer(chunk.buffers()[2] or b"", dtype=np.uint8) for chunk in chunks]
    return all(part.size == 0 or (part.min() >= FIRST_PLAIN and part.max() <= LAST_PLAIN) for part in held)
