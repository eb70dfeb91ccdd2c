"""How a cost grows: as a power of the size, by itself or on top of what every run costs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import optimize


@dataclass(frozen=True, kw_only=True)
class Power:
    """`cost = constant * size ** exponent`."""

    exponent: float
    constant: float


def power(sizes: Sequence[float], costs: Sequence[float]) -> Power:
    """Fit a power.

    Args:
        sizes: At least two.
        costs: Of each, above 0.

    Raises:
        ValueError: There are fewer.
    """
    if len(sizes) < 2:
        raise ValueError(f"sizes must be at least two, got {len(sizes)}")
    slope, intercept = np.polyfit(np.log(sizes), np.log(costs), 1)
    return Power(exponent=float(slope), constant=float(np.exp(intercept)))


def beyond_start(sizes: Sequence[float], costs: Sequence[float]) -> Power:
    """Fit `cost = start + constant * size ** exponent`, where every run costs the start; deviations count relative to the cost.

    Args:
        sizes: At least three.
        costs: Of each, above 0.

    Returns:
        The power, without the start.

    Raises:
        ValueError: There are fewer.
    """
    if len(sizes) < 3:
        raise ValueError(f"sizes must be at least three, got {len(sizes)}")
    size, cost = np.asarray(sizes, dtype=float), np.asarray(costs, dtype=float)

    def deviations(law: NDArray[np.float64]) -> NDArray[np.float64]:
        start, most, exponent = law
        return (start + most * (size / size[-1]) ** exponent) / cost - 1

    guess, exact = (cost[0], cost[-1] - cost[0], 1.0), dict.fromkeys(("xtol", "ftol", "gtol"), 1e-14)
    found = optimize.least_squares(deviations, x0=guess, bounds=(0, [np.inf, np.inf, 3]), x_scale="jac", **exact)
    _start, most, exponent = found.x
    return Power(exponent=float(exponent), constant=float(most / size[-1] ** exponent))


def products_and_recipients(editions: int, recipients: int) -> tuple[int, int]:
    """How many alike products for how many recipients give about so many editions, and never more.

    Args:
        editions: How many are wanted.
        recipients: How many there are.
    """
    products = -(-editions // recipients)
    return products, editions // products
