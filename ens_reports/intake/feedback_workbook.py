"""The workbook of the feedback pack: findings, and the sender's own rows with what was found in them."""

import io
from collections import defaultdict
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data_contracts.catalogue import CHECKS
from ens_reports.intake.answer import Answer
from ens_reports.intake.outcome import Detail
from ens_reports.intake.table import Table

MAX_ROWS = 20_000
"""Rows shown; the findings name all places."""
MAX_CELL_CHARS = 32_000
SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What a sender wrote stays text: a cell that begins with = is never a formula of ours."""
COLOURS = {"error": "#F6D5D5", "warning": "#FBE7CC", "note": "#E3EBF2"}
WIDTHS = (11, 60, 26, 34, 10, 50, 50)


def feedback_workbook(answer: Answer) -> bytes:
    """The workbook.

    Args:
        answer: What to tell.

    Returns:
        XLSX with the same bytes for the same answer.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, SETTINGS) as book:
        book.set_properties(
            {"created": datetime.combine(answer.received_on, datetime.min.time()), "title": answer.language.text("Feedback on your file")}
        )
        formats = {name: book.add_format({"bg_color": colour, "text_wrap": True, "valign": "top"}) for name, colour in COLOURS.items()}
        formats["head"] = book.add_format({"bold": True, "bg_color": "#DDE4EA", "text_wrap": True, "valign": "top"})
        formats["plain"] = book.add_format({"text_wrap": True, "valign": "top"})
        details = answer.details()
        _findings(book.add_worksheet(answer.language.text("Findings")[:31]), answer, details, formats)
        if answer.table is not None:
            _rows(book.add_worksheet(answer.language.text("Your rows")[:31]), answer, (answer.table, details), formats)
    return buffer.getvalue()


def _findings(sheet: Worksheet, answer: Answer, details: tuple[Detail, ...], formats: dict[str, Format]) -> None:
    text = answer.language.text
    heads = (
        text("Weight"), text("What"), text("Column"), text("Where"), text("Places"), text("What you can do"),
        text("What it costs until then"),
    )  # fmt: skip
    _prepare(sheet, answer, heads, formats["head"])
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for number, item in enumerate(details, start=1):
        places = ", ".join(item.cells)
        values = (answer.severity(item.severity), item.message, item.header, places, item.fix, item.cost)
        form = formats[item.severity]
        for column, value in zip((0, 1, 2, 3, 5, 6), values, strict=True):
            sheet.write_string(number, column, value[:MAX_CELL_CHARS], form)
        sheet.write_number(number, 4, item.count, form)


def _rows(sheet: Worksheet, answer: Answer, shown: tuple[Table, tuple[Detail, ...]], formats: dict[str, Format]) -> None:
    """Rows with errors or warnings, at their original addresses, with what was found in front and the cells coloured."""
    table, details = shown
    messages, cells = _by_row(answer, details)
    text = answer.language.text
    _prepare(sheet, answer, (text("Row"), text("What was found"), *table.header), formats["head"])
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 60)
    for number, row in enumerate(sorted(messages)[:MAX_ROWS], start=1):
        if row not in table.sheet.cells.index:
            continue
        sheet.write_string(number, 0, table.sheet.address(row, -1), formats["plain"])
        sheet.write_string(number, 1, " \u2022 ".join(messages[row])[:MAX_CELL_CHARS], formats["plain"])
        for column, value in enumerate(table.sheet.cells.loc[row]):
            form = formats[cells[row, column]] if (row, column) in cells else formats["plain"]
            sheet.write_string(number, column + 2, str(value)[:MAX_CELL_CHARS], form)


def _by_row(answer: Answer, details: tuple[Detail, ...]) -> tuple[dict[int, list[str]], dict[tuple[int, int], str]]:
    """What to say about each row, and how each cell is marked; notes alone bring no row here."""
    messages: dict[int, list[str]] = defaultdict(list)
    cells: dict[tuple[int, int], str] = {}
    for item, located in zip(details, answer.found, strict=True):
        if item.severity == "note" or CHECKS[item.check].gap or answer.table is None or located.sheet is not answer.table.sheet:
            continue
        for row in located.finding.rows.tolist():
            messages[row].append(item.message)
            cells.setdefault((row, located.column), item.severity)
    return messages, cells


def _prepare(sheet: Worksheet, answer: Answer, heads: tuple[str, ...], form: Format) -> None:
    if answer.language.right_to_left:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    for column, head in enumerate(heads):
        sheet.write_string(0, column, " ".join(head.split())[:MAX_CELL_CHARS], form)
