import pytest
from contract_rows import Checks, Validate

POSITION = {"movement_kind": "position", "end_date": None, "end_port": None}


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({}, set()),
        (POSITION, set()),
        ({"start_date": "2026-02-02", "end_date": None, **POSITION}, {"start_in_future"}),
        ({"start_date": "2026-02-01", **POSITION}, set()),
        ({"end_date": "2025-03-13"}, {"leg_order"}),
        ({"end_date": "2025-03-14"}, set()),
        ({"end_date": "2025-03"}, set()),
        ({"end_date": "2025-03-14", "start_time": "16:00", "end_time": "15:59"}, {"leg_order"}),
        ({"end_date": "2025-03-15", "start_time": "16:00", "end_time": "15:59"}, set()),
        ({"end_date": None}, {"leg_end_missing"}),
        ({"end_port": None}, {"leg_place_missing"}),
        ({"end_port": None, "end_country": "XZZ"}, set()),
        ({"vessel_name": None}, {"carrier_missing"}),
        ({"vessel_name": None, "vessel_mmsi": "366053209"}, set()),
        ({"carrier_type": None}, {"carrier_type_missing"}),
        ({"start_port": None}, {"place_missing"}),
        ({"start_port": None, "latitude": "-4.05", "longitude": "39.67"}, set()),
        ({"latitude": "-4.05"}, {"position_half"}),
        ({"end_latitude": "0", "end_longitude": "0"}, {"position_zero"}),
        ({"start_country": "KEN"}, set()),
        ({"start_country": "TZA"}, {"port_not_in_country"}),
        ({"start_port": "Mombasa"}, {"form_wrong"}),
        ({"speed_knots": "71"}, {"speed_impossible"}),
        ({"speed_knots": "70"}, set()),
        ({"speed_knots": "400", "carrier_type": "aircraft", "aircraft_registration": "5Y-ABC"}, set()),
        ({"start_time": "24:10"}, {"form_wrong"}),
        ({"vessel_imo": "9074720"}, {"vessel_imo_digit"}),
        ({"vessel_mmsi": "36605320"}, {"form_wrong"}),
        ({"container_no": "CSQU3054384"}, {"container_no_digit"}),
    ],
)
def test_rules(checks_of_each: Checks, change: dict[str, str | None], failed: set[str]) -> None:
    """Pass, fail, and what differs only in what the check must ignore."""
    assert checks_of_each("movements", change) == [failed]


def test_an_arrival_before_the_departure_counts_as_not_recorded(judge: Validate) -> None:
    row = judge("movements", {"end_date": "2025-03-13"}).accepted.loc[2]
    assert row[["end_date", "end_time"]].isna().all()
    assert row["start_date"] == "2025-03-14"


def test_positions_of_one_journey_are_numbered_as_they_come(judge: Validate) -> None:
    rows = [{**POSITION, "movement_id": "J-1", "start_date": f"2025-03-{day}"} for day in (14, 15, 16)]
    accepted = judge("movements", *rows).accepted
    assert [1, 2, 3] == accepted["item_no"].tolist()
    assert ["day"] == accepted["date_precision"].unique().tolist()
