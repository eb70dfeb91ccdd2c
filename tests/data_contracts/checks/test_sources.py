import pytest
from contract_rows import Checks, Validate

EVALUATION = {"evaluation_system": None, "source_evaluation": None, "information_evaluation": None}


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({}, set()),
        ({"published_on": "2026-02-02", "accessed_on": None}, {"source_in_future"}),
        ({"published_on": "2026-02-01", "accessed_on": None}, set()),
        ({"accessed_on": "2025-03-14"}, {"read_before_published"}),
        ({"accessed_on": "2025-03"}, set()),
        ({"incident_date": "2025-03-16"}, {"told_before_it_happened"}),
        ({"incident_date": "2025-03-15"}, set()),
        ({"incident_date": "2027"}, {"day_in_future"}),
        ({"incident_id": "A-7"}, {"incident_country_missing"}),
        ({"incident_id": "A-7", "incident_country": "KEN"}, set()),
        ({"latitude": "0", "longitude": "0"}, {"position_zero"}),
        ({"archive_link": "web page"}, {"form_wrong"}),
        ({"source_evaluation": "E"}, {"evaluation_not_of_system"}),
        ({"crime_area": "smuggling"}, {"code_not_listed"}),
    ],
)
def test_rules(checks_of_each: Checks, change: dict[str, str | None], failed: set[str]) -> None:
    """Pass, fail, and what differs only in what the check must ignore."""
    assert checks_of_each("osint", change) == [failed]


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({}, set()),
        ({"publisher": None}, {"publisher_missing"}),
        (EVALUATION, {"source_not_evaluated"}),
        ({"crime_area": None}, {"source_area_missing"}),
        ({"about_country": None}, {"about_country_missing"}),
    ],
)
def test_gaps(judge: Validate, change: dict[str, str | None], failed: set[str]) -> None:
    whole = {"crime_area": "wildlife", "about_country": "KEN"}
    assert failed == {finding.check for finding in judge("osint", {**whole, **change}).findings}


def test_a_source_without_a_day_of_publication_stands_on_the_day_it_was_read(judge: Validate) -> None:
    row = judge("osint", {"published_on": None}).accepted.loc[2]
    assert (row["date_from"].date().isoformat(), row["date_precision"]) == ("2025-03-20", "day")
