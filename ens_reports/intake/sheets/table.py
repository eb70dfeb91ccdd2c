"""From a sheet to a table: which row is the header, which rows are records, which are totals or titles."""

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports.intake.columns.distinct import Coded, Distinct, Growing
from ens_reports.intake.findings import Collector
from ens_reports.intake.long.carried import Carried
from ens_reports.intake.long.stored import Stored
from ens_reports.intake.sheets.heading import find_heading
from ens_reports.intake.sheets.row_kinds import Kind, Seen, look_at_rows, usual_width
from ens_reports.intake.source import Sheet
from ens_reports.intake.values.fold import fold_header

NAME_LENGTH_LIMIT = 10
"""Shapefiles cut the names of columns here."""
READ_ROWS = 100_000
"""Rows of a long sheet that are looked at together."""
AHEAD = 2
"""Pieces that are looked at before they are asked for."""
SHOWN_ROWS = 1_000
"""First records of a long sheet that a table shows."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Long:
    """What is known of the rows of a sheet that is too long to be held.

    Attributes:
        store: The rows.
        places: Which of them are records.
        columns: The distinct values of each column; incomplete where they are too many.
        carried: The cells that say "as above".
    """

    store: Stored
    places: NDArray[np.int64]
    columns: tuple[Growing, ...]
    carried: Carried


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """A sheet's records.

    Attributes:
        sheet: Where they are from.
        header: Headers as sent, by position; empty for an unnamed column.
        header_row: Row number of the header; 1 where the format names its columns, so that an address can be given.
        rows: Records as text, columns by position, index = row numbers of the source; blank rows are left out. Of a long sheet the first.
        set_aside: Rows that are no records (totals, titles, repeated headers), as they came.
        totals: Row numbers of those that add up others.
        coded: The columns of `rows` by their distinct values, where that is known.
        long: What is known of a sheet that is too long to be held.
    """

    sheet: Sheet
    header: tuple[str, ...]
    header_row: int
    rows: pd.DataFrame
    set_aside: pd.DataFrame
    totals: tuple[int, ...] = ()
    coded: tuple[tuple[Distinct, Coded], ...] = field(default=())
    long: Long | None = None

    @property
    def records(self) -> int:
        """Number of records."""
        return len(self.rows) if self.long is None else len(self.long.places)

    @property
    def row_numbers(self) -> NDArray[np.int64]:
        """Row numbers of the records."""
        return self.rows.index.to_numpy() if self.long is None else self.long.store.rows[self.long.places]

    @property
    def rows_read(self) -> int:
        """Non-blank rows below the header."""
        return self.records + len(self.set_aside)

    def filled(self, position: int) -> bool:
        """Whether a column holds anything in any record.

        Args:
            position: Of the column.
        """
        texts = self.rows[position] if self.long is None else self.long.columns[position].distinct().texts
        return bool((texts != "").any())

    def only(self, places: NDArray[np.int64], columns: Sequence[int] | None = None) -> "Table":
        """Some records of a long sheet, to be worked on as a table of their own.

        Args:
            places: Positions among the records, ascending.
            columns: Positions of the columns that are looked at; none: all.
        """
        if self.long is None:
            return replace(self, rows=self.rows.iloc[places], coded=())
        return replace(self, rows=self.long.carried.fill(self.long.store.at(self.long.places[places], columns)), coded=())


def find_table(sheet: Sheet, known: Collection[str], *, header_row: int | None = None) -> Table | None:
    """Find header and records of a sheet.

    Args:
        sheet: As it was read.
        known: Folded headers that would be recognised.
        header_row: Row number of the header, if a mapping states it.

    Returns:
        The table; none if no row looks like a header.
    """
    if sheet.header:
        return _split(sheet, sheet.header, 0)
    heading = find_heading(sheet, frozenset(known), stated=header_row)
    return _split(sheet, heading.names, heading.row) if heading is not None else None


def note_header(table: Table, collector: Collector) -> None:
    """Findings about the header itself: repeated, unnamed, broken over lines or cut names."""
    folded = [fold_header(name) for name in table.header]
    for name in dict.fromkeys(name for name in folded if name and folded.count(name) > 1):
        position = folded.index(name)
        collector.add("header_repeated", [table.header_row], column=position, values={"number": str(folded.count(name))})
    for position, name in enumerate(table.header):
        if not name.strip() and table.filled(position):
            collector.add("header_unnamed", [table.header_row], column=position)
    broken = [name for name in table.header if "\n" in name or "\r" in name]
    if broken:
        collector.add("header_with_line_breaks", [table.header_row], values={"number": str(len(broken))})
    cut = [name for name in table.header if len(name) == NAME_LENGTH_LIMIT]
    own = [name for name in table.header if not name.startswith("geometry_")]
    if len(cut) > 1 and max(map(len, own)) == NAME_LENGTH_LIMIT:
        collector.add("headers_cut", [table.header_row], values={"number": str(len(cut)), "length": str(NAME_LENGTH_LIMIT)})


def note_rows(table: Table, collector: Collector) -> None:
    """Findings about rows that are no records, and rows with missing cells."""
    aside = table.set_aside.index
    collector.add("rows_total", table.totals)
    collector.add("rows_not_records", aside[~aside.isin(table.totals)])
    collector.add("rows_short", np.intersect1d(np.array(table.sheet.short_rows, dtype=np.int64), table.row_numbers))


def _split(sheet: Sheet, header: tuple[str, ...], header_row: int) -> Table:
    """Records, and what is none."""
    pieces = _pieces_below(sheet, header_row)
    first = next(pieces)
    usual = usual_width(first)
    seen = look_at_rows(first, header, usual=usual, named=bool(sheet.header))
    is_record = seen.kinds == Kind.RECORD
    table = Table(
        sheet=sheet,
        header=header,
        header_row=max(1, header_row),
        rows=first if is_record.all() else first.loc[is_record],
        set_aside=first.loc[seen.kinds > Kind.RECORD],
        totals=tuple(first.index[seen.kinds == Kind.TOTAL]),
        coded=seen.columns if is_record.all() else (),
    )
    return table if sheet.store is None else _long(table, (first, seen), pieces, usual)


def _pieces_below(sheet: Sheet, header_row: int) -> Iterator[pd.DataFrame]:
    for piece in sheet.pieces(READ_ROWS):
        yield piece.loc[piece.index > header_row]


def _long(table: Table, first: tuple[pd.DataFrame, Seen], others: Iterator[pd.DataFrame], usual: float) -> Table:
    """The same over all pieces of a long sheet: where its records are, and what its columns hold."""
    store = table.sheet.store
    if store is None:
        return table
    columns, carried = tuple(Growing() for _ in range(table.rows.shape[1])), Carried()
    places, aside, totals = [], [], []
    for piece, seen in _looked_at(table, first, others, usual):
        is_record = seen.kinds == Kind.RECORD
        places.append(np.searchsorted(store.rows, piece.index[is_record].to_numpy()))
        aside.append(piece.loc[seen.kinds > Kind.RECORD])
        totals += piece.index[seen.kinds == Kind.TOTAL].tolist()
        records = piece if is_record.all() else piece.loc[is_record]
        for position, (growing, (distinct, coded)) in enumerate(zip(columns, seen.columns, strict=True)):
            held = distinct if is_record.all() else _held(distinct, coded.codes[is_record])
            growing.add(carried.add(position, records[position], held) or held)
    long = Long(store=store, places=np.concatenate(places), columns=columns, carried=carried)
    return replace(table, rows=store.at(long.places[:SHOWN_ROWS]), set_aside=pd.concat(aside), totals=tuple(totals), coded=(), long=long)


def _looked_at(
    table: Table, first: tuple[pd.DataFrame, Seen], others: Iterator[pd.DataFrame], usual: float
) -> Iterator[tuple[pd.DataFrame, Seen]]:
    """Each piece with what its rows are; the next are looked at meanwhile, for Arrow leaves the other processor to us."""
    yield first
    waiting: deque[tuple[pd.DataFrame, Future[Seen]]] = deque()
    with ThreadPoolExecutor(max_workers=AHEAD) as pool:
        for piece in others:
            waiting.append((piece, pool.submit(look_at_rows, piece, table.header, usual=usual, named=bool(table.sheet.header))))
            if len(waiting) > AHEAD:
                done, seen = waiting.popleft()
                yield done, seen.result()
        while waiting:
            done, seen = waiting.popleft()
            yield done, seen.result()


def _held(distinct: Distinct, codes: NDArray[np.int32]) -> Distinct:
    """The distinct values with the counts of the records alone."""
    return Distinct(texts=distinct.texts, counts=np.bincount(codes, minlength=len(distinct.texts)))
