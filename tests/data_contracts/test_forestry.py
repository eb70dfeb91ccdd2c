from data_contracts.registry import contract

OWN = [
    "infringement_type",
    "scientific_name",
    "trade_name",
    "product_form",
    "hs_code",
    "volume_m3",
    "volume_basis",
    "pieces",
    "area_ha",
    "clearing_method",
    "land_status",
    "concession_ref",
    "transport_doc_no",
    "transport_doc_status",
    "facility_type",
    "cites_appendix",
    "species_id_method",
    "alert_ref",
]


def test_own_columns() -> None:
    assert list(contract("forestry").fields)[69:] == OWN


def test_transport_documents_have_the_states_of_permits() -> None:
    fields = contract("forestry").fields
    assert fields["transport_doc_status"].codes == fields["permit_status"].codes
