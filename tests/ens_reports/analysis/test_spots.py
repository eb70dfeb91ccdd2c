import h3
import pytest
import worlds

from ens_reports.analysis import spots

NAIROBI = {"latitude": -1.29, "longitude": 36.82, "location_type": "market", "place_precision": "site", "place_name": "Market"}


def test_an_exact_position_becomes_a_cell() -> None:
    rows = worlds.incidents(2, **NAIROBI)
    found = spots.placed(rows, resolution=5)
    assert set(found["spot"]) == {h3.latlng_to_cell(-1.29, 36.82, 5)}
    assert set(found["spot_kind"]) == {"cell"}
    assert spots.left_out(rows, resolution=5) == {}


def test_a_named_port_is_one_spot_however_it_is_written_and_placed() -> None:
    rows = worlds.incidents(
        3,
        place_name=["Mombasa", " MOMBASA ", "mombasa"],
        location_type="seaport",
        latitude=[-4.0, -4.1, None],
        longitude=[39.6, 39.7, None],
        place_precision=["exact", "admin1", "unknown"],
    )
    found = spots.placed(rows, resolution=5)
    assert set(found["spot"]) == {"seaport|KEN|mombasa"}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"place_precision": "admin1"}, "coarse"),
        ({"place_precision": "unknown"}, "coarse"),
        ({"latitude": None, "place_name": None}, "nowhere"),
        ({"latitude": None, "place_precision": "admin1"}, "nowhere"),
        ({"latitude": -4.8, "longitude": 41.9}, "contradiction"),
        ({"location_type": "high_seas"}, "contradiction"),
        ({"land_status": "indigenous_or_community"}, "sensitive"),
        ({"specimen_state": "live", "location_type": "protected_area"}, "sensitive"),
    ],
)
def test_what_has_no_spot_is_counted_by_reason(change: dict[str, object], reason: str) -> None:
    rows = worlds.incidents(2, **(NAIROBI | change))
    assert spots.left_out(rows, resolution=5) == {reason: 2}
    assert spots.placed(rows, resolution=5).empty


@pytest.mark.parametrize("change", [{"specimen_state": "dead", "location_type": "protected_area"}, {"specimen_state": "live"}])
def test_dead_animals_and_live_ones_at_a_market_are_placed(change: dict[str, object]) -> None:
    assert spots.left_out(worlds.incidents(2, **(NAIROBI | change)), resolution=5) == {}


def test_a_position_at_sea_is_a_sea_cell() -> None:
    rows = worlds.incidents(1, latitude=-4.8, longitude=41.9, location_type="eez", place_precision="exact")
    assert spots.placed(rows, resolution=5)["spot_kind"].tolist() == ["sea"]


def test_a_name_without_a_position_is_a_spot_of_its_own_told_apart_by_province() -> None:
    rows = worlds.incidents(
        4, latitude=None, longitude=None, place_precision="admin2", place_name=["Voi", "VOI ", "Voi", "Kilifi"], admin1=["A", "A", "B", "A"]
    )
    found = spots.placed(rows.assign(location_type=None), resolution=5)
    assert found["spot"].tolist() == ["named|KEN|a|voi", "named|KEN|a|voi", "named|KEN|b|voi", "named|KEN|a|kilifi"]
    assert set(found["spot_kind"]) == {spots.NAMED}


def test_a_position_may_be_too_coarse_for_a_fine_cell_and_good_enough_for_a_wide_one() -> None:
    rows = worlds.incidents(1, **(NAIROBI | {"place_precision": "admin2"}))
    assert spots.left_out(rows, resolution=5) == {"coarse": 1}
    assert spots.left_out(rows, resolution=4) == {}


def test_no_records() -> None:
    assert len(spots.placed(worlds.empty(), resolution=5)) == 0
    assert spots.left_out(worlds.empty(), resolution=5) == {}
