"""Sheets of ours and rows of the sender's, written by xlsxwriter: fast, with the same bytes for the same content."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ens_reports.intake.pack.marks import Fill, Remark
from ens_reports.intake.pack.sheet import FILLS, LAST_COLUMN, LAST_ROW, LOOKS, Cell, PackSheet, Style, height
from ens_reports.intake.pack.texts import AUTHOR, PROPERTY, clean, comment_size, looks_like_formula
from ens_reports.locales import mark

SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""What a sender wrote stays text: a cell that begins with = is never a formula of ours."""
EXTRA = (mark("Row in your file"), mark("What was found"))
"""Headings of the columns that an excerpt has behind the sender's."""
MAX_WIDTH = 42
"""Of a column of the sender's, in characters."""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Rows of the sender's, as text.

    Attributes:
        name: Name of the sheet.
        lines: Row in the workbook, from 1, with its cells.
        head: Row of the header, from 1; 0 for none.
        fills: Coloured cells.
        remarks: Comments.
        right_to_left: Whether the sheet runs from right to left.
    """

    name: str
    lines: Sequence[tuple[int, Sequence[str]]]
    head: int = 0
    fills: Sequence[Fill] = ()
    remarks: Sequence[Remark] = ()
    right_to_left: bool = False


@dataclass(kw_only=True)
class _Formats:
    """Formats by what they look like, each made once."""

    book: xlsxwriter.Workbook
    right_to_left: bool = False
    made: dict[tuple[object, ...], Format] = field(default_factory=dict)
    known: dict[tuple[str, bool, bool], Format] = field(default_factory=dict)
    """Of cells of the sender's, of which there can be a million."""

    def style(self, style: Style, text: str = "") -> Format:
        """The format of a style of ours."""
        look = LOOKS[style]
        options = {
            "font_size": look.size, "bold": look.bold, "font_color": f"#{look.colour}", "text_wrap": look.wrap, "valign": "top",
            "locked": look.locked, "num_format": "#,##0" if style == "number" else "General",
        }  # fmt: skip
        options |= {"bg_color": f"#{look.fill}"} if look.fill else {}
        options |= {"align": "center"} if look.centred else {}
        options |= {"border": 1, "border_color": "#C3CED6"} if look.border else {}
        return self._make(options, text)

    def theirs(self, fill: str, text: str, *, head: bool) -> Format:
        """The format of a cell of the sender's."""
        look = (fill, head, looks_like_formula(text))
        if look not in self.known:
            options = {"text_wrap": head, "valign": "top", "bold": head, "num_format": "@"}
            self.known[look] = self._make(options | ({"bg_color": f"#{FILLS[fill]}"} if fill else {}), text)
        return self.known[look]

    def _make(self, options: dict[str, object], text: str) -> Format:
        options = (
            options | ({"quote_prefix": True} if looks_like_formula(text) else {}) | ({"reading_order": 2} if self.right_to_left else {})
        )
        key = tuple(sorted(options.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(options)
        return self.made[key]


def workbook(sheets: Sequence[PackSheet], rows: Sequence[Rows], *, title: str, reference: str, day: date) -> bytes:
    """Write a workbook.

    Args:
        sheets: Of ours, with names that differ from those of the others.
        rows: Of the sender's; they stand before sheets that are to be last.
        title: Of the document.
        reference: Name of the submission, for the document's properties.
        day: On which the document says that it was made.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, SETTINGS) as book:
        book.set_properties({"title": clean(title), "created": datetime.combine(day, datetime.min.time())})
        book.set_custom_property(PROPERTY, reference, "text")
        formats = _Formats(book=book, right_to_left=any(sheet.right_to_left for sheet in sheets))
        theirs = _Formats(book=book)
        for sheet in (item for item in sheets if not item.last):
            _write(book.add_worksheet(sheet.name), sheet, formats)
        for item in rows:
            _write_rows(book.add_worksheet(item.name), item, theirs)
        for sheet in (item for item in sheets if item.last):
            _write(book.add_worksheet(sheet.name), sheet, formats)
    return buffer.getvalue()


def _write(target: Worksheet, sheet: PackSheet, formats: _Formats) -> None:
    for column, width in enumerate(sheet.widths):
        target.set_column(column, column, width, None, {"hidden": column in sheet.hidden})
    for row, line in enumerate(sheet.lines):
        target.set_row(row, height(line, sheet.widths))
        for column, cell in enumerate(line):
            _write_cell(target, (row, column), cell, formats)
    _write_lists(target, sheet, formats)
    shown = len([column for column in range(len(sheet.widths)) if column not in sheet.hidden])
    if sheet.head >= 0:
        target.freeze_panes(sheet.head + 1, 0)
        target.repeat_rows(sheet.head)
        target.autofilter(sheet.head, 0, max(sheet.head, len(sheet.lines) - 1), shown - 1)
    target.print_area(0, 0, max(0, len(sheet.lines) - 1), shown - 1)
    _set_page(target, right_to_left=sheet.right_to_left, pages=0 if sheet.head >= 0 else 1)
    if sheet.protected:
        allowed = ("autofilter", "sort", "format_columns", "format_rows")
        target.protect("", dict.fromkeys(allowed, True))


def _write_cell(target: Worksheet, place: tuple[int, int], cell: Cell, formats: _Formats) -> None:
    row, column = place
    text = clean(cell.text)
    form = formats.style(cell.style, text)
    if cell.number is not None:
        target.write_number(row, column, cell.number, form)
    elif cell.link:
        target.write_url(row, column, f"internal:{cell.link}", form, text)
    elif text:
        target.write_string(row, column, text, form)
    else:
        target.write_blank(row, column, None, form)


def _write_lists(target: Worksheet, sheet: PackSheet, formats: _Formats) -> None:
    places = {}
    for column, (name, items) in enumerate(sheet.options.items(), start=sheet.first_list):
        target.set_column(column, column, 4, None, {"hidden": True})
        for row, item in enumerate(items):
            target.write_string(row, column, clean(item), formats.style("hidden", item))
        places[name] = column
    for choice in sheet.choices:
        column, last = places[choice.options], len(sheet.options[choice.options]) - 1
        source = f"={xlsxwriter.utility.xl_range_abs(0, column, last, column)}"
        options = {"validate": "list", "source": source, "error_type": "stop" if choice.closed else "warning"}
        target.data_validation(choice.rows[0], choice.column, choice.rows[1], choice.column, options)


def _write_rows(target: Worksheet, rows: Rows, formats: _Formats) -> None:
    """The sender's rows, each at its place, as text: what looks like a formula is none."""
    colours = {(row, fill.column): fill.severity for fill in rows.fills for row in range(fill.rows[0], fill.rows[1] + 1)}
    widths: dict[int, int] = {}
    for row, cells in rows.lines:
        for column, value in enumerate(cells):
            fill, text = colours.get((row, column), ""), clean(str(value))
            form = formats.theirs(fill, text, head=row == rows.head)
            if text:
                target.write_string(row - 1, column, text, form)
                widths[column] = max(widths.get(column, 9), min(MAX_WIDTH, len(text) + 2))
            elif fill:
                target.write_blank(row - 1, column, None, form)
    for column, width in widths.items():
        target.set_column(column, column, width)
    for remark in rows.remarks:
        width, height = comment_size(remark.text)
        options = {"author": AUTHOR, "width": width, "height": height, "color": "#FFFDE7", "font_size": 9}
        target.write_comment(remark.row - 1, remark.column, clean(remark.text), options)
    if rows.head:
        target.freeze_panes(rows.head, 0)
        target.repeat_rows(rows.head - 1)
    target.ignore_errors({"number_stored_as_text": f"A1:{xlsxwriter.utility.xl_rowcol_to_cell(LAST_ROW - 1, LAST_COLUMN - 1)}"})
    _set_page(target, right_to_left=rows.right_to_left)


def _set_page(target: Worksheet, *, right_to_left: bool, pages: int = 0) -> None:
    target.set_landscape()
    target.set_paper(9)
    target.fit_to_pages(1, pages)
    target.set_margins(0.4, 0.4, 0.5, 0.6)
    target.set_footer("&C&P / &N")
    if right_to_left:
        target.right_to_left()
