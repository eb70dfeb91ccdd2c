"""The yearly returns on its means that a country sent about itself: nobody else's are in any view."""

import pandas as pd

from ens_reports.params import Period, Product, Project
from ens_reports.policy.own import NOTHING, OwnRecords, sorted_out, submissions_of
from ens_reports.policy.rules import reader
from ens_reports.policy.sieve import sift
from ens_reports.store import Snapshot

CONTRACT = "capacity"


def own_returns(snapshot: Snapshot, project: Project, *, product: Product, recipient: str, period: Period) -> OwnRecords:
    """The returns of a period and of its history.

    Args:
        snapshot: Records and submissions.
        project: Parties and rules.
        product: It reads none unless it says so.
        recipient: Code of the party.
        period: Years.
    """
    who = reader(project.party(recipient), level=product.level, day=snapshot.day, policy=project.policy)
    submissions = submissions_of(snapshot, recipient, contract=CONTRACT)
    if CONTRACT not in product.reads or not submissions:
        return NOTHING
    sent = _sent(snapshot, recipient, period)
    judged = sent.join(sift(sent, submissions, reader=who, policy=project.policy))
    return sorted_out(judged.sort_values("return_year"), submissions)


def _sent(snapshot: Snapshot, country: str, period: Period) -> pd.DataFrame:
    records = snapshot.frame(CONTRACT)
    of_itself = records["owner"].eq(country) & records["reporting_country"].eq(country)
    return records[of_itself & records["return_year"].between(period.history_from, period.last_year)]
