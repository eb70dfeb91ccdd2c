import pandas as pd
import pytest
from contract_rows import Checks, Find, Validate

from data_contracts.checks.cells import EXAMPLES, HANDLING, PARTIES, READERS
from data_contracts.registry import CONTRACTS, contract

UNREADABLE = {
    "wildlife": (
        ("outcome", "case closed", "code_not_listed"),
        ("supply_chain_stage", "theft", "code_not_listed"),
        ("national_protection", "perhaps", "code_not_listed"),
        ("origin_country", "Ruritania", "country_not_listed"),
        ("transit_countries", "Ruritania", "country_not_listed"),
        ("value", "many", "number_unreadable"),
        ("value", "inf", "number_unreadable"),
        ("value", "-1", "number_too_low"),
        ("persons_detected", "1.5", "number_not_whole"),
    ),
    "mining": (("purity_permille", "1001", "number_outside"),),
    "fisheries": (
        ("vessel_mmsi", "12", "form_wrong"),
        ("port_of_landing", "Mombasa", "form_wrong"),
        ("fao_area", "52", "form_wrong"),
    ),
    "pollution": (("container_no", "CSQU305438", "form_wrong"),),
}
READABLE = {
    "wildlife": (
        ("outcome", "none"),
        ("outcome", "unknown"),
        ("transit_countries", "none"),
        ("transit_countries", "UGA;XZZ"),
        ("linked_offences", "corruption;weapons"),
        ("retain_until", "2030-12"),
        ("persons_detected", "2"),
    ),
    "mining": (("purity_permille", "1000"),),
    "fisheries": (("fao_area", "51.5"), ("port_of_landing", "KEMBA"), ("jurisdiction", "high_seas"), ("jurisdiction", "KEN")),
    "pollution": (("container_no", "CSQU3054383;CSQU3054383"), ("un_no", "unknown")),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_cell_that_cannot_be_read_is_blanked_and_the_row_stays(judge: Validate, checks_of_each: Checks, name: str) -> None:
    changes = [{column: cell} for column, cell, _ in UNREADABLE[name]]
    accepted = judge(name, *changes).accepted
    assert [accepted[column].iloc[row] for row, (column, _, _) in enumerate(UNREADABLE[name]) if pd.notna(accepted[column].iloc[row])] == []
    assert checks_of_each(name, *changes) == [{check} for _, _, check in UNREADABLE[name]]


@pytest.mark.parametrize("name", READABLE)
def test_near_miss_is_kept(judge: Validate, checks_of_each: Checks, name: str) -> None:
    changes = [{column: cell} for column, cell in READABLE[name]]
    accepted = judge(name, *changes).accepted
    assert [str(accepted[column].iloc[row]) for row, (column, _) in enumerate(READABLE[name])] == [cell for _, cell in READABLE[name]]
    assert checks_of_each(name, *changes) == [set()] * len(changes)


def test_finding_says_where_and_shows_the_sender_what(find: Find) -> None:
    found = find("wildlife", {}, {"outcome": "case closed"})["code_not_listed"]
    assert (found.field, list(found.rows), found.sample) == ("outcome", [3], ("case closed",))
    assert vars(found)["values"] == {"field": "outcome", "n": "1", "list": "outcome"}


def test_readable_members_of_a_list_are_kept(judge: Validate) -> None:
    result = judge("wildlife", {"linked_offences": "corruption;theft"})
    assert result.accepted.loc[2, "linked_offences"] == "corruption"


def test_unlisted_commodity_is_kept_with_a_note(judge: Validate, find: Find) -> None:
    assert judge("wildlife", {"commodity": "unicorn"}).accepted.loc[2, "commodity"] == "unicorn"
    assert vars(find("wildlife", {"commodity": "unicorn"})["word_not_listed"])["values"] == {
        "field": "commodity",
        "n": "1",
        "list": "commodity_wildlife",
    }


@pytest.mark.parametrize(("column", "strict"), [("confidentiality", "confidential"), ("consortium", "no"), ("purpose", "investigation")])
def test_unreadable_handling_falls_back_to_the_strict_side(judge: Validate, find: Find, column: str, strict: str) -> None:
    assert judge("wildlife", {column: "whatever"}).accepted.loc[2, column] == strict
    assert list(find("wildlife", {column: "whatever"})) == ["handling_not_listed"]


@pytest.mark.parametrize("column", PARTIES)
def test_malformed_parties_are_kept_so_that_they_still_limit(judge: Validate, find: Find, column: str) -> None:
    assert judge("wildlife", {column: "our friends"}).accepted.loc[2, column] == "our friends"
    assert list(find("wildlife", {column: "our friends"})) == ["party_malformed"]
    assert find("wildlife", {column: "KEN;HELCOM"}) == {}


def test_unknown_country_has_its_code(judge: Validate) -> None:
    assert judge("wildlife", {"origin_country": "unknown"}).accepted.loc[2, "origin_country"] == "XXX"


def test_number_that_is_said_to_be_unknown_is_a_note(judge: Validate, find: Find) -> None:
    assert pd.isna(judge("wildlife", {"quantity": "unknown"}).accepted.loc[2, "quantity"])
    assert list(find("wildlife", {"quantity": "unknown"})) == ["number_unknown"]


def test_one_cause_is_one_finding_with_all_its_rows_and_at_most_five_samples(find: Find) -> None:
    found = find("wildlife", *({"outcome": f"word {number % 7}"} for number in range(20)))["code_not_listed"]
    assert (found.count, len(found.sample), list(found.rows)) == (20, 5, list(range(2, 22)))


def test_unknown_mineral_is_what_an_unreadable_one_counts_as(judge: Validate, find: Find) -> None:
    assert judge("mining", {"mineral": "unobtainium"}).accepted.loc[2, "mineral"] == "unknown"
    assert list(find("mining", {"mineral": "unobtainium"})) == ["code_not_listed"]


def test_there_is_a_reader_for_each_kind_and_an_example_for_each_form() -> None:
    fields = [field for found in CONTRACTS.values() for field in found.fields.values()]
    assert {field.kind for field in fields} <= set(READERS)
    formed = {field.name for field in fields if field.pattern and field.kind in {"text", "list"}}
    assert formed - set(EXAMPLES) == {"supplied_by"}, "supplied_by rejects its row instead"


def test_examples_of_forms_pass(checks_of_each: Checks) -> None:
    for name in ("fisheries", "pollution"):
        known = [
            {column: example, "vessel_name": "A", "vessel_flag": "KEN"}
            for column, example in EXAMPLES.items()
            if column in contract(name).fields
        ]
        assert checks_of_each(name, *known) == [set()] * len(known)


def test_handling_fields_have_a_fallback() -> None:
    of_both = (contract("wildlife"), contract("subjects"))
    assert {name for found in of_both for name, field in found.fields.items() if field.fallback} == set(HANDLING)
