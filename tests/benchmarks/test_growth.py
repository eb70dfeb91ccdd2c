from collections.abc import Callable

import pytest
from benchmarks.growth import Power, beyond_start, power, products_and_recipients


def test_a_power_is_found_again() -> None:
    law = power([1, 10, 50, 196], [0.5 * size**1.2 for size in (1, 10, 50, 196)])
    assert (round(law.exponent, 6), round(law.constant, 6)) == (1.2, 0.5)


@pytest.mark.parametrize(("fit", "fewer", "least"), [(power, 1, "two"), (beyond_start, 2, "three")])
def test_too_few_points_tell_no_growth(fit: Callable[..., Power], fewer: int, least: str) -> None:
    with pytest.raises(ValueError, match=rf"^sizes must be at least {least}, got {fewer}$"):
        fit([1, 2][:fewer], [2, 3][:fewer])


@pytest.mark.parametrize("exponent", [0.7, 1.0, 1.3])
@pytest.mark.parametrize("sizes", [[1, 11, 101], [1, 10, 98, 196, 784], [10_000, 100_000, 1_000_000, 20_000_000]])
def test_what_every_run_costs_hides_growth_until_it_is_told_apart(sizes: list[int], exponent: float) -> None:
    scale = 50 / sizes[-1] ** exponent
    costs = [8 + scale * size**exponent for size in sizes]

    assert power(sizes, costs).exponent < 0.8 * exponent
    law = beyond_start(sizes, costs)
    assert (law.exponent, law.constant) == pytest.approx((exponent, scale), rel=1e-3)


def test_a_small_size_that_by_chance_costs_less_than_a_smaller_one_changes_little() -> None:
    assert beyond_start([1, 10, 98, 196, 784], [8.04, 8.0, 28, 49, 191]).exponent == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize(("editions", "found"), [(1, (1, 1)), (196, (1, 196)), (197, (2, 98)), (2000, (11, 181))])
def test_products_for_recipients_give_about_so_many_editions(editions: int, found: tuple[int, int]) -> None:
    assert found == products_and_recipients(editions, 196)
