import pytest
from contract_rows import Change, Validate

from data_contracts.catalogue import CHECKS
from data_contracts.checks.missing import ANY_OF
from data_contracts.findings import Validation
from data_contracts.registry import CONTRACTS
from data_contracts.wording.missing import ABSENT, ROWS


def gaps(result: Validation) -> dict[str, list[int]]:
    """Field -> rows that lack it; no row is named where the whole file does."""
    found: dict[str, list[int]] = {}
    for finding in result.findings:
        if finding.check in ABSENT.values():
            found |= {name: [] for name in finding.values["fields"].split(", ")}
        elif finding.check.startswith("missing."):
            found[finding.check.removeprefix("missing.")] = finding.rows.tolist()
    return found


def test_each_gap_is_one_finding_with_its_rows(judge: Validate) -> None:
    found = gaps(judge("wildlife", {"transit_countries": "UGA"}, {}, {"transit_countries": "none"}, {}))
    assert found["transit_countries"] == [3, 5]


def test_what_the_whole_file_lacks_is_one_finding(judge: Validate) -> None:
    """A field that one row has is told by its rows."""
    result = judge("wildlife", {"outcome": "charged"}, {})
    told = [finding for finding in result.findings if finding.check in ABSENT.values()]
    assert [(finding.check, finding.rows.tolist(), finding.count) for finding in told] == [("columns_absent", [], 1)]
    assert "outcome" not in told[0].values["fields"]
    assert gaps(result)["outcome"] == [3]


def test_what_weighs_little_is_a_note(judge: Validate) -> None:
    weighty = dict.fromkeys(("origin_country", "destination_country"), "KEN") | {"place_name": "Isiolo", "outcome": "charged"}
    assert "columns_absent_minor" in {finding.check for finding in judge("wildlife", weighty).findings}
    assert (CHECKS["columns_absent"].severity, CHECKS["columns_absent_minor"].severity) == ("warning", "note")


def test_days_are_told_by_rows_also_if_no_row_has_one(judge: Validate) -> None:
    assert gaps(judge("wildlife", {"incident_date": "2025"}, {"incident_date": "2025-03"}))["day"] == [2, 3]


def test_cells_that_none_could_be_read_are_no_absent_column(judge: Validate) -> None:
    assert "outcome" not in gaps(judge("wildlife", {"outcome": "lost"}))


def test_every_recommended_field_is_asked_for(judge: Validate) -> None:
    bare = {"scientific_name": None, "specimen_term": None, "incident_date": "2025", "source_type": "police"}
    assert set(gaps(judge("wildlife", bare))) == {name for name, *_ in ROWS}


@pytest.mark.parametrize(
    ("name", "change", "answered"),
    [
        ("wildlife", {"admin1": "Kajiado"}, "place"),
        ("wildlife", {"latitude": "1.5", "longitude": "36.5"}, "position"),
        ("wildlife", {"evaluation_system": "4x4", "information_evaluation": "1"}, "evaluation"),
        ("fisheries", {"catch_kg": "12"}, "quantity"),
        ("forestry", {"area_ha": "12"}, "quantity"),
        ("pollution", {"substance_name": "lead"}, "commodity"),
        ("mining", {"mineral": "gold"}, "commodity"),
    ],
)
def test_one_of_several_fields_answers_a_question(judge: Validate, name: str, change: Change, answered: str) -> None:
    assert answered not in gaps(judge(name, change))


def test_cell_that_could_not_be_read_is_not_missing_as_well(judge: Validate) -> None:
    assert gaps(judge("wildlife", {"outcome": "lost"}, {}))["outcome"] == [3]


def test_nil_return_has_no_gaps(judge: Validate) -> None:
    assert gaps(judge("wildlife", {"record_type": "nil"})) == {}


def test_aggregate_is_not_asked_what_only_an_incident_can_say(judge: Validate) -> None:
    asked = gaps(judge("incidents", {"record_type": "aggregate", "incident_count": "4", "incident_date": "2025"}))
    assert not {"day", "position", "evaluation", "detecting_agency"} & set(asked)
    assert "outcome" in asked


@pytest.mark.parametrize(
    "change",
    [{"record_type": "sighting"}, {"record_type": "site_visit"}, {"record_type": "aggregate"}, {"supply_chain_stage": "taking"}],
)
def test_what_was_not_on_its_way_is_not_asked_for_a_route(judge: Validate, change: Change) -> None:
    assert not {"origin_country", "transit_countries", "transport_mode", "concealment"} & set(gaps(judge("incidents", change)))


def test_what_may_have_been_on_its_way_is_asked_for_a_route(judge: Validate) -> None:
    assert {"origin_country", "transit_countries"} <= set(gaps(judge("incidents", {"supply_chain_stage": "possession"})))


def test_questions_are_columns_of_contracts() -> None:
    known = {column for found in CONTRACTS.values() for column in found.fields}
    for name, *_ in ROWS:
        assert name == "day" or set(ANY_OF.get(name, (name,))) <= known
