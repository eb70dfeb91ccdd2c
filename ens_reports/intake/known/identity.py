"""Which rows of a file are corrections of rows that the same party sent before, where no number of an incident says so.

A number that is derived from what a row says changes with every correction. So a file that sends an earlier one again is recognised by
the rows that are the same, and what is left over is laid against what is left over there: a row in which one cell differs, or one that
stands between the same neighbours and agrees in most cells, is the earlier row, corrected. What is not that clear is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_contracts.families import ADDED

DERIVED = "auto-"
"""How numbers begin that are derived from a row."""
NAMES = ("incident_id", "item_no", "reporting_country")
"""Say which record it is, not what it says."""
STANDING = (
    "record_type", "incident_count", "crime_area", "source_type", "supplied_by", "date_from", "date_to", "date_precision", "record_class",
    "place_precision", "offender_count", "taxon_rank", "confidentiality", "handling_scheme", "handling_code", "handling_condition",
    "allowed_recipients", "barred_recipients", "purpose", "consortium", "retain_until",
)  # fmt: skip
"""Columns that say the same in most rows, or follow from others: that they agree shows nothing."""
SHARED = 0.5
"""A file sends an earlier one again if so many of the rows of the smaller of the two are the same."""
AGREEING = 0.5
"""More than so many of the cells that tell must agree in a row that stands between the same neighbours."""
TELLING = 3
"""A row must tell at least so much besides the cells that differ, to be known again wherever it stands."""
DATE = "incident_date"
MANY = 200
"""More rows than that between the same neighbours are no correction of single rows."""
NOWHERE = -1
Positions = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Aligned:
    """A file laid against an earlier one.

    Attributes:
        earlier: For each row of the file the position of the earlier row that it is; -1 for none.
        same: How many say the same.
        corrected: Whether a row is an earlier one with another content.
        gone: Positions of earlier rows that the file does not have.
    """

    earlier: Positions
    same: int
    corrected: NDArray[np.bool_]
    gone: Positions


def align(rows: pd.DataFrame, earlier: pd.DataFrame) -> Aligned | None:
    """Lay the rows of a file against rows that were sent earlier.

    Args:
        rows: Records of the file in its order, with the columns of their contract.
        earlier: Records of one earlier file, as they are in force, in its order.

    Returns:
        Which row is which; none if the file does not send the earlier one again.
    """
    if rows.empty or earlier.empty:
        return None
    cells = _hashes(rows, earlier)
    new, old = cells[: len(rows)], cells[len(rows) :]
    found = np.full(len(rows), NOWHERE, dtype=np.int64)
    _same(found, new, old)
    same = int((found != NOWHERE).sum())
    if same < SHARED * min(len(rows), len(earlier)):
        return None
    exact = found != NOWHERE
    _near(found, new, old)
    _between_the_same(found, new, old)
    gone = np.setdiff1d(np.arange(len(earlier)), found)
    return Aligned(earlier=found, same=same, corrected=(found != NOWHERE) & ~exact, gone=gone)


def alike_but_for(rows: pd.DataFrame, earlier: pd.DataFrame) -> str:
    """The one column by which the rows of a file differ from those of an earlier one, row by row; empty if it is not that simple.

    Args:
        rows: Records of the file in its order.
        earlier: Records of one earlier file, in its order.
    """
    if rows.empty or len(rows) != len(earlier):
        return ""
    cells = _hashes(rows, earlier)
    new, old = cells[: len(rows)], cells[len(rows) :]
    differ = new != old
    telling = (((new != 0) & ~differ).sum(axis=1) >= TELLING).all()
    columns = np.flatnonzero(differ.any(axis=0))
    return _told(rows, earlier)[int(columns[0])] if telling and len(columns) == 1 else ""


def _told(rows: pd.DataFrame, earlier: pd.DataFrame) -> list[str]:
    """Columns of either that tell rows apart, in order."""
    names = sorted({*rows.columns, *earlier.columns} - {*NAMES, *STANDING, *ADDED})
    return [name for name in names if any(name in frame and frame[name].notna().any() for frame in (rows, earlier))]


def _hashes(rows: pd.DataFrame, earlier: pd.DataFrame) -> NDArray[np.uint64]:
    """A number for each cell, 0 for a blank one: equal cells of a column have equal numbers. First the rows, then the earlier ones."""
    names = _told(rows, earlier)
    both = pd.concat([rows.reindex(columns=names), earlier.reindex(columns=names)], ignore_index=True)
    cells = np.zeros((len(both), max(1, len(names))), dtype=np.uint64)
    for place, name in enumerate(names):
        numbers, values = pd.factorize(both[name])
        salt = pd.util.hash_array(np.array([name], dtype=object))[0]
        spread = np.append(pd.util.hash_array(np.arange(len(values), dtype=np.int64)) * np.uint64(2) + salt, np.uint64(0))
        cells[:, place] = spread[numbers]
    return cells


def _same(found: Positions, new: NDArray[np.uint64], old: NDArray[np.uint64]) -> None:
    """Join rows that say the same; several that do in their order."""
    ours, theirs = (pd.DataFrame({"key": cells.sum(axis=1, dtype=np.uint64)}) for cells in (new, old))
    for frame in (ours, theirs):
        frame["turn"], frame["row"] = frame.groupby("key").cumcount(), np.arange(len(frame))
    joined = ours.merge(theirs, on=["key", "turn"], suffixes=("", "_earlier"))
    found[joined["row"].to_numpy()] = joined["row_earlier"].to_numpy()


def _near(found: Positions, new: NDArray[np.uint64], old: NDArray[np.uint64]) -> None:
    """Join rows in which one cell differs, then two, as far as no other row could be meant."""
    for number in (1, 2):
        for left_out in combinations(range(new.shape[1]), number):
            left, right = np.flatnonzero(found == NOWHERE), np.setdiff1d(np.arange(len(old)), found)
            if not len(left) or not len(right) or (number > 1 and max(len(left), len(right)) > MANY):
                return
            ours = pd.DataFrame({"key": _without(new[left], left_out), "row": left}).drop_duplicates("key", keep=False)
            theirs = pd.DataFrame({"key": _without(old[right], left_out), "earlier": right}).drop_duplicates("key", keep=False)
            joined = ours[ours["key"] != 0].merge(theirs, on="key")
            found[joined["row"].to_numpy()] = joined["earlier"].to_numpy()


def _without(cells: NDArray[np.uint64], left_out: Iterable[int]) -> NDArray[np.uint64]:
    """A key for each row made of all but some cells; 0 where too little is left to tell by."""
    rest = np.delete(cells, list(left_out), axis=1)
    keys: NDArray[np.uint64] = rest.sum(axis=1, dtype=np.uint64)
    return np.where((rest != 0).sum(axis=1) >= TELLING, keys, np.uint64(0))


def _between_the_same(found: Positions, new: NDArray[np.uint64], old: NDArray[np.uint64]) -> None:
    """Join rows that stand after the same row and agree in most cells, best first."""
    taken = np.zeros(len(old), dtype=bool)
    taken[found[found != NOWHERE]] = True
    after = pd.Series(found).where(found != NOWHERE).ffill().fillna(NOWHERE).astype("int64")
    before = pd.Series(np.arange(len(old))).where(taken).ffill().fillna(NOWHERE).astype("int64")
    ours = pd.DataFrame({"after": after, "row": range(len(new))})[found == NOWHERE]
    theirs = pd.DataFrame({"after": before, "earlier": range(len(old))})[~taken]
    pairs = _few(ours).merge(_few(theirs), on="after")
    one, other = new[pairs["row"]], old[pairs["earlier"]]
    told = ((one != 0) | (other != 0)).sum(axis=1)
    pairs["share"] = ((one == other) & (one != 0)).sum(axis=1) / np.maximum(told, 1)
    best = pairs[pairs["share"] > AGREEING].sort_values(["share", "row", "earlier"], ascending=[False, True, True])
    for row, place in zip(best["row"].tolist(), best["earlier"].tolist(), strict=True):
        if found[row] == NOWHERE and not taken[place]:
            found[row], taken[place] = place, True


def _few(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows in gaps that are small: more is no correction of single rows."""
    return rows[rows.groupby("after")["after"].transform("size") <= MANY]
