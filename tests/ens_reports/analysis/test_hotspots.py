import pandas as pd
import pytest
import worlds

from ens_reports.analysis import hotspots, shown

LIMITS = shown.Rule(threshold=5, min_owners=3, dominance=0.8)
PORT = {"place_name": "Mombasa", "location_type": "seaport", "latitude": -4.05, "longitude": 39.66, "place_precision": "site"}


def at(number: int, **changes: object) -> pd.DataFrame:
    """Incidents at one port, told apart by their number."""
    return worlds.incidents(number, **(PORT | changes))


def several(*frames: pd.DataFrame) -> pd.DataFrame:
    """Frames together, their incidents distinct."""
    frame = pd.concat(frames, ignore_index=True)
    return frame.assign(incident_id=[f"I-{number}" for number in range(len(frame))])


def test_three_incidents_make_a_hotspot_and_two_do_not() -> None:
    rows = several(at(3), at(2, place_name="Lamu"))
    found = hotspots.hotspots(*worlds.sides(rows), LIMITS, resolution=5)
    assert [(spot.place, spot.n) for spot in found.top] == [("Mombasa", 3)]


def test_items_of_one_incident_count_once() -> None:
    rows = at(4).assign(incident_id="I-1", item_no=[1, 2, 3, 4])
    assert hotspots.hotspots(*worlds.sides(rows), LIMITS, resolution=5).top == ()


def test_an_aggregate_row_counts_by_its_number() -> None:
    found = hotspots.hotspots(*worlds.sides(at(1, incident_count=7)), LIMITS, resolution=5)
    assert found.top[0].n == 7


def test_at_most_ten_the_most_incidents_first() -> None:
    rows = several(*(at(3 + number, place_name=f"Port {number:02}") for number in range(12)))
    found = hotspots.hotspots(*worlds.sides(rows), LIMITS, resolution=5)
    assert [spot.n for spot in found.top] == [14, 13, 12, 11, 10, 9, 8, 7, 6, 5]


def test_a_spot_far_ahead_is_stable_and_one_at_the_edge_is_not() -> None:
    rows = several(at(40), *(at(3, place_name=f"Port {number}") for number in range(15)))
    found = hotspots.hotspots(*worlds.sides(rows), LIMITS, resolution=5)
    assert found.top[0].stability == 1.0
    assert found.top[-1].stability < 0.7


def test_the_same_records_give_the_same_figures_in_any_order() -> None:
    rows = several(at(6), at(5, place_name="Lamu"), at(4, place_name="Kilifi"))
    shuffled = rows.sample(frac=1.0, random_state=4)
    one, other = (hotspots.hotspots(*worlds.sides(frame), LIMITS, resolution=5) for frame in (rows, rows))
    assert [spot.stability for spot in one.top] == [spot.stability for spot in other.top]
    assert [spot.n for spot in hotspots.hotspots(*worlds.sides(shuffled), LIMITS, resolution=5).top] == [6, 5, 4]


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        (["P1", "P2", "P3"] * 2 + ["P1", "P1"], 5),
        (["P1", "P2", "P3"] * 4, 10),
        (["P1", "P2"] * 6, None),
        (["P1", "P2", "P3"], None),
        (["P1"] * 30 + ["P2", "P3"], None),
    ],
)
def test_others_incidents_stand_only_where_the_owner_rule_allows(owners: list[str], expected: int | None) -> None:
    theirs = at(len(owners), owner=owners, own=False)
    found = hotspots.hotspots(*worlds.sides(several(at(3), theirs)), LIMITS, resolution=5)
    assert [(spot.own, spot.others) for spot in found.top] == [(3, expected)]
    assert (found.n, found.others) == (3, expected)


def test_what_is_told_of_others_alone_follows_from_cells_that_may_be_shown() -> None:
    """The commonest goods stand behind the owner rule too; the newest month and the exact position are nobody's business."""
    owners = ["P1", "P2", "P3", "P4"] * 6
    goods = ["tuna"] * 20 + ["gold", "gold", "gold", "sand"]
    theirs = at(24, owner=owners, own=False, commodity=goods, latitude=-4.0435).assign(date_from=pd.Timestamp("2025-11-03"))
    found = hotspots.hotspots(*worlds.sides(several(theirs)), LIMITS, resolution=5)
    (spot,) = found.top
    assert (spot.own, spot.others, spot.place, spot.commodity) == (0, 20, "Mombasa", "tuna")
    assert (spot.last, spot.last_precision, spot.months, spot.doubts) == (pd.Timestamp("2025-01-01"), "year", None, ("post",))
    assert spot.latitude != -4.0435
    assert len(found.effort) == 0
    assert (found.basis.n, found.basis.at_least) == (20, True)


def test_goods_that_one_contributor_recorded_are_not_told() -> None:
    theirs = at(24, owner=["P1", "P2", "P3", "P4"] * 6, own=False, commodity=["tuna", "gold", "sand", "charcoal"] * 6)
    (spot,) = hotspots.hotspots(*worlds.sides(several(theirs)), LIMITS, resolution=5).top
    assert (spot.others, spot.commodity) == (20, "")


def test_what_may_not_be_shown_changes_nothing_that_is_shown() -> None:
    """Neither goods, nor the newest day, nor effort may come from hidden records."""
    plain = hotspots.hotspots(*worlds.sides(several(at(3, commodity="tuna"))), LIMITS, resolution=5)
    hidden = at(2, owner=["P1", "P2"], own=False, commodity="gold").assign(date_from=pd.Timestamp("2025-12-31"))
    mixed = hotspots.hotspots(*worlds.sides(several(at(3, commodity="tuna"), hidden)), LIMITS, resolution=5)
    assert mixed.top == plain.top
    assert mixed.effort.reset_index(drop=True).equals(plain.effort.reset_index(drop=True))


def test_doubts() -> None:
    rows = several(at(4, operation_code="OP-1", detecting_agency="customs", detection_method="tip_off", place_precision="locality"))
    rows = rows.assign(date_from=pd.Timestamp("2025-10-03"))
    assert hotspots.hotspots(*worlds.sides(rows), LIMITS, resolution=5).top[0].doubts == ("operation", "burst", "agency", "post", "tips")
    cell = hotspots.hotspots(*worlds.sides(rows.assign(location_type="market")), LIMITS, resolution=5)
    assert cell.top[0].doubts == ("operation", "burst", "agency", "tips", "rounded")


def test_near_misses_of_doubts() -> None:
    rows = several(at(4, operation_code=["OP-1", None, None, None], detecting_agency=["a", "a", "a", "b"], location_type="market"))
    rows = rows.assign(date_from=pd.to_datetime(["2025-01-03", "2025-02-03", "2025-03-03", "2025-04-03"]), detection_method="scanner")
    assert hotspots.hotspots(*worlds.sides(rows), LIMITS, resolution=5).top[0].doubts == ()


def test_without_operations() -> None:
    rows = at(3, operation_code=["OP-1", None, ""])
    assert len(hotspots.without_operations(rows)) == 2


def test_nationality_changes_nothing() -> None:
    rows = several(at(4))
    one = hotspots.hotspots(*worlds.sides(rows.assign(offender_nationalities="XYZ")), LIMITS, resolution=5)
    assert one.top == hotspots.hotspots(*worlds.sides(rows), LIMITS, resolution=5).top


def test_no_records() -> None:
    found = hotspots.hotspots(*worlds.sides(worlds.empty()), LIMITS, resolution=5)
    assert (found.top, found.n, found.left_out) == ((), 0, {})
