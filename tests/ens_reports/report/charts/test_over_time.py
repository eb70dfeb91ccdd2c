import worlds

from ens_reports.analysis.scope import scope
from ens_reports.analysis.trends import picture
from ens_reports.report.charts.over_time import over_time


def axes(world: worlds.World) -> list:
    view = worlds.view(world)
    return over_time(picture(view, scope(view)), view.language).axes


def test_each_area_has_a_panel_and_reporting_stands_above() -> None:
    drawn = axes(worlds.World(own=60))
    assert [one.get_title(loc="left") for one in drawn] == [
        "Agencies with a record",
        "Wildlife",
        "Fisheries",
        "Forestry",
        "Pollution",
        "Mining",
    ]


def test_open_quarters_are_hatched_and_no_others() -> None:
    for panel in axes(worlds.World(own=60))[1:]:
        assert [bool(bar.get_hatch()) for bar in panel.patches] == [False] * 19 + [True]


def test_other_record_classes_are_hollow_marks_and_never_in_a_bar() -> None:
    panels = axes(worlds.World(own=90, classes=("police", "police", "open_source")))[1:]
    marks = [line for panel in panels for line in panel.lines if line.get_marker() == "o"]
    assert any(len(line.get_xdata()) for line in marks)
    assert {line.get_markerfacecolor() for line in marks} == {"white"}


def test_sixteen_years_are_labelled_without_crowding() -> None:
    labels = [label.get_text() for label in axes(worlds.World(own=200, first_year=2010))[-1].get_xticklabels()]
    assert labels[0] == "2010"
    assert len(labels) <= 8
