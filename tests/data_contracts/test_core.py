"""The names are fixed, because parties' scripts depend on them."""

from data_contracts.core import COMMODITIES, Incident
from data_contracts.fields import fields_of
from data_contracts.registry import CONTRACTS, INCIDENTS

FIXED = [
    "incident_id",
    "item_no",
    "record_type",
    "incident_count",
    "incident_date",
    "date_basis",
    "reporting_country",
    "source_type",
    "supplied_by",
    "crime_area",
    "place_name",
    "admin1",
    "latitude",
    "longitude",
    "place_precision",
    "location_type",
    "offence_code",
    "offence_text",
    "legal_nature",
    "supply_chain_stage",
    "climate_related",
    "commodity",
    "commodity_code",
    "commodity_system",
    "quantity",
    "unit",
    "quantity_basis",
    "quantity_qualifier",
    "value",
    "currency",
    "value_basis",
    "origin_country",
    "transit_countries",
    "destination_country",
    "transport_mode",
    "concealment",
    "permit_no",
    "permit_status",
    "detection_method",
    "detecting_agency",
    "offender_count",
    "offender_nationalities",
    "persons_detected",
    "persons_charged",
    "persons_convicted",
    "linked_offences",
    "outcome",
    "sanction_type",
    "sanction_amount",
    "sanction_currency",
    "disposal",
    "operation_code",
    "project",
    "other_references",
    "request_to",
    "request_text",
    "evaluation_system",
    "source_evaluation",
    "information_evaluation",
    "confidentiality",
    "handling_scheme",
    "handling_code",
    "handling_condition",
    "allowed_recipients",
    "barred_recipients",
    "purpose",
    "consortium",
    "retain_until",
    "narrative",
]


def test_core_columns_are_those_of_the_interface_in_its_order() -> None:
    assert list(fields_of(Incident)) == FIXED


def test_every_contract_of_incidents_begins_with_the_core() -> None:
    for found in INCIDENTS.values():
        assert list(found.fields)[: len(FIXED)] == FIXED


def test_no_contract_asks_for_ethnicity_or_a_companys_name() -> None:
    for found in CONTRACTS.values():
        assert not [name for name in found.fields if "ethnic" in name or "company" in name]


def test_core_takes_the_commodities_of_all_areas() -> None:
    assert fields_of(Incident)["commodity"].codes == COMMODITIES


def test_what_only_a_need_to_know_reader_sees_is_marked() -> None:
    found = {name for name, field in fields_of(Incident).items() if field.sensitive}
    assert found == {"request_text", "handling_condition", "narrative"}
