import worlds

from ens_reports.analysis.assessment import assess
from ens_reports.locales import open_language
from ens_reports.report.charts.stages import stages


def test_what_nobody_recorded_has_a_bar_of_its_own() -> None:
    found = assess(worlds.view(worlds.World(own=200))).methods
    axes = stages(found, open_language("en")).axes[0]
    assert [label.get_text() for label in axes.get_xticklabels()][-1] == "Not recorded"
    assert axes.patches[-1].get_height() == found.unstaged
    assert axes.patches[-1].get_hatch()
