import pandas as pd
import pytest
import worlds

from ens_reports.analysis import legs, shown

LIMITS = shown.Rule(threshold=5, min_owners=3, dominance=0.8)


def routed(number: int, origin: str | None, transit: str | None, destination: str | None, **changes: object) -> pd.DataFrame:
    columns = {"origin_country": origin, "transit_countries": transit, "destination_country": destination, "commodity": "ivory"}
    return worlds.incidents(number, **(columns | changes))


def several(*frames: pd.DataFrame) -> pd.DataFrame:
    frame = pd.concat(frames, ignore_index=True)
    return frame.assign(incident_id=[f"I-{number}" for number in range(len(frame))])


def test_a_chain_counts_on_each_of_its_legs() -> None:
    found = legs.legs(*worlds.sides(routed(3, "UGA", "KEN; ARE", "VNM")), LIMITS)
    assert found.table["n"].to_dict() == {("UGA", "KEN"): 3, ("KEN", "ARE"): 3, ("ARE", "VNM"): 3}


@pytest.mark.parametrize(
    ("route", "chain"),
    [
        (("UGA", "none", "VNM"), "UGA > VNM"),
        (("UGA", "XXX", "VNM"), "UGA > VNM"),
        (("UGA", "UGA", "VNM"), "UGA > VNM"),
        (("KEN", None, "KEN"), "KEN"),
        ((None, None, None), ""),
        (("UGA", None, "XZZ"), "UGA > XZZ"),
    ],
)
def test_what_is_no_place_is_in_no_chain(route: tuple[str | None, str | None, str | None], chain: str) -> None:
    assert legs.with_chains(routed(1, *route))["chain"].tolist() == [chain]


def test_others_legs_follow_the_owner_rule() -> None:
    theirs = routed(7, "UGA", None, "VNM", owner=["P1", "P2", "P3", "P1", "P2", "P3", "P1"], own=False)
    few = routed(12, "TZA", None, "CHN", owner=["P1", "P2"] * 6, own=False)
    found = legs.legs(*worlds.sides(several(routed(1, "UGA", None, "VNM"), theirs, few)), LIMITS)
    assert found.table[["own", "others", "n"]].to_dict("index") == {("UGA", "VNM"): {"own": 1, "others": 5, "n": 6}}


def test_what_others_add_to_a_leg_is_known_by_the_year() -> None:
    mine = routed(1, "UGA", None, "VNM").assign(date_from=pd.Timestamp("2024-05-01"))
    theirs = routed(12, "UGA", None, "VNM", owner=["P1", "P2", "P3", "P4"] * 3, own=False).assign(date_from=pd.Timestamp("2025-08-09"))
    leg = legs.legs(*worlds.sides(several(mine, theirs)), LIMITS).table.iloc[0]
    assert (leg["first"], leg["first_precision"]) == (pd.Timestamp("2024-05-01"), "day")
    assert (leg["last"], leg["last_precision"]) == (pd.Timestamp("2025-01-01"), "year")


def test_months_are_those_of_own_incidents_only() -> None:
    """A month of a leg is a smaller cell than the leg, and could tell of one contributor."""
    theirs = routed(5, "UGA", None, "VNM", owner=["P1", "P2", "P3", "P1", "P2"], own=False)
    found = legs.legs(*worlds.sides(several(routed(2, "UGA", None, "VNM"), theirs)), LIMITS)
    assert int(found.seasons.to_numpy().sum()) == 2


def test_a_way_that_begins_after_another_has_ended_is_an_alternate() -> None:
    old = routed(2, "KEN", "ARE", "VNM", transport_mode="air").assign(date_from=pd.Timestamp("2024-03-01"))
    new = routed(3, "KEN", "MYS", "VNM", transport_mode="sea").assign(date_from=pd.Timestamp("2025-03-01"))
    found = legs.legs(*worlds.sides(several(old, new)), LIMITS).alternates
    assert found[["quiet", "alternate", "n"]].to_numpy().tolist() == [["KEN > ARE > VNM|air", "KEN > MYS > VNM|sea", 3]]


def test_ways_that_overlap_are_no_alternates() -> None:
    old = routed(2, "KEN", "ARE", "VNM", transport_mode="air").assign(date_from=pd.to_datetime(["2024-03-01", "2025-06-01"]))
    new = routed(3, "KEN", "MYS", "VNM", transport_mode="sea").assign(date_from=pd.Timestamp("2025-03-01"))
    assert legs.legs(*worlds.sides(several(old, new)), LIMITS).alternates.empty


def test_an_onward_leg_is_suggested_by_incidents_of_the_same_goods_only() -> None:
    halted = routed(3, "UGA", None, None)
    onward = routed(2, "KEN", None, "VNM")
    found = legs.legs(*worlds.sides(several(halted, onward)), LIMITS).gaps
    assert found.to_dict("records") == [{"commodity": "ivory", "start": "UGA", "via": "KEN", "to": "VNM", "open": 3, "support": 2}]
    other = routed(2, "KEN", None, "VNM", commodity="gold")
    assert legs.legs(*worlds.sides(several(halted, other)), LIMITS).gaps.empty


def test_inferred_legs_are_in_no_table() -> None:
    found = legs.legs(*worlds.sides(several(routed(3, "UGA", None, None), routed(2, "KEN", None, "VNM"))), LIMITS)
    assert list(found.table.index) == [("KEN", "VNM")]


def test_only_countries_that_may_be_named_meet() -> None:
    mine = routed(1, "UGA", "KEN", "VNM").assign(may_name=True)
    theirs = routed(2, "UGA", "KEN", "VNM", owner=["P1", "P2"], own=False, reporting_country=["UGA", "TZA"]).assign(may_name=[True, False])
    found = legs.meetings(*worlds.sides(several(mine, theirs)))
    assert [(one.country, one.legs) for one in found] == [("UGA", (("KEN", "VNM"), ("UGA", "KEN")))]


def test_nobody_is_named_where_a_view_does_not_say_who_may_be() -> None:
    theirs = routed(2, "UGA", None, "VNM", owner="P1", own=False, reporting_country="UGA")
    assert legs.meetings(*worlds.sides(several(routed(1, "UGA", None, "VNM"), theirs))) == ()


def test_no_records() -> None:
    found = legs.legs(*worlds.sides(worlds.empty()), LIMITS)
    assert (len(found.table), found.unrouted, found.basis.n, legs.meetings(*worlds.sides(worlds.empty()))) == (0, 0, 0, ())
