"""A second look at XLSX: one pass over the text of each sheet for what calamine does not give, before anything is held."""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from posixpath import dirname, join, normpath

from data_contracts.publish.marks import TEMPLATE
from ens_reports.intake.reader.facts import Facts, Place
from ens_reports.intake.reader.formats import BUILT_IN, Shown, shown
from ens_reports.intake.reader.grid import MAX_CELL_CHARS, UnreadableError
from ens_reports.intake.reader.letters import column_letters, column_number
from ens_reports.intake.reader.package import pieces, whole

MAX_CELLS = 20_000_000
"""Rows times columns of a sheet; calamine holds all of them, empty ones too, and aborts the process where memory ends."""
SPARSE_CELLS = 3_000_000
SPARSE_TIMES = 20
"""Above `SPARSE_CELLS`, a rectangle so many times as large as the cells written in it is held by a stray cell."""
MAX_CELL_BYTES = 8 * MAX_CELL_CHARS
SHEETS = "xl/workbook.xml"
STRINGS = "xl/sharedStrings.xml"
ADDRESS = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
ROW_NUMBER = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
PREFIXED_ROW_NUMBER = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
"""Ten times slower: a pattern that begins with plain letters is looked for by them."""
HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row (?=[^>]*hidden="(?:1|true)")[^>]*?\br="(\d+)"')
HIDDEN_COLUMNS = re.compile(rb'<(?:\w+:)?col (?=[^>]*hidden="(?:1|true)")(?=[^>]*min="(\d+)")[^>]*max="(\d+)"')
COLUMN = re.compile(rb' r="([A-Z]{1,3})\d')
OPENED = re.compile(rb"<(?:\w+:)?sheetData\b")
CLOSED = re.compile(rb"</(?:\w+:)?sheetData\b")
CELL_OR_ROW = re.compile(rb"<(?:\w+:)?(?:c|row)[ >/]")
ERROR = re.compile(rb' t="e"')
WITHOUT_VALUE = re.compile(rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)(?!<(?:\w+:)?v)")
FORMULA = re.compile(rb"<(?:\w+:)?f[ >]")
OUTSIDE = re.compile(rb"<(?:\w+:)?f[^>]*>[^<]*(?:\[\d+\]|\||WEBSERVICE\()")
CELL_MARKS = (b"<c ", b":c ")
BLANK_START = re.compile(rb">\s")
BLANK_INLINE = re.compile(rb"<(?:\w+:)?is><(?:\w+:)?t[^>]*>(\s+)</")
BLANK_TEXT = re.compile(rb"<(?:\w+:)?si[^>]*><(?:\w+:)?t[^>]*>(\s+)</")
ITEM = re.compile(rb"<(?:\w+:)?si[ >/]")
DECLARED = re.compile(rb'uniqueCount="(\d+)"')
"""Readers reserve memory for as many texts as a file says that it holds."""
COMMENT = re.compile(rb'<(?:\w+:)?comment [^>]*?\bref="([A-Z]{1,3})(\d{1,7})"(.*?)</(?:\w+:)?comment>', re.DOTALL)
OURS = TEMPLATE.encode()
"""Ends the notes of our own templates."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the sheets of a workbook refer to.

    Attributes:
        styles: Number of a cell style -> how it shows values, where it adds something.
        blanks: Number of a shared text -> the text, where it is nothing but blanks.
    """

    styles: Mapping[bytes, Shown]
    blanks: Mapping[bytes, str]


def look(package: zipfile.ZipFile) -> dict[str, Facts]:
    """Look at each worksheet.

    Args:
        package: The workbook.

    Returns:
        Facts by name of the sheet.

    Raises:
        UnreadableError: A part is missing or not whole, a text is too long, or cells lie too far out to be held.
    """
    known = Known(styles=_styles(package), blanks=_blanks(package))
    return {name: _sheet(package, part, name=name, known=known) for part, name in sheet_parts(package).items()}


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Part of each worksheet -> its name."""
    targets = _links(package, SHEETS)
    present = set(package.namelist())
    found = {}
    for sheet in _elements(whole(package, SHEETS), "sheet"):
        link = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        if targets.get(link) in present:
            found[targets[link]] = sheet.get("name", "")
    return found


def _links(package: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Identifier of a relationship -> the part that it leads to."""
    folder, _, name = part.rpartition("/")
    links = _elements(whole(package, f"{folder}/_rels/{name}.rels"), "Relationship")
    inside = [link for link in links if link.get("TargetMode") != "External"]
    return {link.get("Id", ""): _resolve(folder, link.get("Target", "")) for link in inside}


