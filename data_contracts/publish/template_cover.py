"""The cover sheet of a template: what the sender says of the file as a whole."""

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from data_contracts.fields import Field
from data_contracts.publish.dressing import cover_lines
from data_contracts.publish.guidance import how
from data_contracts.publish.template_lists import Lists
from data_contracts.publish.template_style import FAINT, LINE, Book, tint
from data_contracts.publish.template_valid import valid

FIRST = 3
COLOUR = "#1F4E79"
TITLE_CHARS, MESSAGE_CHARS = 32, 255
MADE_UP = "synthetic"
"""A line that programs fill in; people send what happened."""


def write_cover(book: Book, page: Worksheet, lists: Lists) -> None:
    """Write the sheet: a label, its cell, and under it what it means - alone in its row, so that no reader takes it for a value.

    Args:
        book: The workbook.
        page: The sheet.
        lists: Where drop-downs take their choices from.
    """
    page.hide_gridlines(2)
    page.set_column(0, 0, 38)
    page.set_column(1, 1, 60)
    page.write_string(0, 0, book.voice.text("About this file"), book.style(bold=True, font_size=18, font_color=COLOUR))
    page.set_row(0, 30)
    row = FIRST - 1
    for field in cover_fields():
        _line(book, page, field, (row, lists))
        row += 2
    page.fit_to_pages(1, 1)


def cover_fields() -> tuple[Field, ...]:
    """The lines of the cover that people fill in."""
    return tuple(Field(name=name, kind="text", description=name) for name in cover_lines("fr") if name != MADE_UP)


def _line(book: Book, page: Worksheet, field: Field, where: tuple[int, Lists]) -> None:
    row, lists = where
    page.write_string(row, 0, _label(field, book), book.style(bold=True, bg_color=tint(COLOUR, 0.1), border=1, border_color=LINE))
    page.write_blank(row, 1, None, book.style(num_format="@", text_wrap=True, border=1, border_color=LINE))
    meaning = book.voice.text(field.description)
    page.write_string(row + 1, 0, meaning, book.style(font_color=FAINT, font_size=9, valign="top", indent=1))
    page.set_row(row, 20)
    told = {
        "input_title": _label(field, book)[:TITLE_CHARS],
        "input_message": " ".join(part for part in (f"{meaning}.", how(field, book.voice)) if part)[:MESSAGE_CHARS],
    }
    rule = valid(field, book.voice, cell=xl_rowcol_to_cell(row, 1), source=lists.source(field) if field.codes else "")
    page.data_validation(row, 1, row, 1, {**told, **rule})


def _label(field: Field, book: Book) -> str:
    return cover_lines(book.voice.code)[field.name] if book.voice.code != "en" else field.label
