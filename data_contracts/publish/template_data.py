"""The sheet of data: groups, an example, the header, and empty rows that know what may stand in them."""

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from data_contracts.fields import Field
from data_contracts.publish.groups import Group, groups, must_fill
from data_contracts.publish.guidance import blank, how, need, note
from data_contracts.publish.marks import TEMPLATE
from data_contracts.publish.samples import sample
from data_contracts.publish.shown import label
from data_contracts.publish.template_lists import Lists
from data_contracts.publish.template_style import FAINT, LINE, PAPER, REQUIRED, Book, tint
from data_contracts.publish.template_valid import valid

BAND, EXAMPLE, HEADER, FIRST = 0, 1, 2, 3
"""Rows, from 0. The example stands above the header: nothing above a header is ever a record."""
ROWS = 5000
"""Rows that are ready to be filled."""
TITLE_CHARS, MESSAGE_CHARS = 32, 255
"""What a spreadsheet program shows of an input message."""
WIDTHS = {"number": 14, "integer": 12, "date": 14, "country": 20, "yes_no_unknown": 14}
WIDTH, WIDE = 18, 34
LONG_TEXTS = frozenset({"narrative", "offence_text", "request_text", "specimen_text", "handling_condition", "linked_offences"})
NUMBERS = frozenset({"number", "integer"})


def write_data(book: Book, page: Worksheet, lists: Lists) -> None:
    """Write the sheet.

    Args:
        book: The workbook.
        page: The sheet.
        lists: Where drop-downs take their choices from.
    """
    found = groups(book.contract)
    examples = sample(book.contract)
    column = 0
    for group in found:
        for place, field in enumerate(group.fields):
            _band(book, page, group, (column, place))
            _example(book, page, field, (column, group, examples[field.name]))
            _header(book, page, field, (column, group, examples[field.name]))
            _cells(book, page, field, (column, lists))
            column += 1
    _mark_missing(book, page, found, last=column - 1)
    _sheet(page, book, last=column - 1)


def header_of(field: Field, book: Book) -> str:
    """What the header of a column says: its label, and a star if it must be filled.

    Args:
        field: The column.
        book: The workbook.
    """
    star = " *" if must_fill(field, book.contract) else ""
    return book.voice.text(field.label) + star


def _band(book: Book, page: Worksheet, group: Group, where: tuple[int, int]) -> None:
    """The group's title over its first column; cells are not merged, so that columns can be moved and sorted."""
    column, place = where
    text = book.voice.text(group.title) if place == 0 else ""
    page.write(BAND, column, text, book.style(bold=True, font_color=PAPER, bg_color=group.colour, font_size=12))


def _example(book: Book, page: Worksheet, field: Field, shown: tuple[int, Group, str]) -> None:
    column, group, value = shown
    text = _as_written(field, value, book)
    text = book.voice.text("Example: {example}", example=text) if column == 0 else text
    style = book.style(italic=True, font_color=FAINT, bg_color=tint(group.colour, 0.06), bottom=1, bottom_color=LINE, num_format="@")
    page.write_string(EXAMPLE, column, text, style)
    page.data_validation(
        EXAMPLE,
        column,
        EXAMPLE,
        column,
        {
            "validate": "custom",
            "value": "=FALSE",
            "error_title": book.voice.text("Example")[:TITLE_CHARS],
            "error_message": book.voice.text("This row is an example and is never taken in. Write your cases below the header.")[
                :MESSAGE_CHARS
            ],
        },
    )


def _as_written(field: Field, value: str, book: Book) -> str:
    return label(value, field, book.voice.code)


def _header(book: Book, page: Worksheet, field: Field, shown: tuple[int, Group, str]) -> None:
    column, group, value = shown
    strong = must_fill(field, book.contract)
    style = book.style(
        bold=strong, text_wrap=True, bg_color=tint(group.colour, 0.32 if strong else 0.16), border=1, border_color=LINE, valign="vcenter"
    )
    page.write_string(HEADER, column, header_of(field, book), style)
    text = note(field, book.contract, book.voice, example=_as_written(field, value, book)) + f"\n\n{TEMPLATE}"
    page.write_comment(HEADER, column, text, {"author": "", "x_scale": 2.4, "y_scale": 1 + 0.22 * (len(text) // 38 + text.count("\n"))})


def _cells(book: Book, page: Worksheet, field: Field, where: tuple[int, Lists]) -> None:
    column, lists = where
    number_format = "General" if field.kind in NUMBERS else "@"
    page.set_column(column, column, _width(field), book.style(num_format=number_format, valign="top", text_wrap=field.name in LONG_TEXTS))
    text = " ".join(part for part in (need(field, book.contract, book.voice), how(field, book.voice)) if part)
    more = blank(field, book.contract, book.voice)
    text = f"{text} {more}" if len(f"{text} {more}") <= MESSAGE_CHARS else text
    told = {"input_title": book.voice.text(field.label)[:TITLE_CHARS], "input_message": text[:MESSAGE_CHARS]}
    rule = valid(field, book.voice, cell=xl_rowcol_to_cell(FIRST, column), source=lists.source(field) if field.codes else "")
    page.data_validation(FIRST, column, FIRST + ROWS - 1, column, {**told, **rule})


def _width(field: Field) -> int:
    return WIDE if field.name in LONG_TEXTS else WIDTHS.get(field.kind, WIDTH)


def _mark_missing(book: Book, page: Worksheet, found: tuple[Group, ...], *, last: int) -> None:
    """A required cell is coloured as long as its row holds something and it does not."""
    fields = [field for group in found for field in group.fields]
    row = f"$A{FIRST + 1}:${xl_col_to_name(last)}{FIRST + 1}"
    for column, field in enumerate(fields):
        if must_fill(field, book.contract):
            formula = f"=AND(COUNTA({row})>0,ISBLANK({xl_rowcol_to_cell(FIRST, column)}))"
            rule = {"type": "formula", "criteria": formula, "format": book.style(bg_color=REQUIRED)}
            page.conditional_format(FIRST, column, FIRST + ROWS - 1, column, rule)


def _sheet(page: Worksheet, book: Book, *, last: int) -> None:
    page.set_row(BAND, 22)
    page.set_row(EXAMPLE, 20)
    page.set_row(HEADER, 50)
    page.freeze_panes(FIRST, 1)
    page.autofilter(HEADER, 0, HEADER + ROWS, last)
    page.set_landscape()
    page.repeat_rows(BAND, HEADER)
    page.repeat_columns(0, 0)
    page.set_print_scale(70)
    page.set_header(f"&L&10&B{book.voice.text(book.contract.description)}")
    page.set_comments_author("")
