"""What a recipient may see of a snapshot, as far as a product asks for it, before any period is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pandas as pd

from ens_reports.params import Product, Project
from ens_reports.policy.consents import for_reader
from ens_reports.policy.ground import NOWHERE, ground
from ens_reports.policy.regional import REGION, peers
from ens_reports.policy.rules import reader
from ens_reports.policy.sheets import Places, Sheets
from ens_reports.policy.sieve import sift
from ens_reports.store import Snapshot, SubmissionRow

NEEDED = ["record_id", "owner", "submission", "source_row", "date_from"]
"""Columns by which records are judged, and found again."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sight:
    """The records of a snapshot before one reader.

    Attributes:
        recipient: Code of the party.
        submissions: Those in force, by name.
        sheets: All records of the snapshot.
        judged: Of those that the product may rest on or compare what is needed to judge them, and `own`, `about_recipient`, `rule`
             (which closes them; blank for open), `marked` and `may_name`; index as in `records`.
        rests: Which of them the product rests on, as far as they are open.
    """

    recipient: str
    submissions: dict[str, SubmissionRow]
    sheets: Sheets
    judged: pd.DataFrame
    rests: "pd.Series[bool]"

    def relevant(self, first: int, last: int) -> pd.DataFrame:
        """The records of these years that the product rests on."""
        return self._whole(self.judged[self._is_open & self.rests & self._of(first, last)])

    def visible(self, first: int, last: int, names: Sequence[str] = ()) -> pd.DataFrame:
        """The records of these years that the rules leave open, those that the recipient's region is measured by among them.

        Args:
            first: Year.
            last: Year.
            names: Columns of the records, none for all; those of `judged` come besides.
        """
        return self._whole(self.judged[self._is_open & self._of(first, last)], names)

    def withheld(self, first: int, last: int) -> dict[str, int]:
        """Records of these years that the product would else rest on, by the rule that closes them."""
        rules = self.judged.loc[~self._is_open & self.rests & self._of(first, last), "rule"]
        return {str(rule): int(number) for rule, number in rules.value_counts().sort_index().items()}

    def _whole(self, judged: pd.DataFrame, names: Sequence[str] = ()) -> pd.DataFrame:
        """Records with all of their columns, or some: most that are judged are never shown."""
        added = judged[[name for name in judged if name not in NEEDED]]
        return self.sheets.take(judged.index.to_numpy(), names).join(added)

    @cached_property
    def _is_open(self) -> "pd.Series[bool]":
        return self.judged["rule"].eq("")

    def _of(self, first: int, last: int) -> "pd.Series[bool]":
        inside: pd.Series[bool] = self.judged["date_from"].dt.year.between(first, last)
        return inside


def look(snapshot: Snapshot, project: Project, *, product: Product, recipient: str) -> Sight:
    """Sort out for one reader the records that a product could tell it of.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
        product: Its level decides which purposes count, its scope what it rests on.
        recipient: Code of the party.

    Raises:
        RequestError: There is no such party.
    """
    party, here = project.party(recipient), ground(snapshot, project.policy)
    country = recipient if party.kind == "country" else ""
    owners = here.owned if product.scope == "visible" else {recipient, *(peers(recipient) if REGION in product.reads else ())}
    places = here.places(owners=owners, country=country)
    judged = _judged(snapshot, project, places, product=product, recipient=recipient)
    about = np.isin(places, here.about.get(country, NOWHERE), assume_unique=True)
    judged = judged.assign(own=judged["owner"].eq(recipient), about_recipient=about)
    rests = judged["own"] | judged["about_recipient"] | (product.scope == "visible")
    submissions = {row.id: row for row in snapshot.submissions}
    return Sight(recipient=recipient, submissions=submissions, sheets=here.sheets, judged=judged, rests=rests)


def arrived(snapshot: Snapshot, project: Project, *, product: Product, recipient: str, since: date) -> pd.Series:
    """`date_from` of the recipient's own records that came in since a day: others' would tell how old those are.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
        product: Its level decides which purposes count.
        recipient: Code of the party.
        since: The day.

    Raises:
        RequestError: There is no such party.
    """
    fresh = [row.id for row in snapshot.submissions if row.party == recipient and row.received_on >= since]
    places = ground(snapshot, project.policy).owned.get(recipient, NOWHERE) if fresh else NOWHERE
    judged = _judged(snapshot, project, places, product=product, recipient=recipient)
    return judged.loc[judged["rule"].eq("") & judged["submission"].isin(fresh), "date_from"]


def _judged(snapshot: Snapshot, project: Project, places: Places, *, product: Product, recipient: str) -> pd.DataFrame:
    """Some records with what is needed to judge them, and what is found."""
    here, submissions = ground(snapshot, project.policy), {row.id: row for row in snapshot.submissions}
    needed = here.sheets.take(places, NEEDED)
    who = reader(project.party(recipient), level=product.level, day=snapshot.day, policy=project.policy)
    consents = for_reader(snapshot.consents, recipient=recipient, level=product.level)
    found = sift(needed, submissions, reader=who, policy=project.policy, consents=consents, handled=here.handled.at(places))
    return needed.assign(**found)
