import pytest
import worlds

from ens_reports.analysis.assessment import assess
from ens_reports.analysis.tiers import Basis
from ens_reports.locales import open_language
from ens_reports.report.country import words

ENGLISH = open_language("en")


@pytest.mark.parametrize(
    ("basis", "line"),
    [
        (Basis(n=0, of=0), "Basis: no incidents."),
        (Basis(n=1, of=1), "Basis: 1 incident. Police and judicial records."),
        (Basis(n=14, of=20), "Basis: 14 incidents can answer this, of 20. Police and judicial records."),
    ],
)
def test_the_basis_line_tells_how_many_of_how_many(basis: Basis, line: str) -> None:
    assert words.basis(assess(worlds.view(worlds.World(own=1, first_year=2025))), basis) == line


@pytest.mark.parametrize(("value", "text"), [(0.0, "0"), (0.053, "0.05"), (12.4, "12"), (3.0, "3"), (float("nan"), words.NONE)])
def test_an_amount_has_the_decimals_that_it_needs(value: float, text: str) -> None:
    assert words.amount(ENGLISH, value) == text


def test_a_percentage_stands_alone_only_on_a_large_basis() -> None:
    assert words.share(ENGLISH, 3, 14, alone=False) == "3 of 14"
    assert words.share(ENGLISH, 30, 120, alone=True) == "25%"


def test_a_route_leaves_blanks_out() -> None:
    assert words.route(ENGLISH, ["KEN", "", " CHN"]) == "Kenya \N{RIGHTWARDS ARROW} China"
    assert words.route(ENGLISH, []) == words.NONE
