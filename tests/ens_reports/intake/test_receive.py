"""One file, whole or not at all, once and for all, and of one party."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from ens_reports import intake
from ens_reports.intake import FileOutcome
from ens_reports.intake import receive as module
from ens_reports.intake.known import compare as comparing
from ens_reports.params import Project, Workspace, load
from ens_reports.store import Store

TODAY = date(2026, 1, 15)
HEADS = ("Case number", "Date of seizure", "Species", "Quantity", "Unit", "Country of origin")
ROWS = (("K1", "2025-12-31", "Manis spp.", "3.5", "kg", "Uganda"), ("K2", "2025-12-30", "Loxodonta africana", "2", "pcs", ""))
MORE = ("K3", "2025-12-29", "Panthera leo", "1", "pcs", "")


@pytest.fixture(scope="module")
def project() -> Project:
    return load(Path(__file__).parents[3])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    place = Workspace(tmp_path)
    place.prepare()
    return place


def csv(workspace: Workspace, name: str, *rows: Sequence[str], cover: str = "") -> Path:
    path = workspace.inbox / "KEN" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(",".join(cells) + "\n" for cells in (HEADS, *rows)), encoding="utf-8")
    if cover:
        path.with_name(f"{name}.cover.yaml").write_text(cover, encoding="utf-8")
    return path


def book(workspace: Workspace, *sheets: Sequence[Sequence[str]]) -> Path:
    path = workspace.inbox / "KEN" / "a.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as made:
        for number, rows in enumerate(sheets, start=1):
            sheet = made.add_worksheet(f"Cases {number}")
            for row, cells in enumerate((HEADS, *rows)):
                sheet.write_row(row, 0, cells)
    return path


def take(workspace: Workspace, project: Project, path: Path) -> list[FileOutcome]:
    return intake.take_in([path], workspace=workspace, project=project, today=TODAY)


def sums(outcome: FileOutcome) -> tuple[str, int, int, int]:
    return outcome.status, outcome.rows_accepted, outcome.rows_rejected, outcome.rows_duplicate


def test_a_crash_in_the_second_sheet_leaves_nothing_of_the_first(
    workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, run = book(workspace, ROWS, [MORE]), module.prepare
    with monkeypatch.context() as patch:
        patch.setattr(module, "prepare", lambda table, *given, **named: 1 / (table.rows_read - 1) and run(table, *given, **named))
        assert [item.status for item in take(workspace, project, path)] == ["crashed"]
        assert Store(workspace.root).submissions() == ()
    assert [sums(item) for item in take(workspace, project, path)] == [("accepted", 2, 0, 0), ("accepted", 1, 0, 0)]


def test_a_check_that_crashes_on_the_second_sheet_is_told_once_and_nothing_is_stored(
    workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, history = book(workspace, ROWS, [MORE]), comparing._history
    monkeypatch.setattr(comparing, "_history", lambda records, *given: 1 / (len(records) - 1) and history(records, *given))
    (outcome,) = take(workspace, project, path)
    assert sums(outcome) == ("crashed", 0, 3, 0)
    assert Store(workspace.root).submissions() == ()


def test_rows_of_an_earlier_sheet_of_the_file_count_once(workspace: Workspace, project: Project) -> None:
    corrected = (*ROWS[1][:3], "5", *ROWS[1][4:])
    assert [sums(item) for item in take(workspace, project, book(workspace, ROWS, [ROWS[0], corrected]))] == [
        ("accepted", 2, 0, 0),
        ("accepted", 1, 0, 1),
    ]
    assert sorted(Store(workspace.root).snapshot().records["quantity"]) == [3.5, 5]


def test_a_file_of_nothing_but_known_rows_is_answered_and_is_no_submission(workspace: Workspace, project: Project) -> None:
    """Editions rest on what was submitted: a file that brings nothing must not put them out of date."""
    (first,) = take(workspace, project, csv(workspace, "a.csv", *ROWS))
    (again,) = take(workspace, project, csv(workspace, "b.csv", *reversed(ROWS), ("Total", "", "", "5.5", "", "")))
    assert (sums(again), again.submission) == (("duplicate", 0, 1, 2), first.submission)
    assert [row.id for row in Store(workspace.root).submissions()] == [first.submission]
    assert (Path(again.feedback).name.startswith("KEN-known-"), (Path(again.feedback) / "receipt.html").is_file()) == (True, True)


def test_rows_that_went_with_another_submission_come_back_when_their_file_is_sent_again(workspace: Workspace, project: Project) -> None:
    (first,) = take(workspace, project, csv(workspace, "a.csv", *ROWS))
    path = csv(workspace, "b.csv", *ROWS, MORE)
    assert sums(take(workspace, project, path)[0]) == ("accepted", 1, 0, 2)
    Store(workspace.root).deletions.withdraw(first.submission, reason="r", at=TODAY)
    assert sums(take(workspace, project, path)[0]) == ("accepted", 2, 0, 1)
    assert len(Store(workspace.root).snapshot().records) == 3


def test_the_same_file_under_another_cover_sheet_changes_who_may_see_its_records(workspace: Workspace, project: Project) -> None:
    take(workspace, project, csv(workspace, "a.csv", *ROWS))
    path = csv(workspace, "a.csv", *ROWS, cover="barred_recipients: [UGA]\n")
    (outcome,) = take(workspace, project, path)
    assert sums(outcome) == ("accepted", 2, 0, 0)
    assert set(Store(workspace.root).snapshot().records["submission"]) == {outcome.submission}
    assert sums(take(workspace, project, path)[0]) == ("duplicate", 0, 0, 2)


def test_a_correction_without_a_cover_sheet_opens_nothing_that_the_first_one_closed(workspace: Workspace, project: Project) -> None:
    take(workspace, project, csv(workspace, "a.csv", *ROWS, cover="period_from: 2025-01-01\nbarred_recipients: [UGA]\n"))
    take(workspace, project, csv(workspace, "b.csv", ROWS[0], (*ROWS[1][:3], "3", *ROWS[1][4:])))
    covers = [row.cover for row in Store(workspace.root).submissions()]
    assert [(cover.barred_recipients, cover.period_from) for cover in covers] == [(("UGA",), date(2025, 1, 1)), (("UGA",), None)]


def test_merged_bands_above_the_header_are_no_finding_and_those_below_are_one(workspace: Workspace, project: Project) -> None:
    """Their words stand in the names of the columns."""
    path = workspace.inbox / "KEN" / "b.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("Cases")
        sheet.merge_range("A1:B1", "Case")
        sheet.merge_range("C1:E1", "Goods")
        sheet.write("F1", "Route")
        for row, cells in enumerate((HEADS, *ROWS), start=1):
            sheet.write_row(row, 0, cells)
        sheet.write("F5", "x")
        sheet.merge_range("A5:C5", "K4")
        sheet.write("F6", "x")
        sheet.merge_range("A6:C6", "K5")
    (told,) = take(workspace, project, path)
    assert [item.cells for item in told.details if item.check == "cells_merged_across"] == [("Cases!A5", "Cases!A6")]


@pytest.mark.parametrize(
    ("cover", "check"),
    [("retain_until: as short as you can\n", "retain_until_unreadable"), ("barred_recipients: [UGA\n", "cover_damaged")],
)
def test_a_cover_that_cannot_be_read_holds_the_file_back(workspace: Workspace, project: Project, cover: str, check: str) -> None:
    """Else the records would be seen by more, or kept longer, than their owner allows."""
    (told,) = take(workspace, project, csv(workspace, "a.csv", *ROWS, cover=cover))
    assert (told.status, told.rows_rejected, told.rows_read) == ("rejected", len(ROWS), len(ROWS))
    assert [item.check for item in told.details if item.severity == "error"] == [check]
    assert Store(workspace.root).submissions() == ()


def test_two_runs_at_once_wait_for_each_other(workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else both find that nothing is there yet, and the second ends with a fault."""
    path, run, held = csv(workspace, "a.csv", *ROWS), module.prepare, []

    def prepare(*given: object, **named: object) -> object:
        held.append((workspace.root / "store" / "intake.txt").is_file())
        return run(*given, **named)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(module, "prepare", prepare)
    take(workspace, project, path)
    assert (held, (workspace.root / "store" / "intake.txt").exists()) == ([True], False)


