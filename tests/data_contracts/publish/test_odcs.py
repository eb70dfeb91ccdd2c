import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft201909Validator

from data_contracts.publish.odcs import odcs
from data_contracts.registry import CONTRACTS, contract

STANDARD = json.loads((Path(__file__).parent / "data" / "odcs-3.1.0.schema.json").read_text(encoding="utf-8"))


def document(name: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(odcs(contract(name)))
    return found


def column(name: str, field: str) -> dict[str, object]:
    return next(item for item in document(name)["schema"][0]["properties"] if item["name"] == field)  # type: ignore[index]


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_satisfies_the_schema_of_the_standard(name: str) -> None:
    assert [error.message for error in Draft201909Validator(STANDARD).iter_errors(document(name))] == []


def test_the_schema_would_refuse_what_is_not_of_the_standard() -> None:
    wrong = document("mining") | {"kind": "Contract"}
    assert [error.message for error in Draft201909Validator(STANDARD).iter_errors(wrong)] == ["'Contract' is not one of ['DataContract']"]


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_column_is_there_in_its_order(name: str) -> None:
    names = [item["name"] for item in document(name)["schema"][0]["properties"]]  # type: ignore[index]
    assert names == list(contract(name).fields)


def test_a_key_has_its_places_and_is_unique() -> None:
    schema = document("wildlife")["schema"][0]  # type: ignore[index]
    places = {item["name"]: item["primaryKeyPosition"] for item in schema["properties"] if item.get("primaryKey")}
    assert places == {"reporting_country": 1, "incident_id": 2, "item_no": 3}
    assert schema["quality"][0] == {
        "id": "key-unique",
        "name": "no record twice",
        "type": "library",
        "metric": "duplicateValues",
        "arguments": {"properties": ["reporting_country", "incident_id", "item_no"]},
        "mustBe": 0,
        "unit": "rows",
        "dimension": "uniqueness",
        "severity": "warning",
    }


def test_codes_are_listed_and_an_open_list_only_notes() -> None:
    outcome, commodity = column("wildlife", "outcome")["quality"], column("wildlife", "commodity")["quality"]
    assert "convicted" in outcome[0]["arguments"]["validValues"]  # type: ignore[index]
    assert [outcome[0]["severity"], commodity[0]["severity"]] == ["warning", "note"]  # type: ignore[index]


def test_a_number_has_its_limits_and_unit() -> None:
    latitude = column("wildlife", "latitude")
    assert (latitude["logicalType"], latitude["logicalTypeOptions"]) == ("number", {"minimum": -90, "maximum": 90})
    assert latitude["customProperties"] == [{"property": "unit", "value": "degrees"}]


def test_checks_tell_what_to_do_and_what_a_gap_costs() -> None:
    rules = {rule["name"]: rule for rule in column("wildlife", "incident_date")["quality"]}  # type: ignore[attr-defined]
    missing = rules["date_missing"]
    assert (missing["severity"], missing["dimension"]) == ("error", "completeness")
    assert missing["customProperties"][1] == {"property": "rejectsTheRow", "value": True}


def test_what_not_everyone_may_see_is_classified() -> None:
    assert [column("wildlife", name)["classification"] for name in ("narrative", "outcome")] == ["need-to-know", "official"]


def test_equal_contracts_give_equal_bytes() -> None:
    assert odcs(contract("mining")) == odcs(contract("mining"))
