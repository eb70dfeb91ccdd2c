import pytest

from data_contracts.registry import CONTRACTS, ContractError, contract


def test_contracts() -> None:
    assert list(CONTRACTS) == ["wildlife", "fisheries", "forestry", "pollution", "mining", "incidents"]


def test_contract_by_name_and_version() -> None:
    assert contract("mining") is contract("mining", 1) is CONTRACTS["mining"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "wildlive",
            "a contract must be one of wildlife, fisheries, forestry, pollution, mining, incidents, got 'wildlive'; did you mean wildlife?",
        ),
        ("zzz", "a contract must be one of wildlife, fisheries, forestry, pollution, mining, incidents, got 'zzz'"),
    ],
)
def test_unknown_name_is_told_with_the_closest(name: str, message: str) -> None:
    with pytest.raises(ContractError) as raised:
        contract(name)
    assert str(raised.value) == message


def test_unknown_version_is_told() -> None:
    with pytest.raises(ContractError) as raised:
        contract("wildlife", 2)
    assert str(raised.value) == "the version of wildlife must be 1, got 2"


def test_fields_know_their_names() -> None:
    for found in CONTRACTS.values():
        assert all(field.name == name and field.description for name, field in found.fields.items())


def test_defaults_are_words_of_their_lists() -> None:
    for found in CONTRACTS.values():
        defaults = {name: field.default for name, field in found.fields.items() if field.default} | found.defaults
        assert all(not found.fields[name].codes or word in found.fields[name].allowed for name, word in defaults.items())
