"""What a recipient may see of a snapshot, before any period is chosen."""

from dataclasses import dataclass

import pandas as pd

from ens_reports.params import Product, Project
from ens_reports.policy.rules import reader
from ens_reports.policy.sieve import sift
from ens_reports.store import Snapshot, SubmissionRow

ROUTE = ("reporting_country", "origin_country", "transit_countries", "destination_country")
"""A record is about a country when it was reported in it, or when the country is on its alleged route."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sight:
    """The records of a snapshot before one reader. All frames have the store's columns, `own`, `about_recipient`, and `marked`.

    Attributes:
        recipient: Code of the party.
        visible: All records that the rules leave open.
        relevant: Those of them that the product rests on.
        closed: Records that the product would else rest on, with `rule`, which closes them.
        submissions: Those in force, by name.
    """

    recipient: str
    visible: pd.DataFrame
    relevant: pd.DataFrame
    closed: pd.DataFrame
    submissions: dict[str, SubmissionRow]


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
    records = snapshot.records
    judged = records.join(sift(records, submissions, reader=who, policy=project.policy)).assign(
        own=records["owner"].eq(recipient),
        about_recipient=_about(records, recipient) if party.kind == "country" else False,
    )
    rests = judged["own"] | judged["about_recipient"] | (product.scope == "visible")
    is_open = judged["rule"].eq("")
    return Sight(
        recipient=recipient,
        visible=judged[is_open],
        relevant=judged[is_open & rests],
        closed=judged[~is_open & rests],
        submissions=submissions,
    )


def _about(records: pd.DataFrame, country: str) -> "pd.Series[bool]":
    named = [(";" + records[name].fillna("").astype("str") + ";").str.contains(f";{country};", regex=False) for name in ROUTE]
    return pd.concat(named, axis=1).any(axis=1)
