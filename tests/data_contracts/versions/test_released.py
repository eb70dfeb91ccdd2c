from dataclasses import replace

import pytest

from data_contracts.registry import CONTRACTS, SUPERSEDED, contract
from data_contracts.versions import released
from data_contracts.versions.released import columns_digest, lists_digest


@pytest.mark.parametrize(("name", "version"), [*SUPERSEDED, *((found.name, found.version) for found in CONTRACTS.values())])
def test_a_released_version_has_the_columns_that_it_was_released_with(name: str, version: int) -> None:
    """Fails when a column of a released version changed: make a new version, with a migration, and its row in released.csv."""
    assert released.released()[name, version][0] == columns_digest(contract(name, version))


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_version_in_force_has_the_lists_that_it_was_released_with(name: str) -> None:
    """Fails when a code was added, taken out or dated: make a new version, and its row in released.csv."""
    assert released.released()[name, contract(name).version][1] == lists_digest(contract(name))


def test_every_released_version_is_still_there() -> None:
    assert set(released.released()) == {*SUPERSEDED, *((found.name, found.version) for found in CONTRACTS.values())}


def test_a_digest_tells_a_changed_column_and_not_a_changed_wording() -> None:
    mining = contract("mining")
    changed = replace(mining, key=("incident_id",))
    assert columns_digest(changed) != columns_digest(mining) != columns_digest(contract("mining", 1))
    assert columns_digest(replace(mining, description="Other words")) == columns_digest(mining)
