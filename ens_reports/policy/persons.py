"""The recipient's own persons, as far as a product may hold any: nobody else's are in any view, and none who is protected.

What leaves the door is what a prompt to their owner needs - its own number, legal status with its day, reference - and no name.
"""

import pandas as pd

from ens_reports.params import Product, Project
from ens_reports.policy.own import NOTHING, OwnRecords, sorted_out, submissions_of
from ens_reports.policy.rules import reader
from ens_reports.policy.sieve import sift
from ens_reports.store import Snapshot

CONTRACT = "subjects"
PROTECTED = "protected"
"""Name of the rule that closes witnesses, victims, minors, and who is not known to be none of these, to every product."""
STATUSES = ("suspect", "charged", "convicted", "person_of_interest")
"""Of persons of whom a notice can be asked for."""
NEEDED = ("subject_id", "person_status", "status_date", "basis_reference")
"""Without a legal status, its day and what it rests on nothing is said of a person."""


def own_persons(snapshot: Snapshot, project: Project, *, product: Product, recipient: str) -> OwnRecords:
    """The persons that a product may hold.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
        product: It holds none unless it says so, which only a tactical one can.
        recipient: Code of the party.
    """
    who = reader(project.party(recipient), level=product.level, day=snapshot.day, policy=project.policy)
    submissions = submissions_of(snapshot, recipient, contract=CONTRACT)
    if CONTRACT not in product.reads or not submissions:
        return NOTHING
    sent = _sent(snapshot, recipient)
    judged = sent.join(sift(sent, submissions, reader=who, policy=project.policy))
    judged["rule"] = judged["rule"].where(judged["rule"].ne("") | ~_is_protected(judged), PROTECTED)
    return sorted_out(judged.sort_values(list(NEEDED)), submissions)


ASKED = ("subject_type", "protected", "minor", *NEEDED)
"""What is asked of each, whether or not it was ever told."""


def _sent(snapshot: Snapshot, recipient: str) -> pd.DataFrame:
    records = snapshot.frame(CONTRACT)
    told = records.reindex(columns=list(dict.fromkeys([*records.columns, *ASKED])))
    grounded = told[list(NEEDED)].notna().all(axis="columns") & told["person_status"].isin(STATUSES)
    return told[told["owner"].eq(recipient) & told["subject_type"].eq("person") & (grounded | _is_protected(told))]


def _is_protected(records: pd.DataFrame) -> "pd.Series[bool]":
    """Only a plain no opens a person: silence protects."""
    return ~(records["protected"].eq("no") & records["minor"].eq("no")) | records["person_status"].isin(("witness", "victim"))
