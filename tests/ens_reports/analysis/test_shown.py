from dataclasses import replace

import pandas as pd
import pytest
import worlds

from ens_reports.analysis import counts, shown
from ens_reports.report.others import Others, opened

LIMITS = shown.Rule(threshold=5, min_owners=3, dominance=0.8)
EXACT = replace(LIMITS, rounding=False)


def theirs(*owners: str, **changes: object) -> Others:
    """Others' incidents, one per name."""
    return worlds.others(worlds.incidents(len(owners), owner=list(owners), **changes))


def of(**numbers: int) -> Others:
    """Others' incidents, so many of each owner."""
    return theirs(*(owner for owner, number in numbers.items() for _ in range(number)))


NOTHING = worlds.empty()
ONE = worlds.incidents(1)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"P1": 2, "P2": 2, "P3": 2, "P4": 2}, 8),
        ({"P1": 2, "P2": 2, "P3": 2, "P4": 1}, 7),
        ({"P1": 2, "P2": 1, "P3": 1, "P4": 1}, None),
        ({"P1": 4, "P2": 4, "P3": 4}, None),
        ({"P1": 16, "P2": 4, "P3": 3, "P4": 1}, 24),
        ({"P1": 17, "P2": 4, "P3": 3, "P4": 1}, None),
        ({"P1": 90, "P2": 17, "P3": 2, "P4": 2}, None),
    ],
    ids=[
        "enough without any one",
        "just the threshold without the largest",
        "below the threshold without the largest",
        "two owners without the third",
        "the largest has 80 per cent without the second",
        "the largest has more without the second",
        "the second has more than 80 per cent without the largest",
    ],
)
def test_a_cell_passes_only_if_it_does_for_each_contributor_that_takes_its_own_away(numbers: dict[str, int], told: int | None) -> None:
    assert shown.number(NOTHING, of(**numbers), EXACT) == told


def test_own_incidents_are_those_of_a_contributor_like_any_other() -> None:
    """For the second owner the reader is the third: so three others are enough with own incidents, and not without."""
    assert shown.number(ONE, of(P1=3, P2=3, P3=3), EXACT) == 9
    assert shown.number(NOTHING, of(P1=3, P2=3, P3=3), EXACT) is None
    assert shown.number(worlds.incidents(60), of(P1=3, P2=3, P3=3), EXACT) is None


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"P1": 2, "P2": 2, "P3": 2, "P4": 2}, 5),
        ({"P1": 3, "P2": 3, "P3": 3, "P4": 3}, 5),
        ({"P1": 4, "P2": 2, "P3": 2, "P4": 2}, 10),
        ({"P1": 3, "P2": 1, "P3": 1, "P4": 3}, None),
    ],
    ids=["eight", "twelve, of which each contributor's third", "ten", "eight, of which four remain"],
)
def test_each_part_and_then_the_whole_is_rounded_down(numbers: dict[str, int], told: int | None) -> None:
    assert shown.number(NOTHING, of(**numbers), LIMITS) == told


def test_own_incidents_are_shown_in_full_and_not_added_to_others() -> None:
    found = shown.cells(ONE.assign(crime_area="mining"), theirs(*"ABCD" * 3, crime_area="mining"), ["crime_area"], LIMITS)
    assert found.to_dict("index") == {"mining": {"own": 1, "others": 5}}
    assert found.dtypes.astype("str").to_dict() == {"own": "int64", "others": "Int64"}


def test_cells_of_several_record_classes_stand_beside_each_other() -> None:
    found = shown.cells(ONE, theirs(*"ABCD" * 3, record_class="partner"), ["record_class"], LIMITS)
    assert found.fillna(0).to_dict("index") == {"police": {"own": 1, "others": 0}, "partner": {"own": 0, "others": 5}}


def test_cells_stand_in_the_order_of_what_may_be_told() -> None:
    mine = worlds.incidents(4, crime_area=["mining", "mining", "mining", "forestry"])
    found = shown.in_order(mine, theirs(*"ABCD" * 3, crime_area="forestry"), ["crime_area"], LIMITS)
    assert list(found["n"].items()) == [("forestry", 6), ("mining", 3)]