def test_a_file_is_of_one_party(workspace: Workspace, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder a mapping tells the party: it tells it for all sheets of the file."""
    asked: list[str] = []
    sort = module.sort_sheets

    def sorting(source: module.Source, party: str, desk: module.Desk) -> module.Sorted:
        asked.append(party)
        return sort(source, party or "KEN", desk)

    monkeypatch.setattr(module, "sort_sheets", sorting)
    path = csv(workspace, "a.csv", *ROWS)
    (outcome,) = take(workspace, project, path.rename(tmp_path / "a.csv"))
    assert (asked, outcome.party) == (["", "KEN"], "KEN")


@pytest.mark.parametrize("cover", ["", "nil_return: [mining]\n"])
def test_what_its_owner_took_back_does_not_come_back_by_itself(workspace: Workspace, project: Project, cover: str) -> None:
    """Files stay in the inbox, and the whole inbox is taken in again and again; whoever names the file means it."""
    path = csv(workspace, "a.csv", *([] if cover else ROWS), cover=cover)
    (first,) = take(workspace, project, path)
    Store(workspace.root).deletions.withdraw(first.submission, reason="r", at=TODAY)
    (outcome,) = intake.take_in(None, workspace=workspace, project=project, today=TODAY)
    assert (outcome.status, outcome.submission, outcome.rows_read, outcome.feedback) == ("withdrawn", first.submission, 0, "")
    assert [row.in_force for row in Store(workspace.root).submissions()] == [False]
    assert take(workspace, project, path)[0].status == first.status
