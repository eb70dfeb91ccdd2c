import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import pandas as pd
import pytest
from contract_rows import Find, Validate, frame
from pandera.config import ValidationDepth, config_context

from data_contracts.checks import cells, keys, placing
from data_contracts.checks.columns import position
from data_contracts.checks.rules import Rule
from data_contracts.checks.ways import WAYS
from data_contracts.crashed import UnsoundError
from data_contracts.findings import Validation
from data_contracts.publish.synth import synth
from data_contracts.registry import CONTRACTS, contract
from data_contracts.validate import validate

TODAY = date(2026, 2, 1)


@pytest.mark.parametrize("name", CONTRACTS)
def test_good_row_has_no_finding_but_gaps(find: Find, name: str) -> None:
    assert find(name, {}) == {}


@pytest.mark.parametrize("name", CONTRACTS)
def test_accepted_records_have_all_columns_of_the_contract_in_its_order(judge: Validate, name: str) -> None:
    accepted = judge(name, {}).accepted
    assert list(accepted.columns) == list(contract(name).model.to_schema().columns)
    assert list(contract(name).fields) == [column for column in accepted if column in contract(name).fields]


def test_accepted_records_are_typed(judge: Validate) -> None:
    accepted = judge("wildlife", {"quantity": "12.5", "unit": "kg", "persons_detected": "2"}).accepted
    assert accepted.loc[2, "quantity"] == 12.5
    assert accepted["quantity"].dtype == "float64"
    assert accepted.loc[2, "persons_detected"] == 2
    assert accepted["persons_detected"].dtype == "Int64"
    assert accepted["date_from"].dtype == "datetime64[s]"
    assert accepted["outcome"].dtype == "str"


def test_blanks_get_what_they_stand_for(judge: Validate) -> None:
    row = judge("wildlife", {}).accepted.loc[2]
    assert (row["item_no"], row["incident_count"], row["record_type"], row["crime_area"], row["purpose"]) == (
        1,
        1,
        "seizure",
        "wildlife",
        "analysis",
    )


def test_rejected_rows_stay_as_they_came(judge: Validate) -> None:
    result = judge("wildlife", {"incident_date": None}, {}, {"incident_date": "soon", "quantity": "many"})
    assert list(result.accepted.index) == [3]
    assert list(result.rejected.index) == [2, 4]
    assert result.rejected.loc[4, "quantity"] == "many"


def test_cell_of_a_rejected_row_is_not_judged_further(find: Find) -> None:
    assert list(find("wildlife", {"incident_date": None, "quantity": "many"})) == ["date_missing"]


def test_nothing_is_accepted_and_nothing_fails_where_every_row_is_rejected(judge: Validate) -> None:
    result = judge("mining", {"incident_date": None})
    assert len(result.accepted) == 0
    assert result.accepted["date_from"].dtype == "datetime64[s]"


def test_empty_frame_is_valid() -> None:
    empty = pd.DataFrame(columns=["incident_id", "incident_date"], dtype="str")
    result = validate(empty, contract("forestry"), today=TODAY)
    assert (len(result.accepted), len(result.rejected), result.findings) == (0, 0, ())


def test_column_that_is_not_of_the_contract_is_the_callers_mistake() -> None:
    wrong = pd.DataFrame({"incident_id": ["1"], "mineral": ["gold"]}, dtype="str")
    with pytest.raises(ValueError, match=r"^columns must be of contract wildlife, got mineral$"):
        validate(wrong, contract("wildlife"), today=TODAY)


def test_repeated_row_number_is_the_callers_mistake() -> None:
    wrong = pd.DataFrame({"incident_id": ["1", "2"]}, index=[2, 2], dtype="str")
    with pytest.raises(ValueError, match=r"^row numbers must be unique, got repeated ones$"):
        validate(wrong, contract("wildlife"), today=TODAY)


def test_input_is_not_changed() -> None:
    given = synth("pollution", country="JOR", rows=30, seed=3, years=[2024, 2025])
    before = given.copy()
    validate(given, contract("pollution"), today=TODAY)
    pd.testing.assert_frame_equal(given, before)


