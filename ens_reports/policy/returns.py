"""The yearly returns on its means that a country sent about itself: nobody else's are in any view."""

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from ens_reports.params import Period, Product, Project
from ens_reports.policy.rules import reader
from ens_reports.policy.sieve import sift
from ens_reports.store import Snapshot, SubmissionRow

CONTRACT = "capacity"
KEPT = ["submission", "source_row", "marked"]
"""What must be known of any record that a product reads."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Returns:
    """What a product reads of the recipient's own records that are no incidents.

    Attributes:
        rows: Those that the rules leave open, in order, with `marked`.
        submissions: What they came with, by name.
        withheld: How many more there are, by the rule that closes them.
    """

    rows: pd.DataFrame
    submissions: dict[str, SubmissionRow]
    withheld: dict[str, int]

    def with_others(self, other: "Returns") -> "Returns":
        """Both: what they came with, and how they are kept."""
        parts = [one.rows[KEPT] for one in (self, other)]
        return Returns(
            rows=pd.concat(parts),
            submissions=self.submissions | other.submissions,
            withheld=dict(Counter(self.withheld) + Counter(other.withheld)),
        )


def own_returns(snapshot: Snapshot, project: Project, *, product: Product, recipient: str, period: Period) -> Returns:
    """The returns of a period and of its history.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
        product: It reads none unless it says so.
        recipient: Code of the party.
        period: Years.
    """
    who = reader(project.party(recipient), level=product.level, day=snapshot.day, policy=project.policy)
    submissions = {row.id: row for row in snapshot.others if row.contract == CONTRACT and row.party == recipient}
    sent = _sent(snapshot, recipient, period) if CONTRACT in product.reads and submissions else _NONE
    judged = sent.join(sift(sent, submissions, reader=who, policy=project.policy)).sort_values("return_year")
    is_open = judged["rule"].eq("")
    used = {str(name): submissions[str(name)] for name in judged.loc[is_open, "submission"]}
    closed = judged.loc[~is_open, "rule"].value_counts()
    return Returns(rows=judged[is_open], submissions=used, withheld={str(rule): int(number) for rule, number in closed.items()})


_NONE = pd.DataFrame(columns=["submission", "source_row", "return_year"])


def _sent(snapshot: Snapshot, country: str, period: Period) -> pd.DataFrame:
    records = snapshot.frame(CONTRACT)
    of_itself = records["owner"].eq(country) & records["reporting_country"].eq(country)
    return records[of_itself & records["return_year"].between(period.history_from, period.last_year)]
