"""What can be read in a file that leaves: pages, tables, attributes, attachments, and what stands in its metadata."""

import base64
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pypdfium2
import python_calamine
from PIL import ExifTags, Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import NullObject, StreamObject

from ens_reports.policy import spoken

BLOCKS = frozenset(
    (
        "p",
        "li",
        "td",
        "th",
        "dt",
        "dd",
        "div",
        "tr",
        "table",
        "ul",
        "ol",
        "dl",
        "section",
        "figure",
        "figcaption",
        "title",
        "h1",
        "h2",
        "h3",
    )
)
"""Elements at whose borders a text ends."""
GEOMETRY = frozenset({"d", "points", "transform", "style", "viewBox", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"})
"""Attributes of a drawing that hold numbers of its lines, and no text."""
DATA = re.compile(r"data:([a-z0-9.+/-]+)(;base64)?,(.*)", re.DOTALL)
ENCODED = "content_base64"
PICTURES = frozenset({"image/png", "image/jpeg"})
"""Outputs that a notebook holds in base64."""
TYPES = {"image/svg+xml": ".svg", "image/png": ".png", "image/jpeg": ".jpg", "text/html": ".html", "application/json": ".json"}
"""MIME type -> the suffix by which its readers are found."""
SVG_STARTS = ("<svg", "<?xml")
REFERENCE = re.compile(r"#[\w-]+$|url\(#[\w-]+\)$|[-\d. ]*$")
"""A value of a drawing that points within it, or is numbers."""
TAG = re.compile(r"<[^<>]*>")
LONG = 200
"""Characters from which a text is no value of a key."""


def texts(name: str, content: bytes) -> Iterator[str]:
    """Every text of a file.

    Args:
        name: Its name; the suffix says how it is read, and what is not known is read as plain text.
        content: Its bytes.

    Yields:
        Texts within which words belong together, with their labels where a table or a key gives them.
    """
    yield name
    yield from READERS.get(PurePath(name).suffix.lower(), _plain)(content)


def pages(pdf: bytes) -> list[str]:
    """Text of each page; pdfium reads a page full of drawn paths thirty times faster than pypdf.

    Args:
        pdf: The file's bytes.
    """
    return [shown for shown, _ in _shown_and_said(pdf)]


@lru_cache(maxsize=1)
def _shown_and_said(pdf: bytes) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Of each page its text, and what its structure says. An edition's pages are looked at twice, and pdfium takes long to open them."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple((_text(page), tuple(spoken.texts(page))) for page in document)
    finally:
        document.close()


def _pdf(content: bytes) -> Iterator[str]:
    for shown, said in _shown_and_said(content):
        yield shown
        yield from said
    try:
        yield from _beside_pages(PdfReader(io.BytesIO(content), strict=True))
    except PyPdfError:  # it takes as long again to make sure of each object, and to mend what can be mended
        yield from _beside_pages(PdfReader(io.BytesIO(content)))


def _beside_pages(reader: PdfReader) -> Iterator[str]:
    """What a PDF says of itself, its outline, and the files in it."""
    yield from (f"{name} {value}" for name, value in (reader.metadata or {}).items())
    packet = reader.root_object.get("/Metadata", NullObject()).get_object()
    if isinstance(packet, StreamObject):
        yield packet.get_data().decode("utf-8", "replace")
    yield from _outline(reader.outline)
    for attached in reader.attachment_list:
        yield attached.description or ""
        yield from texts(attached.name, attached.content)


def _text(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_bounded())


def _outline(entries: Iterable[Any]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(entry)
        else:
            yield str(entry.title)


def _html(content: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(content.decode("utf-8", "replace"))
    page.close()
    yield from page.told()


class _Page(HTMLParser):
    """Collects the texts of a page: of each block, of each attribute, and of each cell with the head of its column."""

    def __init__(self) -> None:
        super().__init__()
        self._told: list[str] = []
        self._text: list[str] = []
        self._heads: list[str] = []
        self._column = 0

    def told(self) -> Iterator[str]:
        self._end()
        yield from self._told

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._end()
        if tag == "table":
            self._heads = []
        if tag == "tr":
            self._column = 0
        self._told += [text for name, value in attrs for text in _attribute(name, value or "")]

    def handle_endtag(self, tag: str) -> None:
        text = self._end() if tag in BLOCKS else ""
        if tag == "th":
            self._heads.append(text)
        if tag in {"th", "td"}:
            if tag == "td" and self._column < len(self._heads):
                self._told.append(f"{self._heads[self._column]} {text}")
            self._column += 1

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_comment(self, data: str) -> None:
        self._told.append(data)

    def _end(self) -> str:
        text = "".join(self._text)
        self._text.clear()
        if text.strip():
            self._told.append(text)
        return text


def _attribute(name: str, value: str) -> Iterator[str]:
    if name not in GEOMETRY:
        yield from _string(value)


def _json(content: bytes) -> list[str]:
    told: list[str] = []
    _walk(json.loads(content), "", told)
    return told


def _walk(value: Any, key: str, told: list[str]) -> None:  # noqa: ANN401 - the plain values of any JSON
    """Collect strings with their keys; whole numbers too, but not the decimals of coordinates."""
    if isinstance(value, str):
        kind = TYPES.get(key)
        told += _keyed(key, value) if kind is None else texts(f"output{kind}", _decoded(value) if key in PICTURES else _bytes(value))
    elif isinstance(value, int) and not isinstance(value, bool):
        told.append(f"{key} {value}")
    elif isinstance(value, dict):
        _object(value, told)
    elif isinstance(value, list):
        lines = _lines(value)
        if lines is not None:
            _walk(lines, key, told)
        else:
            for part in value:
                _walk(part, key, told)


def _object(value: Mapping[str, Any], told: list[str]) -> None:
    """Of an attached file what it holds by its name, of a table each cell with its column's label too."""
    if ENCODED in value:
        told += texts(str(value.get("name", "")), _decoded(str(value[ENCODED])))
    if isinstance(value.get("columns"), list) and isinstance(value.get("rows"), list):
        told += _cells(value["columns"], value["rows"])
    for name, part in value.items():
        if name != ENCODED:
            _walk(part, name, told)


def _cells(columns: list[Any], rows: list[Any]) -> Iterator[str]:
    for row in rows:
        for column, cell in zip(columns, row, strict=False):
            if isinstance(column, dict) and isinstance(cell, dict):
                yield f"{column.get('label', '')} {cell.get('text', '')}"


def _keyed(key: str, value: str) -> Iterator[str]:
    said = list(_string(value))
    yield from said
    yield f"{key} {value}" if len(value) < LONG and said == [value] else key


def _lines(value: list[Any]) -> str | None:
    """A notebook's text is a list of its lines."""
    return "".join(value) if value and all(isinstance(part, str) for part in value) and any(part.endswith("\n") for part in value) else None


def _string(value: str) -> Iterator[str]:
    """A text; or what is in it, when it is a file of its own."""
    data = DATA.fullmatch(value)
    if data:
        kind = TYPES.get(data[1], "")
        yield from texts(f"data{kind}", _decoded(data[3]) if data[2] else _bytes(unquote(data[3])))
    elif value.lstrip().startswith(SVG_STARTS):
        yield from texts("drawing.svg", _bytes(value))
    else:
        yield value


def _decoded(value: str) -> bytes:
    try:
        return base64.b64decode(value)
    except ValueError:
        return _bytes(value)


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=64)
def _svg(content: bytes) -> frozenset[str]:
    """Texts, metadata, names and comments in a drawing, whose lines are numbers: each text that is drawn as lines stands in a comment.

    A notebook and its page hold the same drawings.
    """
    try:
        root = ET.fromstring(content, ET.XMLParser(target=ET.TreeBuilder(insert_comments=True)))  # noqa: S314 - expat expands no entity without bound
    except ET.ParseError:  # a text that only begins like a drawing
        return frozenset(_plain(content))
    said = {text for part in root.iter() for text in (part.text, part.tail) if text and not text.isspace()}
    named = {value for part in root.iter() for name, value in part.items() if name not in GEOMETRY and not REFERENCE.match(value)}
    return frozenset(said | named)


def _image(content: bytes) -> Iterator[str]:
    """What a picture says of itself: its chunks of text, and what cameras write."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            told = {str(name): value for name, value in picture.info.items() if isinstance(value, str | bytes)}
            told |= {ExifTags.TAGS.get(number, str(number)): value for number, value in picture.getexif().items()}
    except UnidentifiedImageError:
        yield from _plain(content)
        return
    for name, value in told.items():
        yield f"{name} {value.decode('utf-8', 'replace') if isinstance(value, bytes) else value}"


def _workbook(content: bytes) -> Iterator[str]:
    """Text cells with the heads of their columns, names of sheets, and all else that the package holds as text; numbers are amounts."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    yield from book.sheet_names
    for name in book.sheet_names:
        heads, *rows = book.get_sheet_by_name(name).to_python() or [[]]
        for head, *cells in zip(heads, *rows, strict=False):
            yield str(head)
            yield from {f"{head} {cell}" for cell in cells if isinstance(cell, str) and cell}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            if not part.startswith("xl/worksheets/"):
                yield from TAG.split(package.read(part).decode("utf-8", "replace"))


def _plain(content: bytes) -> Iterator[str]:
    yield from content.decode("utf-8", "replace").splitlines()


READERS: dict[str, Callable[[bytes], Iterable[str]]] = {
    ".pdf": _pdf,
    ".html": _html,
    ".ipynb": _json,
    ".json": _json,
    ".svg": _svg,
    ".png": _image,
    ".jpg": _image,
    ".xlsx": _workbook,
}
"""Suffix -> what reads such a file."""
