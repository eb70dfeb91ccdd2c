"""A long table cut into pieces that are worked on one by one: all rows of an incident are in one piece."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_contracts.registry import Contract
from ens_reports.intake.columns.cleaned import Columns, Whole
from ens_reports.intake.findings import Cells, Collector
from ens_reports.intake.mappings.apply import given_numbers
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.values.fold import fold_header, tidy

PIECE_ROWS = 100_000
"""Rows of a piece, and a few more where an incident would be cut."""
VERY_LONG_ROWS = 2_000_000
"""More take so much memory themselves that pieces are half as long."""
Keys = NDArray[np.uint64]


def cut(table: Table, mapping: Mapping, contract: Contract, *, whole: Whole) -> list[NDArray[np.int64]]:
    """Cut a long table.

    Args:
        table: Header and records.
        mapping: How they are read: the number of an incident can come from anywhere.
        contract: Says which field numbers a record.
        whole: What is known of all of it.

    Returns:
        Positions of the records of each piece, each once; pieces in the order of their first rows, rows in the order of the source.
    """
    keys = [_keys_at(table, places, mapping, contract, whole=whole) for places in _by_size(table)]
    places, ends = arrange(np.concatenate(keys), PIECE_ROWS if table.records <= VERY_LONG_ROWS else PIECE_ROWS // 2)
    return [np.sort(places[start:end]) for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def arrange(keys: Keys, size: int) -> tuple[NDArray[np.int64], list[int]]:
    """Order rows so that equal keys stand together, by their first row, and say where to cut.

    Args:
        keys: What rows of one incident have in common.
        size: Rows of a piece.

    Returns:
        Positions of the rows, and the end of each piece.
    """
    places = np.arange(len(keys))
    changes = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    if len(changes) + 1 > len(pd.unique(keys)):
        first, codes = np.full(len(keys), -1), pd.factorize(keys)[0]
        first[codes[::-1]] = places[::-1]
        places = np.argsort(first[codes], kind="stable")
        changes = np.flatnonzero(codes[places][1:] != codes[places][:-1]) + 1
    wanted = np.arange(size, len(keys), size)
    borders = np.unique(np.append(changes, len(keys))[np.minimum(np.searchsorted(changes, wanted), len(changes))]).tolist()
    return places, [*(border for border in borders if border < len(keys)), len(keys)]


def keys_of(piece: Table, mapping: Mapping, contract: Contract, *, whole: Whole | None = None) -> Keys:
    """What rows of one incident have in common: its number, or all that they say where they have none.

    Args:
        piece: Some records.
        mapping: How they are read.
        contract: Says which field numbers a record.
        whole: What is known of all of it.
    """
    given = given_numbers(piece, mapping, contract, whole=whole)
    keys = _of_numbers(given)
    blank = (given == "").to_numpy(dtype=bool)
    return np.where(blank, _contents(piece, mapping, whole), keys) if blank.any() else keys


def _contents(piece: Table, mapping: Mapping, whole: Whole | None) -> Keys:
    """A number for what each row says, whatever the order of columns; blanks do not count."""
    columns = Columns(piece, Collector(sheet=piece.sheet, header=piece.header), whole=whole)
    ignored = {fold_header(name) for name in mapping.identity_ignores}
    total = np.zeros(len(piece.rows), dtype=np.uint64)
    for position, name in enumerate(piece.header):
        if fold_header(name) not in ignored:
            texts = [tidy(text) for text in columns.texts(position)]
            said = pd.util.hash_array(np.array([f"{fold_header(name)}={text}" for text in texts], dtype=object), categorize=False)
            numbers = np.where(np.array([bool(text) for text in texts]), said, np.uint64(0))
            total += numbers[columns.narrow(position).coded.codes]
    return total


def _keys_at(table: Table, places: NDArray[np.int64], mapping: Mapping, contract: Contract, *, whole: Whole) -> Keys:
    """The keys of some records; where all have a number of a column of its own, no other column is read."""
    positions = _of_number(table, mapping, contract)
    if positions:
        given = given_numbers(table.only(places, positions), mapping, contract, whole=whole)
        if (given != "").all():
            return _of_numbers(given)
    return keys_of(table.only(places), mapping, contract, whole=whole)


def _of_number(table: Table, mapping: Mapping, contract: Contract) -> list[int]:
    """Positions of the columns that give the number of an incident; none if anything else has a say in it."""
    rule = mapping.columns.get(contract.number)
    if rule is not None and (not rule.column or rule.when or rule.constant or rule.template or rule.by_date):
        return []
    columns = Columns(table, Collector(sheet=table.sheet, header=table.header))
    own = [] if rule is None else [columns.position(rule.column, rule.occurrence)]
    return sorted({position for position in (*own, *map(columns.position, mapping.incident_id)) if position is not None})


def _of_numbers(given: Cells) -> Keys:
    keys: Keys = pd.util.hash_array(given.to_numpy(dtype=object), categorize=False)
    return keys


def _by_size(table: Table) -> Iterator[NDArray[np.int64]]:
    for start in range(0, table.records, PIECE_ROWS):
        yield np.arange(start, min(start + PIECE_ROWS, table.records))
