"""Feedback is looked through as editions are: what returns to one sender leads to no record of another."""

from datetime import date
from pathlib import Path

import pytest

from ens_reports import intake
from ens_reports.params import Workspace, load
from ens_reports.policy import leaks, readable
from ens_reports.store import Store

ROOT = Path(__file__).parents[4]
HEAD = (
    "incident_id,incident_date,reporting_country,crime_area,commodity,quantity,unit,origin_country,destination_country,permit_no,"
    "other_references,barred_recipients,narrative\n"
)
SAME = "2025-03-04,{country},wildlife,elephant_ivory,120,kg,UGA,KEN,PERMIT/2025/7788,{reference},{barred},{narrative}\n"
NARRATIVE = "Two lorries were followed from the depot to the border at night"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Kenya and Uganda report both ends of one consignment; half of what Uganda sent is closed to Kenya."""
    place = Workspace(tmp_path_factory.mktemp("workspace"))
    place.prepare()
    for party, rows in {"UGA": (("UGA-CASE-0042", ""), ("UGA-CASE-0043", "KEN")), "KEN": (("KEN-CASE-0001", ""),)}.items():
        path = place.inbox / party / "wildlife.csv"
        path.parent.mkdir()
        told = {"country": party, "narrative": NARRATIVE if party == "UGA" else "", "reference": ""}
        path.write_text(HEAD + "".join(f"{case},{SAME.format(barred=barred, **told)}" for case, barred in rows))
        intake.take_in([path], workspace=place, project=load(ROOT), party=party, today=date(2026, 1, 15))
    return place


def found(workspace: Workspace, folder: Path, recipient: str) -> dict[str, int]:
    """What feedback shows that its sender neither sent nor may see."""
    index = leaks.index(Store(workspace.root).snapshot(), load(ROOT).policy, [])
    index.write(workspace.root / "index")
    texts = [text for path in sorted(folder.rglob("*.*")) for text in readable.texts(path.name, path.read_bytes())]
    sent = (workspace.inbox / recipient / "wildlife.csv").read_text()
    return dict(leaks.leaks(index.watch(workspace.root / "index", recipient), texts, excused=lambda: [sent]))


@pytest.mark.parametrize("party", ["KEN", "UGA"])
def test_feedback_leads_to_no_record_of_another(workspace: Workspace, party: str) -> None:
    folder = workspace.feedback / party

    assert len(list(folder.rglob("feedback.xlsx"))) == 1
    assert found(workspace, folder, party) == {}


def test_what_another_sent_would_be_found(workspace: Workspace) -> None:
    assert found(workspace, workspace.feedback / "UGA", "KEN").keys() >= {"incident number", "free text", "submission"}
