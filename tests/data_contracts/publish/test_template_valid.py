import pytest

from data_contracts.publish.template_valid import valid
from data_contracts.publish.voice import ENGLISH
from data_contracts.registry import contract

FIELDS = contract("fisheries").fields


def rule(name: str, source: str = "") -> dict[str, object]:
    return {key: value for key, value in valid(FIELDS[name], ENGLISH, cell="B4", source=source).items() if not key.startswith("error_m")}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("vessel_length_m", {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 500}),
        ("catch_kg", {"validate": "decimal", "criteria": ">=", "value": 0}),
        ("crew_count", {"validate": "integer", "criteria": ">=", "value": 0}),
        ("place_name", {"validate": "length", "criteria": "<=", "value": 8000}),
        ("vessel_imo", {"validate": "length", "criteria": "between", "minimum": 4, "maximum": 12, "error_type": "warning"}),
    ],
)
def test_a_cell_is_held_to_its_column(name: str, expected: dict[str, object]) -> None:
    assert rule(name) == {"error_title": "Please check", **expected}


@pytest.mark.parametrize(("name", "refuses"), [("outcome", True), ("vessel_flag", False), ("gear", False), ("labour_indicators", False)])
def test_a_list_refuses_only_where_nothing_else_can_stand(name: str, refuses: bool) -> None:  # noqa: FBT001 - a table of cases
    assert rule(name, source="=Lists!$A$4:$A$9")["show_error"] is refuses
