import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from answers_back import make_answer
from openpyxl.worksheet.worksheet import Worksheet

from data_contracts.registry import CONTRACTS
from ens_reports.intake.feedback import workbook as module
from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.understood import Understood
from ens_reports.intake.feedback.workbook import feedback_workbook
from ens_reports.intake.findings import Collector
from ens_reports.intake.read import read
from ens_reports.intake.sheets.table import find_table

ERROR, WARNING = "FFF7C9C7", "FFFBE0A8"
READ = (Understood(column=0, header="Date", field="incident_date", facts={"date_order": "day_first"}),)
CSV = "Date;Pays\nsoon;=1+1\n2024-01-02;Wakanda\n2024-01-03;Kenya\n"


def answer_to(path: Path, language: str = "en", **more: object) -> Answer:
    """A file with an error in A2 and warnings in B2 and B3."""
    source = read(path)
    table = find_table(source.sheets[0], {"date"})
    assert table is not None
    first = table.header_row + (0 if table.sheet.header else 1)
    collector = Collector(sheet=table.sheet, header=table.header)
    collector.add("date_unreadable", [first], column=0, field_name="incident_date")
    collector.add("country_not_listed", [first, first + 1], column=1, field_name="origin_country")
    answer = make_answer(language, found=tuple(collector.found), table=table, path=path, source=source, **more)
    return replace(answer, outcome=replace(answer.outcome, path=str(path)))


def book_of(answer: Answer) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(feedback_workbook(answer).content))


def colours(sheet: Worksheet) -> dict[str, str]:
    cells = (cell for row in sheet.iter_rows() for cell in row)
    return {cell.coordinate: str(cell.fill.fgColor.rgb) for cell in cells if cell.fill.fill_type == "solid"}


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "cas.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


@pytest.fixture
def own_book(tmp_path: Path) -> Path:
    """A workbook of the sender's: a formula of their own, a chart, a comment, a colour, a sheet called like one of ours."""
    path = tmp_path / "cas.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Cas 2024")
        for row, line in enumerate(CSV.splitlines()):
            sheet.write_row(row, 0, line.split(";"))
        sheet.write_string(1, 1, "=1+1")
        sheet.write_formula(0, 3, "=1+2", None, 3)
        sheet.write_formula(1, 3, '=WEBSERVICE("https://x.example")', None, "=2+2")
        sheet.write_url(2, 3, "https://x.example", None, "look")
        sheet.write_comment(1, 0, "their own remark")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='Cas 2024'!$A$1:$A$3"})
        sheet.insert_chart("F2", chart)
        book.add_worksheet("Corrections").write(0, 0, "theirs")
    return path


