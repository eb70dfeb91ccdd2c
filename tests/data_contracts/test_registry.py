import pytest

from data_contracts.registry import CONTRACTS, INCIDENTS, SENT, ContractError, contract, versions


def test_contracts() -> None:
    assert list(INCIDENTS) == ["wildlife", "fisheries", "forestry", "pollution", "mining", "incidents"]
    assert list(CONTRACTS) == [*INCIDENTS, "subjects", "movements", "capacity", "osint", "cover"]
    assert list(SENT) == [name for name in CONTRACTS if name != "cover"]


def test_a_contract_says_what_names_a_record_and_tells_a_file() -> None:
    found = {name: (item.key, item.number, item.lines, item.told_by) for name, item in CONTRACTS.items() if name in {"mining", "capacity"}}
    assert found == {
        "mining": (("reporting_country", "incident_id", "item_no"), "incident_id", True, "incident_date"),
        "capacity": (("reporting_country", "return_year"), "", False, "return_year"),
    }
    assert all(set(item.key) <= set(item.fields) and (item.told_by in item.fields or not item.told_by) for item in CONTRACTS.values())


def test_contract_by_name_and_version() -> None:
    assert contract("mining") is contract("mining", 2) is CONTRACTS["mining"]
    assert (contract("mining", 1).version, contract("mining", 1).fields["method"].kind) == (1, "code")
    assert ((1, 2), (1,)) == (versions("mining"), versions("subjects"))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "wildlive",
            f"a contract must be one of {', '.join(CONTRACTS)}, got 'wildlive'; did you mean wildlife?",
        ),
        (
            "zzz",
            f"a contract must be one of {', '.join(CONTRACTS)}, got 'zzz'",
        ),
    ],
)
def test_unknown_name_is_told_with_the_closest(name: str, message: str) -> None:
    with pytest.raises(ContractError) as raised:
        contract(name)
    assert str(raised.value) == message


def test_unknown_version_is_told() -> None:
    with pytest.raises(ContractError) as raised:
        contract("wildlife", 3)
    assert str(raised.value) == "the version of wildlife must be one of 1, 2, got 3"


def test_fields_know_their_names() -> None:
    for found in CONTRACTS.values():
        assert all(field.name == name and field.description for name, field in found.fields.items())


def test_defaults_are_words_of_their_lists() -> None:
    for found in CONTRACTS.values():
        defaults = {name: field.default for name, field in found.fields.items() if field.default} | found.defaults
        assert all(not found.fields[name].codes or word in found.fields[name].allowed for name, word in defaults.items())
