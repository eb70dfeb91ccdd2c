from pathlib import Path

import pytest
import yaml

from data_contracts.registry import CONTRACTS
from ens_reports.errors import RequestError
from ens_reports.params import Level
from ens_reports.params.release_policy import ReleasePolicy
from ens_reports.params.strict import parse, read

FILE = Path(__file__).parents[3] / "params" / "release_policy.yaml"


def _content() -> dict[str, object]:
    content: dict[str, object] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return content


@pytest.mark.parametrize(
    ("table", "row"), [("levels", "tactical"), ("audiences", "consortium"), ("audiences", "ngo"), ("consortium_default", "police")]
)
def test_a_table_that_lacks_a_row_is_refused(table: str, row: str) -> None:
    """A kind of reader without a rule must not be one that everything is open to."""
    content = _content()
    del content[table][row]  # type: ignore[attr-defined]
    with pytest.raises(RequestError) as caught:
        parse(content, ReleasePolicy, source="x")
    assert caught.value.message.endswith(f"Value error, {table} must have a row for {row}")


def test_police_records_are_closed_to_the_consortium_unless_they_say_otherwise() -> None:
    assert read(FILE, ReleasePolicy).consortium_default["police"] is False


@pytest.mark.parametrize("level", ["strategic", "operational", "tactical"])
def test_fields_of_levels_are_columns_of_contracts(level: Level) -> None:
    """A misspelt field would be shown."""
    rule = read(FILE, ReleasePolicy).levels[level]
    known = {name for contract in CONTRACTS.values() for name in contract.fields}
    assert set(rule.never) | set(rule.never_of_others) <= known


def test_narratives_and_nationalities_are_not_in_strategic_and_operational_views() -> None:
    levels = read(FILE, ReleasePolicy).levels
    assert {"narrative", "offender_nationalities"} <= set(levels["strategic"].never) & set(levels["operational"].never)
    assert "offender_nationalities" in levels["tactical"].never


def test_whose_a_record_is_and_who_else_may_see_it_is_blank_in_others_records_at_every_level() -> None:
    telling = {"supplied_by", "allowed_recipients", "barred_recipients", "consortium", "confidentiality", "retain_until"}
    assert all(telling <= set(rule.never_of_others) for rule in read(FILE, ReleasePolicy).levels.values())
