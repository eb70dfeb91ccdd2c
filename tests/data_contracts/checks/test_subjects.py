import pytest
from contract_rows import Checks, Validate

from data_contracts.checks.subjects import NAMES
from data_contracts.codelists import codes

THING = {
    "subject_type": "vessel",
    "person_status": None,
    "status_date": None,
    "basis_reference": None,
    "minor": None,
    "vessel_name": "ALBA",
}


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({}, set()),
        ({"person_status": None}, {"person_status_missing"}),
        ({**THING}, set()),
        ({"status_date": None}, {"status_date_missing"}),
        ({"status_date": "2026-03"}, {"day_in_future"}),
        ({"status_date": "2026-02"}, set()),
        ({"basis_reference": None}, {"basis_reference_missing"}),
        ({"basis_reference": None, "person_status": "person_of_interest"}, set()),
        ({"minor": None}, {"minor_missing"}),
        ({"minor": "unknown"}, set()),
        ({"minor": "17 ans"}, {"handling_not_listed"}),
        ({"birth_date": "2009"}, {"minor_contradicts"}),
        ({"birth_date": "2007-03-15"}, {"minor_contradicts"}),
        ({"birth_date": "2007-03-14"}, set()),
        ({"birth_date": "2007"}, set()),
        ({"birth_date": "2009", "minor": "yes"}, set()),
        ({"birth_date": "2040"}, {"day_in_future"}),
        ({"family_name": None}, {"subject_unnamed"}),
        ({"family_name": None, "document_no": "A1"}, set()),
        ({**THING, "vessel_name": None, "family_name": "Doe"}, {"subject_unnamed"}),
        ({**THING, "person_status": "suspect"}, {"status_of_thing", "basis_reference_missing"}),
        ({**THING, "subject_type": "organisation", "organisation_name": "A", "person_status": "convicted", "basis_reference": "1"}, set()),
        ({**THING, "vessel_imo": "9074720"}, {"vessel_imo_digit"}),
        ({**THING, "vessel_imo": "907472"}, {"form_wrong"}),
        ({"handling_code": "C"}, {"handling_scheme_missing"}),
        ({"source_evaluation": "B"}, {"evaluation_system_missing"}),
        ({"retain_until": "2020"}, {"retention_over"}),
    ],
)
def test_rules(checks_of_each: Checks, change: dict[str, str | None], failed: set[str]) -> None:
    """Pass, fail, and what differs only in what the check must ignore."""
    assert checks_of_each("subjects", change) == [failed]


@pytest.mark.parametrize(
    ("change", "protected"),
    [
        ({}, "no"),
        ({"person_status": "witness"}, "yes"),
        ({"person_status": "victim"}, "yes"),
        ({"minor": "yes"}, "yes"),
        ({"minor": "unknown"}, "no"),
        ({"minor": "17 ans"}, "yes"),
        ({"birth_date": "2009-01-01"}, "yes"),
        ({"person_status": None}, "yes"),
        ({"person_status": "unknown"}, "yes"),
        ({"person_status": "prisoner"}, "yes"),
        (THING, "no"),
        ({**THING, "minor": "yes"}, "yes"),
    ],
)
def test_who_is_shown_to_nobody(judge: Validate, change: dict[str, str | None], protected: str) -> None:
    """Witnesses, victims, minors, and persons of whom nobody says what they are; what can't be read counts as the strict side."""
    assert protected == judge("subjects", change).accepted.loc[2, "protected"]


def test_every_type_has_something_to_be_found_by() -> None:
    assert set(NAMES) == set(codes("subject_type"))
