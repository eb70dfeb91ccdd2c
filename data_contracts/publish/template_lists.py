"""The sheet of lists: what the drop-downs of a template offer, with the code that each choice stands for."""

from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from data_contracts.fields import Field
from data_contracts.publish.shown import Shown, choices
from data_contracts.publish.template_style import FAINT, Book, sheet_names

FIRST_ROW = 3
"""The first choice of each list; above it are the mark, a blank row and the list's title."""
WIDEST = 44


class Lists:
    """The lists of one template, each written once.

    Args:
        book: The workbook.
        page: The sheet of lists.
    """

    def __init__(self, book: Book, page: Worksheet) -> None:
        self._book = book
        self._page = page
        self._ranges: dict[tuple[Shown, ...], str] = {}
        self._quoted = "'" + sheet_names(book.voice)["lists"].replace("'", "''") + "'"
        page.write_string(0, 0, book.mark, book.style(font_color=FAINT, font_size=9))

    def source(self, field: Field) -> str:
        """The range of what a field's drop-down offers, as a formula.

        Args:
            field: A field with code lists.
        """
        offered = choices(field, self._book.voice.code)
        if offered not in self._ranges:
            self._ranges[offered] = self._write(field, offered)
        return self._ranges[offered]

    def close(self) -> None:
        """Nothing of the sheet is to be edited, and its titles stay in sight."""
        self._page.freeze_panes(FIRST_ROW, 0)
        self._page.set_landscape()
        self._page.protect()

    def _write(self, field: Field, offered: tuple[Shown, ...]) -> str:
        page, column = self._page, 2 * len(self._ranges)
        title = self._book.style(bold=True, bottom=1, text_wrap=True, valign="bottom")
        code = self._book.style(font_color=FAINT, font_size=9)
        page.write_string(FIRST_ROW - 1, column, f"{self._book.voice.text(field.label)}:", title)
        page.write_string(FIRST_ROW - 1, column + 1, "", title)
        for row, item in enumerate(offered, start=FIRST_ROW):
            page.write_string(row, column, item.label, self._book.style())
            page.write_string(row, column + 1, item.code, code)
        page.set_column(column, column, min(WIDEST, 3 + max(len(item.label) for item in offered)), self._book.style())
        page.set_column(column + 1, column + 1, min(WIDEST, 5 + max(len(item.code) for item in offered)), self._book.style())
        return f"={self._quoted}!{xl_range_abs(FIRST_ROW, column, FIRST_ROW + len(offered) - 1, column)}"
