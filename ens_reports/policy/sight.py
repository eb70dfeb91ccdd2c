"""What a recipient may see of a snapshot, before any period is chosen."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from ens_reports.params import Product, Project
from ens_reports.policy.consents import for_reader
from ens_reports.policy.rules import reader
from ens_reports.policy.sieve import sift
from ens_reports.store import Snapshot, SubmissionRow

ROUTE = ("reporting_country", "origin_country", "transit_countries", "destination_country")
"""A record is about a country when it was reported in it, or when the country is on its alleged route."""


_TEXTS = ("record_id", "owner", "submission", "record_class", *ROUTE)
_NOTHING = pd.DataFrame(
    {name: pd.Series(dtype="str") for name in _TEXTS}
    | {"date_from": pd.Series(dtype="datetime64[us]"), "source_row": pd.Series(dtype="int64")}
)
"""The records of a store that holds nil returns alone."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sight:
    """The records of a snapshot before one reader.

    Attributes:
        recipient: Code of the party.
        submissions: Those in force, by name.
        judged: All records, with `own`, `about_recipient`, `rule` (which closes them; blank for open) and `marked`.
        rests: Which of them the product rests on, as far as they are open.
    """

    recipient: str
    submissions: dict[str, SubmissionRow]
    judged: pd.DataFrame
    rests: "pd.Series[bool]"

    def arrived(self, since: date) -> pd.Series:
        """`date_from` of the recipient's own records that came in since a day: others' would tell how old those are."""
        fresh = self.judged["submission"].map({name: row.received_on >= since for name, row in self.submissions.items()}).astype("bool")
        return self.judged.loc[self._is_open & self.judged["own"] & fresh, "date_from"]

    def relevant(self, first: int, last: int) -> pd.DataFrame:
        """The records of these years that the product rests on."""
        return self.judged[self._is_open & self.rests & self._of(first, last)]

    def visible(self, first: int, last: int) -> pd.DataFrame:
        """All records of these years that the rules leave open."""
        return self.judged[self._is_open & self._of(first, last)]

    def withheld(self, first: int, last: int) -> dict[str, int]:
        """Records of these years that the product would else rest on, by the rule that closes them."""
        rules = self.judged.loc[~self._is_open & self.rests & self._of(first, last), "rule"]
        return {str(rule): int(number) for rule, number in rules.value_counts().sort_index().items()}

    @cached_property
    def _is_open(self) -> "pd.Series[bool]":
        return self.judged["rule"].eq("")

    def _of(self, first: int, last: int) -> "pd.Series[bool]":
        inside: pd.Series[bool] = self.judged["date_from"].dt.year.between(first, last)
        return inside


def look(snapshot: Snapshot, project: Project, *, product: Product, recipient: str) -> Sight:
    """Sort the records of a snapshot out for one reader.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
        product: Its level decides which purposes count, its scope what it rests on.
        recipient: Code of the party.

    Raises:
        RequestError: There is no such party.
    """
    party = project.party(recipient)
    submissions = {row.id: row for row in snapshot.submissions}
    who = reader(party, level=product.level, day=snapshot.day, policy=project.policy)
    records = _NOTHING if snapshot.records.empty else snapshot.records
    consents = for_reader(snapshot.consents, recipient=recipient, level=product.level)
    judged = records.join(sift(records, submissions, reader=who, policy=project.policy, consents=consents)).assign(
        own=records["owner"].eq(recipient),
        about_recipient=_about(records, recipient) if party.kind == "country" else False,
    )
    rests = judged["own"] | judged["about_recipient"] | (product.scope == "visible")
    return Sight(recipient=recipient, submissions=submissions, judged=judged, rests=rests)


def _about(records: pd.DataFrame, country: str) -> "pd.Series[bool]":
    named = [(";" + records[name].fillna("").astype("str") + ";").str.contains(f";{country};", regex=False) for name in ROUTE]
    return pd.concat(named, axis=1).any(axis=1)
