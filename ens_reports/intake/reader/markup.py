"""Tables that web systems export under the name of a workbook: HTML pages, and the XML of Excel 2003."""

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

from ens_reports.intake.reader.encoding import decode
from ens_reports.intake.reader.grid import MAX_CELL_CHARS, MAX_COLUMNS, Grid, Note, Reading, UnreadableError
from ens_reports.intake.reader.package import DECLARATION

MAX_SPAN_ROWS = 10_000
OFFICE = "{urn:schemas-microsoft-com:office:spreadsheet}"
STATED = re.compile(rb"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
UNSEEN = frozenset({"script", "style", "title"})
BREAKS = frozenset({"br", "p", "div", "li"})
MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?")


def read_html(content: bytes) -> Reading:
    """Read the tables of a page; a table within a cell is its text.

    Args:
        content: The whole file.

    Returns:
        One grid per table.

    Raises:
        UnreadableError: There is no table with two rows.
    """
    decoded = decode(content, stated=_stated(content))
    page = _Page()
    page.feed(decoded.text)
    page.close()
    tables = [table for table in page.tables if len(table.cells) > 1]
    if not tables:
        raise UnreadableError("page_without_table")
    grids = tuple(_grid(table.cells, f"table {number}" if len(tables) > 1 else "") for number, table in enumerate(tables, start=1))
    notes = [
        Note(check="cells_merged", sheet=grid.name, cells=tuple(table.down))
        for grid, table in zip(grids, tables, strict=True)
        if table.down
    ]
    return Reading(grids=grids, notes=(*decoded.notes, *notes), encoding=decoded.encoding)


def read_office_xml(content: bytes) -> Reading:
    """Read a workbook of Excel 2003 in XML.

    Args:
        content: The whole file.

    Returns:
        One grid per sheet that holds something.

    Raises:
        UnreadableError: It is not whole, or declares entities.
    """
    if DECLARATION.search(content):
        raise UnreadableError("xml_declares_entities")
    try:
        root = ET.fromstring(content)  # noqa: S314 - declarations of entities are refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UnreadableError("file_damaged", reason="end_missing") from error
    sheets = [(sheet.get(f"{OFFICE}Name", ""), _office_rows(sheet)) for sheet in root.iter(f"{OFFICE}Worksheet")]
    grids = tuple(_grid(table.cells, name) for name, table in sheets if table.cells)
    notes = [Note(check="cells_merged", sheet=name, cells=tuple(table.down)) for name, table in sheets if table.down]
    return Reading(grids=grids, notes=tuple(notes))


def _stated(content: bytes) -> str:
    found = STATED.search(content[:4096])
    return found[1].decode().lower() if found else ""


def _grid(rows: list[list[str]], name: str) -> Grid:
    return Grid(name=name, rows=list(range(1, len(rows) + 1)), cells=rows)


class _Table:
    """Rows under way; a cell over several rows gives each its value, one over several columns the first."""

    def __init__(self) -> None:
        self.cells: list[list[str]] = []
        self.down: list[tuple[int, int]] = []
        self._waiting: dict[int, tuple[int, str]] = {}

    def add_row(self) -> None:
        self.cells.append([])
        self._take_waiting()

    def add(self, text: str, *, columns: int = 1, rows: int = 1, at: int | None = None) -> None:
        if not self.cells:
            self.add_row()
        row = self.cells[-1]
        while at is not None and len(row) < at:
            row.append("")
            self._take_waiting()
        place = len(row)
        if place + columns > 16 * MAX_COLUMNS:
            raise UnreadableError("columns_too_many", number=str(place + columns), limit=str(MAX_COLUMNS))
        row += [text, *[""] * (columns - 1)]
        if rows > 1:
            self.down += [(len(self.cells), place + 1)] if text else []
            self._waiting |= {place + beside: (min(rows, MAX_SPAN_ROWS), "" if beside else text) for beside in range(columns)}
        self._take_waiting()

    def _take_waiting(self) -> None:
        """Fill in cells that reach down from the rows above."""
        row = self.cells[-1]
        while (found := self._waiting.get(len(row))) is not None:
            left, text = found
            place = len(row)
            if left <= 1:
                del self._waiting[place]
                return
            self._waiting[place] = (left - 1, text)
            row.append(text)


class _Page(HTMLParser):
    """Tables of the outermost level."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._depth = 0
        self._unseen = 0
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append(_Table())
        elif tag in UNSEEN:
            self._unseen += 1
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].add_row()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._end_cell()
            given = dict(attrs)
            self._cell, self._span = [], (_number(given.get("colspan")), _number(given.get("rowspan")))
        elif self._cell is not None and tag in BREAKS:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif self._depth == 1 and tag in {"td", "th", "tr", "table"}:
            self._end_cell()
        if tag == "table":
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._unseen:
            self._cell.append(data)
            if len(data) > MAX_CELL_CHARS:
                raise UnreadableError("text_too_long", limit=str(MAX_CELL_CHARS))

    def close(self) -> None:
        super().close()
        self._end_cell()

    def _end_cell(self) -> None:
        if self._cell is None or not self.tables:
            return
        lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
        columns, rows = self._span
        self._cell = None
        self.tables[-1].add("\n".join(line for line in lines if line), columns=columns, rows=rows)


def _number(text: str | None) -> int:
    return max(1, min(int(text), MAX_SPAN_ROWS)) if text and text.isdecimal() and len(text) < 10 else 1  # noqa: PLR2004 - digits


def _office_rows(sheet: ET.Element) -> _Table:
    table = _Table()
    for row in sheet.iter(f"{OFFICE}Row"):
        stated = _number(row.get(f"{OFFICE}Index"))
        while len(table.cells) < stated - 1:
            table.add_row()
        table.add_row()
        for cell in row.iter(f"{OFFICE}Cell"):
            index = cell.get(f"{OFFICE}Index")
            text = "".join(part for data in cell.iter(f"{OFFICE}Data") for part in data.itertext())
            spans = (
                int(cell.get(f"{OFFICE}Merge{way}", "0")) if cell.get(f"{OFFICE}Merge{way}", "0").isdecimal() else 0
                for way in ("Across", "Down")
            )
            across, down = (min(span, MAX_SPAN_ROWS) + 1 for span in spans)
            plain = MIDNIGHT.sub(r"\1", text)
            table.add(plain, columns=across, rows=down, at=_number(index) - 1 if index else None)
    return table
