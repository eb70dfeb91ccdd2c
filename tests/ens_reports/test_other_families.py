"""Subjects, movements, yearly returns and open sources are taken in and stored, and reach no view and no edition."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import small

from ens_reports import intake, pipeline, policy
from ens_reports.editions.register import Line
from ens_reports.editions.selection import Selection
from ens_reports.intake import FileOutcome
from ens_reports.params import Period
from ens_reports.pipeline import Run
from ens_reports.policy import Viewed, Wish
from ens_reports.report.others import opened

TODAY = date(2026, 1, 21)
FILES: dict[str, list[dict[str, str]]] = {
    "subjects": [
        {
            "subject_id": f"P-{number}",
            "subject_type": "person",
            "person_status": status,
            "status_date": "2025-03-14",
            "basis_reference": "CR 12/2025",
            "minor": minor,
            "family_name": name,
        }
        for number, (status, minor, name) in enumerate(
            [("charged", "no", "Findmenot"), ("victim", "no", "Findmenever"), ("suspect", "yes", "Findmeneither")]
        )
    ],
    "movements": [
        {
            "movement_id": "J-1",
            "vessel_name": "FINDMENOT",
            "vessel_imo": "9074729",
            "start_date": day,
            "latitude": "-4.1",
            "longitude": "39.7",
        }
        for day in ("2025-03-14", "2025-03-15")
    ],
    "capacity": [{"return_year": "2025", "nest_status": "active", "nest_since": "2019", "staff_women": "77123", "staff_men": "77124"}],
    "osint": [{"link": "https://example.org/findmenot", "publisher": "Example", "published_on": "2025-04-01", "crime_area": "wildlife"}],
}
SECRETS = ("findme", "77123", "77124", "P-0", "J-1")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A workspace with an edition for Kenya."""
    root = tmp_path_factory.mktemp("families")
    run = small.open_run(small.make_project(root / "project"), root / "workspace")
    small.commit(run, "KEN")
    lines(run)
    return run


@pytest.fixture
def run(built: Run, tmp_path: Path) -> Run:
    """A copy of that workspace, to change."""
    shutil.copytree(built.workspace.root, tmp_path / "workspace")
    shutil.copytree(built.project.root, tmp_path / "project")
    return small.open_run(tmp_path / "project", tmp_path / "workspace")


def lines(run: Run) -> list[Line]:
    return pipeline.build_reports(run, Selection(), lambda *_: None)


def send(run: Run, name: str) -> FileOutcome:
    path = run.workspace.inbox / "KEN" / f"{name}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, FILES[name][0])
        writer.writeheader()
        writer.writerows(FILES[name])
    [outcome] = intake.take_in([path], workspace=run.workspace, project=run.project, today=TODAY)
    return outcome


def seen(run: Run) -> Viewed:
    [product] = run.project.products
    wish = Wish(product=product, recipient="KEN", language="en", period=Period(first_year=2024, last_year=2025, history_from=2021))
    return policy.view(run.store.snapshot(), run.project, wish)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_recognised_by_its_columns_and_stored(run: Run, name: str) -> None:
    outcome = send(run, name)

    assert (name, "accepted", len(FILES[name])) == (outcome.contract, outcome.status, outcome.rows_accepted)
    assert len(FILES[name]) == len(run.store.snapshot().frame(name))


def test_they_are_in_no_view_and_change_no_edition(run: Run) -> None:
    """Also not in the list of submissions, and the day on which they came moves no period."""
    before = seen(run)
    for name in FILES:
        assert send(run, name).status == "accepted"
    after = seen(run)

    pd.testing.assert_frame_equal(before.view.incidents, after.view.incidents)
    pd.testing.assert_frame_equal(opened(before.view.others), opened(after.view.others))
    pd.testing.assert_frame_equal(before.view.submissions, after.view.submissions)
    assert (before.view.facts, before.inputs, before.withheld) == (after.view.facts, after.inputs, after.withheld)
    assert ["up_to_date"] == [line.status for line in lines(run)]
    frames = (after.view.incidents, opened(after.view.others), after.view.submissions, after.view.regional)
    shown = " ".join(frame.to_csv() for frame in frames).lower()
    assert not [word for word in SECRETS if word.lower() in shown]


def test_a_party_that_sent_nothing_else_gets_no_edition(run: Run) -> None:
    path = run.workspace.inbox / "UGA" / "capacity.csv"
    path.parent.mkdir(parents=True)
    path.write_text("return_year,nest_status,staff_women,staff_men\n2025,none,1,2\n", encoding="utf-8")
    intake.take_in([path], workspace=run.workspace, project=run.project, today=TODAY)

    assert ["KEN"] == [line.recipient for line in lines(run)]


def test_the_same_return_again_is_a_duplicate_and_a_corrected_one_a_revision(run: Run) -> None:
    send(run, "capacity")
    path = run.workspace.inbox / "KEN" / "again.csv"
    rows = [[*FILES["capacity"][0]], [*FILES["capacity"][0].values()]]
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    [same] = intake.take_in([path], workspace=run.workspace, project=run.project, today=TODAY)
    path.write_text("\n".join(",".join(row) for row in rows).replace("77123", "77200") + "\n", encoding="utf-8")
    [corrected] = intake.take_in([path], workspace=run.workspace, project=run.project, today=TODAY)

    assert (1, "accepted") == (same.rows_duplicate, corrected.status)
    assert [77200] == run.store.snapshot().frame("capacity")["staff_women"].tolist()


def test_witnesses_victims_and_minors_are_marked_for_good(run: Run) -> None:
    send(run, "subjects")
    subjects = run.store.snapshot().frame("subjects").sort_values("subject_id")

    assert ["no", "yes", "yes"] == subjects["protected"].tolist()


def test_incidents_are_not_asked_for_by_their_contract(run: Run) -> None:
    with pytest.raises(ValueError, match="contract must not be one of incidents, got 'wildlife'; see `records`"):
        run.store.snapshot().frame("wildlife")
