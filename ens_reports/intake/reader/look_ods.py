"""A second look at OpenDocument: how far its rows and cells are repeated, and what calamine does not give, before anything is held."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from ens_reports.intake.reader.facts import Facts
from ens_reports.intake.reader.formats import Shown
from ens_reports.intake.reader.grid import MAX_CELL_CHARS, UnreadableError
from ens_reports.intake.reader.letters import column_letters
from ens_reports.intake.reader.package import pieces, whole

MAX_CELLS = 4_000_000
"""Rows times columns of the cells that hold something; every repetition is held as a row of its own."""
MAX_CELL_BYTES = 8 * MAX_CELL_CHARS
ENCRYPTED = re.compile(rb"encryption-data")
TAG = re.compile(rb"<table:(table|table-row|table-column|table-cell|covered-table-cell)(?=[\s/>])([^>]*?)(/?)>|</table:(table|table-row)>")
REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d+)"')
SPANNED = re.compile(rb'number-columns-spanned="(\d+)"')
NAME = re.compile(rb'table:name="([^"]*)"')
TYPE = re.compile(rb'(?:office|calcext):value-type="(\w+)"')
PARAGRAPH = re.compile(rb"<text:p[^>]*>([^<]*)<")
CURRENCY = re.compile(rb'office:currency="([^"]*)"')
HIDDEN = re.compile(rb'table:visibility="(?:collapse|filter)"')
DIGITS = re.compile(r"\d+")
LETTERS = re.compile(r"[^\W\d_]{3,}")
ERRORS = (b"#", b"Err:")


@dataclass(kw_only=True)
class Place:
    """Where in a document the look is.

    Attributes:
        sheets: Facts by name of the sheet.
        facts: Of the sheet.
        name: Of the sheet.
        row: Last row of the present ones, from 1.
        rows: How many rows the present one stands for.
        column: Last column, from 1.
    """

    sheets: dict[str, Facts] = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)
    name: str = ""
    row: int = 0
    rows: int = 1
    column: int = 0


def look(package: zipfile.ZipFile) -> dict[str, Facts]:
    """Look at each table.

    Args:
        package: The document.

    Returns:
        Facts by name of the table.

    Raises:
        UnreadableError: It asks for a password, is not whole, or unfolds to more cells than can be held.
    """
    if ENCRYPTED.search(whole(package, "META-INF/manifest.xml")):
        raise UnreadableError("password_needed")
    place = Place()
    for chunk in _whole_cells(pieces(package, "content.xml")):
        for tag in TAG.finditer(chunk):
            _take(tag, place)
    return place.sheets


def _whole_cells(stream: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces that end where a tag of a table begins."""
    kept = b""
    for piece in stream:
        kept += piece
        last = kept.rfind(b"<table:")
        if last > 0:
            yield kept[:last]
            kept = kept[last:]
        if len(kept) > MAX_CELL_BYTES:
            raise UnreadableError("text_too_long", limit=str(MAX_CELL_CHARS))
    yield kept


def _take(tag: re.Match[bytes], place: Place) -> None:
    kind, attributes = tag[1], tag[2]
    repeated = REPEATED.search(attributes) if attributes else None
    times = int(repeated[1]) if repeated else 1
    if kind == b"table":
        name = NAME.search(attributes)
        place.name, place.facts, place.row, place.column = unescape(name[1].decode(errors="replace")) if name else "", Facts(), 0, 0
        place.sheets[place.name] = place.facts
    elif kind == b"table-column":
        place.column += times
        if HIDDEN.search(attributes) and times < MAX_HIDDEN:
            place.facts.tell("columns_hidden", [(1, column) for column in range(place.column - times + 1, place.column + 1)])
    elif kind == b"table-row":
        place.rows, place.row, place.column = times, place.row + times, 0
        if HIDDEN.search(attributes) and times < MAX_HIDDEN:
            place.facts.tell("rows_hidden", [(row, 0) for row in range(place.row - times + 1, place.row + 1)])
    elif kind:
        place.column += times
        value = TYPE.search(attributes)
        if value and not tag[3]:
            _cell(tag, place, value[1], times)


MAX_HIDDEN = 10_000
"""More hidden rows in one piece are the empty ones below the table."""


def _cell(tag: re.Match[bytes], place: Place, value: bytes, times: int) -> None:
    """One cell that holds something, and all that it stands for."""
    facts, attributes = place.facts, tag[2]
    facts.last_row, facts.last_column = max(facts.last_row, place.row), max(facts.last_column, place.column)
    facts.cells += place.rows * times
    if facts.last_row * facts.last_column > MAX_CELLS or facts.cells > MAX_CELLS:
        cell = f"{column_letters(min(facts.last_column, 18_278) - 1)}{facts.last_row}"
        raise UnreadableError("cells_too_far", sheet=place.name, cell=cell)
    places = [(row, column) for row in range(place.row - place.rows + 1, place.row + 1) for column in _columns(place, times)]
    if (spanned := SPANNED.search(attributes)) and int(spanned[1]) > 1:
        facts.across += [(row, column, column + int(spanned[1]) - 1) for row, column in places]
    shown = _paragraph(tag)
    if b"formula=" in attributes:
        facts.tell("formulas_read", places)
    if value == b"error" or (b"formula=" in attributes and shown.encode().startswith(ERRORS)):
        facts.texts |= dict.fromkeys(places, shown)
        facts.tell("cells_with_errors", places)
    elif value in {b"percentage", b"currency", b"date"}:
        facts.styled += [(where, _style(value, attributes, shown)) for where in places]


def _columns(place: Place, times: int) -> range:
    return range(place.column - times + 1, place.column + 1)


def _paragraph(tag: re.Match[bytes]) -> str:
    """What a cell shows, as far as its first paragraph; a remark on it may stand before."""
    end = tag.string.find(b"</table:", tag.end())
    text = tag.string[tag.end() : end if end >= 0 else len(tag.string)]
    found = PARAGRAPH.search(text, max(0, text.rfind(b"</office:annotation>")))
    return unescape(found[1].decode(errors="replace")) if found else ""


def _style(value: bytes, attributes: bytes, shown: str) -> Shown:
    if value == b"percentage":
        return Shown(kind="percent")
    if value == b"currency":
        currency = CURRENCY.search(attributes)
        return Shown(kind="unit", after=currency[1].decode(errors="replace")) if currency else Shown()
    numbers, words = DIGITS.findall(shown), LETTERS.findall(shown)
    if len(numbers) == 1:
        return Shown(kind="month" if words else "year")
    return Shown(kind="month") if len(numbers) == 2 and not words and "-" not in shown[:1] else Shown()  # noqa: PLR2004 - month and year
