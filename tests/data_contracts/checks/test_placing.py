"""Only what cannot be placed in time, area and owner is rejected."""

from contract_rows import Checks, Find, Validate

LOST = (
    ({"incident_date": None}, "date_missing"),
    ({"incident_date": "in spring"}, "date_unreadable"),
    ({"incident_date": "0000-01-01"}, "date_unreadable"),
    ({"incident_date": "2019 or 2020"}, "date_unreadable"),
    ({"reporting_country": None}, "reporting_country_missing"),
    ({"reporting_country": "Atlantis"}, "reporting_country_unreadable"),
    ({"reporting_country": "XXX"}, "reporting_country_unreadable"),
    ({"reporting_country": "XZZ"}, "reporting_country_unreadable"),
    ({"crime_area": None}, "crime_area_missing"),
    ({"crime_area": "smuggling"}, "crime_area_unreadable"),
    ({"supplied_by": "an agency"}, "owner_unreadable"),
    ({"incident_id": None}, "incident_id_missing"),
)
PLACED = (
    {"incident_date": "2025-03"},
    {"incident_date": "2025"},
    {"reporting_country": "XKX"},
    {"reporting_country": "HKG"},
    {"supplied_by": "HELCOM"},
    {"supplied_by": "ISA-2"},
)
PARTLY_READ = (
    ("2025-02-30", "2025-02", "date_part_impossible"),
    ("2025-13-01", "2025", "date_part_impossible"),
    ("vers 2019", "2019", "date_year_only"),
)


def test_row_that_cannot_be_placed_is_rejected(judge: Validate, checks_of_each: Checks) -> None:
    changes = [change for change, _ in LOST]
    assert checks_of_each("incidents", *changes) == [{check} for _, check in LOST]
    assert len(judge("incidents", *changes).rejected) == len(LOST)


def test_row_that_can_be_placed_is_accepted_without_a_finding(judge: Validate, checks_of_each: Checks) -> None:
    assert checks_of_each("incidents", *PLACED) == [set()] * len(PLACED)
    assert len(judge("incidents", *PLACED).accepted) == len(PLACED)


def test_date_is_kept_as_far_as_it_can_be_read(judge: Validate, checks_of_each: Checks) -> None:
    changes = [{"incident_date": sent} for sent, _, _ in PARTLY_READ]
    assert judge("wildlife", *changes).accepted["incident_date"].tolist() == [read for _, read, _ in PARTLY_READ]
    assert checks_of_each("wildlife", *changes) == [{check} for _, _, check in PARTLY_READ]


def test_row_of_another_area_keeps_its_area_with_a_finding(judge: Validate) -> None:
    result = judge("wildlife", {"crime_area": "forestry"})
    assert result.accepted.loc[2, "crime_area"] == "forestry"
    assert result.findings[0].check == "area_differs"


def test_unreadable_area_counts_as_the_contracts_and_is_noted_once(judge: Validate, find: Find) -> None:
    assert judge("wildlife", {"crime_area": "Wald"}).accepted.loc[2, "crime_area"] == "wildlife"
    assert list(find("wildlife", {"crime_area": "Wald"})) == ["code_not_listed"]


def test_a_supplied_record_stands_without_a_country(judge: Validate, checks_of_each: Checks) -> None:
    """Its owner places it; a country's own record has no other owner than the country."""
    changes = [{"reporting_country": code, "supplied_by": "EIA"} for code in ("XXX", "XZZ")]

    assert checks_of_each("incidents", *changes) == [{"reporting_country_unknown"}] * 2
    assert len(judge("incidents", *changes).accepted) == 2
