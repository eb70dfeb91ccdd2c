import pytest
from benchmarks.growth import beyond_first, power, products_and_recipients


def test_a_power_is_found_again() -> None:
    law = power([1, 10, 50, 196], [0.5 * size**1.2 for size in (1, 10, 50, 196)])
    assert (round(law.exponent, 6), round(law.constant, 6)) == (1.2, 0.5)


def test_through_one_point_goes_any_line() -> None:
    with pytest.raises(ValueError, match=r"^sizes must be at least two, got 1$"):
        power([1], [2])


def test_what_every_run_costs_hides_growth_until_it_is_taken_off() -> None:
    sizes = [1, 11, 101]
    costs = [100 + (size - 1) ** 2 for size in sizes]

    assert power(sizes, costs).exponent < 1.1
    assert round(power(*beyond_first(sizes, costs)).exponent, 6) == 2


def test_a_size_that_by_chance_costs_no_more_than_the_first_is_left_out() -> None:
    assert ([2, 9], [1, 4]) == beyond_first([1, 2, 3, 10], [5, 5, 6, 9])


@pytest.mark.parametrize(("editions", "found"), [(1, (1, 1)), (196, (1, 196)), (197, (2, 98)), (2000, (11, 181))])
def test_products_for_recipients_give_about_so_many_editions(editions: int, found: tuple[int, int]) -> None:
    assert found == products_and_recipients(editions, 196)
