from data_contracts.registry import contract

OWN = [
    "scientific_name",
    "taxon_rank",
    "common_name",
    "cites_appendix",
    "national_protection",
    "specimen_term",
    "specimen_text",
    "specimen_state",
    "specimen_source",
    "seizure_reason",
    "taking_method",
    "species_id_method",
    "marking_numbers",
    "trade_purpose",
    "online_channel",
    "whole_equivalents",
    "aitr_included",
]


def test_own_columns() -> None:
    assert list(contract("wildlife").fields)[69:] == OWN


def test_row_is_a_seizure_unless_it_says_otherwise() -> None:
    assert contract("wildlife").defaults == {"crime_area": "wildlife", "record_type": "seizure"}
