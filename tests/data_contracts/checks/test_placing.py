"""Only what cannot be placed in time, area and owner is rejected."""

import pytest
from contract_rows import Change, Checks, Find, Validate

from data_contracts.registry import CONTRACTS

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


@pytest.mark.parametrize(
    ("name", "change", "failed"),
    [
        ("subjects", {"subject_id": None}, {"number_missing"}),
        ("subjects", {"subject_type": "ghost"}, {"subject_type_unreadable"}),
        ("subjects", {"reporting_country": "XXX"}, {"reporting_country_unreadable"}),
        ("subjects", {"reporting_country": "XXX", "supplied_by": "IFAW"}, {"reporting_country_unknown"}),
        ("movements", {"movement_id": None}, {"number_missing"}),
        ("movements", {"start_date": None}, {"date_missing"}),
        ("movements", {"start_date": "soon"}, {"date_unreadable"}),
        ("movements", {"start_date": "2025-13-01"}, {"date_part_impossible"}),
        ("capacity", {"return_year": None}, {"return_year_unreadable"}),
        ("capacity", {"return_year": "last"}, {"return_year_unreadable"}),
        ("capacity", {"return_year": "1989"}, {"return_year_unreadable"}),
        ("capacity", {"return_year": "1990"}, set()),
        ("capacity", {"reporting_country": None}, {"reporting_country_missing"}),
        ("osint", {"source_id": None}, {"number_missing"}),
        ("osint", {"link": None}, {"link_unreadable"}),
        ("osint", {"link": "www.example.org"}, {"link_unreadable"}),
        ("osint", {"link": "javascript:alert(1)"}, {"link_unreadable"}),
        ("osint", {"published_on": None, "accessed_on": None}, {"source_undated"}),
        ("osint", {"published_on": "spring", "accessed_on": None}, {"source_undated"}),
        ("osint", {"published_on": None}, set()),
        ("osint", {"supplied_by": "someone else"}, {"owner_unreadable"}),
    ],
)
def test_what_places_a_row_of_another_family(checks_of_each: Checks, judge: Validate, name: str, change: Change, failed: set[str]) -> None:
    kept = failed <= {"reporting_country_unknown", "date_part_impossible"}
    assert (checks_of_each(name, change), len(judge(name, change).accepted)) == ([failed], int(kept))


@pytest.mark.parametrize("name", [name for name in CONTRACTS if name != "cover"])
def test_a_row_whose_end_cannot_be_read_is_held_back(checks_of_each: Checks, judge: Validate, name: str) -> None:
    """Kept for the usual time, it would be kept longer than its owner allows."""
    changes = [{"retain_until": cell} for cell in ("for ever", "2030-13-01", "2030-12")]
    wrong = {"retain_until_unreadable"}
    assert (checks_of_each(name, *changes), len(judge(name, changes[0]).accepted)) == ([wrong, wrong, set()], 0)


@pytest.mark.parametrize(("name", "key"), [("subjects", "subject_id"), ("capacity", "return_year"), ("osint", "source_id")])
def test_of_rows_with_one_key_the_first_is_taken_in(judge: Validate, name: str, key: str) -> None:
    """The same row again is only sent twice; a row with another key is another record."""
    value = "2025" if key == "return_year" else "A-9"
    first, other = {key: value}, {key: value, "confidentiality": "restricted"}
    result = judge(name, first, other, first, {})
    assert ([3], [2, 4, 5]) == (list(result.rejected.index), list(result.accepted.index))
    [finding] = [item for item in result.findings if item.check == "key_repeated"]
    assert (key, [3]) == (finding.field, list(finding.rows))
