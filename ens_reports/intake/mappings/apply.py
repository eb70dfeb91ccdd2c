"""A mapping carried out on a table: canonical text in the contract's columns, every change with a finding."""

from dataclasses import dataclass, replace

import pandas as pd

from data_contracts.crashed import guarded
from data_contracts.fields import Field
from data_contracts.registry import Contract
from ens_reports.intake.columns.cleaned import Columns, Whole
from ens_reports.intake.columns.repeats import fill_table
from ens_reports.intake.feedback.understood import Understood
from ens_reports.intake.findings import Cells, Collector
from ens_reports.intake.known.keys import incident_ids, number_items
from ens_reports.intake.mappings.dated import read_dates
from ens_reports.intake.mappings.looked_at import look_at
from ens_reports.intake.mappings.mapping import Mapping, Option, Rule
from ens_reports.intake.mappings.rules import TOLD, Read, read_field
from ens_reports.intake.mappings.settle import settle_rows
from ens_reports.intake.sheets.header_notes import tell_headers, tell_unknown
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.values.fold import fold_header
from ens_reports.intake.values.many import listed, texts_of
from ens_reports.intake.values.numbers import decimal_mark

DATE = "incident_date"
LOOKED_AT = 2_000
"""Distinct values of each column that show the file's decimal mark."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Mapped:
    """Rows in the contract's columns.

    Attributes:
        frame: Canonical text, missing where not recorded; index = row numbers of the source.
        repeated: Row numbers that repeat another row of the file in full; not in `frame`.
        columns: Field -> position of the column it is from.
        incidents: How many incidents the rows stand for.
        understood: How each column was read, in the order of the columns; what is the same for all rows stands last.
    """

    frame: pd.DataFrame
    repeated: tuple[int, ...]
    columns: dict[str, int]
    incidents: int = 0
    understood: tuple[Understood, ...] = ()


def apply(table: Table, mapping: Mapping, contract: Contract, *, collector: Collector, whole: Whole | None = None) -> Mapped:
    """Carry out a mapping.

    Args:
        table: Header and records.
        mapping: The rules.
        contract: Whose columns are filled.
        collector: Takes the findings.
        whole: Where the table is a piece of a long one: what is known of all of it.

    Returns:
        Canonical text for every record; values that could not be translated stay as they came.
    """
    table = _rejoin(table, mapping, collector)
    table = table if whole is not None else _with_repeats(table, collector)
    tell_headers(table, mapping, collector)
    columns = Columns(table, collector, missing=mapping.missing, kept=mapping.kept, whole=whole)
    decimal = _decimal(columns) if whole is None else whole.once("decimal", lambda: _decimal(columns))
    filled, origins = _fields(columns, mapping, contract, decimal)
    with guarded(collector.add_to_file, "settle_rows"):
        settle_rows(columns, filled, origins, contract)
    _other_columns(columns, mapping)
    with guarded(collector.add_to_file, "values_told"):
        _tell(columns, filled, origins)
    incidents = _incidents(columns, filled, origins)
    number = contract.number
    ids, repeated = incident_ids(columns, mapping, _given_ids(columns, mapping, filled, number), field=number)
    if number:
        filled[number] = ids
    frame = pd.DataFrame(filled, index=table.rows.index).loc[~repeated]
    if contract.lines and "item_no" not in filled and (mapping.number_items or frame[number].duplicated().any()):
        frame["item_no"] = number_items(frame, columns, field=number)
    ordered = frame[[name for name in contract.fields if name in frame]].astype("str")
    return Mapped(
        frame=ordered.mask(ordered == ""),
        repeated=tuple(table.rows.index[repeated]),
        columns=origins,
        incidents=incidents,
        understood=_understood(columns, mapping, origins),
    )


def given_numbers(table: Table, mapping: Mapping, contract: Contract, *, whole: Whole | None = None) -> Cells:
    """The numbers of incidents as their sender gives them, blank for none; nothing is noted.

    Args:
        table: Header and records.
        mapping: The rules.
        contract: Says which field numbers a record.
        whole: Where the table is a piece of a long one: what is known of all of it.
    """
    columns = Columns(table, Collector(sheet=table.sheet, header=table.header), missing=mapping.missing, kept=mapping.kept, whole=whole)
    rule = mapping.columns.get(contract.number)
    filled = {} if rule is None else {contract.number: _read(columns, rule, contract.fields[contract.number], ("", None)).cells}
    return _given_ids(columns, mapping, filled, contract.number)


def _decimal(columns: Columns) -> str:
    positions = range(columns.rows.shape[1])
    return decimal_mark(value for position in positions for value in listed(texts_of(columns.all_texts(position)[:LOOKED_AT])))


def _understood(columns: Columns, mapping: Mapping, origins: dict[str, int]) -> tuple[Understood, ...]:
    read = [
        Understood(column=position, header=columns.header[position], field=name, facts=columns.facts.get(name, {}))
        for name, position in sorted(origins.items(), key=lambda item: item[1])
        if position >= 0
    ]
    constants = {name: rule.constant for name, rule in mapping.columns.items() if rule.constant}
    return (*read, *(Understood(column=-1, header="", field=name, facts={"constant": text}) for name, text in constants.items()))


def _fields(columns: Columns, mapping: Mapping, contract: Contract, decimal: str) -> tuple[dict[str, Cells], dict[str, int]]:
    filled: dict[str, Cells] = {}
    origins: dict[str, int] = {}
    rules = dict(sorted(mapping.columns.items(), key=lambda item: item[0] != DATE))
    for name, rule in rules.items():
        with guarded(columns.collector.add_to_file, name):
            _one_field(columns, (name, rule), contract, (decimal, filled, origins))
    for group in mapping.options:
        with guarded(columns.collector.add_to_file, "options"):
            _choose(columns, group, contract, (decimal, filled, origins))
    return filled, origins


def _one_field(columns: Columns, asked: tuple[str, Rule], contract: Contract, into: tuple[str, dict[str, Cells], dict[str, int]]) -> None:
    name, rule = asked
    decimal, filled, origins = into
    field = contract.fields[name]
    if field.kind == "date" and rule.year:
        filled[name], origins[name] = read_dates(columns, rule, field)
        return
    read = _read(columns, rule, field, (decimal, filled.get(DATE)))
    filled[name] = read.cells if name not in filled else filled[name].where(filled[name] != "", read.cells)
    origins[name] = read.column
    columns.said.update({(name, what): cells for what, cells in read.beside.items()})


def _read(columns: Columns, rule: Rule, field: Field, known: tuple[str, Cells | None]) -> Read:
    """Carry out a rule: on the distinct values where it reads nothing but one column, else on the rows."""
    decimal, days = known
    position = columns.position(rule.column, rule.occurrence) if rule.column and not rule.when else None
    if position is None:
        return read_field(columns, rule, field, decimal=decimal, days=days)
    narrow = columns.narrow(position)
    kept = {} if columns.whole is None or narrow.columns is not columns.whole.narrow.get(position) else columns.whole.reads
    once = (position, field.name, id(rule))
    read = kept.get(once) or read_field(narrow.columns, rule, field, decimal=decimal)
    kept[once] = read
    columns.facts[field.name] = {**columns.facts.get(field.name, {}), **read.facts}
    return replace(read, cells=narrow.spread(read.cells), beside={name: narrow.spread(cells) for name, cells in read.beside.items()})


def _choose(columns: Columns, group: tuple[Option, ...], contract: Contract, into: tuple[str, dict[str, Cells], dict[str, int]]) -> None:
    """Fill fields by the first option whose column is filled; what later options hold is noted."""
    decimal, filled, origins = into
    settled = pd.Series(data=False, index=columns.rows.index)
    for option in group:
        position = columns.position(option.when)
        if position is None:
            continue
        cells = columns.cleaned(position)
        columns.place(position).note("second_quantity", cells, (cells != "") & settled)
        chosen = (cells != "") & ~settled
        for name, rule in option.fields.items():
            read = _read(columns, rule, contract.fields[name], (decimal, filled.get(DATE)))
            before = filled.get(name, columns.blank())
            filled[name] = before.mask(chosen, read.cells).astype("str")
            origins.setdefault(name, read.column)
            for what, beside in read.beside.items():
                columns.said[name, what] = columns.said.get((name, what), columns.blank()).mask(chosen, beside).astype("str")
        settled |= chosen


def _given_ids(columns: Columns, mapping: Mapping, filled: dict[str, Cells], number: str) -> Cells:
    """Numbers as sent: from the columns that the mapping names, else from the field's own rule; one for all where rows have none."""
    if number != "incident_id":
        return filled.get(number, columns.blank()) if number else columns.blank().mask(columns.blank() == "", "-").astype("str")
    positions = [columns.position(name) for name in mapping.incident_id]
    parts = [columns.cleaned(position, "incident_id") for position in positions if position is not None]
    if not parts:
        return filled.get("incident_id", columns.blank())
    if len(parts) == 1:
        return parts[0]
    joined = parts[0]
    for part in parts[1:]:
        joined = joined + "/" + part
    return joined.mask(parts[0] == "", "").astype("str")


