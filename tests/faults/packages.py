"""Workbooks written part by part, so that each can be wrong in its own way."""

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from faults.cases import HEADER, RECORD, zipped
from openpyxl.utils import get_column_letter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ODS_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("number", "datastyle"))
)
TYPES = (
    f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
TOP = f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="'


def text_cell(address: str, text: str) -> str:
    """A cell whose text stands in it."""
    return f'<c r="{address}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def row(number: int, texts: Iterable[str]) -> str:
    """A row of texts from column A on."""
    cells = "".join(text_cell(f"{get_column_letter(column)}{number}", text) for column, text in enumerate(texts, start=1))
    return f'<row r="{number}">{cells}</row>'


RECORDS = row(1, HEADER) + row(2, RECORD)


def worksheet(rows: str, *, before: str = "", after: str = "", prolog: str = "") -> str:
    """The XML of a worksheet."""
    return (
        f'<?xml version="1.0"?>{prolog}<worksheet xmlns="{MAIN}" xmlns:r="{LINKS}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def workbook(*names: str, prolog: str = "", more: str = "") -> str:
    """The XML of a workbook; the parts of its sheets are sheet1.xml, sheet2.xml and so on."""
    sheets = "".join(
        f'<sheet name={quoteattr(name, {chr(10): "&#10;"})} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    return f'<?xml version="1.0"?>{prolog}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{more}<sheets>{sheets}</sheets></workbook>'


def links(number: int = 1, *, target: str = "worksheets/sheet{}.xml", more: str = "") -> str:
    """Where the parts of a workbook's sheets are."""
    found = "".join(
        f'<Relationship Id="rId{part}" Type="{LINKS}/worksheet" Target="{target.format(part)}"/>' for part in range(1, number + 1)
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">{found}{more}</Relationships>'


def parts(sheet: str | bytes = "", *, names: tuple[str, ...] = ("Data",), **other: str | bytes) -> dict[str, str | bytes]:
    """The parts of a workbook: those that every one has, and others, whose names are given with `__` for `/`."""
    known: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'{TOP}xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": workbook(*names),
        "xl/_rels/workbook.xml.rels": links(len(names)),
        "xl/worksheets/sheet1.xml": sheet or worksheet(RECORDS),
    }
    return known | {
        name.replace("__", "/").replace("_xml_rels", ".xml.rels").replace("_xml", ".xml"): given for name, given in other.items()
    }


def xlsx(sheet: str | bytes = "", **given: str | bytes) -> bytes:
    """A workbook as bytes."""
    return zipped(parts(sheet, **given))


def ods(table: str, **attributes: str) -> bytes:
    """An OpenDocument spreadsheet with the rows of one table."""
    named = "".join(f' table:{name}="{value}"' for name, value in attributes.items())
    body = f'<office:spreadsheet><table:table table:name="Data"{named}>{table}</table:table></office:spreadsheet>'
    return ods_document(f"<office:body>{body}</office:body>")


def ods_document(inside: str, *, prolog: str = "", **others: str) -> bytes:
    """An OpenDocument spreadsheet around the inside of its content."""
    document = f'<?xml version="1.0"?>{prolog}<office:document-content {ODS_NAMES} office:version="1.3">{inside}</office:document-content>'
    manifest = '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped({"content.xml": document, "META-INF/manifest.xml": manifest, **others}, mimetype=ODS_MIMETYPE)


def ods_row(texts: Iterable[str], **attributes: str) -> str:
    """A row of texts."""
    named = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    cells = "".join(f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>' for text in texts)
    return f"<table:table-row{named}>{cells}</table:table-row>"


def write_large(path: Path, pieces: Iterable[bytes], *, part: str = "xl/worksheets/sheet1.xml", others: dict[str, str | bytes]) -> None:
    """Write a package with one part that need not be held.

    Args:
        path: Where to.
        pieces: Of the part.
        part: Its name.
        others: The other parts.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, given in others.items():
            if name != part:
                package.writestr(name, given)
        with package.open(part, "w", force_zip64=True) as stream:
            for piece in pieces:
                stream.write(piece)


def repeated(piece: bytes, times: int) -> Iterator[bytes]:
    """A piece many times, in blocks of about a megabyte."""
    block = max(1, 1_000_000 // len(piece))
    whole, rest = divmod(times, block)
    yield from (piece * block for _ in range(whole))
    yield piece * rest
