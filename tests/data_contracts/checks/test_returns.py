import pytest
from contract_rows import Checks, Validate

from data_contracts.checks.returns import DAYS, PARTS, SCORES
from data_contracts.registry import contract

WHOLE = {
    "staff_women": "3",
    "staff_men": "4",
    "trained_women": "1",
    "trained_men": "1",
    "notices_red": "0",
    "border_points": "9",
    "border_points_i247": "9",
    "international_cases": "5",
    "international_cases_reported": "5",
}


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({}, set()),
        ({"return_year": "2027"}, {"return_year_in_future"}),
        ({"return_year": "2026"}, set()),
        ({"border_points": "3", "border_points_i247": "4"}, {"part_exceeds_whole"}),
        ({"border_points": "4", "border_points_i247": "4"}, set()),
        ({"border_points_i247": "4"}, set()),
        ({"international_cases": "3", "international_cases_reported": "4"}, {"part_exceeds_whole"}),
        ({"nest_since": "2019"}, {"nest_contradicts"}),
        ({"nest_since": "2019", "nest_status": "active"}, set()),
        ({"nest_since": "2027", "nest_status": "active"}, {"day_in_future"}),
        ({"riacm_outcome": "joint_investigation"}, {"riacm_day_missing"}),
        ({"riacm_outcome": "none"}, set()),
        ({"riacm_outcome": "joint_investigation", "riacm_held_on": "2025-06"}, set()),
        ({"score_law": "2"}, {"assessed_on_missing"}),
        ({"score_law": "2", "assessed_on": "2025"}, set()),
        ({"score_law": "4", "assessed_on": "2025"}, {"number_outside"}),
        ({"staff_women": "-1"}, {"number_too_low"}),
        ({"strategic_plan": "2030"}, {"code_not_listed"}),
    ],
)
def test_rules(checks_of_each: Checks, change: dict[str, str | None], failed: set[str]) -> None:
    """Pass, fail, and what differs only in what the check must ignore."""
    assert checks_of_each("capacity", change) == [failed]


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({}, set()),
        ({"nest_status": None}, {"nest_status_missing"}),
        ({"nest_status": "active"}, {"nest_since_missing"}),
        ({"staff_women": None}, {"staff_missing"}),
        ({"trained_men": None}, {"training_missing"}),
        ({"border_points_i247": None}, {"border_points_missing"}),
        ({"notices_red": None}, {"notices_missing"}),
        ({"notices_red": None, "diffusions_green": "2"}, set()),
        ({"international_cases_reported": None}, {"international_cases_missing"}),
    ],
)
def test_gaps(judge: Validate, change: dict[str, str | None], failed: set[str]) -> None:
    """0 is an answer, a blank is none."""
    assert failed == {finding.check for finding in judge("capacity", {**WHOLE, **change}).findings}


def test_tables_name_columns_of_the_contract() -> None:
    assert {*DAYS, *SCORES, *PARTS, *PARTS.values()} <= set(contract("capacity").fields)