def _tell(columns: Columns, filled: dict[str, Cells], origins: dict[str, int]) -> None:
    for (name, value), check in TOLD.items():
        if name in filled:
            columns.place(origins.get(name, -1), name).note(check, filled[name], filled[name] == value)


def _incidents(columns: Columns, filled: dict[str, Cells], origins: dict[str, int]) -> int:
    """How many incidents the rows stand for; rows that stand for several are noted."""
    if "incident_count" not in filled:
        return len(columns.rows)
    counts = filled["incident_count"]
    several = counts.str.fullmatch(r"\d+").astype(bool) & ~counts.isin(["0", "1"])
    total = int(pd.to_numeric(counts, errors="coerce").fillna(1).sum())
    place = columns.place(origins["incident_count"], "incident_count")
    place.note("rows_aggregated", counts, several, rows=str(len(counts)), incidents=str(total))
    return total


def _other_columns(columns: Columns, mapping: Mapping) -> None:
    """Columns that are not taken, and those that are only looked at."""
    for check in mapping.checks:
        with guarded(columns.collector.add_to_file, "look_at"):
            look_at(columns, check)
    refused = {fold_header(name): reason for name, reason in mapping.not_taken.items()}
    ignored = {fold_header(name): reason for name, reason in mapping.ignored.items()}
    for position, header in enumerate(columns.header):
        folded = fold_header(header)
        if folded in refused:
            columns.collector.add("column_not_taken", columns.filled(position), column=position, values={"reason": refused[folded]})
        elif position in columns.used:
            continue
        elif folded in ignored:
            columns.collector.add("column_ignored", columns.filled(position), column=position, values={"reason": ignored[folded]})
        elif folded not in mapping.known_headers:
            tell_unknown(columns, position, mapping)


def _with_repeats(table: Table, collector: Collector) -> Table:
    """The table with the value above in cells that say so."""
    rows, _ = fill_table(table.rows, collector)
    return table if rows is table.rows else replace(table, rows=rows, coded=())


def _rejoin(table: Table, mapping: Mapping, collector: Collector) -> Table:
    """Move records back to the right that were broken in two, their first half left as a line of blanks."""
    shift = mapping.rejoin_after_blank
    if not shift or table.rows.empty:
        return table
    rows = table.rows.copy()
    present = set(rows.index)
    tail = rows[list(rows.columns[-shift:])]
    moved = [row for row in rows.index[(tail == "").all(axis=1)] if row - 1 not in present and row - 1 > table.header_row]
    for row in moved:
        rows.loc[row] = ["", *[""] * (shift - 1), *rows.loc[row].tolist()[:-shift]]
    collector.add("record_rejoined", moved)
    return Table(sheet=table.sheet, header=table.header, header_row=table.header_row, rows=rows, set_aside=table.set_aside)