@pytest.mark.parametrize("columns", [["commodity"], ["commodity", "crime_area"]])
def test_of_cells_that_are_not_told_no_row_is_looked_at(columns: list[str]) -> None:
    goods = ["ivory"] * 12 + ["gold"] * 4
    rows, mine = theirs(*"ABCD" * 3, *"AAAA", commodity=goods, crime_area="mining"), worlds.incidents(1, commodity="gold")
    assert list(opened(shown.within(rows, shown.cells(mine, rows, columns, LIMITS)))["commodity"]) == ["ivory"] * 12
    hidden = theirs("A", commodity="gold")
    assert len(opened(shown.within(hidden, shown.cells(mine, hidden, columns, LIMITS)))) == 0


def test_a_cell_that_only_one_neighbour_reported_does_not_appear() -> None:
    found = shown.cells(ONE.assign(crime_area="mining"), theirs(*["P1"] * 40, crime_area="forestry"), ["crime_area"], LIMITS)
    assert list(found.index) == ["mining"]


def test_several_columns_make_a_cell() -> None:
    rows = theirs(*"ABCD" * 12, crime_area=["mining", "mining", "mining", "mining", "forestry", "forestry", "forestry", "forestry"] * 6)
    split = rows.through(lambda frame: frame.assign(year=[2024] * 24 + [2025] * 24))
    found = shown.cells(NOTHING.assign(year=2025), split, ["crime_area", "year"], LIMITS)
    assert found["others"].to_dict() == {(area, year): 5 for area in ("forestry", "mining") for year in (2024, 2025)}
    assert found["own"].eq(0).all()


def test_nothing_gives_an_empty_table() -> None:
    assert shown.cells(NOTHING, worlds.others(NOTHING), ["crime_area"], LIMITS).empty
    assert shown.number(NOTHING, worlds.others(NOTHING), LIMITS) is None


def test_record_classes_of_own_and_others_are_never_in_one_count() -> None:
    with pytest.raises(ValueError, match=r"^records that are counted together must be of one record class, got partner, police$"):
        shown.cells(ONE, theirs("P1", record_class="partner"), ["crime_area"], LIMITS)


def test_the_commonest_value_is_one_that_may_be_told() -> None:
    goods = ["ivory"] * 12 + ["gold"] * 20
    rows = theirs(*"ABCD" * 3, *"A" * 20, commodity=goods)
    found = shown.commonest(NOTHING, rows, ["reporting_country"], ["commodity", "crime_area"], limits=LIMITS)
    assert found.loc["KEN", "commodity"] == "ivory"
    nothing = shown.commonest(NOTHING.assign(x=None), rows.through(lambda frame: frame.assign(x=None)), ["owner"], ["x"], limits=LIMITS)
    assert list(nothing.dtypes.astype("str")) == ["str"]
    mine = worlds.incidents(6, commodity="tuna", crime_area="fisheries")
    found = shown.commonest(mine, rows, ["reporting_country"], ["commodity", "crime_area"], limits=LIMITS)
    assert found.to_dict("index") == {"KEN": {"commodity": "tuna", "crime_area": "fisheries"}}


def test_others_are_seen_by_the_year_and_own_by_the_day() -> None:
    mine = ONE.assign(date_from=pd.Timestamp("2024-05-03"))
    late = theirs(*"ABCD" * 3).through(lambda rows: rows.assign(date_from=pd.Timestamp("2025-11-30")))
    found = shown.seen(mine, late, ["reporting_country"], limits=LIMITS).loc["KEN"]
    assert (found["first"], found["first_precision"]) == (pd.Timestamp("2024-05-03"), "day")
    assert (found["last"], found["last_precision"]) == (pd.Timestamp("2025-01-01"), "year")
    early = late.through(lambda rows: rows.assign(date_from=pd.Timestamp("2023-11-30")))
    found = shown.seen(mine, early, ["reporting_country"], limits=LIMITS).loc["KEN"]
    assert (found["first"], found["first_precision"]) == (pd.Timestamp("2023-01-01"), "year")
    assert (found["last"], found["last_precision"]) == (pd.Timestamp("2024-05-03"), "day")
    only = shown.seen(NOTHING, early, ["reporting_country"], limits=LIMITS).loc["KEN"]
    assert list(only) == [pd.Timestamp("2023-01-01"), "year", pd.Timestamp("2023-01-01"), "year"]
    hidden = theirs(*"AAAA").through(lambda rows: rows.assign(date_from=pd.Timestamp("2025-11-30")))
    assert shown.seen(mine, hidden, ["reporting_country"], limits=LIMITS).loc["KEN", "last"] == pd.Timestamp("2024-05-03")


