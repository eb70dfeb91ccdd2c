"""Hostile and broken workbooks and archives."""
# ruff: noqa: E501 - a table of files, one on each line

import io
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

import xlsxwriter
from faults.cases import GOOD_CSV, HEADER, LONG, MANY, RECORD, content, hostile, zipped
from faults.packages import (
    LINKS,
    RECORDS,
    links,
    ods,
    ods_document,
    ods_row,
    parts,
    repeated,
    row,
    text_cell,
    workbook,
    worksheet,
    write_large,
    xlsx,
)
from openpyxl.utils import get_column_letter

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>"
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
WHOLE = xlsx()
VBA = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"Attribute VB_Name" * 10}
CELL_OF = '<c r="E2" t="inlineStr"><is><t>{}</t></is></c>'

content("cut.xlsx", WHOLE[: len(WHOLE) // 2], "file_damaged", name="xlsx_cut")
content("byte.xlsx", WHOLE[:200] + b"\xff" + WHOLE[201:], name="xlsx_with_a_wrong_byte")
content("x.csv", WHOLE, "extension_wrong", name="xlsx_as_csv")
content("x.xlsx", GOOD_CSV.encode(), "extension_wrong", name="csv_as_xlsx")
content("x.xlsx", zipped({"word/document.xml": "<w/>"}), "format_unknown", name="document_as_xlsx")
content("x.xlsx", zipped({"xl/workbook.xml": workbook("Data")}), "file_damaged", name="workbook_without_links")
content("x.xlsx", xlsx(xl__workbook_xml="") and zipped(parts() | {"xl/workbook.xml": ""}), "file_damaged", name="workbook_of_nothing")
content("x.xlsx", zipped(parts() | {"xl/worksheets/sheet1.xml": worksheet(RECORDS)[:-60]}), "file_damaged", name="sheet_cut")
content("x.xlsx", xlsx(worksheet(row(1, HEADER).replace(">incident_date<", ">&a;<") + row(2, RECORD), prolog=LAUGHS)), "xml_declares_entities",
        name="billion_laughs_in_a_sheet")  # fmt: skip
content("x.xlsx", zipped(parts() | {"xl/workbook.xml": workbook("Data", prolog=LAUGHS).replace('"Data"', '"&j;"')}), "xml_declares_entities",
        name="billion_laughs_in_the_workbook")  # fmt: skip
content("x.xlsx", xlsx(worksheet(RECORDS.replace(">12<", ">&a;<"), prolog=OUTSIDE)), "xml_declares_entities", name="entity_from_outside")
content("x.ods", ods_document("<office:body><office:spreadsheet><table:table table:name='A'><table:table-row><table:table-cell><text:p>&j;"
        "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>", prolog=LAUGHS), "xml_declares_entities",
        name="billion_laughs_in_ods")  # fmt: skip
content(
    "x.xlsx", xlsx(worksheet(RECORDS + f'<row r="1048576">{text_cell("XFD1048576", "x")}</row>')), "cells_too_far", name="last_cell_of_all"
)
content("x.xlsx", xlsx(worksheet(RECORDS + '<row r="1048576"><c r="XFD1048576" s="0"/></row>')), name="last_cell_of_all_but_empty")
content(
    "x.xlsx",
    xlsx(worksheet(row(1, HEADER) + row(2, RECORD) + f'<row r="99999999999">{text_cell("ZZZZZ99999999999", "x")}</row>')),
    name="cell_beyond_the_last",
)
content("x.xlsx", xlsx(worksheet(row(1, [f"c{n}" for n in range(16_384)]))), "columns_too_many", name="xlsx_of_16384_columns")
content("x.xlsx", xlsx(worksheet('<row r="1"><c t="s"><v>7</v></c><c r="" t="s"><v>-1</v></c></row>')), name="texts_that_there_are_not")
content(
    "x.xlsx",
    xlsx(worksheet(RECORDS), xl__sharedStrings_xml='<sst count="4294967295" uniqueCount="4294967295"><si><t>x</t></si></sst>'),
    "file_damaged",
    name="texts_said_to_be_billions",
)
content("x.xlsx", xlsx(worksheet(RECORDS + '<row r="3"><c r="A3"><f>1+1</f></c><c r="B3"><f>HYPERLINK("http://example.org","x")</f><v>5</v></c></row>')),
        "formulas_without_value", name="formula_without_a_value")  # fmt: skip
content("x.xlsm", zipped(parts() | VBA), "macros_not_run", name="macros")
content(
    "x.xlsx",
    xlsx(worksheet(RECORDS + '<row r="3"><c r="A3"><f>cmd|\'/c calc\'!A0</f><v>1</v></c></row>')),
    "links_not_followed",
    name="dde",
)
content("x.xlsx", xlsx(worksheet(RECORDS + '<row r="3"><c r="A3"><f>[1]Data!A1</f><v>1</v></c></row>'),
        xl__externalLinks__externalLink1_xml="<externalLink/>", xl__externalLinks___rels__externalLink1_xml_rels=links(
            1, target="file:///etc/passwd", more="")), "links_not_followed", name="link_to_another_workbook")  # fmt: skip
content(
    "x.xlsx",
    zipped(parts() | {"xl/_rels/workbook.xml.rels": links(1, target="../../../../etc/passwd")}),
    "file_damaged",
    name="part_outside_the_package",
)
content(
    "x.xlsx", zipped(parts() | {"xl/_rels/workbook.xml.rels": links(1, target="/xl/worksheets/sheet{}.xml")}), name="part_by_absolute_name"
)
content("x.xlsx", zipped({"/etc/cron.d/x": "x", "../../x": "x", **parts()}), name="members_with_paths")
NAMES = ("../../../etc", "a\nb", "\u202eexe.xslx", "n" * 300, "CON", "=1+1", "'x'!A1")
content(
    "x.xlsx",
    xlsx(names=NAMES, **{f"xl__worksheets__sheet{n}_xml": worksheet(RECORDS) for n in range(1, len(NAMES) + 1)}),
    name="names_of_sheets",
)
content("x.xlsx", zipped(parts() | {"xl/media/image1.png": b"\x89PNG" + b"\0" * 1000}), "pictures_not_read", name="pictures")
content(
    "x.xls",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"),
    "password_needed",
    name="xlsx_with_password",
)
content(
    "x.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 504 + "Workbook".encode("utf-16-le"), "file_damaged", name="xls_of_nothing"
)
content(
    "x.doc",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "WordDocument".encode("utf-16-le"),
    "format_unknown",
    name="document_of_old",
)
content("x.ods", ods_document("<office:body/>").replace(b"META-INF", b"META-INF"), name="ods_without_a_table")
content(
    "x.ods", ods(ods_row(HEADER) + ods_row(RECORD) + ods_row([""], number_rows_repeated="1048574")), name="ods_with_a_million_empty_rows"
)
content(
    "x.ods",
    ods(ods_row(HEADER) + ods_row(RECORD, number_rows_repeated="1048574")),
    "cells_too_far",
    "cells_too_many",
    "file_unpacks_too_large",
    name="ods_with_a_million_equal_rows",
)
content("x.ods", ods(ods_row(HEADER) + ods_row(RECORD, number_rows_repeated="4294967295")), "cells_too_far", "cells_too_many", "file_unpacks_too_large", "file_damaged",
        name="ods_with_billions_of_rows")  # fmt: skip
content("x.ods", ods(ods_row(HEADER) + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"'
        ' office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'), "cells_too_far", "cells_too_many", "columns_too_many", name="ods_full")  # fmt: skip
content("x.ods", zipped({"content.xml": b"\x8f" * 500, "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'},
        mimetype="application/vnd.oasis.opendocument.spreadsheet"), "password_needed", name="ods_with_password")  # fmt: skip
content("x.zip", zipped({"a.csv": GOOD_CSV, "b.csv": GOOD_CSV}), "archive_not_single", name="zip_of_two_tables")
content("x.zip", zipped({"a.zip": zipped({"b.zip": zipped({"c.csv": GOOD_CSV})})}), "format_unknown", name="zip_in_zip")
content("x.zip", zipped({"../../../../tmp/x.csv": GOOD_CSV}), "archive_unpacked", name="zip_with_a_path")


@hostile("x.zip", "password_needed")
def zip_with_password(path: Path) -> None:
    given = bytearray(zipped({"a.csv": GOOD_CSV}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        given[given.index(mark) + place] |= 1
    path.write_bytes(bytes(given))


@hostile("twice.xlsx", "file_damaged")
def members_twice(path: Path) -> None:
    """Two programs may read two different parts of the same name."""
    buffer = io.BytesIO(WHOLE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(buffer, "a") as package:
            package.writestr("xl/worksheets/sheet1.xml", worksheet(row(1, HEADER)))
    path.write_bytes(buffer.getvalue())


@hostile("bomb.xlsx", "file_unpacks_too_large")
def bomb_that_says_so(path: Path) -> None:
    write_large(path, repeated(b" " * 1000, 700_000), part="xl/media/image1.bmp", others=parts())


@hostile("liar.xlsx", "file_damaged", "file_unpacks_too_large")
def bomb_that_lies(path: Path) -> None:
    """The sizes in its directory are small, what is packed is not."""
    head, tail = worksheet(RECORDS + "\0").encode().split(b"\0")
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    start, million = (deflate.compress(piece) + deflate.flush(zlib.Z_FULL_FLUSH) for piece in (head, b" " * MANY))
    packed = start + million * 2000 + deflate.compress(tail) + deflate.flush()
    path.write_bytes(_with_part(b"xl/worksheets/sheet1.xml", packed, size=5000))


@hostile("overlap.xlsx", "file_damaged", "file_unpacks_too_large")
def bomb_of_overlapping_members(path: Path) -> None:
    """Many names in the directory, one packed part."""
    given = WHOLE
    start = given.index(b"PK\x01\x02")
    length = struct.unpack("<H", given[start + 28 : start + 30])[0] + 46
    entry = given[start : start + length]
    end = given.rindex(b"PK\x05\x06")
    copies = b"".join(entry for _ in range(20_000))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 20_005, 20_005, end - start + len(copies), start, 0)
    path.write_bytes(given[:end] + copies + tail)


@hostile("strings.xlsx", "text_too_long")
def shared_text_of_400_mb(path: Path) -> None:
    sheet = worksheet(RECORDS.replace(CELL_OF.format("pangolin"), '<c r="E2" t="s"><v>0</v></c>'))
    pieces = [b'<?xml version="1.0"?><sst><si><t>', *repeated(b"x" * 1000, LONG // 1000), b"</t></si></sst>"]
    write_large(path, pieces, part="xl/sharedStrings.xml", others=parts(sheet))


@hostile("cell.xlsx", "text_too_long")
def cell_of_400_mb(path: Path) -> None:
    before, after = worksheet(RECORDS.replace(">pangolin<", ">\0<")).encode().split(b"\0")
    write_large(path, [before, *repeated(b"x" * 1000, LONG // 1000), after], others=parts())


@hostile("cells.ods", "text_too_long")
def ods_cell_of_400_mb(path: Path) -> None:
    given = ods(ods_row(HEADER) + ods_row(["\0"]))
    with zipfile.ZipFile(io.BytesIO(given)) as package:
        before, after = package.read("content.xml").split(b"\0")
        others: dict[str, bytes | str] = {name: package.read(name) for name in package.namelist() if name != "content.xml"}
    write_large(path, [before, *repeated(b"x" * 1000, LONG // 1000), after], part="content.xml", others=others)


@hostile("styled.xlsx")
def a_million_empty_styled_rows(path: Path) -> None:
    head, tail = worksheet(RECORDS + "\0").encode().split(b"\0")
    rows = (
        "".join(
            f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(start, start + 1000)
        ).encode()
        for start in range(3, MANY, 1000)
    )
    write_large(path, [head, *rows, tail], others=parts())


@hostile("sparse.xlsx", "cells_too_far")
def cells_far_apart(path: Path) -> None:
    """Few cells whose rectangle is large: a reader that keeps the rectangle holds it whole."""
    corner = f'<row r="900000"><c r="{get_column_letter(20)}900000"><v>1</v></c></row>'
    path.write_bytes(xlsx(worksheet(RECORDS + corner)))


@hostile("many.xlsx", "sheets_too_many", "cells_too_many", "cells_too_far", "contract_unknown")
def sheets_by_the_thousand(path: Path) -> None:
    names = tuple(f"S{number}" for number in range(2000))
    far = worksheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="20000"><c r="SA20000"><v>1</v></c></row>')
    others = {f"xl/worksheets/sheet{number}.xml": far for number in range(1, 2001)}
    path.write_bytes(zipped(parts(names=names) | others))


@hostile("merged.xlsx")
def merged_from_end_to_end(path: Path) -> None:
    merged = '<mergeCells count="2"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:B1048576"/></mergeCells>'
    path.write_bytes(xlsx(worksheet(RECORDS, after=merged)))


@hostile("merged.xlsx")
def merged_a_hundred_thousand_times(path: Path) -> None:
    merged = "".join(f'<mergeCell ref="A{n}:A{n + 1}"/>' for n in range(3, 200_000, 2))
    path.write_bytes(xlsx(worksheet(RECORDS, after=f"<mergeCells>{merged}</mergeCells>")))


@hostile("hours.xlsx")
def hours_before_all_time(path: Path) -> None:
    """A reader of workbooks panics at them, and says so on its own."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(GOOD_CSV.splitlines()):
            sheet.write_row(number, 0, line.split(","))
        sheet.write_number(1, 5, -1e300, book.add_format({"num_format": "[h]:mm:ss"}))


@hostile("remote.xlsx")
def picture_from_outside(path: Path) -> None:
    drawing = f'<Relationship Id="rId9" Type="{LINKS}/image" Target="http://192.0.2.1/x.png" TargetMode="External"/>'
    path.write_bytes(zipped(parts() | {"xl/_rels/workbook.xml.rels": links(1, more=drawing)}))


def _with_part(name: bytes, packed: bytes, *, size: int) -> bytes:
    """A whole workbook in which one part is packed differently than its headers say."""
    given = zipped({key: value for key, value in parts().items() if key.encode() != name})
    directory = given.index(b"PK\x01\x02")
    end = given.rindex(b"PK\x05\x06")
    common = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, 0, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHLL", 0, 0, 0, 0, directory) + name
    central = given[directory:end] + entry
    count = len(parts())
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(central), directory + len(local), 0)
    return given[:directory] + local + central + tail
