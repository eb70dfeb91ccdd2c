import pytest

from data_contracts.catalogue import CHECKS
from data_contracts.publish.asked import asked
from data_contracts.registry import CONTRACTS, INCIDENTS, contract


def fields(name: str, check: str) -> tuple[str, ...]:
    return next(item.fields for item in asked(contract(name)) if item.check.id == check)


@pytest.mark.parametrize("name", CONTRACTS)
def test_checks_are_in_the_order_of_the_catalogue_each_once(name: str) -> None:
    order = list(CHECKS)
    places = [order.index(item.check.id) for item in asked(contract(name))]
    assert places == sorted(set(places))
    assert "check_crashed" not in [item.check.id for item in asked(contract(name))]


def test_a_check_of_cells_names_the_columns_that_it_looks_at() -> None:
    assert fields("wildlife", "date_missing") == ("incident_date",)
    assert fields("wildlife", "number_outside") == ("latitude", "longitude")
    assert "outcome" in fields("wildlife", "code_not_listed")


def test_a_check_of_one_area_is_asked_of_that_alone() -> None:
    found = {name: {item.check.id for item in asked(contract(name))} for name in INCIDENTS}
    assert [name for name in INCIDENTS if "mineral_missing" in found[name]] == ["mining"]
    assert [name for name in INCIDENTS if "hs_code_chapter" in found[name]] == ["forestry"]


def test_every_gap_has_its_check() -> None:
    gaps = [item.check.id for item in asked(contract("wildlife")) if item.check.gap]
    assert {"missing.day", "missing.place", "missing.quantity", "missing.outcome"} <= set(gaps)


@pytest.mark.parametrize("name", INCIDENTS)
def test_what_is_compared_with_other_files_is_there(name: str) -> None:
    levels = {item.check.level for item in asked(contract(name))}
    assert levels == {check.level for check in CHECKS.values()}
