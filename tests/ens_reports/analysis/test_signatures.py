import pandas as pd
import worlds

from ens_reports.analysis import shown, signatures
from ens_reports.report.view import Period

LIMITS = shown.Rule(threshold=1, min_owners=3, dominance=0.8)
PERIOD = Period(first_year=2024, last_year=2025, history_from=2021)
WAX = {
    "crime_area": "wildlife",
    "commodity": "ivory",
    "transport_mode": "sea_container",
    "concealment": "wax_or_resin",
    "permit_status": "forged",
}
BAG = WAX | {"concealment": "luggage", "transport_mode": "air_passenger", "permit_status": "none"}


def seen(number: int, day: str, **changes: object) -> pd.DataFrame:
    frame = worlds.incidents(number, **changes)
    return frame.assign(date_from=pd.Timestamp(day), date_precision="day", may_name=True, submission=[f"S{at % 2}" for at in range(number)])


def several(*frames: pd.DataFrame) -> pd.DataFrame:
    frame = pd.concat(frames, ignore_index=True)
    return frame.assign(incident_id=[f"I-{number}" for number in range(len(frame))])


def look(*frames: pd.DataFrame) -> signatures.Methods:
    """New methods beside a dozen earlier incidents of another one."""
    earlier = seen(12, "2023-05-01", **BAG)
    return signatures.methods(several(earlier, *frames).assign(known=True), PERIOD, LIMITS, recent_quarters=4)


def test_three_incidents_in_two_submissions_without_a_match_are_new() -> None:
    found = look(seen(3, "2025-08-01", **WAX))
    assert [(one.recent, one.before, one.submissions) for one in found.new] == [(3, 0, 2)]
    assert found.new[0].signature == {
        "crime_area": "wildlife",
        "mode": "sea_container",
        "hiding": "wax_or_resin",
        "abuse": "forged",
        "technique": "",
    }


def test_two_incidents_are_not_new() -> None:
    assert look(seen(2, "2025-08-01", **WAX)).new == ()


def test_one_submission_is_not_enough() -> None:
    assert look(seen(3, "2025-08-01", **WAX).assign(submission="S1")).new == ()


def test_a_match_in_the_eight_quarters_before_is_not_new() -> None:
    assert look(seen(3, "2025-08-01", **WAX), seen(1, "2023-01-01", **WAX)).new == ()
    assert len(look(seen(3, "2025-08-01", **WAX), seen(1, "2022-12-31", **WAX)).new) == 1


def test_other_goods_by_the_same_method_are_the_same_method() -> None:
    found = look(seen(2, "2025-08-01", **WAX), seen(2, "2025-09-01", **(WAX | {"commodity": "pangolin_scales"})))
    assert [(one.recent, one.goods) for one in found.new] == [(4, ("ivory", "pangolin_scales"))]


def test_nothing_is_new_where_nothing_earlier_says_how() -> None:
    found = signatures.methods(several(seen(9, "2023-05-01", **BAG), seen(3, "2025-08-01", **WAX)), PERIOD, LIMITS, recent_quarters=4)
    assert (found.comparable, found.new) == (False, ())


def test_earlier_incidents_with_gaps_are_counted_as_nearby() -> None:
    gap = seen(2, "2024-02-01", **(WAX | {"permit_status": None}))
    assert look(seen(3, "2025-08-01", **WAX), gap).new[0].nearby == 2


def test_shuffled_dates_tell_how_easily_chance_gives_as_much() -> None:
    """Three of many incidents, all recent, are seldom chance; three of few may well be."""
    many = look(seen(40, "2023-08-01", **(BAG | {"concealment": "on_body"})), seen(6, "2025-08-01", **WAX))
    assert many.new[0].any_as_large < 0.05
    few = look(seen(9, "2025-05-01", **BAG), seen(3, "2025-08-01", **WAX))
    assert few.new[0].any_as_large > 0.05
    assert few.new[0].chance > 0.05


def test_the_figures_are_the_same_each_time() -> None:
    one, other = (look(seen(3, "2025-08-01", **WAX)) for _ in range(2))
    assert (one.false_alarms, one.new[0].any_as_large, one.new[0].chance) == (
        other.false_alarms,
        other.new[0].any_as_large,
        other.new[0].chance,
    )


def test_a_share_that_has_changed() -> None:
    found = look(seen(3, "2025-05-01", **BAG), seen(30, "2025-08-01", **WAX), seen(2, "2023-08-01", **WAX))
    assert [(one.before, one.recent) for one in found.changed] == [(12, 3), (2, 30)]


def test_an_unchanged_share_is_no_change() -> None:
    found = look(seen(6, "2025-05-01", **BAG), seen(5, "2025-08-01", **WAX), seen(10, "2023-08-01", **WAX))
    assert found.changed == ()
    assert [one.recent for one in found.frequent] == [6, 5]


def test_closed_records_count_only_where_enough_owners_stand_behind_them() -> None:
    two = seen(4, "2025-08-01", **WAX).assign(may_name=False, own=False, owner=["P1", "P2", "P1", "P2"])
    three = seen(4, "2025-08-01", **WAX).assign(may_name=False, own=False, owner=["P1", "P2", "P3", "P1"])
    assert look(two).new == ()
    assert len(look(three).new) == 1


def test_closed_records_need_owners_enough_in_each_span() -> None:
    """Else the number before could be of one contributor."""
    late = seen(6, "2025-08-01", **WAX).assign(may_name=False, own=False, owner=["P1", "P2", "P3"] * 2)
    early = seen(1, "2023-08-01", **WAX).assign(may_name=False, own=False, owner="P1")
    three = seen(3, "2023-08-01", **WAX).assign(may_name=False, own=False, owner=["P1", "P2", "P3"])
    told, hidden = look(late, three), look(late, early)
    assert (3, 6) in [(one.before, one.recent) for one in (*told.changed, *told.frequent)]
    assert (*hidden.new, *hidden.changed, *hidden.frequent) == ()


def test_a_technique_counts_where_nothing_was_moved() -> None:
    rows = signatures.signed(worlds.incidents(2, transport_mode=None, concealment=None, permit_status=None, taking_method="snare"))
    assert rows["technique"].tolist() == ["snare", "snare"]
    assert signatures.has_method(rows).all()


def test_a_mode_alone_is_no_method() -> None:
    rows = signatures.signed(worlds.incidents(1, transport_mode="sea", concealment="none", permit_status="none"))
    assert not signatures.has_method(rows).any()


def test_no_records() -> None:
    found = signatures.methods(worlds.empty(), PERIOD, LIMITS, recent_quarters=4)
    assert (found.new, found.changed, found.known, found.basis.n) == ((), (), 0, 0)
