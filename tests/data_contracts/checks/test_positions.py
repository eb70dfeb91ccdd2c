import numpy as np
import pandas as pd
import pytest
from contract_rows import Change, Checks, Find, Validate

from data_contracts.checks import positions
from data_contracts.checks.notes import Notes

POSITION = {"position_swapped", "position_sign", "position_slipped", "position_elsewhere", "position_outside", "position_far_at_sea"}


def at(latitude: str, longitude: str, country: str = "KEN", **more: str) -> dict[str, str]:
    return {"latitude": latitude, "longitude": longitude, "reporting_country": country, **more}


@pytest.mark.parametrize(
    ("change", "check"),
    [
        (at("-1.286", "36.817"), ""),
        (at("36.817", "-1.286"), "position_swapped"),
        (at("120.98", "14.6", "PHL"), "position_swapped"),
        (at("12.05", "-77.04", "PER"), "position_sign"),
        (at("-12046", "-77043", "PER"), "position_slipped"),
        (at("-12046374", "-77.04", "PER"), "position_slipped"),
        (at("0.3136", "32.5811"), "position_elsewhere"),
        (at("-4.3", "39.8"), ""),
        (at("-3.0", "43.0"), ""),
        (at("-3.0", "60.0"), "position_far_at_sea"),
        (at("-3.0", "60.0", place_precision="sea_area"), ""),
        (at("-3.0", "60.0", location_type="high_seas"), ""),
        (at("-2.17", "-68.85", "COL"), "position_elsewhere"),
        (at("44.95", "34.10", "UKR"), ""),
        (at("44.95", "34.10", "RUS"), ""),
        (at("44.95", "34.10", "KEN"), "position_outside"),
        (at("35.27", "33.38", "CYP"), ""),
        (at("9.56", "44.06", "SOM"), ""),
        (at("25.03", "121.56", "CHN"), ""),
        (at("4.92", "-52.33", "GUF"), ""),
        (at("18.4", "-66.1", "USA"), ""),
        (at("-17.7", "178.0", "FJI"), ""),
        (at("-16.8", "-179.9", "FJI"), ""),
        (at("51.5", "-0.12", "XXX", supplied_by="EIA"), ""),
    ],
)
def test_a_position_is_held_against_the_land_of_the_reporting_country(checks_of_each: Checks, change: Change, check: str) -> None:
    assert checks_of_each("wildlife", change)[0] & POSITION == ({check} if check else set())


@pytest.mark.parametrize("change", [at("36.817", "-1.286"), at("12.05", "-77.04", "PER"), at("-12046", "-77043", "PER")])
def test_what_may_be_a_slip_is_left_out_until_confirmed(judge: Validate, change: Change) -> None:
    assert judge("wildlife", change).accepted.loc[2, ["latitude", "longitude"]].isna().all()


@pytest.mark.parametrize("change", [at("0.3136", "32.5811"), at("-3.0", "60.0")])
def test_what_may_be_true_is_kept(judge: Validate, change: Change) -> None:
    assert judge("wildlife", change).accepted.loc[2, ["latitude", "longitude"]].notna().all()


def test_the_country_is_named(find: Find) -> None:
    assert find("wildlife", at("0.3136", "32.5811"))["position_elsewhere"].values["country"] == "UGA"  # noqa: PD011 - a finding is no frame


def test_a_place_near_a_border_is_on_both_sides(checks_of_each: Checks) -> None:
    """Busia: the town lies on both sides of the border."""
    assert not checks_of_each("wildlife", at("0.46", "34.05"))[0] & POSITION


def test_a_number_that_no_slip_explains_is_told_as_outside(checks_of_each: Checks) -> None:
    assert checks_of_each("wildlife", at("95.2", "36.5")) == [{"number_outside"}]


def test_a_nil_return_has_no_position_to_judge(checks_of_each: Checks) -> None:
    assert not checks_of_each("wildlife", at("0.3136", "32.5811", record_type="nil"))[0] & POSITION


def test_no_finding_takes_a_side(checks_of_each: Checks) -> None:
    """Neither of two countries is told that a place of a disputed area is the other's."""
    rows = [
        at("24.0", "-13.5", "MAR"),
        at("6.5", "-60.0", "VEN"),
        at("6.5", "-60.0", "GUY"),
        at("33.0", "35.8", "SYR"),
        at("22.3", "35.5", "SDN"),
    ]
    assert all(not failed & POSITION for failed in checks_of_each("wildlife", *rows))


def test_rows_without_positions_are_not_looked_at() -> None:
    frame = pd.DataFrame({"latitude": [None], "longitude": [None], "reporting_country": ["KEN"]}, dtype="str")
    notes = Notes()
    assert positions.set_right(frame, notes) is frame
    assert notes.found == []


def test_each_distinct_position_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    whole = positions._judged

    def counting(points: positions._Points) -> positions.Named:
        seen.append(len(points.latitude))
        return whole(points)

    monkeypatch.setattr(positions, "_judged", counting)
    rows = {"latitude": [-1.2] * 50, "longitude": [36.8] * 50, "reporting_country": "KEN", "record_type": "seizure"}
    frame = pd.DataFrame(rows | {"place_precision": None, "location_type": None})
    positions.judge(frame, Notes())
    assert seen == [1]


def test_positions_that_are_no_numbers_are_left_to_others() -> None:
    frame = pd.DataFrame({"latitude": ["north", "inf"], "longitude": ["12", "nan"], "reporting_country": ["KEN", "KEN"]}, dtype="str")
    assert positions.set_right(frame, Notes())["latitude"].tolist() == ["north", "inf"]
    assert np.isinf(float(frame["latitude"][1]))
