import worlds

from ens_reports.analysis.assessment import assess
from ens_reports.locales import open_language
from ens_reports.report.charts.ranked import ranked


def test_the_first_commodity_stands_on_top_and_the_caveat_in_the_figure() -> None:
    found = assess(worlds.view(worlds.World(own=200)))
    figure = ranked(found.commodities, open_language("en"), caveat="Seizures show where authorities looked and found.")
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert labels[-1].lower().replace(" ", "_") == found.commodities.table.index[0].replace("tortoise", "tortoise_or_freshwater_turtle")
    assert figure._supxlabel.get_text() == "Seizures show where authorities looked and found."


def test_without_a_measured_quantity_there_is_one_panel() -> None:
    view = worlds.view(worlds.World(own=60))
    view.incidents["quantity"] = float("nan")
    assert len(ranked(assess(view).commodities, open_language("ar"), caveat="x").axes) == 1
