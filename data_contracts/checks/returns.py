"""The rules of the yearly return on capacity: parts within their whole, days that belong to what they date, and its gaps."""

from datetime import date

import pandas as pd

from data_contracts.capacity import COLOURS, OUTCOMES
from data_contracts.checks.columns import not_after
from data_contracts.checks.rules import Mask, Rule, both, is_one_of, none_of

SCORES = tuple(f"score_{name}" for name in OUTCOMES)
PARTS = {"border_points_i247": "border_points", "international_cases_reported": "international_cases"}
"""Numbers that are part of another number."""
DAYS = ("completed_on", "nest_since", "ness_held_on", "riacm_held_on", "assessed_on")
WORKING = ("set_up", "active", "suspended")
"""States of a task force that has begun."""


def rules(today: date) -> tuple[Rule, ...]:
    """The rules, in the order in which they are applied.

    Args:
        today: Day of intake.
    """
    notices = tuple(f"{kind}_{colour}" for kind in ("notices", "diffusions") for colour in COLOURS)
    return (
        Rule(check="return_year_in_future", column="return_year", fails=lambda records: records["return_year"] > today.year),
        *(not_after(column, today) for column in DAYS),
        *(Rule(check="part_exceeds_whole", column=part, fails=_more(part, whole), blanks=(part,)) for part, whole in PARTS.items()),
        Rule(check="nest_status_missing", column="nest_status", fails=none_of("nest_status")),
        Rule(check="nest_since_missing", column="nest_since", fails=both(is_one_of("nest_status", *WORKING), none_of("nest_since"))),
        Rule(check="nest_contradicts", column="nest_status", fails=_dated_without_task_force),
        Rule(check="riacm_day_missing", column="riacm_held_on", fails=_outcome_without_day),
        Rule(check="assessed_on_missing", column="assessed_on", fails=_assessed_without_day),
        Rule(check="staff_missing", column="staff_women", fails=_any_missing("staff_women", "staff_men")),
        Rule(check="training_missing", column="trained_women", fails=_any_missing("trained_women", "trained_men")),
        Rule(check="border_points_missing", column="border_points_i247", fails=_any_missing("border_points", "border_points_i247")),
        Rule(check="notices_missing", column="notices_red", fails=none_of(*notices), also=notices),
        Rule(
            check="international_cases_missing",
            column="international_cases",
            fails=_any_missing("international_cases", "international_cases_reported"),
        ),
    )


def _more(part: str, whole: str) -> Mask:
    return lambda records: (records[part] > records[whole]).fillna(value=False)


def _any_missing(*columns: str) -> Mask:
    return lambda records: records[list(columns)].isna().any(axis="columns")


def _dated_without_task_force(records: pd.DataFrame) -> pd.Series:
    return records["nest_since"].notna() & records["nest_status"].isin(["none", "planned"])


def _outcome_without_day(records: pd.DataFrame) -> pd.Series:
    told = records["riacm_outcome"].notna() & ~records["riacm_outcome"].isin(["none", "unknown"])
    return told & records["riacm_held_on"].isna()


def _assessed_without_day(records: pd.DataFrame) -> pd.Series:
    return records[list(SCORES)].notna().any(axis="columns") & records["assessed_on"].isna()