def test_findings_come_in_the_catalogues_order(judge: Validate) -> None:
    result = judge("wildlife", {"outcome": "lost"}, {"incident_date": None})
    checks = [finding.check for finding in result.findings]
    assert checks.index("date_missing") < checks.index("code_not_listed") < checks.index("columns_absent")


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"validation_enabled": False}, "PANDERA_VALIDATION_ENABLED must not be off, because then every record would pass; unset it"),
        (
            {"validation_depth": ValidationDepth.SCHEMA_ONLY},
            "PANDERA_VALIDATION_DEPTH must be SCHEMA_AND_DATA, because else wrong records would pass; unset it",
        ),
        (
            {"validation_depth": ValidationDepth.DATA_ONLY},
            "PANDERA_VALIDATION_DEPTH must be SCHEMA_AND_DATA, because else wrong records would pass; unset it",
        ),
    ],
)
def test_validation_refuses_to_run_with_pandera_switched_off(settings: dict[str, Any], message: str) -> None:
    nothing = pd.DataFrame({"incident_id": []}, dtype="str")
    with config_context(**settings), pytest.raises(UnsoundError) as raised:
        validate(nothing, contract("wildlife"), today=TODAY)
    assert str(raised.value) == message


@pytest.mark.parametrize("setting", ["PANDERA_VALIDATION_ENABLED=False", "PANDERA_VALIDATION_DEPTH=SCHEMA_ONLY"])
def test_environment_that_switches_pandera_off_is_seen(setting: str) -> None:
    """The library reads its environment when it is imported, so this needs a process of its own."""
    name, _, value = setting.partition("=")
    code = "from data_contracts.validate import check_pandera_runs; check_pandera_runs()"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, name: value}, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter
    assert done.returncode == 1
    assert f"UnsoundError: {name} must" in done.stderr


def test_last_proof_does_not_pass_on_the_value_that_fails(judge: Validate, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a check of ours to let a wrong cell through, pandera stops the file, and only the column is told."""
    monkeypatch.setitem(cells.READERS, "code", lambda sent, _field, _notes: sent)
    result = judge("wildlife", {"outcome": "secret words"})
    assert _crashes(result) == [{"name": "contract.outcome", "fault": "SchemaError"}]
    assert len(result.accepted) == 0


def _crashes(result: Validation) -> list[dict[str, str]]:
    return [finding.values for finding in result.findings if finding.check == "check_crashed"]  # noqa: PD011 - a finding is no frame


def _broken(*_given: object) -> pd.Series:
    raise ValueError("secret words")


@pytest.mark.parametrize(
    ("module", "function", "name"),
    [
        (placing, "_country", "reporting_country"),
        (keys, "number_lines", "records"),
    ],
)
def test_check_that_crashes_is_told_by_name_and_nothing_is_accepted(
    module: ModuleType, function: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, function, lambda *_given, **_named: _broken())
    result = validate(frame("wildlife", {"outcome": "lost"}, {"incident_date": None}), contract("wildlife"), today=TODAY)
    assert [crash["name"] for crash in _crashes(result)] == [name]
    assert "secret" not in str(_crashes(result))
    assert len(result.accepted) == 0
    assert {"date_missing", "code_not_listed"} <= {finding.check for finding in result.findings}


@pytest.mark.parametrize(("part", "name"), [("together", "incident_dates_differ"), ("gaps", "missing")])
def test_part_of_a_way_that_crashes_is_told_by_name(part: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {part: lambda *_given, **_named: _broken()}
    monkeypatch.setitem(WAYS, "incidents", replace(WAYS["incidents"], **broken))
    result = validate(frame("wildlife", {}), contract("wildlife"), today=TODAY)
    assert ([crash["name"] for crash in _crashes(result)], len(result.accepted)) == ([name], 0)


def test_rule_that_crashes_does_not_hide_what_the_others_find(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (Rule(check="species_missing", column="commodity", fails=_broken), *position("latitude", "longitude"))
    monkeypatch.setitem(WAYS, "incidents", replace(WAYS["incidents"], rules=lambda _contract, _today: rules))
    changed = frame("wildlife", {"latitude": "0", "longitude": "0"})
    result = validate(changed, contract("wildlife"), today=TODAY)
    assert [crash["name"] for crash in _crashes(result)] == ["species_missing"]
    assert "position_zero" in {finding.check for finding in result.findings}


def test_column_that_cannot_be_read_by_our_fault_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cells.READERS, "number", _broken)
    result = validate(frame("wildlife", {"quantity": "3"}), contract("wildlife"), today=TODAY)
    assert "quantity" in {crash["name"] for crash in _crashes(result)}


@pytest.mark.parametrize(
    ("name", "country"), [("wildlife", "CMR"), ("fisheries", "IDN"), ("forestry", "BRA"), ("pollution", "JOR"), ("mining", "PER")]
)
def test_every_row_of_synthetic_records_is_accepted(name: str, country: str) -> None:
    given = synth(name, country=country, rows=120, seed=5, years=range(2021, 2026))
    result = validate(given, contract(name), today=TODAY)
    assert list(result.accepted.index) == list(given.index)
