"""What may be shown of others' records: the threshold, the owner rule and the dominance rule. Own records are always shown in full."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts
from ens_reports.report.view import Facts


@dataclass(frozen=True, kw_only=True)
class Rule:
    """When a cell of other parties' records may be printed.

    Attributes:
        threshold: Smallest count.
        min_owners: Smallest number of owners behind it, so that it can't be traced to one neighbour.
        dominance: Largest share that one owner may have.
    """

    threshold: int
    min_owners: int
    dominance: float


def rule(facts: Facts) -> Rule:
    """The rule of an edition."""
    return Rule(threshold=facts.threshold, min_owners=facts.min_owners, dominance=facts.dominance)


def own(records: pd.DataFrame) -> pd.DataFrame:
    """The recipient's own rows."""
    return records[records["own"].astype(bool)]


def others(records: pd.DataFrame) -> pd.DataFrame:
    """The rows of all other owners."""
    return records[~records["own"].astype(bool)]


def passes(records: pd.DataFrame, limits: Rule) -> bool:
    """Whether a count of other parties' records may be printed.

    Args:
        records: Counted rows of one record class, none of them the recipient's own.
        limits: The rule.
    """
    per_owner = counts.by(records, ["owner"])
    total = int(per_owner.sum())
    enough = total >= limits.threshold and len(per_owner) >= limits.min_owners
    return bool(enough and per_owner.max() <= limits.dominance * total)


def others_number(records: pd.DataFrame, limits: Rule) -> int | None:
    """Others' incidents, or None: none, or not to be shown. A reader can't tell which.

    Args:
        records: Counted rows of one record class; own rows are left out here.
        limits: The rule.
    """
    rows = others(records)
    return counts.number(rows) if passes(rows, limits) else None


def cells(records: pd.DataFrame, columns: Sequence[str], limits: Rule) -> pd.DataFrame:
    """Incidents per cell: the recipient's own in full, others' only where the rule allows.

    Args:
        records: Counted rows of one record class.
        columns: What makes a cell.
        limits: The rule.

    Returns:
        One row per cell that has something to show, indexed by the columns: `own` (int64) and `others` (Int64, missing where none
        or not to be shown). Never add the others up beside a printed total: the difference would give a hidden cell back.
    """
    mine = counts.by(own(records), columns).rename("own")
    theirs = _others_by(others(records), columns, limits)
    table = pd.concat([mine, theirs], axis=1).astype({"own": "Int64", "others": "Int64"})
    return table.assign(own=table["own"].fillna(0).astype("int64")).sort_index()


def _others_by(records: pd.DataFrame, columns: Sequence[str], limits: Rule) -> pd.Series:
    per_owner = counts.by(records, [*columns, "owner"])
    grouped = per_owner.groupby(level=list(range(len(columns))), observed=True)
    totals = grouped.sum()
    allowed = (totals >= limits.threshold) & (grouped.size() >= limits.min_owners) & (grouped.max() <= limits.dominance * totals)
    return totals[allowed].rename("others")
