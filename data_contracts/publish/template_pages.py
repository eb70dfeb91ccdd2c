"""The sheet of instructions: what to do, in a few friendly lines."""

from xlsxwriter.worksheet import Worksheet

from data_contracts import codelists
from data_contracts.publish.groups import groups
from data_contracts.publish.shown import GENERAL
from data_contracts.publish.template_style import FAINT, LINE, PAPER, REQUIRED, Book, sheet_names
from data_contracts.publish.voice import Voice

WIDTH = 104
CHARS_OF_A_LINE = 105
LINE_HEIGHT = 17


def write_instructions(book: Book, page: Worksheet) -> None:
    """Write the sheet.

    Args:
        book: The workbook.
        page: The sheet.
    """
    page.hide_gridlines(2)
    page.set_column(0, 0, 3)
    page.set_column(1, 1, WIDTH)
    page.write_string(0, 1, book.mark, book.style(font_color=FAINT, font_size=9))
    page.write_string(0, 0, book.mark, book.style(font_color=PAPER, font_size=1))
    page.write_string(2, 1, book.voice.text("Send us your cases"), book.style(bold=True, font_size=22))
    page.write_string(3, 1, book.voice.text(book.contract.description), book.style(font_size=13, font_color=FAINT))
    page.set_row(2, 34)
    row = _steps(book, page, 5)
    row = _words(book, page, row + 1)
    _legend(book, page, row + 1)
    page.fit_to_pages(1, 0)
    page.protect()


def steps(voice: Voice) -> tuple[str, ...]:
    """What to do, one sentence or two for each step.

    Args:
        voice: The language.
    """
    names = sheet_names(voice)
    return (
        voice.text("Fill in the sheet {cover} once. It says which period and which agencies your file speaks of.", cover=names["cover"]),
        voice.text(
            "Write your cases into the sheet {data}, one row for each kind of goods of a case, below the header. "
            "The row above the header is an example and is never taken in.",
            data=names["data"],
        ),
        voice.text("Columns with a star are required. Fill in what you know of the others: each note says what a column is good for."),
        voice.text("Choose from the list where a cell has one. Where several answers are allowed, write a semicolon between them."),
        voice.text("You may leave out, move or hide columns, and paste from other files. Please do not change the words of the header."),
        voice.text("Save the file as it is, and send it through your National Central Bureau. You get an answer for every row."),
    )


def _steps(book: Book, page: Worksheet, row: int) -> int:
    number = book.style(bold=True, font_size=12, valign="top", align="center")
    for place, text in enumerate(steps(book.voice), start=1):
        page.write_string(row, 0, str(place), number)
        _paragraph(book, page, row, text)
        row += 1
    return row


def _words(book: Book, page: Worksheet, row: int) -> int:
    words = codelists.labels(GENERAL, book.voice.code)
    text = book.voice.text
    page.write_string(row, 1, text("What an empty cell says"), book.style(bold=True, font_size=13))
    lines = (
        text("Empty: it was not recorded."),
        text("{none}: you looked for it, and there is none.", none=words["none"]),
        text("{unknown}: it cannot be known.", unknown=words["unknown"]),
        text("If your law forbids you to send something, leave it empty and tell us once, in the answer to your file."),
    )
    for place, line in enumerate(lines, start=row + 1):
        _paragraph(book, page, place, line)
    return row + 1 + len(lines)


def _legend(book: Book, page: Worksheet, row: int) -> None:
    text = book.voice.text
    page.write_string(row, 1, text("The groups of columns"), book.style(bold=True, font_size=13))
    for place, group in enumerate(groups(book.contract), start=row + 1):
        page.write_string(place, 0, "", book.style(bg_color=group.colour))
        page.write_string(place, 1, text(group.title), book.style(indent=1))
    last = row + 1 + len(groups(book.contract))
    page.write_string(last, 0, "", book.style(bg_color=REQUIRED, border=1, border_color=LINE))
    page.write_string(last, 1, text("A required cell that is still empty"), book.style(indent=1))


def _paragraph(book: Book, page: Worksheet, row: int, text: str) -> None:
    page.write_string(row, 1, text, book.style(text_wrap=True, valign="top", indent=1))
    page.set_row(row, LINE_HEIGHT * (1 + len(text) // CHARS_OF_A_LINE))
