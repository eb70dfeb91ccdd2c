"""Each comparison with what was sent before: what it tells, what it must not, and the near miss between."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from ens_reports.intake.known.history import COLUMNS, compare
from ens_reports.store import Cover

ROW: dict[str, Any] = {
    "incident_id": "K1",
    "item_no": 1,
    "reporting_country": "KEN",
    "incident_date": "2025-03-10",
    "date_precision": "day",
    "record_type": "seizure",
    "commodity": "ivory",
    "scientific_name": "Loxodonta africana",
    "quantity": 3.5,
    "unit": "kg",
    "origin_country": "UGA",
    "destination_country": "VNM",
    "outcome": "charged",
    "place_name": "Mombasa",
    "latitude": -4.05,
    "longitude": 39.66,
}


def records(*rows: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame([{**ROW, **row} for row in rows], columns=list(COLUMNS), index=range(2, 2 + len(rows)))
    days = pd.to_datetime(frame["incident_date"])
    names = frame["reporting_country"] + frame["incident_id"] + frame["item_no"].astype("str")
    return frame.assign(date_from=days, date_to=days, record_id=names, record_digest=[repr(row) for row in frame.to_numpy().tolist()])


def found(now: dict[str, Any], before: dict[str, Any] | None = None) -> set[tuple[str, str]]:
    return {(item.check, item.field) for item in compare(records(now), records(before or {}), cover=Cover())}


@pytest.mark.parametrize(
    ("now", "check", "field"),
    [
        ({"incident_date": "2024-03-10"}, "date_revised", "incident_date"),
        ({"quantity": 3500.0}, "quantity_slipped", "quantity"),
        ({"quantity": 0.0035}, "quantity_slipped", "quantity"),
        ({"unit": "g"}, "quantity_slipped", "quantity"),
        ({"quantity": 35.0}, "quantity_jumped", "quantity"),
        ({"origin_country": "TZA"}, "route_revised", "origin_country"),
        ({"destination_country": "CHN"}, "route_revised", "destination_country"),
        ({"outcome": "under_investigation"}, "case_goes_back", "outcome"),
        ({"commodity": "horn"}, "coding_revised", "commodity"),
        ({"scientific_name": "Elephas maximus"}, "coding_revised", "scientific_name"),
        ({"quantity": None}, "cell_emptied", "quantity"),
        ({"outcome": None}, "cell_emptied", "outcome"),
    ],
)
def test_a_revision_that_contradicts(now: dict[str, Any], check: str, field: str) -> None:
    assert found(now) == {(check, field)}


@pytest.mark.parametrize(
    "now",
    [
        {},
        {"incident_date": "2025-03-28"},
        {"quantity": 3500.0, "unit": "g"},
        {"quantity": 9.0},
        {"quantity": 50.0, "unit": "pcs"},
        {"origin_country": "unknown"},
        {"outcome": "convicted"},
        {"outcome": "annulled"},
        {"place_name": "Kilindini"},
    ],
)
def test_a_revision_that_does_not(now: dict[str, Any]) -> None:
    assert found(now) == set()


@pytest.mark.parametrize("before", [{"outcome": "annulled"}, {"outcome": "convicted"}])
def test_a_decided_case_that_is_investigated_again_goes_back(before: dict[str, Any]) -> None:
    assert found({"outcome": "under_investigation"}, before) == {("case_goes_back", "outcome")}


def test_what_was_not_recorded_before_is_no_contradiction() -> None:
    assert found({}, dict.fromkeys(("quantity", "outcome", "commodity", "origin_country"))) == set()


def test_a_date_known_to_the_year_holds_all_its_days() -> None:
    now = records({"incident_date": "2025-11-01"})
    before = records({}).assign(date_from=pd.Timestamp("2025-01-01"), date_to=pd.Timestamp("2025-12-31"))
    assert compare(now, before, cover=Cover()) == []


def test_the_same_incident_under_another_number() -> None:
    assert found({"incident_id": "K2"}) == {("incident_under_other_number", "incident_id")}
    assert found({"incident_id": "K2", "quantity": 3.6}) == set()
    assert found({"incident_id": "K2", **dict.fromkeys(("place_name", "latitude", "longitude", "quantity"))}) == set()


def test_a_number_that_is_still_in_the_file_was_not_changed() -> None:
    assert compare(records({}, {"incident_id": "K2"}), records({}), cover=Cover()) == []


def test_a_whole_year_with_far_fewer_incidents() -> None:
    before = records(*({"incident_id": f"K{number}"} for number in range(40)))
    cover = Cover(period_from=date(2025, 1, 1), period_to=date(2025, 12, 31), completeness="all_cases")
    (told,) = compare(before.head(15), before, cover=cover)
    assert (told.check, told.values) == ("year_fewer", {"year": "2025", "now": "15", "before": "40"})  # noqa: PD011 - a finding is no frame
    assert compare(before.head(30), before, cover=cover) == []
    assert compare(before.head(15), before, cover=cover.model_copy(update={"completeness": "sample"})) == []
    assert compare(before.head(15), before, cover=cover.model_copy(update={"period_to": date(2025, 11, 30)})) == []


def _monthly(*counts: int, first: str = "2023-01") -> pd.DataFrame:
    months = pd.period_range(first, periods=len(counts), freq="M")
    rows = [
        {"incident_id": f"{month}-{number}", "incident_date": f"{month}-05", "quantity": float(number), "place_name": None}
        for month, count in zip(months, counts, strict=True)
        for number in range(count)
    ]
    return records(*rows)


def test_a_month_far_outside_the_senders_own_history() -> None:
    (told,) = compare(_monthly(90, first="2025-01"), _monthly(*[9, 11, 10] * 8), cover=Cover())
    assert (told.check, told.values) == ("month_unusual", {"months": "2025-01 (90)", "usual": "10"})  # noqa: PD011 - a finding is no frame


@pytest.mark.parametrize("number", [4, 22])
def test_a_month_within_it(number: int) -> None:
    assert compare(_monthly(number, first="2025-01"), _monthly(*[9, 11, 10] * 8), cover=Cover()) == []


def test_a_short_history_shows_nothing() -> None:
    assert compare(_monthly(90, first="2023-10"), _monthly(*[9, 11, 10] * 3), cover=Cover()) == []


def test_without_a_history_there_is_nothing_to_compare() -> None:
    assert compare(records({}), records({}).iloc[:0], cover=Cover()) == []
    assert compare(records({}).iloc[:0], records({}), cover=Cover()) == []
