"""Quarters: which there are, which are complete, and counts per quarter."""

from typing import Any

import pandas as pd

from ens_reports.analysis import counts

LAG_DAYS = 90
"""Records of a quarter still arrive for about this long after its end."""


def between(first_year: int, last_year: int) -> pd.PeriodIndex:
    """All quarters of these years."""
    return pd.period_range(f"{first_year}Q1", f"{last_year}Q4", freq="Q")


def of(records: pd.DataFrame) -> pd.Series:
    """The quarter of each row; missing where only the year is known."""
    quarter: pd.Series = records["date_from"].dt.to_period("Q")
    return quarter.where(records["date_precision"].ne("year"))


def per_quarter(records: pd.DataFrame, quarters: pd.PeriodIndex) -> "pd.Series[int]":
    """Incidents per quarter, zeros included; rows that have only a year are left out.

    Args:
        records: Counted rows of one record class.
        quarters: What to count.
    """
    found = counts.by(records.assign(quarter=of(records)), ["quarter"])
    return found.reindex(quarters, fill_value=0).astype("int64")


def agencies_active(records: pd.DataFrame, quarters: pd.PeriodIndex) -> "pd.Series[int]":
    """Number of agencies with a record in each quarter.

    Args:
        records: Any counted rows.
        quarters: What to count.
    """
    rows = records.assign(quarter=of(records), agency=agency(records))
    return rows.groupby("quarter")["agency"].nunique().reindex(quarters, fill_value=0).astype("int64")


def agency(records: pd.DataFrame) -> pd.Series:
    """Who detected it: the agency as named, lower case, else the kind of source."""
    named = records["detecting_agency"].str.strip().str.lower()
    return named.where(named.notna() & named.ne(""), records["source_type"])


def complete(submissions: pd.DataFrame, quarters: pd.PeriodIndex) -> "pd.Series[bool]":
    """Whether a quarter's records have arrived: received after its end plus the usual lag, by a submission that speaks about it.

    Only the newest quarters can be open: what lies before a complete quarter counts as complete.

    Args:
        submissions: The recipient's own rows of `View.submissions`; one without a period speaks about all that lies before it.
        quarters: What to judge.
    """
    starts, ends = quarters.start_time, quarters.end_time.normalize()
    done = pd.Series(data=False, index=quarters)
    rows: Any = submissions.itertuples()
    for row in rows:
        settled = ends + pd.Timedelta(days=LAG_DAYS) <= row.received_on
        known = pd.notna(row.period_from) and pd.notna(row.period_to)
        done |= settled & (starts >= row.period_from) & (ends <= row.period_to) if known else settled
    return done[::-1].cummax()[::-1]
