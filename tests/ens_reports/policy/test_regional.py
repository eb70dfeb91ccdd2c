from collections.abc import Callable

import pandas as pd
import pytest

from ens_reports.policy.names import Pseudonyms
from ens_reports.policy.regional import MEASURES, behind, regional

KEY = b"0" * 32
Make = Callable[..., pd.DataFrame]
EAST = ("KEN", "UGA", "TZA", "ETH", "RWA", "BDI")


def keyed(recipient: str) -> Pseudonyms:
    return Pseudonyms(key=KEY, recipient=recipient)


def measured(records: pd.DataFrame, submissions: pd.DataFrame, recipient: str) -> pd.DataFrame:
    return regional(behind(records, recipient=recipient, least=5), submissions, pseudonyms=keyed(recipient))


@pytest.fixture
def world(records: Make) -> tuple[pd.DataFrame, pd.DataFrame]:
    parts = [
        records(code, *["2025-01-01"] * number, owner=code, origin_country=["KEN"] + [None] * (number - 1))
        for number, code in enumerate(EAST, start=1)
    ]
    frame = pd.concat([part.assign(owner=code) for part, code in zip(parts, EAST, strict=True)], ignore_index=True)
    sent = pd.DataFrame({"owner": list(EAST), "received_on": pd.Timestamp("2026-01-20"), "period_to": pd.Timestamp("2025-12-31")})
    return frame, sent


def _values(table: pd.DataFrame, country: str) -> dict[str, float]:
    return dict(table[table["country"].eq(country)].set_index("measure")["value"])


def test_the_recipient_stands_beside_five_others_without_names(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    table = measured(*world, "UGA")
    assert list(table["country"].unique()) == ["UGA", "C1", "C2", "C3", "C4", "C5"]
    assert list(table["measure"].unique()) == list(MEASURES)
    assert _values(table, "UGA") == {
        "completeness": pytest.approx((1 + 1 + 0.5) / 8),  # commodity and day on each row, origin on every second
        "timeliness_days": 20,
        "share_with_route": 0.5,
        "areas_reported": 1,
    }


def test_values_of_others_are_rounded(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    """One route in three incidents would tell of three incidents."""
    frame, sent = world
    table = measured(frame, sent.assign(received_on=pd.Timestamp("2026-01-23")), "UGA").query("country != 'UGA'")
    values = {measure: sorted(found) for measure, found in table.groupby("measure")["value"]}
    assert values == {
        "completeness": pytest.approx([0.25, 0.3, 0.3, 0.3, 0.4]),
        "timeliness_days": [25] * 5,
        "share_with_route": pytest.approx([0.15, 0.2, 0.25, 0.35, 1.0]),
        "areas_reported": [1] * 5,
    }


@pytest.mark.parametrize("column", ["origin_country", "transit_countries", "destination_country"])
@pytest.mark.parametrize(("incidents", "share"), [(["A", "B"], 0.5), (["A", "A"], 1), ([None, None], 1)])
def test_an_incident_has_a_route_when_any_of_its_items_names_any_part_of_one(
    world: tuple[pd.DataFrame, pd.DataFrame], column: str, incidents: list[str | None], share: float
) -> None:
    frame, sent = world
    mine = frame[frame["owner"].eq("UGA")].assign(**{"origin_country": None, column: ["KEN", None], "incident_id": incidents})
    table = measured(pd.concat([frame[frame["owner"].ne("UGA")], mine]), sent, "UGA")
    assert _values(table, "UGA")["share_with_route"] == share


def test_four_others_are_too_few(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    frame, sent = world
    assert measured(frame[frame["owner"].ne("BDI")], sent, "UGA").empty


def test_countries_of_another_region_and_bodies_do_not_count(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    frame, sent = world
    for code in ("BRA", "EIA"):
        swapped = {"owner": {"BDI": code}}
        assert measured(frame.replace(swapped), sent.replace(swapped), "UGA").empty


def test_a_store_that_holds_a_nil_return_alone_has_no_measures() -> None:
    """Its records have no fields at all."""
    nothing = pd.DataFrame({"owner": pd.Series(dtype="str")})
    table = regional(behind(nothing, recipient="UGA", least=5), pd.DataFrame(), pseudonyms=keyed("UGA"))
    assert {name: str(kind) for name, kind in table.dtypes.items()} == {"country": "str", "measure": "str", "value": "float64"}


def test_a_body_has_no_region(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    assert measured(*world, "EIA").empty


def test_what_the_measures_rest_on_is_the_region_and_nothing_else(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    frame, _ = world
    more = pd.concat([frame, frame[frame["owner"].eq("KEN")].assign(owner="BRA")], ignore_index=True)
    assert set(behind(more, recipient="UGA", least=5)["owner"]) == set(EAST)
    assert behind(more, recipient="UGA", least=6).empty
    assert set(behind(more, recipient="ZMB", least=6)["owner"]) == set(EAST)  # it sent nothing itself


def test_names_follow_the_values_not_the_codes(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    """Two countries that change places leave the table as it was."""
    frame, sent = world
    swapped = {"owner": {"KEN": "TZA", "TZA": "KEN"}}
    pd.testing.assert_frame_equal(
        measured(frame, sent, "UGA"),
        measured(frame.replace(swapped), sent.replace(swapped), "UGA"),
    )


def test_a_cover_sheet_without_a_period_has_no_timeliness(world: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    frame, sent = world
    table = measured(frame, sent.assign(period_to=pd.Series(pd.NaT, index=sent.index)), "UGA")
    assert table.loc[table["measure"].eq("timeliness_days"), "value"].isna().all()
