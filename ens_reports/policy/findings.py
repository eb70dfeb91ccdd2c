"""Whether a finding that rests on another owner's record may reach its sender: only if every level of product would show that record."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from ens_reports.params import Party, ReleasePolicy
from ens_reports.params.products import LEVELS
from ens_reports.policy.rules import reader
from ens_reports.policy.sieve import DISTINCT, sift
from ens_reports.store import SubmissionRow

COLUMNS = tuple(DISTINCT)
"""What must be known of a record to say who may see it."""


def open_to(
    records: pd.DataFrame, submissions: Mapping[str, SubmissionRow], *, party: Party, day: date, policy: ReleasePolicy
) -> pd.DataFrame:
    """Which records of others a sender may be told of.

    Args:
        records: Records of others in force, with `COLUMNS`.
        submissions: Those that they came with, by name.
        party: The sender.
        day: Of arrival.
        policy: The rules.

    Returns:
        Index as in the records: `open` and `may_name` (whether their owner may be named to the sender).
    """
    said = records[list(COLUMNS)].astype("str").fillna("")
    kinds = said.drop_duplicates()
    found = pd.DataFrame({"open": True, "may_name": True}, index=kinds.index)
    for level in LEVELS:
        judged = sift(kinds, submissions, reader=reader(party, level=level, day=day, policy=policy), policy=policy)
        found["open"] &= judged["rule"].eq("")
        found["may_name"] &= judged["may_name"]
    return found.iloc[said.groupby(list(COLUMNS), sort=False).ngroup().to_numpy()].set_axis(records.index)
