import pandas as pd
import pytest
import worlds

from ens_reports.analysis.coverage import FIELDS, coverage, has
from ens_reports.analysis.scope import scope


def test_the_grid_tells_received_from_nil_late_and_nothing() -> None:
    view = worlds.view(worlds.World(own=1))
    view.incidents["date_from"] = pd.Timestamp("2025-05-05")
    view.incidents["in_period"], view.incidents["detecting_agency"] = True, "customs"
    view.submissions["agencies_covered"] = "customs; police"
    grid = coverage(view, scope(view)).grid
    assert grid.loc["customs"].to_list() == ["nil"] * 5 + ["received"] + ["nil"] * 2
    assert grid.loc["police"].unique().tolist() == ["nil"]


@pytest.mark.parametrize(("received", "state"), [("2026-10-31", "received"), ("2026-11-01", "late")])
def test_a_return_after_october_of_the_next_year_is_late(received: str, state: str) -> None:
    view = worlds.view(worlds.World(own=1))
    view.incidents["date_from"] = pd.Timestamp("2025-05-05")
    view.incidents["in_period"], view.incidents["detecting_agency"] = True, "customs"
    view.submissions["received_on"], view.submissions["agencies_covered"] = pd.Timestamp(received), "customs"
    assert coverage(view, scope(view)).grid.loc["customs"].iloc[5] == state


def test_an_agency_that_no_cover_sheet_names_shows_only_what_came() -> None:
    view = worlds.view(worlds.World(own=1, returned=False))
    view.incidents["date_from"], view.incidents["in_period"] = pd.Timestamp("2025-05-05"), True
    assert coverage(view, scope(view)).grid.iloc[0].to_list() == ["nothing"] * 5 + ["received"] + ["nothing"] * 2


def test_an_outcome_that_is_unknown_has_not_been_sent() -> None:
    records = worlds.incidents(3, outcome=["unknown", None, "charged"])
    assert has(records, "outcome").to_list() == [False, False, True]


def test_a_place_is_known_by_name_unit_or_position() -> None:
    records = worlds.incidents(
        4, place_name=["Voi", None, None, None], admin1=[None, "Kilifi", None, None], latitude=[None, None, 1.0, None]
    )
    assert has(records, "place").to_list() == [True, True, True, False]


def test_completeness_counts_rows_and_an_empty_view_has_no_shares() -> None:
    full, none = worlds.view(worlds.World(own=40)), worlds.view(worlds.World(own=0))
    table = coverage(full, scope(full)).completeness
    assert list(table.index) == list(FIELDS)
    assert table.loc["day", "share"] == 1.0
    assert coverage(none, scope(none)).completeness["share"].isna().all()
    assert coverage(none, scope(none)).share == 0.0


def test_an_area_that_went_silent_is_named_with_its_last_year() -> None:
    view = worlds.view(worlds.World(own=40))
    gone = view.incidents["crime_area"].eq("fisheries")
    view.incidents.loc[gone, "in_period"] = False
    view.incidents.loc[gone, "date_from"] = pd.Timestamp("2023-05-05")
    assert coverage(view, scope(view)).last_year_of == {"fisheries": 2023}


def test_the_grid_folds_agencies_that_do_not_fit() -> None:
    view = worlds.view(worlds.World(own=60))
    view.incidents["detecting_agency"] = [f"agency {number % 20}" for number in range(60)]
    view.incidents["in_period"] = True
    found = coverage(view, scope(view))
    assert (len(found.grid), found.agencies, found.folded) == (12, 20, 11)  # 20 with records, and 3 that the cover sheet names


def test_records_of_an_agency_that_the_cover_does_not_name_are_as_late_as_their_submission() -> None:
    view = worlds.view(worlds.World(own=1))
    view.incidents["date_from"], view.incidents["in_period"] = pd.Timestamp("2025-05-05"), True
    view.incidents["detecting_agency"] = "coastguard"
    view.submissions["received_on"] = pd.Timestamp("2026-11-01")
    assert coverage(view, scope(view)).grid.loc["coastguard"].to_list() == ["nothing"] * 5 + ["late"] + ["nothing"] * 2
