import re

from data_contracts.fisheries import FAO_AREA, LOCODE
from data_contracts.registry import contract

OWN = [
    "infringement_type",
    "fishing_category",
    "vessel_name",
    "vessel_flag",
    "vessel_imo",
    "vessel_mmsi",
    "vessel_call_sign",
    "vessel_registration",
    "vessel_type",
    "vessel_length_m",
    "gear",
    "scientific_name",
    "species_3a",
    "catch_kg",
    "catch_basis",
    "product_form",
    "fao_area",
    "jurisdiction",
    "rfmo",
    "protected_area",
    "mpa_position",
    "catch_certificate_no",
    "port_of_landing",
    "tracking_status",
    "iuu_list",
    "crew_count",
    "labour_indicators",
]


def test_own_columns() -> None:
    assert list(contract("fisheries").fields)[69:] == OWN


def test_area_has_a_major_area_and_any_subareas() -> None:
    assert [bool(re.fullmatch(FAO_AREA, text)) for text in ("51", "51.5", "27.7.d", "52", "51.", "5")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_locode_is_a_country_and_three_characters() -> None:
    assert [bool(re.fullmatch(LOCODE, text)) for text in ("KEMBA", "US2LA", "KEMB", "KE1BA", "kemba")] == [True, True, False, False, False]
