"""A tiny topology of two square countries that share one border shows each step; the real file is too large to commit."""

import json
from pathlib import Path

import pytest

from ens_reports.report.charts import prepare_world


def topology() -> dict[str, object]:
    """Kenya west of Tanzania: arc 0 is the border, arcs 1 and 2 are coasts."""
    return {
        "transform": {"scale": [1.0, 1.0], "translate": [0.0, 0.0]},
        "arcs": [[[10, 0], [0, 10]], [[10, 10], [-10, 0], [0, -10], [10, 0]], [[10, 10], [10, 0], [0, -10], [-10, 0]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"id": "404", "type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Kenya"}},
                    {"id": "834", "type": "MultiPolygon", "arcs": [[[~0, ~2]]], "properties": {"name": "Tanzania"}},
                ]
            },
            "land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[1, ~2]]]}]},
        },
    }


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    source = tmp_path / "countries-50m.json"
    source.write_text(json.dumps(topology()), encoding="utf-8")
    monkeypatch.setattr(prepare_world, "__file__", str(tmp_path / "prepare_world.py"))
    prepare_world.main(source)
    return dict(json.loads((tmp_path / "world.json").read_text(encoding="utf-8")))


def test_an_arc_of_two_countries_is_a_border_and_of_one_a_coast(made: dict[str, object]) -> None:
    assert made["sides"] == [["KEN", "TZA"], ["KEN"], ["TZA"]]


def test_coordinates_are_steps_from_point_to_point(made: dict[str, object]) -> None:
    assert made["arcs"] == [[1000, 0, 0, 1000], [1000, 1000, -1000, 0, 0, -1000, 1000, 0], [1000, 1000, 1000, 0, 0, -1000, -1000, 0]]


def test_a_country_gets_a_point_inside_and_its_frame(made: dict[str, object]) -> None:
    assert made["countries"] == {"KEN": [5.0, 5.0, 0.0, 0.0, 10.0, 10.0], "TZA": [15.0, 5.0, 10.0, 0.0, 20.0, 10.0]}


def test_a_ring_across_the_date_line_is_framed_in_one_piece() -> None:
    ring = [(179.0, 0.0), (-179.0, 0.0), (-179.0, 1.0)]
    assert prepare_world._unwrapped(ring, around=179.0) == [(179.0, 0.0), (181.0, 0.0), (181.0, 1.0)]
