from dataclasses import replace

import numpy as np
import pandas as pd
import worlds

from ens_reports.analysis.scope import scope
from ens_reports.analysis.trends import change_point, direction, picture


def series(*values: float) -> pd.Series:
    return pd.Series(values, index=pd.period_range("2020Q1", periods=len(values), freq="Q"))


def test_a_steady_rise_is_up_and_a_steady_fall_is_down() -> None:
    assert direction(series(*range(1, 17))) == "up"
    assert direction(series(*range(17, 1, -1))) == "down"


def test_noise_is_level() -> None:
    assert direction(series(*np.random.default_rng(1).integers(4, 9, 16))) == "level"


def test_a_season_is_no_trend() -> None:
    assert direction(series(*[2, 9, 4, 1] * 4)) == "level"


def test_too_few_quarters_or_no_variation_carry_no_direction() -> None:
    assert direction(series(1, 2, 3, 4, 5, 6, 7)) == "unknown"
    assert direction(series(*[3] * 12)) == "unknown"


def test_a_change_of_level_is_found_where_it_happens() -> None:
    assert change_point(series(*[2, 3, 2, 3, 2, 3, 2, 3], *[9, 8, 9, 8, 9, 8, 9, 8])) == 8


def test_a_level_series_has_no_change() -> None:
    assert change_point(series(*[2, 3, 2, 3, 2, 3, 2, 3, 2, 3])) is None


def grown(*, agencies_too: bool) -> pd.DataFrame:
    """Two incidents a quarter for three years, then eight; with four times as many agencies in one variant."""
    rows = []
    for at, quarter in enumerate(pd.period_range("2020Q1", "2025Q4", freq="Q")):
        number = 2 if at < 12 else 8
        names = [f"agency {one if agencies_too else one % 2}" for one in range(number)]
        rows.append(worlds.incidents(number, date_from=quarter.start_time + pd.Timedelta(days=20), detecting_agency=names))
    frame = pd.concat(rows, ignore_index=True)
    frame["incident_id"] = [f"I{number}" for number in range(len(frame))]
    return frame.assign(crime_area="wildlife", in_period=frame["date_from"].dt.year.ge(2024))


def test_a_change_is_marked_only_when_reporting_did_not_change_with_it() -> None:
    world = worlds.World(first_year=2020)
    for agencies_too, marked in ((False, pd.Period("2023Q1")), (True, None)):
        base = worlds.view(world)
        view = replace(base, incidents=grown(agencies_too=agencies_too))
        assert picture(view, scope(view)).areas[0].change == marked


def test_record_classes_stand_apart_in_chart_and_table() -> None:
    view = worlds.view(worlds.World(own=80, classes=("police", "police", "open_source")))
    found = picture(view, scope(view))
    records = scope(view).history
    assert sum(int(area.counts.sum()) for area in found.areas) == int(records["record_class"].eq("police").sum())
    assert sum(int(area.apart.sum()) for area in found.areas) == int(records["record_class"].eq("open_source").sum())
    assert set(found.table.index.get_level_values("record_class")) == {"police", "open_source"}


def test_years_without_records_are_zero_and_undated_incidents_are_counted() -> None:
    view = worlds.view(worlds.World(own=12, first_year=2025))
    view.incidents.loc[:2, "date_precision"] = "year"
    found = picture(view, scope(view))
    assert found.years["incidents"].to_list() == [0, 12]
    assert found.undated == 3


def test_fewer_than_thirty_incidents_carry_no_test() -> None:
    view = worlds.view(worlds.World(own=40))
    assert {(area.direction, area.change) for area in picture(view, scope(view)).areas} == {("unknown", None)}


def test_nothing_gives_an_empty_picture() -> None:
    view = worlds.view(worlds.World(own=0))
    assert picture(view, scope(view)).areas == ()


def test_a_year_is_heard_of_by_a_record_or_a_return() -> None:
    sent, unsent = worlds.view(worlds.World(own=30)), worlds.view(worlds.World(own=30, returned=False))
    for view in (sent, unsent):
        view.incidents["date_from"], view.incidents["in_period"] = pd.Timestamp("2025-05-05"), True
    assert picture(sent, scope(sent)).years["heard"].to_dict() == {2024: True, 2025: True}
    assert picture(unsent, scope(unsent)).years["heard"].to_dict() == {2024: False, 2025: True}
