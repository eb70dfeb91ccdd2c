import json
from datetime import date

import pandas as pd
import pytest
from jsonschema import Draft202012Validator

from data_contracts.publish.examples import EXAMPLES, records
from data_contracts.publish.faults import one_of_each
from data_contracts.publish.json_schema import json_schema
from data_contracts.publish.samples import sample
from data_contracts.publish.synth import synth
from data_contracts.registry import CONTRACTS, INCIDENTS, contract
from data_contracts.validate import validate

TODAY = date(2026, 1, 20)


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(json_schema(contract(name)))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def as_json(frame: pd.DataFrame, name: str) -> list[dict[str, object]]:
    """Accepted records, what is not recorded left out."""
    known = frame[list(contract(name).fields)]
    return [{field: cell for field, cell in row.items() if pd.notna(cell)} for row in known.astype("object").to_dict("records")]


def faults(name: str, record: dict[str, object]) -> list[str]:
    """The columns in which a record does not satisfy the schema."""
    found = validator(name).iter_errors(record)
    return sorted({str(error.path[0]) if error.path else "" for error in found})


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_example_of_a_contract_satisfies_its_schema(name: str) -> None:
    schema = json.loads(json_schema(contract(name)))
    record = {field: told["examples"][0] for field, told in schema["properties"].items()}
    assert faults(name, record) == []


@pytest.mark.parametrize("example", [item for item in EXAMPLES if item.folder == "inbox" and item.contract], ids=lambda item: item.file)
def test_accepted_records_of_the_examples_satisfy_the_schema(example: object) -> None:
    name = example.contract  # type: ignore[attr-defined]
    accepted = validate(records(example), contract(name), today=TODAY).accepted  # type: ignore[arg-type]
    check = validator(name)
    assert [list(check.iter_errors(record)) for record in as_json(accepted, name)] == [[]] * len(accepted)


@pytest.mark.parametrize("name", INCIDENTS)
def test_faulty_records_of_the_examples_do_not(name: str) -> None:
    wrong = one_of_each(synth(name, country="KEN", rows=14, seed=4, years=[2025]), name)
    found = [faults(name, record) for record in as_text(wrong)]
    assert found[:6] == [[""], ["incident_date"], ["reporting_country"], [], [], ["outcome"]], "a day that never was has the form of a day"
    assert found[6:10] == [["quantity"], ["latitude"], ["confidentiality"], ["origin_country"]]


def as_text(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Records before they were validated: numbers are numbers where they can be read."""
    numeric = {name for name, field in contract("incidents").fields.items() if field.numeric} | {"catch_kg", "volume_m3", "area_ha"}
    return [
        {field: _number(cell) if field in numeric else cell for field, cell in row.items() if pd.notna(cell)}
        for row in frame.astype("object").to_dict("records")
    ]


def _number(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("outcome", "freed"),
        ("transit_countries", "KEN;Atlantis"),
        ("latitude", 91),
        ("persons_detected", 1.5),
        ("incident_date", "14/03/2025"),
        ("supplied_by", "kenya"),
        ("unheard_of", "x"),
    ],
)
def test_a_record_is_refused_for_the_cell_that_is_wrong(field: str, cell: object) -> None:
    good = json.loads(json_schema(contract("wildlife")))["properties"]
    record = {name: told["examples"][0] for name, told in good.items()} | {field: cell}
    assert faults("wildlife", record) == ([field] if field in good else [""])


def test_words_of_an_open_list_and_several_countries_pass() -> None:
    record = {"incident_id": "1", "incident_date": "2025", "reporting_country": "KEN", "source_type": "police"}
    assert faults("wildlife", record | {"commodity": "something new", "transit_countries": "none"}) == []
    assert faults("wildlife", record | {"transit_countries": "KEN;TZA"}) == []


def test_defaults_and_units_are_told() -> None:
    told = json.loads(json_schema(contract("wildlife")))["properties"]
    assert told["record_type"]["default"] == "seizure"
    assert told["latitude"]["x-unit"] == "degrees"
    assert told["narrative"]["x-sensitive"] is True


def test_equal_contracts_give_equal_bytes() -> None:
    assert json_schema(contract("mining")) == json_schema(contract("mining"))
    assert set(sample(contract("mining"))) == set(json.loads(json_schema(contract("mining")))["properties"])
