"""A file goes out as a pack, is corrected and answered, and comes back."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from ens_reports import intake
from ens_reports.intake import FileOutcome
from ens_reports.params import Project, Workspace, load
from ens_reports.store import Store

ROOT = Path(__file__).parents[3]
FIRST, SECOND = date(2026, 1, 15), date(2026, 1, 30)
HEADER = ["Case number", "Date of seizure", "Species", "Quantity", "Unit", "Country of origin"]
ROWS = [
    ["K1", "2025-03-31", "Manis spp.", "3.5", "kg", "Uganda"],
    ["K2", "soon", "Loxodonta africana", "2", "pcs", "Uganda"],
    ["K3", "2025-04-02", "Panthera leo", "1", "pcs", "Wakanda"],
]


@pytest.fixture(scope="module")
def project() -> Project:
    return load(ROOT)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    place = Workspace(tmp_path)
    place.prepare()
    (place.inbox / "KEN").mkdir(parents=True)
    return place


def csv(folder: Path) -> Path:
    path = folder / "seizures.csv"
    path.write_text("\n".join(";".join(row) for row in (HEADER, *ROWS)) + "\n", encoding="utf-8")
    cover = folder / "seizures.csv.cover.yaml"
    cover.write_text("confidentiality: confidential\ncompleteness: all_cases\n", encoding="utf-8")
    return path


def xlsx(folder: Path) -> Path:
    path = folder / "seizures.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Cases")
        for number, row in enumerate((HEADER, *ROWS)):
            sheet.write_row(number, 0, row)
    return path


def take_in(path: Path, workspace: Workspace, project: Project, day: date = FIRST) -> FileOutcome:
    return intake.take_in([path], workspace=workspace, project=project, today=day)[0]


def pack(outcome: FileOutcome) -> tuple[openpyxl.Workbook, dict[str, object]]:
    folder = Path(outcome.feedback)
    return openpyxl.load_workbook(folder / "feedback.xlsx"), json.loads((folder / "findings.json").read_text(encoding="utf-8"))


def line_of(sheet: Worksheet, key: str, header: str = "") -> int:
    """Row of the first line whose columns for programs hold this, in the order in which they stand."""
    head = next(row for row in sheet.iter_rows() if any(str(cell.value or "").startswith("key:") for cell in row))
    places = {str(cell.value): cell.column for cell in head}
    first = "key:check" if "key:check" in places else "key:fact"
    for row in range(head[0].row + 1, sheet.max_row + 1):
        if sheet.cell(row, places[first]).value == key and (not header or sheet.cell(row, places["key:header"]).value == header):
            return row
    raise LookupError(key)


def column_of(sheet: Worksheet, name: str) -> int:
    return next(cell.column for row in sheet.iter_rows(max_row=6) for cell in row if cell.value == name)


def write(sheet: Worksheet, row: int, name: str, text: str) -> None:
    sheet.cell(row, column_of(sheet, name)).value = text


def states(document: dict[str, object]) -> dict[str, tuple[str, str]]:
    return {item["check"]: (item["state"], item["since"]) for item in document["findings"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [csv, xlsx])
def test_corrected_cells_come_back_as_revisions_and_answers_are_remembered(
    make: Callable[[Path], Path], workspace: Workspace, project: Project
) -> None:
    first = take_in(make(workspace.inbox / "KEN"), workspace, project)
    assert (first.rows_read, first.rows_accepted, first.rows_rejected) == (3, 2, 1)
    book, told = pack(first)
    assert told["correct_by"] == "2026-02-14"
    assert states(told)["date_unreadable"] == ("open", "")
    theirs = next(sheet for sheet in book.worksheets if sheet["A1"].value == "Case number")
    theirs["B3"].value = "2025-04-01"
    answers = book["Corrections"]
    write(answers, line_of(answers, "country_not_listed"), "Your answer", "Our law forbids it")
    write(answers, line_of(answers, "missing.outcome"), "Your answer", "Not available")
    back = workspace.inbox / "KEN" / "feedback corrected.xlsx"
    book.save(back)

    second = take_in(back, workspace, project, SECOND)
    assert (second.rows_read, second.rows_accepted, second.rows_rejected, second.rows_duplicate) == (3, 1, 0, 2)
    _, told_again = pack(second)
    assert told_again["replaces"] == first.submission
    assert [item["check"] for item in told_again["fixed"]] == ["date_unreadable"]  # type: ignore[attr-defined]
    again = states(told_again)
    assert again["country_not_listed"] == ("answered", "still_open")
    assert again["answers_taken"] == ("note", "new")
    assert "In the columns that were understood nothing is recorded about: outcome." in [
        item["message"]
        for item in told_again["findings"]
        if item["state"] == "answered"  # type: ignore[attr-defined]
    ]
    kept = Store(workspace.root).told.answers("KEN", "wildlife")
    assert {(item.check, item.field, item.answer, item.submission) for item in kept} == {
        ("country_not_listed", "origin_country", "law_forbids", second.submission),
        ("missing.outcome", "outcome", "not_available", second.submission),
    }
    records = Store(workspace.root).snapshot().records
    assert sorted(records["incident_id"]) == ["K1", "K2", "K3"]
    assert not [item for item in second.details if item.check == "country_not_listed" and item.severity != "note"]


def test_what_was_said_of_a_submission_holds_for_its_corrected_rows(workspace: Workspace, project: Project) -> None:
    """A CSV file's cover is another file; the workbook that comes back has none, and its rows must not lose their handling."""
    first = take_in(csv(workspace.inbox / "KEN"), workspace, project)
    book, _ = pack(first)
    back = workspace.inbox / "KEN" / "back.xlsx"
    book["seizures"]["B3"].value = "2025-04-01"
    book.save(back)
    second = take_in(back, workspace, project, SECOND)
    assert Store(workspace.root).submission(second.submission).cover.confidentiality == "confidential"