def test_rows_of_a_text_file_stand_at_their_addresses_and_hold_no_formula(text_file: Path) -> None:
    book = book_of(answer_to(text_file))
    assert book.sheetnames == ["Start here", "Corrections", "cas", "Findings"]
    sheet = book["cas"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [line.split(";") for line in CSV.splitlines()]
    assert (sheet["B2"].data_type, sheet["B2"].quotePrefix) == ("s", True)
    assert colours(sheet) == {"A2": ERROR, "B2": WARNING, "B3": WARNING}


def test_comments_say_what_is_wrong_and_what_to_do_in_the_senders_language(text_file: Path) -> None:
    for language, words in (("en", "Write the day as 2025-03-14"), ("fr", "Écrivez le jour sous la forme 2025-03-14")):
        comment = book_of(answer_to(text_file, language))["cas"]["A2"].comment
        assert comment is not None
        assert comment.text.startswith("F1 \N{MIDDLE DOT} ")
        assert words in comment.text
        assert "\n\N{RIGHTWARDS ARROW} " in comment.text


def test_their_own_workbook_keeps_what_is_theirs(own_book: Path) -> None:
    written = feedback_workbook(answer_to(own_book))
    book = openpyxl.load_workbook(io.BytesIO(written.content))
    assert book.sheetnames == ["Start here", "Corrections 2", "Cas 2024", "Corrections", "Findings"]
    sheet = book["Cas 2024"]
    assert sheet["D1"].value == "=1+2"
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1", "s")
    assert colours(sheet) == {"A2": ERROR, "B2": WARNING, "B3": WARNING}
    assert sheet["A2"].comment is not None
    assert sheet["A2"].comment.text.endswith("\n\u2014\ntheir own remark")
    assert [item.sheet_view.tabSelected for item in book.worksheets[1:]] == [False] * 4
    assert written.kind == "annotated"


def test_what_reaches_outside_the_file_becomes_text_and_is_told(own_book: Path) -> None:
    written = feedback_workbook(answer_to(own_book))
    book = openpyxl.load_workbook(io.BytesIO(written.content))
    sheet = book["Cas 2024"]
    assert (sheet["D2"].value, sheet["D2"].data_type, sheet["D2"].quotePrefix) == ("=2+2", "s", True)
    assert (sheet["D3"].value, sheet["D3"].hyperlink) == ("look", None)
    assert written.lost == ("charts_look", "results", "formulas", "hyperlinks")
    said = [row[1].value for row in book["Start here"].iter_rows() if row[1].value]
    assert "formulas that reach outside the file; their last results stand there as text" in said


def test_a_workbook_that_cannot_be_marked_comes_as_rows(own_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIME_LIMIT_S", 0.001)
    written = feedback_workbook(answer_to(own_book))
    assert written.kind == "rewritten"
    assert openpyxl.load_workbook(io.BytesIO(written.content))["Cas 2024"]["D2"].data_type == "s"


def test_a_large_file_comes_as_its_rows_with_findings(text_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELLS", 5)
    written = feedback_workbook(answer_to(text_file))
    sheet = openpyxl.load_workbook(io.BytesIO(written.content))["cas"]
    rows = [[cell.value for cell in row][:3] for row in sheet.iter_rows()]
    assert (written.kind, rows) == (
        "excerpt",
        [["Date", "Pays", "Row in your file"], ["soon", "=1+1", "2"], ["2024-01-02", "Wakanda", "3"]],
    )
    assert colours(sheet) == {"A2": ERROR, "B2": WARNING, "B3": WARNING}


def test_records_of_json_stand_under_their_names(tmp_path: Path) -> None:
    path = tmp_path / "cas.json"
    records = [{"Date": "soon", "Pays": "=1+1"}, {"Date": "2024-01-02", "Pays": "Wakanda"}]
    path.write_text(json.dumps(records), encoding="utf-8")
    book = book_of(answer_to(path))
    assert [[cell.value for cell in row] for row in book["cas"].iter_rows()] == [
        ["Date", "Pays"], ["soon", "=1+1"], ["2024-01-02", "Wakanda"],
    ]  # fmt: skip
    assert colours(book["cas"]) == {"A2": ERROR, "B2": WARNING, "B3": WARNING}
    assert [row[3].value for row in book["Corrections"].iter_rows(min_row=5)] == ["A2", "B2:B3"]


def test_a_file_without_a_table_has_our_sheets_only() -> None:
    assert book_of(make_answer(table=None, found=())).sheetnames == ["Start here", "Corrections", "Findings"]


def test_arabic_runs_from_right_to_left_but_for_sheets_that_are_theirs(text_file: Path, own_book: Path) -> None:
    texts = book_of(answer_to(text_file, "ar")).worksheets
    assert [sheet.sheet_view.rightToLeft for sheet in texts] == [True] * 4
    sheets = book_of(answer_to(own_book, "ar", understood=READ, contract=CONTRACTS["wildlife"])).worksheets
    assert [bool(sheet.sheet_view.rightToLeft) for sheet in sheets] == [True, True, True, False, False, True]


@pytest.mark.parametrize("name", ["text_file", "own_book"])
def test_the_same_answer_gives_the_same_bytes_without_times(name: str, request: pytest.FixtureRequest) -> None:
    path = request.getfixturevalue(name)
    first, second = (feedback_workbook(answer_to(path)).content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_names_its_submission(own_book: Path) -> None:
    answer = answer_to(own_book)
    answer = replace(answer, outcome=replace(answer.outcome, submission="KEN-wildlife-1"))
    book = book_of(answer)
    assert book.custom_doc_props["ENS submission"].value == "KEN-wildlife-1"  # type: ignore[attr-defined]
    marks = [cell.value for sheet in book.worksheets for cell in sheet[1] if str(cell.value).startswith("ENS-PACK;")]
    assert marks == [f"ENS-PACK;{kind};KEN-wildlife-1;Cas 2024" for kind in ("start", "corrections", "findings")]
