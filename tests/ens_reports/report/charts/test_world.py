import numpy as np
import pytest

from ens_reports.report.charts.world import border_near, on_land, world


def test_border_lines_carry_the_codes_of_their_two_sides() -> None:
    pairs = {border.pair for border in world().borders}
    assert {("KEN", "TZA"), ("COL", "VEN"), ("IDN", "MYS"), ("JOR", "SAU")} <= pairs
    assert all(first < second for first, second in pairs)


def test_a_listed_pair_is_disputed_and_its_neighbour_is_not() -> None:
    disputed = {border.pair for border in world().borders if border.disputed}
    assert ("ESH", "MAR") in disputed
    assert ("DZA", "MAR") not in disputed


def test_only_the_listed_stretch_of_a_long_border_is_disputed() -> None:
    by_state = {
        state: np.concatenate([b.points for b in world().borders if b.pair == ("IND", "PAK") and b.disputed is state])
        for state in (True, False)
    }
    assert by_state[True][:, 1].min() > 31
    assert by_state[False][:, 1].min() < 25


def test_no_coast_runs_along_the_cut_at_the_date_line() -> None:
    for line in world().coasts:
        on_edge = np.abs(line[:, 0]) >= 179.985
        assert not (on_edge[:-1] & on_edge[1:]).any()


def test_no_line_jumps_across_the_map() -> None:
    assert max(np.abs(np.diff(line[:, 0])).max() for line in world().coasts) < 20


@pytest.mark.parametrize(
    ("name", "longitude", "latitude", "expected"),
    [
        ("Nairobi", 36.82, -1.29, True),
        ("Mombasa port", 39.66, -4.06, True),
        ("200 km off Mombasa", 41.9, -4.8, False),
        ("central Baltic", 19.6, 57.6, False),
        ("Chukotka, beyond the date line", -175.0, 67.0, True),
        ("Viti Levu", 178.0, -17.8, True),
        ("Antarctica", 0.0, -80.0, True),
        ("no position", float("nan"), 1.0, False),
    ],
)
def test_on_land(name: str, longitude: float, latitude: float, *, expected: bool) -> None:
    assert on_land(longitude, latitude).tolist() == [expected], name


def test_on_land_answers_each_position_in_its_place() -> None:
    assert on_land([0.0, 36.8, np.nan, 41.9], [0.0, -1.3, 0.0, -4.8]).tolist() == [False, True, False, False]


def test_the_border_near_a_position() -> None:
    assert border_near(34.0, -1.0, within_deg=0.3) == ("KEN", "TZA")
    assert border_near(36.8, -1.3, within_deg=0.3) is None


def test_a_disputed_border_is_never_named_as_near() -> None:
    assert border_near(74.2, 34.3, within_deg=0.5) is None


def test_a_country_is_framed_without_its_far_parts() -> None:
    assert world().frames["FRA"].west > -6
    assert world().frames["FJI"].east > 180