@pytest.mark.parametrize("day", ["2024-01-01", "2024-12-31"])
def test_a_year_that_own_days_lie_in_tells_nothing_more(day: str) -> None:
    mine = ONE.assign(date_from=pd.Timestamp("2024-05-03"))
    same = theirs(*"ABCD" * 3).through(lambda rows: rows.assign(date_from=pd.Timestamp(day)))
    found = shown.seen(mine, same, ["reporting_country"], limits=LIMITS).loc["KEN"]
    assert list(found) == [pd.Timestamp("2024-05-03"), "day", pd.Timestamp("2024-05-03"), "day"]


@pytest.mark.parametrize(
    ("own", "others", "expected"),
    [
        (["partner"], {"police": 24}, "partner"),
        ([], {"partner": 12, "administrative": 24}, "administrative"),
        ([], {"partner": 12, "administrative": 3}, "partner"),
        ([], {"partner": 3}, "police"),
    ],
)
def test_a_section_is_built_on_the_largest_class_of_own_records_or_else_of_what_may_be_told(
    own: list[str], others: dict[str, int], expected: str
) -> None:
    classes = [name for name, number in others.items() for _ in range(number)]
    rows = theirs(*("ABCD" * 12)[: len(classes)], record_class=classes)
    assert shown.principal_class(worlds.incidents(len(own), record_class=own) if own else NOTHING, rows, LIMITS) == expected


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ({"A": 1, "B": 1, "C": 1}, ["mining"]),
        ({"A": 2, "B": 2}, []),
        ({"A": 8, "B": 1, "C": 1}, ["mining"]),
        ({"A": 9, "B": 1, "C": 1}, []),
    ],
)
def test_who_needs_to_know_is_told_only_behind_what_no_contributor_stands(numbers: dict[str, int], told: list[str]) -> None:
    rows = opened(of(**numbers)).assign(known=True, crime_area="mining")
    assert list(shown.enough_owners(rows, ["crime_area"], LIMITS)) == told
    assert list(shown.by_known(rows, ["crime_area"], LIMITS).items()) == [(area, len(rows)) for area in told]


def test_who_needs_to_know_is_told_what_is_own_or_free_one_by_one() -> None:
    closed = opened(theirs("A", "B", "C", crime_area="mining")).assign(may_name=[True, False, None])
    rows = pd.concat([ONE.assign(crime_area="mining", may_name=False), closed], ignore_index=True).assign(known=True)
    assert list(shown.free_to_tell(rows)) == [True, True, False, False]
    assert shown.by_known(rows, ["crime_area"], LIMITS).to_dict() == {"mining": 2}
    assert list(shown.free_to_tell(rows.drop(columns="may_name"))) == [True, False, False, False]


def test_rows_whose_country_may_be_named_are_read_for_nothing_else() -> None:
    rows = theirs("A", "B", commodity=["gold", "ivory"]).through(lambda frame: frame.assign(may_name=[True, False]))
    assert shown.nameable(rows, ["commodity"]).to_dict("list") == {"own": [False], "commodity": ["gold"]}


def test_what_remains_of_an_edition_is_what_it_may_tell() -> None:
    """So that whether it is built tells nothing of records that may not be shown."""
    view = worlds.view(worlds.World(own=0))
    few, many = theirs("P1", "P1", in_period=True), theirs(*"ABCD" * 3, in_period=True)
    assert shown.remaining(replace(view, others=few)) == 0
    assert shown.remaining(replace(view, others=many)) == 5
    known = worlds.view(worlds.World(own=0, need_to_know=True))
    assert shown.remaining(replace(known, others=few)) == 2
    assert shown.remaining(worlds.view(worlds.World(own=3, first_year=2025))) == 3


def test_only_a_reader_who_needs_to_know_is_told_one_by_one() -> None:
    view = worlds.view(worlds.World(own=2, others=4))
    with pytest.raises(ValueError, match=r"^country-threat-assessment must be need-to-know to tell of others' records one by one, got a "):
        shown.known(view)
    known = shown.known(worlds.view(worlds.World(own=2, others=4, need_to_know=True)))
    assert counts.number(known) == 6
    assert known.index.is_unique


def test_the_rule_of_an_edition_comes_from_its_facts() -> None:
    facts = worlds.view(worlds.World()).facts
    assert shown.rule(facts) == LIMITS
    assert shown.rule(facts.model_copy(update={"rounding": False})) == EXACT
    assert shown.rule(worlds.view(worlds.World(need_to_know=True)).facts) == replace(LIMITS, threshold=1, rounding=False)
