"""Which sheets of a file hold records, by which mapping and under which contract."""

from dataclasses import dataclass

import numpy as np

from data_contracts.findings import Finding
from data_contracts.registry import Contract, contract
from ens_reports.intake.desk import Desk
from ens_reports.intake.findings import Located
from ens_reports.intake.mappings.mapping import Mapping, choose
from ens_reports.intake.prepare import without_place
from ens_reports.intake.reader.grid import Note
from ens_reports.intake.sheets.cover import CoverRead, is_cover
from ens_reports.intake.sheets.identify import by_values, complete, find_contract, find_mapping, own_columns, synonyms
from ens_reports.intake.sheets.ours import is_ours
from ens_reports.intake.sheets.table import Table, find_table
from ens_reports.intake.source import Sheet, Source
from ens_reports.intake.values.fold import fold_header

KNOWN_OF_TEMPLATES = frozenset({"formats_not_seen"})
"""Not said of our own templates: they give every column its format."""
SHARED = 0.3
"""Of the headers that the best sheet shares with a mapping, the part that another sheet of it must share."""
SEEN_ROWS = 200
"""Rows whose words may tell the area of crime."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Recognised:
    """A sheet of records.

    Attributes:
        table: Header and rows.
        mapping: How they are read.
        contract: What they must be.
    """

    table: Table
    mapping: Mapping
    contract: Contract


@dataclass(frozen=True, kw_only=True, eq=False)
class Sorted:
    """The sheets of a file, sorted.

    Attributes:
        records: Those whose mapping and contract are known.
        others: Those that are neither records nor the cover.
        headed: How many of the others have a row that looks like a header.
        rows: Non-blank rows of the others below what looks like their header.
    """

    records: tuple[Recognised, ...]
    others: tuple[Sheet, ...]
    headed: int
    rows: int


def sort_sheets(source: Source, party: str, desk: Desk) -> Sorted:
    """Sort the sheets of a file.

    Args:
        source: As it was read.
        party: Code of the sender; empty if only a mapping can tell.
        desk: Mappings, and what the caller says.

    Raises:
        RequestError: The mapping that was asked for does not exist.
    """
    known = frozenset(synonyms()).union(*(item.known_headers for item in desk.mappings))
    named = choose(desk.mappings, desk.asked.mapping) if desk.asked.mapping else None
    records, others, headed, rows = [], [], 0, 0
    for sheet in source.sheets:
        if is_cover(sheet) or is_ours(sheet):
            continue
        table = find_table(sheet, known, header_row=named.header_row if named else None)
        found = _recognise(table, named, party, desk) if table is not None else None
        if found is not None:
            records.append(found)
            continue
        others.append(sheet)
        headed += table is not None
        rows += table.rows_read if table is not None else int((sheet.cells != "").any(axis=1).sum())
    kept = _of_mapping(records, named)
    left = [item.table for item in records if item not in kept]
    others += [table.sheet for table in left]
    return Sorted(records=tuple(kept), others=tuple(others), headed=headed + len(left), rows=rows + sum(table.rows_read for table in left))


def _of_mapping(records: list[Recognised], named: Mapping | None) -> list[Recognised]:
    """The sheets that a mapping means which was asked for by name: not a legend beside the sheet whose headers it knows."""
    if named is None or len(records) < 2:  # noqa: PLR2004 - one sheet is meant in any case
        return records
    known = named.known_headers
    shared = [sum(fold_header(named.named(name)) in known for name in item.table.header) for item in records]
    return [item for item, number in zip(records, shared, strict=True) if number >= SHARED * max(shared)]


def file_findings(source: Source, cover: CoverRead) -> tuple[Located, ...]:
    """What was seen while reading, column by column, and what the cover lacks.

    Args:
        source: As it was read.
        cover: The cover sheet.
    """
    sheets = {sheet.name: sheet for sheet in source.sheets}
    known = KNOWN_OF_TEMPLATES if any(is_ours(sheet) for sheet in source.sheets) else frozenset()
    notes = [note for note in source.notes if note.check not in known]
    found = [located for note in notes for located in _from_note(note, sheets.get(note.sheet))]
    if not source.unreadable and not cover.present:
        found.append(without_place("cover_missing"))
    if cover.damaged:
        found.append(without_place("cover_damaged"))
    return (*found, *cover.found)


def _recognise(table: Table, named: Mapping | None, party: str, desk: Desk) -> Recognised | None:
    mapping = named or find_mapping(table.header, table.sheet.name, desk.mappings, party=party)
    if mapping is not None and desk.asked.contract in {"", mapping.contract}:
        return Recognised(table=table, mapping=complete(mapping, party, table.header), contract=contract(mapping.contract))
    if not party:
        return None
    chosen = contract(desk.asked.contract) if desk.asked.contract else find_contract(table.header, _first_rows(table))
    if chosen is None:
        return None
    own = own_columns(table.header, chosen, party=party)
    if not desk.asked.contract and chosen is not find_contract(table.header):
        own = own.model_copy(update={"header_notes": (*own.header_notes, by_values(chosen))})
    return Recognised(table=table, mapping=own, contract=chosen)


def _first_rows(table: Table) -> list[list[str]]:
    rows: list[list[str]] = table.rows.head(SEEN_ROWS).to_numpy(dtype=object).tolist()
    return rows


def _from_note(note: Note, sheet: Sheet | None) -> list[Located]:
    by_column: dict[int, list[int]] = {}
    for row, column in note.cells:
        by_column.setdefault(column - 1, []).append(row)
    if not by_column:
        return [without_place(note.check, sheet, values=note.values)]
    return [
        Located(
            finding=Finding(
                check=note.check, field="", rows=np.unique(np.array(rows, dtype=np.int64)), values=note.values, sample=note.sample
            ),
            sheet=sheet,
            column=column,
        )
        for column, rows in sorted(by_column.items())
    ]
