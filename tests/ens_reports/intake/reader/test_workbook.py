import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from ens_reports.intake.reader import grid as limits
from ens_reports.intake.reader.grid import Reading, UnreadableError
from ens_reports.intake.reader.workbook import read_workbook

DAY = datetime(2024, 3, 1)  # noqa: DTZ001 - spreadsheets have no time zone


def read(content: bytes) -> Reading:
    return read_workbook(content, format_name="xlsx")


def made(fill: object) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        fill(book)  # type: ignore[operator]
    return buffer.getvalue()


def notes(reading: Reading) -> dict[str, tuple[tuple[int, int], ...]]:
    return {note.check: note.cells for note in reading.notes}


def test_read_keeps_addresses_below_and_beside_empty_cells() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Saisies")
        sheet.write(3, 2, "Date")
        sheet.write_number(4, 2, 12.0)

    grid = read(made(fill)).grids[0]
    assert (grid.name, grid.rows) == ("Saisies", [1, 2, 3, 4, 5])
    assert (grid.cells[3][2], grid.cells[4][2]) == ("Date", "12")


def test_read_sees_errors_blanks_and_dates_without_a_day() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, "=1/0", value="#DIV/0!")
        sheet.write_string(0, 1, " ")
        sheet.write_datetime(0, 2, DAY, book.add_format({"num_format": "yyyy"}))
        sheet.write_datetime(0, 3, DAY, book.add_format({"num_format": "mmm yyyy"}))
        sheet.write_datetime(0, 4, DAY, book.add_format({"num_format": "dd/mm/yyyy"}))

    reading = read(made(fill))
    assert reading.grids[0].cells == [["#DIV/0!", " ", "2024", "2024-03", "2024-03-01"]]
    assert notes(reading) == {
        "formulas_read": ((1, 1),),
        "cells_with_errors": ((1, 1),),
        "dates_shown_short": ((1, 3), (1, 4)),
    }


def test_read_repeats_a_value_merged_down_and_not_a_title_merged_across() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:C1", "Saisies 2024")
        sheet.merge_range("A2:A4", "Douala")
        sheet.write(4, 1, "end")

    reading = read(made(fill))
    assert [row[0] for row in reading.grids[0].cells] == ["Saisies 2024", "Douala", "Douala", "Douala", ""]
    assert reading.grids[0].cells[0][1] == ""
    assert notes(reading) == {"cells_merged": ((2, 1),)}


def test_read_tells_hidden_rows() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for row in range(3):
            sheet.write(row, 0, "x")
        sheet.set_row(1, None, None, {"hidden": True})

    assert notes(read(made(fill))) == {"rows_hidden": ((2, 0),)}


def test_read_refuses_cells_too_far_out_before_they_are_held() -> None:
    """Calamine holds every cell up to the last one and aborts the process where memory ends."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Data")
        sheet.write(0, 0, "x")
        sheet.write(1_048_575, 16_383, "stray")

    with pytest.raises(UnreadableError) as caught:
        read(made(fill))
    assert (caught.value.check, caught.value.values) == ("cells_too_far", {"sheet": "Data", "cell": "XFD1048576"})


def test_read_refuses_a_workbook_without_its_sheet() -> None:
    whole = made(lambda book: book.add_worksheet().write(0, 0, "x"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(buffer, "w") as after:
        for item in before.infolist():
            content = before.read(item)
            after.writestr(item, re.sub(rb"<sheetData>.*", b"<sheetDa", content, flags=re.DOTALL) if "sheet1" in item.filename else content)
    with pytest.raises(UnreadableError) as caught:
        read(buffer.getvalue())
    assert caught.value.check == "file_damaged"


def test_read_xlsx_of_another_program() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Date", "kg"])
    sheet.append([DAY, 2.5])
    buffer = io.BytesIO()
    book.save(buffer)
    assert read(buffer.getvalue()).grids[0].cells == [["Date", "kg"], ["2024-03-01", "2.5"]]


def test_read_xls() -> None:
    content = (Path(__file__).parents[1] / "data" / "small.xls").read_bytes()
    grid = read_workbook(content, format_name="xls").grids[0]
    assert grid.cells == [["Date", "Pays", "Espèce", "Quantité"], ["2024-03-01", "Cameroun", "Manis tricuspis", "12.5"]]


ODS_CELLS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
<table:table table:name="Hoja1">
<table:table-row><table:table-cell office:value-type="string"><text:p>Fecha</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>kg</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="date" office:date-value="2024-03-01"><text:p>01/03/24</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="2.5"><text:p>2,5</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""

ODS_MANIFEST = """<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"""


def test_read_ods() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", ODS_MANIFEST)
        package.writestr("content.xml", ODS_CELLS.replace(">\n<", "><"))
    grid = read_workbook(buffer.getvalue(), format_name="ods").grids[0]
    assert (grid.name, grid.cells) == ("Hoja1", [["Fecha", "kg"], ["2024-03-01", "2.5"]])


def test_a_far_cell_is_seen_whatever_stands_before_its_address() -> None:
    content = made(lambda book: book.add_worksheet("S").write(1_048_575, 16_383, "x"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(buffer, "w") as changed:
        for name in package.namelist():
            changed.writestr(name, package.read(name).replace(b"<c r=", b'<c s="0" r='))
    with pytest.raises(UnreadableError) as caught:
        read(buffer.getvalue())
    assert (caught.value.check, caught.value.values) == ("cells_too_far", {"sheet": "S", "cell": "XFD1048576"})


def test_a_part_whose_bytes_were_changed_is_damage() -> None:
    content = bytearray(made(lambda book: book.add_worksheet("S").write_column(0, 0, [str(number) for number in range(500)])))
    start = content.find(b"xl/worksheets/sheet1.xml")
    content[start + 60 : start + 120] = bytes(range(60, 120))
    with pytest.raises(UnreadableError) as caught:
        read(bytes(content))
    assert caught.value.check == "file_damaged"


def test_a_hidden_sheet_is_read_and_told() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Seen").write(0, 0, "a")
        hidden = book.add_worksheet("Unseen")
        hidden.write(0, 0, "b")
        hidden.hide()

    reading = read(made(fill))
    assert [grid.name for grid in reading.grids] == ["Seen", "Unseen"]
    assert [(note.check, note.sheet) for note in reading.notes] == [("sheet_hidden", "Unseen")]


def test_a_cell_that_holds_a_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before openpyxl looks, which would hold it a second time."""
    monkeypatch.setattr(limits, "MAX_CELL_CHARS", 10)
    with pytest.raises(UnreadableError, match="cell_too_long"):
        read(made(lambda book: book.add_worksheet("S").write(2, 0, "x" * 11)))


def test_a_number_before_all_years_in_a_date_format_costs_its_cell_only() -> None:
    """Calamine panics on it."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ["Date", "kg"])
        sheet.write_number(1, 0, -1e12, book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_number(1, 1, 12)

    assert read(made(fill)).grids[0].cells == [["Date", "kg"], ["#VALUE!", "12"]]
