"""Writes the files of examples: workbooks, separated text and JSON, each with its cover, and always the same bytes."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import xlsxwriter

from data_contracts.publish.dressing import Cell, Table

CREATED = datetime(2026, 1, 5, tzinfo=UTC)
"""Written into workbooks: the day on which the examples claim to be made."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What a file holds.

    Attributes:
        table: Headings and rows; none for a file that is a cover and nothing else.
        cover: Lines of the cover sheet, as the sender calls them.
        titles: Lines above the headings (workbooks).
        names: Names of the cover sheet and of the data sheet (workbooks).
        total: Label of a row of totals below the data; empty for none (workbooks).
        merged: Heading of a column whose equal cells are merged downwards; the titles are then merged over all columns (workbooks).
        subtotal: Label of a row of totals in the middle of the data; empty for none (workbooks).
        hidden: Which record's row is hidden, from 0; none if negative (workbooks).
        encoding: Of text.
        delimiter: Of separated text.
    """

    table: Table | None
    cover: Mapping[str, str]
    titles: tuple[str, ...] = ()
    names: tuple[str, str] = ("cover", "data")
    total: str = ""
    merged: str = ""
    subtotal: str = ""
    hidden: int = -1
    encoding: str = "utf-8"
    delimiter: str = ","


def write(path: Path, sheet: Sheet) -> None:
    """Write a file in the format that its name says.

    Args:
        path: Where to write; its folder is made.
        sheet: What it holds.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(WRITERS[path.suffix](sheet))
    if path.suffix != ".xlsx":
        lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in sheet.cover.items())
        path.with_name(f"{path.name}.cover.yaml").write_text(lines, encoding="utf-8")


def _workbook(sheet: Sheet) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as book:
        book.set_properties({"created": CREATED})
        page = book.add_worksheet(sheet.names[0])
        page.set_column(0, 1, 34)
        for row, (name, value) in enumerate(sheet.cover.items()):
            page.write_row(row, 0, [name, value])
        if sheet.table:
            _data(book.add_worksheet(sheet.names[1]), sheet, sheet.table, bold=book.add_format({"bold": True}))
    return content.getvalue()


def _data(page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, table: Table, *, bold: xlsxwriter.format.Format) -> None:
    for row, title in enumerate(sheet.titles):
        if sheet.merged:
            page.merge_range(row, 0, row, len(table.headings) - 1, title, bold)
        else:
            page.write_string(row, 0, title, bold)
    first = len(sheet.titles) + (1 if sheet.titles else 0)
    page.write_row(first, 0, table.headings, bold)
    rows = _with_subtotal(table.rows, sheet.subtotal)
    for row, cells in enumerate(rows, start=first + 1):
        for column, cell in enumerate(cells):
            if cell is not None:
                page.write(row, column, cell)
    if sheet.merged:
        _merge_down(page, rows, column=table.headings.index(sheet.merged), first=first + 1)
    if sheet.hidden >= 0:
        page.set_row(first + 1 + sheet.hidden, None, None, {"hidden": True})
    if sheet.total:
        page.write_row(first + 1 + len(rows), 0, [sheet.total, len(table.rows)], bold)


def _with_subtotal(rows: tuple[tuple[Cell, ...], ...], label: str) -> tuple[tuple[Cell, ...], ...]:
    half = len(rows) // 2
    return (*rows[:half], (label, half), *rows[half:]) if label else rows


def _merge_down(page: xlsxwriter.worksheet.Worksheet, rows: tuple[tuple[Cell, ...], ...], *, column: int, first: int) -> None:
    """Merge cells that say the same as the one above them."""
    cells = [row[column] if len(row) > column else None for row in rows]
    place = 0
    for value, same in groupby(cells):
        number = len(list(same))
        if value is not None and number > 1:
            page.merge_range(first + place, column, first + place + number - 1, column, value)
        place += number


def _separated(sheet: Sheet) -> bytes:
    content = io.StringIO(newline="")
    writer = csv.writer(content, delimiter=sheet.delimiter, lineterminator="\r\n")
    if sheet.table:
        writer.writerow(sheet.table.headings)
        writer.writerows(sheet.table.rows)
    return content.getvalue().encode(sheet.encoding)


def _json(sheet: Sheet) -> bytes:
    table = sheet.table or Table(headings=(), rows=())
    records = [{name: cell for name, cell in zip(table.headings, row, strict=True) if cell is not None} for row in table.rows]
    return (json.dumps(records, ensure_ascii=False, indent=1, default=_text) + "\n").encode("utf-8")


def _text(cell: Cell) -> str:
    return str(cell)


WRITERS: dict[str, Callable[[Sheet], bytes]] = {".xlsx": _workbook, ".csv": _separated, ".tsv": _separated, ".json": _json}
"""How each kind of file is written."""
