from datetime import date
from pathlib import Path

import pytest
from office import ONE, TWO, Office
from plain import edition

from ens_reports.editions.marked import marked
from ens_reports.params import Workspace, load
from ens_reports.store import EditionInput, EditionRow


@pytest.fixture
def office(tmp_path: Path) -> Office:
    place = Workspace(tmp_path)
    place.prepare()
    return Office(place=place, project=load(Path(__file__).parents[3]))


def successor(of: str, submission: str) -> EditionRow:
    used = EditionInput(submission=submission, sha256="0", rows=1)
    return edition("e9", number=2, key="k9", as_of=9, supersedes=of, inputs=(used,))


def test_what_is_to_be_superseded_is_open_until_another_takes_its_place_and_a_recall_stays_open(office: Office) -> None:
    office.put("a.csv", ONE, TWO)
    (outcome,) = office.take()
    office.issue("e1", "KEN", outcome.submission, 2, 3)
    office.issue("e2", "UGA", outcome.submission, 2, 3)
    office.issue("e3", "TZA", outcome.submission)
    assert marked(office.store) == ()
    office.expire(date(2026, 7, 1))
    assert [(one.edition, one.mark, one.is_open) for one in marked(office.store)] == [("e1", "supersede", True), ("e2", "supersede", True)]

    office.store.editions.register(successor("e1", outcome.submission))
    office.withdraw(outcome.submission)

    found = {one.edition: (one.mark, one.superseded_by, one.is_open) for one in marked(office.store)}
    assert found == {"e1": ("supersede", "e9", False), "e2": ("recall", "", True), "e9": ("supersede", "", True)}
