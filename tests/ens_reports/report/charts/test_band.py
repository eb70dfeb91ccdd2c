import pytest

from ens_reports.analysis.region import Band
from ens_reports.locales import open_language
from ens_reports.report.charts.band import band, is_ratio

ONE = Band(measure="completeness", value=0.4, low=0.2, middle=0.5, high=0.7, countries=6)


@pytest.mark.parametrize(
    ("measure", "ratio"), [("completeness", True), ("share_with_route", True), ("timeliness_days", False), ("areas_reported", False)]
)
def test_shares_are_told_from_numbers(measure: str, ratio: bool) -> None:  # noqa: FBT001 - a column of a table
    assert is_ratio(Band(measure=measure, value=None, low=0, middle=0, high=0, countries=5)) is ratio


def test_no_country_but_the_reader_is_named() -> None:
    figure = band((ONE,), ("Completeness",), open_language("en"), you="Kenya")
    assert {text.get_text() for text in figure.legends[0].get_texts()} == {"Kenya", "Regional median", "Middle half of the region"}


def test_a_reader_without_a_value_has_no_dot() -> None:
    without = Band(measure="completeness", value=None, low=0.2, middle=0.5, high=0.7, countries=6)
    dot = next(line for line in band((without,), ("x",), open_language("ar"), you="x").axes[0].lines if line.get_marker() == "o")
    assert dot.get_xdata()[0] != dot.get_xdata()[0]  # not a number: nothing is drawn
