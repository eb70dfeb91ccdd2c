import pandas as pd
import pytest
from contract_rows import Validate

from data_contracts.checks import derive


@pytest.mark.parametrize(
    ("source", "nature", "expected"),
    [
        ("police", "criminal", "police"),
        ("customs", None, "police"),
        ("environment", "administrative", "administrative"),
        ("igo", "administrative", "partner"),
        ("ngo", None, "partner"),
        ("private", None, "partner"),
        ("research", "criminal", "partner"),
        ("media", "administrative", "open_source"),
        (None, None, "police"),
    ],
)
def test_record_class(source: str | None, nature: str | None, expected: str) -> None:
    records = pd.DataFrame({"source_type": [source], "legal_nature": [nature]}, dtype="str")
    assert derive.record_class(records).tolist() == [expected]


@pytest.mark.parametrize(
    ("name", "rank"),
    [
        ("Manis gigantea", "species"),
        ("Panthera tigris altaica", "species"),
        ("Manis spp.", "genus"),
        ("Manis sp", "genus"),
        ("Felidae", "family"),
        ("Orchidaceae", "family"),
        ("Psittaciformes", "order"),
        ("Manis", "unknown"),
    ],
)
def test_taxon_rank(name: str, rank: str) -> None:
    records = pd.DataFrame({"taxon_rank": pd.Series([None, "genus"], dtype="str"), "scientific_name": pd.Series([name, name], dtype="str")})
    assert derive.taxon_rank(records).tolist() == [rank, "genus"]


def test_rank_of_no_name_is_missing() -> None:
    records = pd.DataFrame({"taxon_rank": pd.Series([None], dtype="str"), "scientific_name": pd.Series([None], dtype="str")})
    assert derive.taxon_rank(records).isna().all()


PLACES = (
    ({"latitude": "-1.3201", "longitude": "36.9267"}, "exact"),
    ({"latitude": "-1.3", "longitude": "36.9"}, "locality"),
    ({"latitude": "-1.3201", "longitude": "36.9267", "place_precision": "site"}, "site"),
    ({"place_name": "Voi"}, "locality"),
    ({"admin1": "Kajiado"}, "admin1"),
    ({"location_type": "high_seas"}, "sea_area"),
    ({"place_precision": "somewhere"}, "country"),
    ({}, "country"),
)


def test_place_precision_is_found_where_it_is_not_said(judge: Validate) -> None:
    accepted = judge("wildlife", *(place for place, _ in PLACES)).accepted
    assert accepted["place_precision"].tolist() == [expected for _, expected in PLACES]


def test_persons_detected_and_the_older_column_fill_each_other(judge: Validate) -> None:
    accepted = judge(
        "wildlife", {"offender_count": "3"}, {"persons_detected": "2"}, {"offender_count": "1", "persons_detected": "4"}
    ).accepted
    assert accepted["persons_detected"].tolist() == [3, 2, 4]
    assert accepted["offender_count"].tolist() == [3, 2, 4]
