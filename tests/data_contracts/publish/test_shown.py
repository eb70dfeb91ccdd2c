import pytest

from data_contracts.publish.shown import choices, label
from data_contracts.publish.voice import LANGUAGES
from data_contracts.registry import CONTRACTS, contract


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CONTRACTS)
def test_no_two_choices_of_a_column_are_called_the_same(name: str, language: str) -> None:
    for field in contract(name).fields.values():
        if field.codes:
            labels = [item.label.casefold() for item in choices(field, language)]
            assert len(set(labels)) == len(labels), field.name
            assert sorted(item.code for item in choices(field, language)) == sorted(field.allowed)


def test_codes_that_people_know_stand_before_their_labels() -> None:
    assert label("USD", contract("wildlife").fields["currency"], "fr") == "USD - dollar des États-Unis"
    assert label("outcome", contract("wildlife").fields["narrative"], "fr") == "outcome"


def test_several_words_are_told_one_by_one() -> None:
    field = contract("wildlife").fields["transit_countries"]
    assert label("TZA;VNM", field, "es") == "Tanzania; Viet Nam"


def test_countries_are_in_the_order_of_their_names_and_none_is_last() -> None:
    field = contract("wildlife").fields["transit_countries"]
    shown = [item.label for item in choices(field, "fr")]
    assert shown[0] == "Afghanistan"
    assert choices(field, "fr")[-1].code == "none"
