"""Two contracts of one party number their cases by themselves: neither replaces the other's."""

from pathlib import Path

import pandas as pd
import pytest

from data_contracts.registry import CONTRACTS
from ens_reports import intake
from ens_reports.intake.known.apart import COLUMNS, InForce, keep_apart
from ens_reports.params import Workspace, load
from ens_reports.store import Store

Rows = list[tuple[str, str, str]]
WILD, WOOD = ("KEN", "12/2025", "wildlife"), ("KEN", "12/2025", "forestry")


def frame(rows: Rows) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str", index=range(2, 2 + len(rows)))


@pytest.mark.parametrize(
    ("own", "others", "expected"),
    [
        ([], [], "12/2025"),
        ([], [WILD], "12/2025/forestry"),
        ([WOOD], [WILD], "12/2025/forestry"),
        ([("KEN", "12/2025/forestry", "forestry")], [("KEN", "7", "wildlife")], "12/2025/forestry"),
        ([], [WOOD], "12/2025"),
        ([], [WILD, WOOD], "12/2025"),
        ([WOOD], [("KEN", "13/2025", "wildlife")], "12/2025"),
        ([], [("UGA", "12/2025", "wildlife")], "12/2025"),
    ],
)
def test_a_number_of_another_area_under_another_contract_gets_its_area(own: Rows, others: Rows, expected: str) -> None:
    """Once kept apart an incident stays so, also when the other one is gone; the same area is a revision."""
    records, rows = keep_apart(frame([WOOD]), CONTRACTS["forestry"], held=InForce(own=frame(own), others=frame(others)))
    assert (list(records["incident_id"]), list(rows)) == ([expected], [2] if expected != "12/2025" else [])


def test_all_rows_of_an_incident_are_kept_apart_together() -> None:
    rows = frame([WOOD, WOOD, ("KEN", "14/2025", "forestry")])
    records, changed = keep_apart(rows, CONTRACTS["forestry"], held=InForce(own=frame([]), others=frame([WILD])))
    assert list(records["incident_id"]) == ["12/2025/forestry", "12/2025/forestry", "14/2025"]
    assert list(changed) == [2, 3]


def test_sheets_of_the_same_file_count_as_in_force() -> None:
    held = InForce(own=frame([]), others=frame([])).beside([("wildlife", frame([WILD])), ("forestry", frame([WOOD]))], contract="forestry")
    assert (list(held.others["crime_area"]), list(held.own["crime_area"])) == (["wildlife"], ["forestry"])


def test_two_offices_that_both_call_a_case_1_lose_none(tmp_path: Path) -> None:
    place, project = Workspace(tmp_path), load(Path(__file__).parents[4])
    place.prepare()
    files = {
        "customs.csv": "Case number,Date of seizure,Scientific name,Quantity,Unit\n"
        "1,2025-03-10,Panthera leo,1,pcs\n2,2025-03-11,Panthera leo,2,pcs\n",
        "forest.csv": "Case number,Date of offence,Trade name,Volume (m3),Concession reference\n1,2025-06-01,mahogany,12,C-1\n",
    }
    for name, text in files.items():
        path = place.inbox / "KEN" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    first = intake.take_in(None, workspace=place, project=project, today=pd.Timestamp("2026-01-15").date())
    assert [(one.contract, one.rows_accepted) for one in first] == [("wildlife", 2), ("forestry", 1)]
    [shared] = [item for item in first[1].details if item.check == "incident_numbers_shared"]
    assert (shared.severity, shared.cells) == ("warning", ("A2",))
    assert len(Store(tmp_path).records.in_force("KEN")) == 3

    forest = place.inbox / "KEN" / "forest.csv"
    forest.write_text(files["forest.csv"].replace("12,C-1", "13,C-1"), encoding="utf-8")
    again = intake.take_in([forest], workspace=place, project=project, today=pd.Timestamp("2026-01-16").date())
    assert [item.check for item in again[0].details if item.check in {"records_revised", "incident_numbers_shared"}] == [
        "incident_numbers_shared",
        "records_revised",
    ]
    assert len(Store(tmp_path).records.in_force("KEN")) == 3
