import worlds

from ens_reports.analysis.assessment import assess
from ens_reports.locales import open_language
from ens_reports.report.charts import theme
from ens_reports.report.charts.completeness import completeness


def test_the_weakest_field_stands_lowest_and_below_one_half_in_red() -> None:
    found = assess(worlds.view(worlds.World(own=60)))
    axes = completeness(found.coverage, open_language("en")).axes[0]
    shares = found.coverage.completeness["share"].sort_values(kind="stable")
    heads = [line for line in axes.lines if line.get_marker() == "o"]
    assert [round(float(line.get_xdata()[0]), 6) for line in heads] == [round(float(share), 6) for share in shares]
    assert [line.get_color() == theme.ALERT for line in heads] == [share < 0.5 for share in shares]
