"""A check of ours that crashes on a file: nothing of it is stored, it stays in the inbox, and the other files are taken in."""

from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from data_contracts.checks import ways
from data_contracts.checks.rules import Rule
from data_contracts.findings import Finding
from ens_reports import intake
from ens_reports.intake import judge, receive
from ens_reports.intake.crashed import crashed, has_crashed, without_consequences
from ens_reports.intake.feedback import write as feedback
from ens_reports.intake.findings import NO_ROWS, Located
from ens_reports.intake.known import compare
from ens_reports.intake.mappings import apply
from ens_reports.params import Project, Workspace, load
from ens_reports.store import Store

TODAY = date(2026, 1, 15)
GOOD = "incident_id,incident_date,reporting_country,latitude,longitude\nK1,2025-12-31,KEN,0,0\nK2,,KEN,0,0\n"


@pytest.fixture(scope="module")
def project() -> Project:
    return load(Path(__file__).parents[3])


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    place = Workspace(tmp_path)
    place.prepare()
    for party in ("KEN", "UGA"):
        (place.inbox / party).mkdir()
        (place.inbox / party / f"{party}.csv").write_text(GOOD, encoding="utf-8")
    return place


def _broken(*_given: object, **_named: object) -> None:
    raise ValueError("a value of a record")


def _take_in(workspace: Workspace, project: Project, *paths: Path) -> list[intake.FileOutcome]:
    return intake.take_in(paths or None, workspace=workspace, project=project, contract="wildlife", today=TODAY)


def test_planted_check_blocks_the_file_and_is_named(workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "area_rules", lambda _name: (Rule(check="species_missing", column="commodity", fails=_broken),))
    outcome, other = _take_in(workspace, project)
    assert (outcome.status, outcome.rows_read, outcome.rows_accepted, outcome.rows_rejected) == ("crashed", 2, 0, 2)
    assert outcome.exit_code == 1
    assert outcome.details[0].check == "check_crashed"
    assert outcome.details[0].message.startswith("Our own check species_missing failed while it looked at this file (ValueError, ")
    assert {"position_zero", "date_missing"} <= {item.check for item in outcome.details}
    assert other.status == "crashed"
    assert Store(workspace.root).submissions() == ()
    assert (workspace.inbox / "KEN" / "KEN.csv").read_text(encoding="utf-8") == GOOD
    told = "".join(path.read_text(encoding="utf-8") for path in Path(outcome.feedback).glob("*.[hj]*"))
    assert "species_missing" in told
    assert "Traceback" not in told
    assert "a value of a record" not in told


def test_file_is_taken_in_once_the_check_is_mended(workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(ways, "area_rules", _broken)
        assert {one.status for one in _take_in(workspace, project)} == {"crashed"}
    assert {one.status for one in _take_in(workspace, project)} == {"partly_accepted"}


@pytest.mark.parametrize(("module", "function"), [(receive, "sort_sheets"), (judge, "apply")])
def test_step_that_crashes_leaves_the_other_files(
    module: ModuleType, function: str, workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, calls = getattr(module, function), []

    def once(*given: object, **named: object) -> object:
        calls.append(1)
        return _broken() if len(calls) == 1 else kept(*given, **named)

    monkeypatch.setattr(module, function, once)
    assert [(one.party, one.status, one.exit_code) for one in _take_in(workspace, project)] == [
        ("KEN", "crashed", 1),
        ("UGA", "partly_accepted", 3),
    ]


def test_column_that_our_fault_left_unread_is_not_held_against_the_sender(
    workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apply, "read_field", _broken)
    outcome = _take_in(workspace, project, workspace.inbox / "KEN")[0]
    assert outcome.status == "crashed"
    assert "date_missing" not in {item.check for item in outcome.details}


def test_answer_that_cannot_be_written_is_told_and_the_records_are_stored(
    workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feedback, "feedback_page", _broken)
    outcome = _take_in(workspace, project, workspace.inbox / "KEN")[0]
    assert (outcome.status, outcome.exit_code, outcome.feedback) == ("partly_accepted", 1, "")
    assert outcome.details[0].message.startswith("Our own check feedback failed")
    assert len(Store(workspace.root).submissions()) == 1


def test_check_tells_of_a_crash_too(workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "validate", _broken)
    outcome = intake.check(workspace.inbox / "KEN" / "KEN.csv", project=project, party="KEN", contract="wildlife", today=TODAY)
    assert (outcome.status, outcome.exit_code) == ("crashed", 1)


def test_findings_about_another_column_stay() -> None:
    stay = Located(finding=Finding(check="date_missing", field="incident_date", rows=NO_ROWS), sheet=None)
    go = Located(finding=Finding(check="number_unreadable", field="quantity", rows=NO_ROWS), sheet=None)
    crash = crashed("quantity", ValueError())
    assert without_consequences([crash, go, stay]) == [crash, stay]
    assert (has_crashed([crash, go]), has_crashed([go])) == (True, False)


def test_a_comparison_with_records_of_others_that_crashes_is_for_analysts_and_stops_nothing(
    workspace: Workspace, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else whether a file is taken in would tell its sender that there are such records."""
    take = {"workspace": workspace, "project": project, "today": TODAY, "contract": "wildlife"}
    intake.take_in([workspace.inbox / "UGA" / "UGA.csv"], **take)  # type: ignore[arg-type]  # values of several types
    monkeypatch.setattr(compare.between, "sought", _broken)
    (outcome,) = intake.take_in([workspace.inbox / "KEN" / "KEN.csv"], **take)  # type: ignore[arg-type]  # as above
    told = [(item.audience, "ValueError" in item.message) for item in outcome.details if item.check == "check_crashed"]
    assert (outcome.status, outcome.rows_accepted, told) == ("partly_accepted", 1, [("analyst", True)])
    assert "check_crashed" not in (Path(outcome.feedback) / "findings.json").read_text(encoding="utf-8")
