"""How a cost grows: a power of the size, by a straight line through the logarithms."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


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


def beyond_first(sizes: Sequence[float], costs: Sequence[float]) -> tuple[list[float], list[float]]:
    """What each size adds to the first, without what every run costs; one that costs no more than the first, by chance, is left out.

    Args:
        sizes: From the smallest.
        costs: Of each.
    """
    added = [(size - sizes[0], cost - costs[0]) for size, cost in zip(sizes[1:], costs[1:], strict=True)]
    kept = [(size, cost) for size, cost in added if cost > 0]
    return [size for size, _ in kept], [cost for _, cost in kept]


def products_and_recipients(editions: int, recipients: int) -> tuple[int, int]:
    """How many alike products for how many recipients give about so many editions, and never more.

    Args:
        editions: How many are wanted.
        recipients: How many there are.
    """
    products = -(-editions // recipients)
    return products, editions // products
