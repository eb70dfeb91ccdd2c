import pytest

from ens_reports.analysis.tiers import Basis, tier


@pytest.mark.parametrize(
    ("number", "name"), [(0, "none"), (1, "few"), (9, "few"), (10, "reduced"), (29, "reduced"), (30, "full"), (5000, "full")]
)
def test_a_tier_follows_from_the_number_of_usable_incidents(number: int, name: str) -> None:
    assert tier(number) == name


@pytest.mark.parametrize(("number", "charted", "tested"), [(9, False, False), (10, True, False), (29, True, False), (30, True, True)])
def test_charts_need_ten_incidents_and_tests_thirty(number: int, charted: bool, tested: bool) -> None:  # noqa: FBT001 - columns of a table
    basis = Basis(n=number, of=100)
    assert (basis.charted, basis.tested) == (charted, tested)
