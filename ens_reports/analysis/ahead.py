"""What the next four quarters would bring if nothing changed: a range beside the picture, from which no judgement is made."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

LEAST_QUARTERS = 16
"""Complete quarters below which nothing is drawn."""
LEVEL_QUARTERS = 8
"""The newest complete quarters that the range rests on: two of each season."""
QUARTERS = 4
COVERED = 0.8


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """A range for each of the quarters that follow.

    Attributes:
        first: The first of them.
        low: Incidents in a quarter, lower end of the range.
        middle: Median.
        high: Upper end.
    """

    first: pd.Period
    low: int
    middle: int
    high: int

    @property
    def quarters(self) -> pd.PeriodIndex:
        """The quarters that it speaks of."""
        return pd.period_range(self.first, periods=QUARTERS, freq="Q")


def ahead(series: "pd.Series[int]", *, since: pd.Period | None) -> Ahead | None:
    """The middle 80 per cent of what the newest eight complete quarters would give if nothing changed.

    Counts vary more than a Poisson law allows, so they follow a negative binomial one with the mean and variance of those quarters,
    widened because the mean of eight is itself uncertain; where they vary less, a Poisson law.

    Args:
        series: Incidents per complete quarter, in order, zeros included.
        since: Quarter from which the level differs, if there is one: none is drawn where it is newer than those eight.

    Returns:
        The range, or None with fewer than sixteen quarters or none of the newest with an incident.
    """
    newest = series.iloc[-LEVEL_QUARTERS:].astype(float)
    mixed = since is not None and len(newest) > 0 and since > newest.index[0]
    if len(series) < LEAST_QUARTERS or mixed or not newest.sum():
        return None
    low, middle, high = _quantiles(float(newest.mean()), float(newest.var()) * (1 + 1 / LEVEL_QUARTERS))
    return Ahead(first=pd.PeriodIndex(series.index)[-1] + 1, low=low, middle=middle, high=high)


def _quantiles(mean: float, variance: float) -> tuple[int, int, int]:
    """Both ends of the range and the median."""
    at = [(1 - COVERED) / 2, 0.5, (1 + COVERED) / 2]
    more = variance > mean
    found = stats.nbinom.ppf(at, mean**2 / (variance - mean), mean / variance) if more else stats.poisson.ppf(at, mean)
    low, middle, high = (int(value) for value in np.asarray(found))
    return low, middle, high
