"""The same incident reported from both ends: what shows it, and the near miss."""

from typing import Any

import pandas as pd
import pytest

from ens_reports.intake.known.between import COLUMNS, WEIGHTS, flags_that_differ, one_sided, pair

SEIZED: dict[str, Any] = {
    "incident_id": "K-2025-0001",
    "reporting_country": "KEN",
    "record_type": "seizure",
    "date_from": "2025-03-10",
    "commodity": "ivory",
    "scientific_name": "Loxodonta africana",
    "quantity": 350.0,
    "unit": "kg",
    "origin_country": "UGA",
    "transit_countries": "KEN",
    "destination_country": "VNM",
    "outcome": "under_investigation",
}
ARRIVED: dict[str, Any] = {
    **SEIZED,
    "incident_id": "VN/88-1234",
    "reporting_country": "VNM",
    "date_from": "2025-03-12",
    "transit_countries": "KEN;SGP",
    "owner": "VNM",
}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    made = pd.DataFrame(list(rows), columns=["owner", *dict.fromkeys(COLUMNS)], index=range(2, 2 + len(rows)))
    days = pd.to_datetime(made["date_from"])
    return made.assign(date_from=days, date_to=days)


def pairs(one: dict[str, Any], other: dict[str, Any]) -> list[tuple[float, str, bool, bool]]:
    table = pair(frame(SEIZED | one), frame(ARRIVED | other)).table
    lists = (table[name].tolist() for name in ("score", "signs", "quantity", "outcome"))
    return list(zip(*lists, strict=True))


def test_date_route_goods_and_quantity_together_are_enough() -> None:
    assert pairs({}, {}) == [(4.5, "route;date;goods;quantity", False, False)]


@pytest.mark.parametrize(
    "other",
    [
        {"date_from": "2025-03-25"},
        {"scientific_name": "Elephas maximus"},
        {"quantity": 500.0},
        {"transit_countries": None, "origin_country": "TZA"},
        {"record_type": "nil"},
    ],
)
def test_three_of_them_are_not(other: dict[str, Any]) -> None:
    assert pairs({}, other) == []


def test_a_quantity_in_another_unit_is_alike() -> None:
    assert len(pairs({}, {"quantity": 0.36, "unit": "t"})) == 1
    assert pairs({}, {"quantity": 350.0, "unit": "pcs"}) == []


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ({"container_no": "CSQU3054383"}, {"container_no": "TEXU1234567;csqu 305438-3"}, "container"),
        ({"permit_no": "KWS/2024-17"}, {"permit_no": "kws 2024 17"}, "permit"),
        ({"marking_numbers": "T-0091;T-0092"}, {"marking_numbers": "T-0092"}, "marking"),
        ({"movement_doc_no": "KE 004512"}, {"transport_doc_no": "KE004512"}, "document"),
    ],
)
def test_a_number_of_the_case_needs_one_more_sign(one: dict[str, Any], other: dict[str, Any], sign: str) -> None:
    far = {"origin_country": "TZA", "transit_countries": None, "quantity": None}
    assert pairs(one, {**other, **far, "date_from": "2025-09-01"}) == [(5.0, f"{sign};goods", False, False)]
    assert pairs(one, {**other, **far, "date_from": "2025-09-01", "scientific_name": "Manis spp."}) == []


def test_a_reference_to_the_others_own_number_is_enough() -> None:
    far = {"date_from": "2025-11-01", "scientific_name": None, "commodity": None, "quantity": None, "transit_countries": None}
    assert pairs({"other_references": "88-1234;VN 88/1234"}, {**far, "origin_country": None}) == [(5.0, "reference", False, False)]
    assert pairs({}, {**far, "origin_country": None, "other_references": "k-2025-0001"}) == [(5.0, "reference", False, False)]


def test_two_incidents_that_happen_to_have_one_number_are_two() -> None:
    assert pairs({"incident_id": "2025/0007"}, {"incident_id": "2025-0007", "date_from": "2025-06-01"}) == []


def test_short_numbers_and_words_are_no_numbers() -> None:
    assert pairs({"permit_no": "12"}, {"permit_no": "12", "date_from": "2025-06-01"}) == []
    assert pairs({"permit_no": "unknown"}, {"permit_no": "unknown", "date_from": "2025-06-01"}) == []


def test_what_the_ends_say_differently() -> None:
    same = {"container_no": "CSQU3054383"}
    assert pairs(same, {**same, "quantity": 500.0})[0][2:] == (True, False)
    assert pairs({**same, "outcome": "convicted"}, {**same, "outcome": "acquitted"})[0][2:] == (False, True)
    assert pairs(same, {**same, "outcome": "convicted"})[0][2:] == (False, False)


def test_the_best_of_several_is_taken_for_each_owner() -> None:
    same = {"container_no": "CSQU3054383"}
    others = frame(ARRIVED, ARRIVED | same, ARRIVED | {"owner": "SGP"})
    found = pair(frame(SEIZED | same), others).table
    assert found["other"].tolist() == [3, 4]
    assert found["score"].tolist() == [8.5, 4.5]


def test_nothing_in_common_gives_nothing() -> None:
    assert pair(frame(SEIZED), frame()).table.empty
    assert pair(frame(), frame(ARRIVED)).table.empty


def test_vessels_under_two_flags() -> None:
    here = {"vessel_imo": "9074729", "vessel_flag": "PAN"}
    there = frame(ARRIVED | here | {"vessel_flag": "LBR"}, ARRIVED | here)
    assert flags_that_differ(frame(SEIZED | here), there).to_numpy().tolist() == [[2, 2]]
    assert flags_that_differ(frame(SEIZED | here | {"vessel_flag": "unknown"}), there).empty
    assert flags_that_differ(frame(SEIZED | here | {"date_from": "2024-03-10"}), there).empty


def test_goods_that_went_where_nothing_fits() -> None:
    records, others = frame(SEIZED, SEIZED | {"destination_country": "KEN"}, SEIZED | {"record_type": "nil"}), frame(ARRIVED)
    found = one_sided(records, pair(records, others), others["owner"], end="destination_country")
    assert found.to_numpy().tolist() == []
    apart = frame(ARRIVED | {"date_from": "2025-06-01"})
    found = one_sided(records, pair(records, apart), apart["owner"], end="destination_country")
    assert found.to_numpy().tolist() == [[2, "VNM"]]


def test_every_sign_has_a_weight() -> None:
    assert set(WEIGHTS) >= {"reference", "container", "permit", "marking", "document", "vessel", "route"}
