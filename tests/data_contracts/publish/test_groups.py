import pytest

from data_contracts.publish.groups import LEFT_OUT, groups, must_fill
from data_contracts.registry import CONTRACTS, contract


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_column_is_in_one_group(name: str) -> None:
    shown = [field.name for group in groups(contract(name)) for field in group.fields]
    area = {"crime_area"} if contract(name).area else set()
    assert sorted(shown) == sorted(set(contract(name).fields) - LEFT_OUT - area)


@pytest.mark.parametrize("name", CONTRACTS)
def test_columns_that_must_be_filled_lead_their_group(name: str) -> None:
    for group in groups(contract(name)):
        must = [must_fill(field, contract(name)) for field in group.fields]
        assert must == sorted(must, reverse=True), group.title


def test_a_contract_of_all_areas_asks_for_the_area() -> None:
    assert "crime_area" in [field.name for field in groups(contract("incidents"))[0].fields]


def test_what_a_blank_stands_for_something_need_not_be_filled() -> None:
    fields = contract("wildlife").fields
    assert [must_fill(fields[name], contract("wildlife")) for name in ("incident_id", "record_type", "outcome")] == [True, False, False]
