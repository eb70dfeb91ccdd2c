import pandas as pd
import pytest
import worlds

from ens_reports.analysis import hotspots, shown
from ens_reports.locales import LANGUAGES, open_language
from ens_reports.report.charts import hotspot_maps
from ens_reports.report.drawing import to_svg

LIMITS = shown.Rule(threshold=5, min_owners=3, dominance=0.8)


def found(number: int = 60, **changes: object) -> hotspots.Hotspots:
    records = worlds.view(worlds.World(own=number)).incidents
    return hotspots.hotspots(*worlds.sides(records.assign(**changes)), LIMITS, resolution=5)


@pytest.mark.parametrize("code", LANGUAGES)
def test_both_maps_have_the_same_frame(code: str) -> None:
    figure = hotspot_maps.hotspot_maps(found(), open_language(code))
    assert figure is not None
    left, right = figure.axes
    assert (left.get_xlim(), left.get_ylim()) == (right.get_xlim(), right.get_ylim())


def test_no_position_gives_no_map() -> None:
    assert hotspot_maps.hotspot_maps(found(latitude=float("nan")), open_language("en")) is None


def test_the_same_records_give_the_same_drawing() -> None:
    one, other = (hotspot_maps.hotspot_maps(found(), open_language("en")) for _ in range(2))
    assert one is not None
    assert other is not None
    assert to_svg(one) == to_svg(other)


def test_wide_frames_draw_wider_cells() -> None:
    near = pd.DataFrame({"latitude": [0.0, 1.0], "longitude": [36.0, 37.0]}, index=["85754e67fffffff", "85754e63fffffff"])
    far = near.assign(latitude=[-40.0, 40.0], longitude=[-30.0, 60.0])
    narrow, wide = (hotspot_maps.drawn_resolution(hotspot_maps.frame(spots), spots) for spots in (near, far))
    assert narrow > wide


def test_one_spot_far_away_of_many_stays_outside_the_frame() -> None:
    spots = pd.DataFrame({"latitude": [0.0 + at / 100 for at in range(30)] + [60.0], "longitude": [36.0] * 30 + [-100.0]})
    assert hotspot_maps.outside(spots) == 1