def test_a_column_that_was_read_wrong_is_read_as_its_sender_says_from_then_on(workspace: Workspace, project: Project) -> None:
    rows = [["Case number", "Date of seizure", "Species", "Quantity", "Unit"], ["K1", "03/04/2025", "Manis spp.", "3", "kg"]]
    path = workspace.inbox / "KEN" / "a.csv"
    path.write_text("\n".join(";".join(row) for row in rows) + "\n", encoding="utf-8")
    first = take_in(path, workspace, project)
    assert Store(workspace.root).snapshot().records["incident_date"].tolist() == ["2025-04-03"]
    book, told = pack(first)
    assert "date_order_unclear" in states(told)
    asked = book["What we understood"]
    write(asked, line_of(asked, "date_order", "Date of seizure"), "Your answer", "month first: 12/31/2025")
    write(asked, line_of(asked, "field", "Species"), "Your answer", "Right")
    back = workspace.inbox / "KEN" / "back.xlsx"
    book.save(back)
    second = take_in(back, workspace, project, SECOND)
    assert Store(workspace.root).snapshot().records["incident_date"].tolist() == ["2025-03-04"]
    assert "date_order_unclear" not in states(pack(second)[1])
    later = workspace.inbox / "KEN" / "b.csv"
    later.write_text("\n".join(";".join(row) for row in [rows[0], ["K7", "05/06/2025", "Manis spp.", "3", "kg"]]) + "\n", encoding="utf-8")
    take_in(later, workspace, project, SECOND)
    assert sorted(Store(workspace.root).snapshot().records["incident_date"]) == ["2025-03-04", "2025-05-06"]


def test_an_answer_that_makes_no_sense_is_a_finding(workspace: Workspace, project: Project) -> None:
    book, _ = pack(take_in(xlsx(workspace.inbox / "KEN"), workspace, project))
    answers = book["Corrections"]
    row = line_of(answers, "country_not_listed")
    write(answers, row, "Your answer", "perhaps")
    write(answers, line_of(answers, "date_unreadable"), "Your answer", "Other: see my words")
    back = workspace.inbox / "KEN" / "back.xlsx"
    book.save(back)
    told = pack(take_in(back, workspace, project, SECOND))[1]
    unclear = [item for item in told["findings"] if item["check"] == "answer_unclear"]  # type: ignore[attr-defined]
    assert len(unclear) == 2
    assert f"Corrections!J{row}" in [cell for item in unclear for cell in item["cells"]]
    assert Store(workspace.root).told.answers("KEN", "wildlife") == ()


def test_answers_made_for_another_party_are_not_taken(workspace: Workspace, project: Project) -> None:
    book, _ = pack(take_in(xlsx(workspace.inbox / "KEN"), workspace, project))
    answers = book["Corrections"]
    write(answers, line_of(answers, "country_not_listed"), "Your answer", "Not available")
    (workspace.inbox / "UGA").mkdir()
    back = workspace.inbox / "UGA" / "back.xlsx"
    book.save(back)
    outcome = take_in(back, workspace, project, SECOND)
    told = pack(outcome)[1]
    assert "answers_of_other" in states(told)
    assert told["replaces"] == ""
    assert Store(workspace.root).told.answers("UGA", "wildlife") == ()


def test_a_pack_of_a_pack_holds_our_sheets_and_marks_once(workspace: Workspace, project: Project) -> None:
    book, _ = pack(take_in(xlsx(workspace.inbox / "KEN"), workspace, project))
    book["Cases"]["B3"].value = "2025-04-01"
    back = workspace.inbox / "KEN" / "back.xlsx"
    book.save(back)
    again, _ = pack(take_in(back, workspace, project, SECOND))
    assert again.sheetnames == ["Start here", "Corrections", "What we understood", "Cases", "Findings"]
    assert again["Cases"]["B3"].comment is None
    assert again["Cases"]["B3"].fill.fill_type is None
    assert again["Cases"]["F4"].comment is not None
