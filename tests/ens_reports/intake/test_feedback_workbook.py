import io

import openpyxl
from answers_back import SCRIPT, make_answer

from ens_reports.intake.feedback_workbook import feedback_workbook


def sheets(language: str = "en", **more: object) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(feedback_workbook(make_answer(language, **more))))


def test_rows_with_findings_stand_at_their_addresses_and_hold_no_formula() -> None:
    """Row 3 has a warning of its own; what is missing everywhere brings no row."""
    rows = list(sheets()["Your rows"].iter_rows())
    assert [[cell.value for cell in row] for row in rows] == [
        ["Row", "What was found", "Date", SCRIPT],
        ["3", "The year of the date is not the year in the column of years; the date was taken.", "=2+3", SCRIPT],
    ]
    assert {cell.data_type for cell in rows[1]} == {"s"}


def test_the_cell_that_a_finding_is_about_is_coloured() -> None:
    row = list(sheets()["Your rows"].iter_rows())[1]
    assert [cell.fill.fgColor.rgb for cell in row[2:]] == ["00000000", "FFFBE7CC"]


def test_findings_sheet_counts_places() -> None:
    rows = [[cell.value for cell in row] for row in sheets()["Findings"].iter_rows(min_row=2)]
    assert [(row[0], row[3], row[4]) for row in rows] == [("Warning", "B3", 1), ("Warning", "2, 3", 2)]


def test_a_file_without_a_table_has_findings_only() -> None:
    assert sheets(table=None).sheetnames == ["Findings"]


def test_arabic_runs_from_right_to_left() -> None:
    assert sheets("ar").worksheets[0].sheet_view.rightToLeft


def test_the_same_answer_gives_the_same_bytes() -> None:
    assert feedback_workbook(make_answer()) == feedback_workbook(make_answer())
