from data_contracts.registry import contract

OWN = [
    "pollution_type",
    "medium",
    "substance_name",
    "cas_no",
    "un_no",
    "waste_y_code",
    "waste_list_code",
    "hazard_code",
    "operation_code_dr",
    "waste_stream",
    "hs_code",
    "container_no",
    "movement_doc_no",
    "consent_status",
    "takeback_status",
    "marpol_annex",
    "vessel_name",
    "vessel_imo",
    "vessel_flag",
    "facility_type",
    "facility_ref",
    "polluter_identified",
    "observed_by",
    "slick_length_km",
    "slick_width_km",
    "slick_area_km2",
    "volume_m3",
    "size_category",
    "harm",
]


def test_own_columns() -> None:
    assert list(contract("pollution").fields)[69:] == OWN
