from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from ens_reports.intake.pack.marker import Marker
from ens_reports.intake.pack.marks import Fill, Remark
from ens_reports.intake.pack.theirs import end_outside, mark, take_out_ours


@pytest.fixture
def book() -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Cases"
    sheet["A1"], sheet["B1"], sheet["C1"] = "Pays", "=SUM(A2:A3)", "=cmd|' /C calc'!A0"
    sheet["A2"].comment = Comment("theirs", "Joe")
    sheet["A3"].fill = PatternFill("solid", fgColor="FF00FF00")
    return book


def test_marks_of_ours_can_be_taken_out_again(book: Workbook) -> None:
    sheet = book["Cases"]
    places = (Fill(sheet="Cases", column=0, rows=(1, 2), severity="error"), Fill(sheet="gone", column=0, rows=(1, 1), severity="error"))
    mark(book, places, [Remark(sheet="Cases", column=0, row=row, text="ours") for row in (1, 2)])
    book.create_sheet("Corrections")["J1"] = str(Marker(kind="corrections", submission="x", sheet="Cases"))
    assert [sheet[place].comment.text for place in ("A1", "A2")] == ["ours", "ours\n\u2014\ntheirs"]
    take_out_ours(book)
    assert book.sheetnames == ["Cases"]
    assert (sheet["A1"].comment, sheet["A2"].comment.text) == (None, "theirs")
    assert [sheet[place].fill.fill_type for place in ("A1", "A2", "A3")] == [None, None, "solid"]


def test_what_reaches_outside_ends_and_their_own_formulas_stay(book: Workbook, tmp_path: Path) -> None:
    sheet = book["Cases"]
    book.defined_names["evil"] = DefinedName("evil", attr_text="[1]Other!$A$1")
    book.defined_names["own"] = DefinedName("own", attr_text="Cases!$A$1")
    for formula in ("=WEBSERVICE(A1)", "=$A$1:$A$3"):
        sheet.add_data_validation(DataValidation(type="list", formula1=formula, sqref="D1"))
    sheet["A4"].hyperlink = "https://x.example"
    path = tmp_path / "a.xlsx"
    book.save(path)
    again = openpyxl.load_workbook(path)
    assert end_outside(again, path) == ("results", "formulas", "hyperlinks")
    sheet = again["Cases"]
    assert (sheet["B1"].value, sheet["B1"].data_type) == ("=SUM(A2:A3)", "f")
    assert (sheet["C1"].value, sheet["C1"].data_type) == ("", "s")
    assert (list(again.defined_names), sheet["A4"].hyperlink) == (["own"], None)
    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == ["=$A$1:$A$3"]


def test_of_a_plain_workbook_nothing_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = Workbook()
    book.save(path)
    assert end_outside(book, path) == ()
