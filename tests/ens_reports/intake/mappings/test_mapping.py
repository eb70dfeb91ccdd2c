from pathlib import Path
from typing import get_args

import pytest

from data_contracts.registry import CONTRACTS
from ens_reports.errors import RequestError
from ens_reports.intake.mappings.looked_at import LOOKS
from ens_reports.intake.mappings.mapping import Mapping, Rule, SpecialCheck, choose, load_mappings
from ens_reports.params import load

ROOT = Path(__file__).parents[4]
MAPPINGS = load_mappings(ROOT / "params" / "mappings")

SMALL = """
name: small
party: KEN
contract: wildlife
title: A small format
recognises: {headers: [Case, "Date of\\n seizure"]}
columns:
  incident_date: {column: Date of seizure}
  %s
"""


def write(folder: Path, more: str, name: str = "small") -> Path:
    (folder / f"{name}.yaml").write_text(SMALL % more, encoding="utf-8")
    return folder


def test_the_formats_that_are_kept() -> None:
    assert [mapping.name for mapping in MAPPINGS if mapping.party != "*"] == ["alcatrazes", "colombia", "eia", "helcom", "ibama", "raisg"]
    assert [mapping.name for mapping in MAPPINGS if mapping.party == "*"] == [
        "cites_illegal_trade",
        "ecomessage_other",
        "ecomessage_pollution",
        "ecomessage_wildlife",
    ]


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.name)
def test_a_kept_mapping_names_a_party_a_contract_and_its_fields(mapping: Mapping) -> None:
    fields = CONTRACTS[mapping.contract].fields
    assert mapping.party == "*" or load(ROOT).has_party(mapping.party)
    assert mapping.confirmed
    assert set(mapping.columns) <= set(fields)
    assert {name for group in mapping.options for option in group for name in option.fields} <= set(fields)


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.name)
def test_a_constant_of_a_kept_mapping_is_a_code_of_its_list(mapping: Mapping) -> None:
    fields = CONTRACTS[mapping.contract].fields
    wrong = {
        (name, value)
        for name, rule in mapping.columns.items()
        for value in (rule.constant, *rule.table.values(), rule.otherwise or "")
        if value and fields[name].allowed and not fields[name].open_list and value not in fields[name].allowed
    }
    assert wrong == set()


def test_every_special_check_is_looked_for() -> None:
    assert set(LOOKS) == set(get_args(SpecialCheck))


def test_recognises_header_whatever_its_case_and_line_breaks(tmp_path: Path) -> None:
    mapping = load_mappings(write(tmp_path, ""))[0]
    assert mapping.recognises_header(["CASE", "Date  of seizure", "more"])
    assert not mapping.recognises_header(["Case", "Date"])


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("quantity: {colum: kg}", "columns.quantity.colum must be a known key, got 'colum'"),
        ("quantity: {column: kg, constant: '3'}", "columns.quantity must be valid"),
        ("quantity: {decimal: ','}", "columns.quantity must be valid"),
    ],
)
def test_load_refuses_a_rule_that_is_none(tmp_path: Path, more: str, message: str) -> None:
    with pytest.raises(RequestError) as caught:
        load_mappings(write(tmp_path, more))
    assert message in caught.value.message


def test_load_refuses_a_name_that_is_not_the_file(tmp_path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        load_mappings(write(tmp_path, "", name="other"))
    assert caught.value.message.endswith("name must be the file's name, got 'small'")


def test_choose_offers_a_similar_name() -> None:
    assert choose(MAPPINGS, "helcom").name == "helcom"
    with pytest.raises(RequestError) as caught:
        choose(MAPPINGS, "helkom")
    assert (caught.value.message, caught.value.hint) == ("mapping must be in params/mappings, got 'helkom'", "did you mean 'helcom'?")


def test_rule_reads_plain_yaml_values_as_text() -> None:
    assert Rule.model_validate({"column": "x", "table": {0: True, "a": None}}).table == {"0": "yes", "a": ""}


def test_rule_names_all_columns_that_it_reads() -> None:
    assert Rule(template="{MUNICIPIO} ({COD_MUNICIPIO:5})").columns == ("municipio", "cod municipio")
    assert Rule(column="Date", year="Year", when="Kind").columns == ("date", "year", "kind")


TWO_LANGUAGES = """
name: small
party: "*"
confirmed: false
contract: wildlife
title: A format in two languages
recognises: {headers: [Date of seizure, Species]}
aliases: {Date of seizure: [Date de la saisie], Species: [Espèce]}
columns:
  incident_date: {column: Date of seizure}
"""


def test_aliases_are_names_of_the_same_column(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(TWO_LANGUAGES, encoding="utf-8")
    mapping = load_mappings(tmp_path)[0]
    assert (mapping.party, mapping.confirmed) == ("*", False)
    assert mapping.named("DATE DE LA SAISIE") == "Date of seizure"
    assert mapping.named("2. Espèce (nom latin)") == "Species"
    assert mapping.named("Unité") == "Unité"
    assert mapping.recognises_header(["Date de la saisie", "Espèce", "Unité"])
    assert not mapping.recognises_header(["Date de la saisie", "Unité"])


def test_without_aliases_a_remark_makes_another_header(tmp_path: Path) -> None:
    mapping = load_mappings(write(tmp_path, ""))[0]
    assert not mapping.recognises_header(["Case (number)", "Date of seizure"])
