from datetime import date

from data_contracts.catalogue import CHECKS
from data_contracts.checks.placing import PLACED_BY
from data_contracts.checks.ways import WAYS
from data_contracts.families import KEYS
from data_contracts.registry import CONTRACTS

TODAY = date(2026, 2, 1)


def test_every_family_has_a_way_and_says_what_places_its_rows() -> None:
    assert set(WAYS) == set(PLACED_BY) == set(KEYS)


def test_every_rule_names_a_check_and_columns_of_its_contract() -> None:
    for found in CONTRACTS.values():
        for rule in WAYS[found.family].rules(found, TODAY):
            assert rule.check in CHECKS
            assert set(rule.about) <= set(found.fields), (found.name, rule.check)
