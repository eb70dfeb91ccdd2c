import pytest

from data_contracts.publish.guidance import WHEN, blank, how, need, note
from data_contracts.publish.voice import ENGLISH
from data_contracts.registry import CONTRACTS, contract

WILDLIFE = contract("wildlife")
FIELDS = WILDLIFE.fields


def test_a_note_says_what_how_whether_and_what_a_blank_means() -> None:
    assert note(FIELDS["outcome"], WILDLIFE, ENGLISH, example="Convicted").split("\n") == [
        "What has become of the case.",
        "May be left blank.",
        "Choose from the list.",
        "Blank means: not recorded. None: looked for, and there is none. Unknown: cannot be known.",
        "Example: Convicted",
    ]


def test_a_column_that_must_be_filled_says_so_and_nothing_of_blanks() -> None:
    assert need(FIELDS["incident_id"], WILDLIFE, ENGLISH) == "Required in every row."
    assert blank(FIELDS["incident_id"], WILDLIFE, ENGLISH) == ""


def test_a_default_is_told_by_its_label() -> None:
    assert blank(FIELDS["record_type"], WILDLIFE, ENGLISH) == "Blank means: Seizure."


def test_limits_and_units_are_told() -> None:
    assert how(FIELDS["latitude"], ENGLISH) == "A number, without its unit. Unit: degrees. From -90 to 90."
    assert how(FIELDS["persons_detected"], ENGLISH) == "A whole number. Not below 0."


def test_another_word_may_be_written_where_a_list_is_open() -> None:
    assert how(FIELDS["commodity"], ENGLISH) == "Choose from the list. Another word is kept as it is."


@pytest.mark.parametrize("name", CONTRACTS)
def test_every_column_that_is_needed_sometimes_says_when(name: str) -> None:
    sometimes = [field.name for field in contract(name).fields.values() if field.required == "condition"]
    assert [field for field in sometimes if field not in WHEN] == []
