"""The cover sheet of a template: what the sender says of the file as a whole."""

from dataclasses import replace

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from data_contracts.fields import Field
from data_contracts.publish.guidance import how, need
from data_contracts.publish.template_lists import Lists
from data_contracts.publish.template_style import FAINT, LINE, Book, tint
from data_contracts.publish.template_valid import valid
from data_contracts.registry import CONTRACTS

FIRST = 3
COLOUR = "#1F4E79"
TITLE_CHARS, MESSAGE_CHARS = 32, 255
LEFT_OUT = frozenset({"synthetic"})
"""Lines that programs fill in; people send what happened."""
COVER = CONTRACTS["cover"]


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
    """The lines of the cover that people fill in; a line that is not said is left blank, so that none and unknown are not offered."""
    return tuple(replace(field, required="always") for name, field in COVER.fields.items() if name not in LEFT_OUT)


def _line(book: Book, page: Worksheet, field: Field, where: tuple[int, Lists]) -> None:
    row, lists = where
    label = book.voice.text(field.label)
    page.write_string(row, 0, label, book.style(bold=True, bg_color=tint(COLOUR, 0.1), border=1, border_color=LINE))
    page.write_blank(row, 1, None, book.style(num_format="@", text_wrap=True, border=1, border_color=LINE))
    meaning = book.voice.text(field.description)
    page.write_string(row + 1, 0, meaning, book.style(font_color=FAINT, font_size=9, valign="top", indent=1))
    page.set_row(row, 20)
    told = {
        "input_title": label[:TITLE_CHARS],
        "input_message": " ".join(part for part in (how(field, book.voice), _when(field, book)) if part)[:MESSAGE_CHARS],
    }
    rule = valid(field, book.voice, cell=xl_rowcol_to_cell(row, 1), source=lists.source(field) if field.codes else "")
    page.data_validation(row, 1, row, 1, {**told, **rule})


def _when(field: Field, book: Book) -> str:
    return need(COVER.fields[field.name], COVER, book.voice)
