import matplotlib as mpl
import pytest

from ens_reports.locales import open_language
from ens_reports.report.charts import theme

ENGLISH = open_language("en")


def test_a_figure_has_the_size_that_it_is_printed_at() -> None:
    assert theme.figure(127, 50.8).get_size_inches().tolist() == [5.0, 2.0]


def test_a_dollar_sign_in_a_place_name_is_drawn_and_not_parsed() -> None:
    figure = theme.figure()
    figure.text(0, 0, "$\\frac{1}{2}$ Port $")
    figure.canvas.draw()
    assert mpl.rcParams["text.parse_math"] is False


def test_labels_have_a_capital_and_fit() -> None:
    assert theme.name("elephant_ivory", ENGLISH) == "Elephant ivory"
    assert len(theme.name("x" * 60, ENGLISH)) == theme.LONGEST_LABEL


@pytest.mark.parametrize(("code", "symbol"), [("kg", "kg"), ("m3", "m\N{SUPERSCRIPT THREE}"), ("pcs", "pieces")])
def test_a_unit_stands_by_its_symbol_where_it_has_one(code: str, symbol: str) -> None:
    assert theme.unit(code, ENGLISH) == symbol


def test_every_area_has_a_colour_of_its_own() -> None:
    assert len(set(theme.AREA_COLOURS.values())) == 6
