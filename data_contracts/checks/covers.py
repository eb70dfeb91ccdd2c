"""The rules of the cover sheet."""

from datetime import date

import pandas as pd

from data_contracts.checks.columns import first_day, last_day
from data_contracts.checks.rules import Rule, none_of

PERIOD = ("period_from", "period_to")


def rules(today: date) -> tuple[Rule, ...]:
    """The rules, in the order in which they are applied.

    Args:
        today: Day of intake.
    """
    return (
        Rule(check="period_order", column="period_to", fails=_ends_before_it_begins, blanks=PERIOD),
        Rule(check="period_missing", column="period_from", fails=_half_a_period, also=PERIOD),
        Rule(check="period_open", column="period_to", fails=lambda records: last_day(records["period_to"]) > pd.Timestamp(today)),
        Rule(check="completeness_missing", column="completeness", fails=none_of("completeness")),
        Rule(check="agencies_missing", column="agencies_covered", fails=none_of("agencies_covered")),
    )


def _half_a_period(records: pd.DataFrame) -> pd.Series:
    return records[list(PERIOD)].isna().any(axis="columns")


def _ends_before_it_begins(records: pd.DataFrame) -> pd.Series:
    return last_day(records["period_to"]) < first_day(records["period_from"])
