"""Which record is which, and whether two say the same."""

import pandas as pd

from data_contracts.families import ADDED, KEYS, Family
from ens_reports import digest

OWN_COLUMNS = ("record_id", "record_digest", "owner", "submission", "source_row")
"""What the store adds to a contract's columns."""
ID_DIGITS = 24


def record_ids(frame: pd.DataFrame, owner: str, *, family: Family = "incidents") -> pd.Series:
    """Names of records, which stay the same through revisions.

    Args:
        frame: Records with the columns of their family's key.
        owner: Code of the party that owns them.
        family: What they are: records of different families never have one name.

    Returns:
        24 hexadecimal digits per row, index as in the frame.
    """
    keys = zip(*(_text(frame[name]) for name in KEYS[family]), strict=True)
    whose = [owner] if family == "incidents" else [owner, family]
    return pd.Series([digest.of_value([*whose, *key])[:ID_DIGITS] for key in keys], index=frame.index, dtype="str")


def record_digests(frame: pd.DataFrame) -> pd.Series:
    """Digests of what records say, whatever the order of columns; a blank field is as good as none.

    Args:
        frame: Records; what the store adds, where a row stood in its file and what other columns amount to do not count.

    Returns:
        64 hexadecimal digits per row, index as in the frame.
    """
    names = sorted(name for name in frame.columns if name not in (*OWN_COLUMNS, *ADDED) and frame[name].notna().any())
    columns = [_labelled(name, frame[name]) for name in names]
    rows = zip(*columns, strict=True) if columns else ((),) * len(frame)
    texts = ["\x1f".join(part for part in row if part) for row in rows]
    return pd.Series([digest.of_bytes(text.encode()) for text in texts], index=frame.index, dtype="str")


def _labelled(name: str, column: pd.Series) -> list[str]:
    return [f"{name}={text}" if text else "" for text in _text(column)]


def _text(column: pd.Series) -> list[str]:
    """Plain text of each value, the same for 3 and 3.0: a column's type depends on what else is in it."""
    if column.dtype.kind == "M":
        return [str(text) for text in column.dt.strftime("%Y-%m-%dT%H:%M:%S").fillna("")]
    if column.dtype.kind in "iuf":
        numbers = column.astype("Float64")
        return ["" if blank else f"{value:.15g}" for value, blank in zip(numbers, numbers.isna(), strict=True)]
    return column.astype("str").fillna("").tolist()
