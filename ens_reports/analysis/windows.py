"""When: the months and the weekday in which more happened than an even spread would give, tested by simulation with a fixed seed."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

MONTHS, WEEKDAYS = 12, 7
WIDTH = 3
"""Months in a window."""
LEAST = 8
"""Dates below which a window is not looked for: three in a row would look like a season."""
LEVEL = 0.05
SIMULATIONS = 4000
SEED = 20170101


@dataclass(frozen=True, kw_only=True)
class Window:
    """A stretch of the year or of the week in which more was recorded.

    Attributes:
        first: First month (1 to 12) or weekday (1 is Monday).
        last: Last one; below `first` where the window runs over the new year.
        share: Share of the dates in it, 0 to 1.
        n: Dates it rests on.
    """

    first: int
    last: int
    share: float
    n: int


def months(records: pd.DataFrame) -> Window | None:
    """The three months in a row with the most incidents, if an even spread would seldom give so many.

    Args:
        records: Rows with `date_from` and `date_precision`; those known by the year only are left out.

    Returns:
        The window, or None where there is no clear one.
    """
    known = records[records["date_precision"].isin(["day", "month"])]
    return _window(_tally(known["date_from"].dt.month, MONTHS), width=WIDTH)


def weekday(records: pd.DataFrame) -> Window | None:
    """The weekday with the most incidents, if an even spread would seldom give so many.

    Args:
        records: Rows with `date_from` and `date_precision`; those not known to the day are left out.

    Returns:
        The window of one day, or None where there is no clear one.
    """
    known = records[records["date_precision"].eq("day")]
    return _window(_tally(known["date_from"].dt.day_of_week + 1, WEEKDAYS), width=1)


def by_month(records: pd.DataFrame) -> NDArray[np.int64]:
    """Incident rows per month of the year, January first, over all years.

    Args:
        records: Rows with `date_from` and `date_precision`; those known by the year only are left out.
    """
    return _tally(records[records["date_precision"].isin(["day", "month"])]["date_from"].dt.month, MONTHS)


def _tally(values: pd.Series, size: int) -> NDArray[np.int64]:
    return np.bincount(values.dropna().astype(int) - 1, minlength=size).astype(np.int64)


def _window(tally: NDArray[np.int64], *, width: int) -> Window | None:
    number = int(tally.sum())
    if number < LEAST:
        return None
    sums = _in_a_row(tally, width)
    start = int(sums.argmax())
    if int(sums[start]) < _critical(number, len(tally), width):
        return None
    return Window(first=start + 1, last=(start + width - 1) % len(tally) + 1, share=float(sums[start] / number), n=number)


def _in_a_row(tally: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """Sums of neighbours around the circle of months or days, along the last axis."""
    return np.asarray(np.stack([np.roll(tally, -by, axis=-1) for by in range(width)]).sum(axis=0), dtype=np.int64)


@lru_cache(maxsize=512)
def _critical(number: int, size: int, width: int) -> float:
    """The largest window that an even spread of so many dates exceeds in 5 per cent of simulations, plus one."""
    draws = np.random.default_rng(SEED).multinomial(number, np.full(size, 1 / size), size=SIMULATIONS)
    largest = _in_a_row(draws, width).max(axis=1)
    return float(np.quantile(largest, 1 - LEVEL, method="higher")) + 1
