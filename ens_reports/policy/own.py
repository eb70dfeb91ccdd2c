"""What a product reads of the recipient's own records that are no incidents: nobody else's of these are in any view."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from ens_reports.store import Snapshot, SubmissionRow

KEPT = ["submission", "source_row", "marked"]
"""What must be known of any record that a product reads."""


@dataclass(frozen=True, kw_only=True, eq=False)
class OwnRecords:
    """Records of one contract, or of several together.

    Attributes:
        rows: Those that the rules leave open, in order, with `marked`.
        submissions: What they came with, by name.
        withheld: How many more there are, by the rule that closes them.
    """

    rows: pd.DataFrame
    submissions: dict[str, SubmissionRow]
    withheld: dict[str, int]

    def with_others(self, other: "OwnRecords") -> "OwnRecords":
        """Both: what they came with, and how they are kept."""
        parts = [one.rows[KEPT] for one in (self, other)]
        return OwnRecords(
            rows=pd.concat(parts),
            submissions=self.submissions | other.submissions,
            withheld=dict(Counter(self.withheld) + Counter(other.withheld)),
        )


NOTHING = OwnRecords(rows=pd.DataFrame(columns=KEPT), submissions={}, withheld={})
"""Of a product that reads none, or of who sent none."""


def submissions_of(snapshot: Snapshot, recipient: str, *, contract: str) -> dict[str, SubmissionRow]:
    """What a recipient sent under a contract that is not of incidents, by name.

    Args:
        snapshot: Its submissions.
        recipient: Code of the party.
        contract: Name of the contract.
    """
    return {row.id: row for row in snapshot.others if row.contract == contract and row.party == recipient}


def sorted_out(judged: pd.DataFrame, submissions: dict[str, SubmissionRow]) -> OwnRecords:
    """Records that were judged, those that are open and how many are not.

    Args:
        judged: In order, with what `sift` gives.
        submissions: What they came with, by name, and others.
    """
    is_open = judged["rule"].eq("")
    used = {str(name): submissions[str(name)] for name in judged.loc[is_open, "submission"]}
    closed = judged.loc[~is_open, "rule"].value_counts()
    return OwnRecords(rows=judged[is_open], submissions=used, withheld={str(rule): int(number) for rule, number in closed.items()})
