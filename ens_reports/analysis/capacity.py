"""Your capacity: what a country says of its own means, once a year."""

from dataclasses import dataclass

import pandas as pd

from data_contracts.capacity import OUTCOMES
from ens_reports.analysis.scope import Scope
from ens_reports.report.view import View

MOST_YEARS = 2
"""The newest return, and the one before it to tell what moved."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Capacity:
    """The recipient's own yearly returns; no other country stands beside them.

    Attributes:
        returns: The newest of the period, at most two, one row per year, index = year, in order of the years.
        scores: Per desired outcome of `OUTCOMES`, 0 to 3: `score` of the newest return and `before`; missing where not assessed.
        earlier: Year of the newest return of the history where the period has none; 0 for none.
    """

    returns: pd.DataFrame
    scores: pd.DataFrame
    earlier: int

    @property
    def newest(self) -> pd.Series | None:
        """The newest return of the period; none without any."""
        return None if self.returns.empty else self.returns.iloc[-1]


def capacity(view: View, scope: Scope) -> Capacity:
    """What the recipient says of its means.

    Args:
        view: What the recipient may see.
        scope: Its period.
    """
    years = view.capacity["return_year"]
    inside = view.capacity[years.between(scope.period.first_year, scope.period.last_year).astype("bool")]
    returns = inside.set_index("return_year").sort_index().tail(MOST_YEARS)
    return Capacity(returns=returns, scores=_scores(returns), earlier=int(years.max()) if len(years) and returns.empty else 0)


def _scores(returns: pd.DataFrame) -> pd.DataFrame:
    told = returns[[f"score_{outcome}" for outcome in OUTCOMES]].set_axis(list(OUTCOMES), axis="columns")
    named = told.set_axis(["before", "score"][MOST_YEARS - len(told) :], axis="index")
    return named.T.reindex(columns=["score", "before"]).astype("Int64")