def _resolve(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


def _elements(xml: bytes, name: str) -> list[ET.Element]:
    if not xml:
        return []
    try:
        root = ET.fromstring(xml)  # noqa: S314 - `pieces` refuses declarations of entities
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UnreadableError("file_damaged", reason="part_missing") from error
    return [item for item in root.iter() if str(item.tag).rpartition("}")[2] == name]


def _styles(package: zipfile.ZipFile) -> dict[bytes, Shown]:
    xml = whole(package, "xl/styles.xml")
    codes = BUILT_IN | {int(item.get("numFmtId", "0")): item.get("formatCode", "") for item in _elements(xml, "numFmt")}
    cells = next(iter(_elements(xml, "cellXfs")), ET.Element("none"))
    formats = [shown(codes.get(int(item.get("numFmtId", "0")), "")) for item in cells]
    return {b"%d" % number: item for number, item in enumerate(formats) if item.kind != "plain"}


def _blanks(package: zipfile.ZipFile) -> dict[bytes, str]:
    """Shared texts of nothing but blanks, which calamine reads as nothing."""
    found: dict[bytes, str] = {}
    number, declared = 0, None
    if STRINGS not in package.namelist():
        return found
    for chunk in _whole_items(pieces(package, STRINGS), ITEM):
        for blank in BLANK_TEXT.finditer(chunk):
            found[b"%d" % (number + len(ITEM.findall(chunk, 0, blank.start())))] = blank[1].decode()
        number += len(ITEM.findall(chunk))
        declared = DECLARED.search(chunk) or declared
    if declared and int(declared[1]) > number + MAX_CELL_CHARS:
        raise UnreadableError("file_damaged", reason="part_missing")
    return found


def _whole_items(stream: Iterator[bytes], item: re.Pattern[bytes]) -> Iterator[bytes]:
    """Pieces that end where an item begins, so that none is cut."""
    kept = b""
    for piece in stream:
        kept += piece
        last = max((found.start() for found in item.finditer(kept, max(0, len(kept) - 20_000))), default=0)
        if last:
            yield kept[:last]
            kept = kept[last:]
        elif len(kept) > MAX_CELL_BYTES:
            starts = [found.start() for found in item.finditer(kept)]
            if len(starts) < 2:  # noqa: PLR2004 - one item and its end
                raise UnreadableError("text_too_long", limit=str(MAX_CELL_CHARS))
            yield kept[: starts[-1]]
            kept = kept[starts[-1] :]
    yield kept


def _sheet(package: zipfile.ZipFile, part: str, *, name: str, known: Known) -> Facts:
    facts = Facts()
    stream = pieces(package, part)
    for chunk in _whole_items(_sheet_data(stream, facts), CELL_OR_ROW):
        _extent(chunk, facts, name)
        _cells(chunk, facts, known)
    area = facts.last_row * facts.last_column
    if area > SPARSE_CELLS and area > SPARSE_TIMES * facts.cells:
        raise _too_far(facts, name)
    facts.tell("comments_not_read", _comments(package, part))
    return facts


def _sheet_data(stream: Iterator[bytes], facts: Facts) -> Iterator[bytes]:
    """The part of a sheet that holds cells; what comes before names hidden columns, what comes after is only unpacked."""
    state, end = "before", b""
    for piece in stream:
        text = end + piece
        end = piece[-20:]
        if state == "before":
            start = OPENED.search(text)
            columns = HIDDEN_COLUMNS.findall(text, 0, start.start() if start else len(text))
            facts.tell("columns_hidden", [(1, number) for low, high in columns for number in range(int(low), min(int(high), 16_384) + 1)])
            if not start:
                continue
            state, text, end = "inside", text[start.end() :], b""
            piece = text  # noqa: PLW2901 - what follows looks at cells only
        if state == "inside":
            closed = CLOSED.search(text) if b"sheetData" in text else None
            yield piece[: max(0, closed.start() - len(text) + len(piece))] if closed else piece
            state = "after" if closed else state


def _extent(chunk: bytes, facts: Facts, name: str) -> None:
    rows = PREFIXED_ROW_NUMBER if b":row" in chunk else ROW_NUMBER
    facts.last_row = max(facts.last_row, max(map(int, rows.findall(chunk)), default=0))
    if _beyond(facts.last_column).search(chunk):
        letters = set(COLUMN.findall(chunk))
        facts.last_column = max(map(column_number, letters))
    facts.cells += chunk.count(b"<c ") or chunk.count(b":c ")
    facts.tell("rows_hidden", [(int(number), 0) for number in HIDDEN_ROW.findall(chunk)] if b"hidden=" in chunk else ())
    if facts.last_row * facts.last_column > MAX_CELLS:
        raise _too_far(facts, name)


@lru_cache(maxsize=100)
def _beyond(column: int) -> re.Pattern[bytes]:
    """Finds a cell to the right of a column, without making anything of all those that are not."""
    if not column:
        return COLUMN
    letters = column_letters(column - 1)
    longer = [f"[A-Z]{{{len(letters) + 1},3}}"] if len(letters) < len("XFD") else []
    later = [
        f"{letters[:place]}[{chr(ord(letter) + 1)}-Z]{'[A-Z]' * (len(letters) - place - 1)}"
        for place, letter in enumerate(letters)
        if letter < "Z"
    ]
    return re.compile(rf' r="(?:{"|".join(longer + later) or "(?!)"})\d'.encode())


def _too_far(facts: Facts, name: str) -> UnreadableError:
    return UnreadableError("cells_too_far", sheet=name, cell=f"{column_letters(facts.last_column - 1)}{facts.last_row}")


def _cells(chunk: bytes, facts: Facts, known: Known) -> None:
    if known.styles:
        styled = re.finditer(rb' s="(%s)"' % b"|".join(known.styles), chunk)
        facts.styled += [(place, known.styles[found[1]]) for place, found in _places(chunk, styled)]
    errors = [(place, VALUE.search(chunk, found.end())) for place, found in _places(chunk, ERROR.finditer(chunk))]
    facts.texts |= {place: value[1].decode(errors="replace") for place, value in errors if value}
    facts.tell("cells_with_errors", [place for place, value in errors if value])
    if b"is><" in chunk and BLANK_START.search(chunk):
        facts.texts |= {place: found[1].decode() for place, found in _places(chunk, BLANK_INLINE.finditer(chunk))}
    if known.blanks:
        blanks = re.finditer(rb't="s"[^>]*><(?:\w+:)?v>(%s)<' % b"|".join(known.blanks), chunk)
        facts.texts |= {place: known.blanks[found[1]] for place, found in _places(chunk, blanks)}
    if (b"<f" in chunk or b":f" in chunk) and FORMULA.search(chunk):
        _formulas(chunk, facts)


def _formulas(chunk: bytes, facts: Facts) -> None:
    for check, pattern in (("formulas_read", FORMULA), ("formulas_without_value", WITHOUT_VALUE), ("links_not_followed", OUTSIDE)):
        facts.tell(check, [place for place, _ in _places(chunk, pattern.finditer(chunk))])


def _places(chunk: bytes, matches: Iterator[re.Match[bytes]]) -> Iterator[tuple[Place, re.Match[bytes]]]:
    """Row and column of the cell around each match; matches in cells whose address the file leaves out are left out."""
    marks: list[bytes] = []
    for found in matches:
        marks = marks or [mark for mark in CELL_MARKS if mark in chunk]
        start = -1
        for mark in marks:
            start = max(start, chunk.rfind(mark, max(0, start), found.start() + 1))
        end = chunk.find(b">", start)
        address = ADDRESS.search(chunk, start, end) if 0 <= start < end else None
        if address:
            yield (int(address[2]), column_number(address[1])), found


def _comments(package: zipfile.ZipFile, part: str) -> list[Place]:
    """Cells with remarks that hang on them; the notes of our own templates are none."""
    folder = dirname(part)
    targets = [target for target in _links(package, join(folder, part.rpartition("/")[2])).values() if "comments" in target]
    found = [COMMENT.findall(whole(package, target)) for target in targets if target in package.namelist()]
    return [(int(row), column_number(letters)) for cells in found for letters, row, told in cells if OURS not in told]
