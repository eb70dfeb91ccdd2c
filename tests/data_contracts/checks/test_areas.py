"""Each rule of an area: what fails it, and the near miss."""

import pytest
from contract_rows import Checks, Validate

from data_contracts.checks.areas import RULES, area_rules
from data_contracts.registry import CONTRACTS

OLD, NEW = {"incident_date": "2024-12-31"}, {"incident_date": "2025-01-01"}
SHIPMENT = {"pollution_type": "illegal_waste_shipment", "medium": None}
RULES_OF = {
    "wildlife": (
        ({"scientific_name": None}, {"species_missing"}),
        ({"scientific_name": None, "commodity": "eel"}, set()),
        ({"specimen_term": None}, {"specimen_missing"}),
        ({"specimen_term": None, "specimen_text": "a bag"}, set()),
        ({"specimen_term": "XYZ"}, {"code_not_listed"}),
    ),
    "fisheries": (
        ({"infringement_type": None}, {"infringement_missing"}),
        ({"infringement_type": None, "offence_text": "no licence"}, set()),
        ({"species_3a": None}, {"species_missing"}),
        ({"species_3a": None, "commodity": "tuna"}, set()),
        ({"vessel_type": "LL"}, {"vessel_name_missing", "vessel_flag_missing"}),
        ({"fishing_category": "industrial", "vessel_flag": "XXX"}, {"vessel_name_missing"}),
        ({"fishing_category": "subsistence"}, set()),
        ({"vessel_name": "unknown", "vessel_flag": "XXX"}, set()),
    ),
    "forestry": (
        ({"infringement_type": None}, {"infringement_missing"}),
        ({"hs_code": "720310"}, {"hs_code_chapter"}),
        ({"hs_code": "940360"}, set()),
        ({"hs_code": "440349"}, set()),
        ({"hs_code": "unknown"}, set()),
    ),
    "pollution": (
        ({"pollution_type": None}, {"pollution_type_missing"}),
        ({"medium": None}, {"medium_missing"}),
        ({"pollution_type": "ods_hfc_trade", "medium": None}, set()),
        (SHIPMENT, {"waste_code_missing"}),
        ({**SHIPMENT, "waste_y_code": "Y46"}, set()),
        ({**SHIPMENT, "commodity": "tyres"}, set()),
        ({**SHIPMENT, "waste_y_code": "Y99"}, {"code_not_listed"}),
        ({"waste_stream": "tyres"}, {"waste_code_missing"}),
        ({"pollution_type": "ship_discharge"}, {"marpol_annex_missing"}),
        ({"pollution_type": "ship_discharge", "marpol_annex": "I"}, set()),
        ({**NEW, "waste_list_code": "A1180"}, {"waste_code_not_valid"}),
        ({**OLD, "waste_list_code": "A1180"}, set()),
        ({**OLD, "waste_list_code": "A1181"}, {"waste_code_not_valid"}),
        ({**NEW, "waste_list_code": "A1181"}, set()),
        ({**OLD, "waste_y_code": "Y49"}, {"waste_code_not_valid"}),
        ({**NEW, "waste_y_code": "Y49"}, set()),
        ({**NEW, "waste_list_code": "B1110"}, {"waste_code_not_valid"}),
        ({**OLD, "waste_list_code": "B1110"}, set()),
        ({**NEW, "waste_list_code": "A1160;B4030"}, {"waste_code_not_valid"}),
        ({**OLD, "waste_list_code": "A1160;B4030"}, set()),
        ({"incident_date": "2024", "waste_list_code": "A1180"}, set()),
        ({"incident_date": "2024", "waste_list_code": "A1181"}, {"waste_code_not_valid"}),
    ),
    "mining": (
        ({"mineral": None}, {"mineral_missing"}),
        ({"mineral": "unknown"}, set()),
        ({"record_type": "site_visit"}, {"site_ref_missing"}),
        ({"record_type": "site_visit", "site_ref": "S-1"}, set()),
    ),
}


@pytest.mark.parametrize("name", RULES_OF)
def test_rules_of_an_area(checks_of_each: Checks, name: str) -> None:
    assert checks_of_each(name, *(change for change, _ in RULES_OF[name])) == [checks for _, checks in RULES_OF[name]]


def test_code_that_was_not_in_force_is_kept(judge: Validate) -> None:
    assert judge("pollution", {**NEW, "waste_list_code": "A1180"}).accepted.loc[2, "waste_list_code"] == "A1180"


def test_mineral_that_is_not_given_counts_as_unknown(judge: Validate) -> None:
    assert judge("mining", {"mineral": None}).accepted.loc[2, "mineral"] == "unknown"


def test_every_area_has_rules_and_the_core_has_none_beyond_the_shared_ones() -> None:
    assert set(RULES) == {name for name, found in CONTRACTS.items() if found.area}
    assert area_rules("incidents") == ()
