import pandas as pd
import pytest
import worlds

from ens_reports.analysis import shown

LIMITS = shown.Rule(threshold=5, min_owners=3, dominance=0.8)


def theirs(*owners: str) -> pd.DataFrame:
    """Others' incidents, one per name."""
    return worlds.incidents(len(owners), own=False, owner=list(owners))


@pytest.mark.parametrize(
    ("owners", "allowed"),
    [
        (["P1", "P1", "P2", "P2", "P3"], True),
        (["P1", "P1", "P2", "P3"], False),
        (["P1"] * 5 + ["P2"] * 5, False),
        (["P1"] * 9 + ["P2", "P3"], False),
        (["P1"] * 8 + ["P2", "P3"], True),
    ],
    ids=["enough", "below the threshold", "two owners", "one owner has 82 per cent", "one owner has 80 per cent"],
)
def test_a_cell_of_others_needs_threshold_owners_and_no_dominant_one(owners: list[str], allowed: bool) -> None:  # noqa: FBT001 (a table's column)
    assert shown.passes(theirs(*owners), LIMITS) is allowed
    assert shown.others_number(theirs(*owners), LIMITS) == (len(owners) if allowed else None)


def test_own_incidents_are_shown_in_full_and_not_added_to_others() -> None:
    records = pd.concat([worlds.incidents(1, crime_area="mining"), theirs("P1", "P2", "P3", "P1", "P2").assign(crime_area="mining")])
    assert shown.cells(records, ["crime_area"], LIMITS).to_dict("index") == {"mining": {"own": 1, "others": 5}}


def test_a_cell_that_only_one_neighbour_reported_does_not_appear() -> None:
    records = pd.concat([worlds.incidents(1, crime_area="mining"), theirs(*["P1"] * 40).assign(crime_area="forestry")])
    assert list(shown.cells(records, ["crime_area"], LIMITS).index) == ["mining"]


def test_nothing_gives_an_empty_table() -> None:
    assert shown.cells(worlds.empty(), ["crime_area"], LIMITS).empty
    assert shown.others_number(worlds.empty(), LIMITS) is None


def test_the_rule_of_an_edition_comes_from_its_facts() -> None:
    assert shown.rule(worlds.view(worlds.World()).facts) == LIMITS
