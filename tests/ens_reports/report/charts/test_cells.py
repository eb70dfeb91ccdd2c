import worlds

from ens_reports.analysis.assessment import assess
from ens_reports.locales import open_language
from ens_reports.report.charts.cells import places_map


def test_one_hexagon_for_each_cell_and_no_points() -> None:
    found = assess(worlds.view(worlds.World(own=60))).places
    axes = places_map(found, open_language("en")).axes[0]
    assert len(axes.collections[-1].get_paths()) == len(found.cells)
    assert not axes.lines


def test_kinds_of_place_stand_beside_with_what_nobody_recorded() -> None:
    found = assess(worlds.view(worlds.World(own=60))).places
    labels = [label.get_text() for label in places_map(found, open_language("en")).axes[1].get_yticklabels()]
    assert labels[0] == "Not recorded"
    assert len(labels) == len(found.kinds) + 1
