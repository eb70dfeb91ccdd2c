import pytest
from matplotlib.collections import LineCollection, PolyCollection

from ens_reports.locales import open_language
from ens_reports.report.charts import maps, theme
from ens_reports.report.charts.world import Bounds


def test_the_frame_has_the_shape_of_the_axes_and_holds_the_positions() -> None:
    frame = maps.around([(34.0, -4.0), (41.0, 4.0)], shape=1.5)
    assert (frame.west < 34, frame.east > 41) == (True, True)
    assert (frame.south < -4, frame.north > 4) == (True, True)
    assert (frame.east - frame.west) / (frame.north - frame.south) == pytest.approx(1.5, rel=0.02)


def test_one_position_is_framed_with_its_surroundings() -> None:
    frame = maps.around([(36.0, 31.0)], shape=1.0, least_deg=4.0)
    assert frame.north - frame.south == pytest.approx(4.0)


def test_a_frame_takes_the_short_way_across_the_date_line() -> None:
    frame = maps.around([(178.0, -18.0), (-172.0, -14.0)], shape=1.0)
    assert frame.east - frame.west < 20
    assert maps.turned(-172.0, frame) == pytest.approx(188.0)
    assert maps.turned(178.0, frame) == pytest.approx(178.0)


def test_positions_all_over_the_world_stay_within_it() -> None:
    frame = maps.around([(-170.0, -60.0), (-60.0, 0.0), (60.0, 0.0), (170.0, 75.0)], shape=1.6)
    assert -85 < frame.south < frame.north < 85
    assert frame.east - frame.west <= 340


def test_disputed_borders_are_dashed_and_only_land_as_a_whole_is_filled() -> None:
    axes = theme.figure(80, 60).subplots()
    maps.base(axes, Bounds(west=70, south=28, east=95, north=38))
    fills = [collection for collection in axes.collections if isinstance(collection, PolyCollection)]
    assert {tuple(colour) for fill in fills for colour in fill.get_facecolor().tolist()} == {(1.0, 1.0, 1.0, 1.0)}
    lines = [collection for collection in axes.collections if isinstance(collection, LineCollection) and collection.get_segments()]
    assert any(style[1] is not None for line in lines for style in line.get_linestyle())


def test_only_lines_in_the_frame_are_drawn() -> None:
    axes = theme.figure(80, 60).subplots()
    maps.base(axes, Bounds(west=36, south=-2, east=37, north=-1))
    assert sum(len(line.get_segments()) for line in axes.collections if isinstance(line, LineCollection)) < 10


def test_places_of_countries() -> None:
    assert maps.place_of("KEN") == pytest.approx((37.5, 0.4), abs=0.5)
    assert maps.place_of("XZZ") is None
    assert maps.frame_of("XZZ") is None


def test_the_disclaimer_explains_dashed_lines() -> None:
    assert maps.disclaimer(open_language("en")).endswith("Dashed lines are boundaries that are disputed or not finally agreed.")
