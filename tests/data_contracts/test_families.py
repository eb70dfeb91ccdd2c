from data_contracts.families import KEYS, family_of
from data_contracts.registry import CONTRACTS


def test_every_contract_is_of_the_family_and_has_the_key_that_the_table_says() -> None:
    assert {name: found.family for name, found in CONTRACTS.items()} == {name: family_of(name) for name in CONTRACTS}
    assert all(found.key == KEYS[found.family] for found in CONTRACTS.values())
    assert set(KEYS) == {found.family for found in CONTRACTS.values()}
