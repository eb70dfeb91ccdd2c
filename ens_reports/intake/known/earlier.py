"""What the same party sent before: which of its submissions a file sends again, and which of its rows are corrections of theirs."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data_contracts.findings import Finding
from ens_reports.intake.findings import NO_ROWS
from ens_reports.intake.known.identity import DERIVED, NOWHERE, SHARED, Aligned, align, alike_but_for
from ens_reports.store import Held, record_ids

NAMES = ["incident_id", "item_no"]
TRIED = 3
"""Earlier submissions that a file is laid against, those first with which it shares most."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Named:
    """Records under the names that they have in the store.

    Attributes:
        records: As given; a row that is known again has the number under which it was first stored.
        resends: Name of the newest submission that the file sends again, empty for none.
        findings: What the sender is told of it; rows are those of the file.
    """

    records: pd.DataFrame
    resends: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(kw_only=True)
class _Found:
    """What becomes clear while a file is laid against earlier ones."""

    records: pd.DataFrame
    findings: list[Finding] = field(default_factory=list)


def name_again(records: pd.DataFrame, held: Held, *, party: str, mapping: str) -> Named:
    """Lay the records of a file against what its sender has in force under the same contract.

    Args:
        records: Accepted records in the file's order, with all columns of their contract; index = row numbers.
        held: The sender's submissions of that contract.
        party: Code of the sender.
        mapping: Name of the mapping that read the file.

    Returns:
        The records under their names, and what is to be told.
    """
    if records.empty or not held.submissions:
        return Named(records=records)
    found = _Found(records=records)
    members = held.members()
    if records["incident_id"].str.startswith(DERIVED).any():
        same = {row.id for row in held.submissions if row.mapping == mapping}
        _correct(found, held, members[members["submission"].isin(same)], party)
    ids = record_ids(found.records, party)
    related = _related(ids, members)
    if not related:
        return Named(records=found.records, findings=tuple(found.findings))
    newest = [row.id for row in held.submissions if row.id in related][-1]
    found.findings.append(_of_file("file_resends", submission=newest))
    gone = members.loc[members["submission"].isin(related) & ~members["record_id"].isin(ids), "record_id"].nunique()
    if gone:
        found.findings.append(_of_file("rows_gone", number=str(gone), submission=newest))
    return Named(records=found.records, resends=newest, findings=tuple(found.findings))


def strangers(ids: pd.Series, held: Held) -> pd.Series:
    """Which records revise one of a submission that the file does not send again: two incidents may have one number.

    Args:
        ids: Names of the file's records.
        held: The sender's submissions of the contract.

    Returns:
        True for such rows, index as in the names.
    """
    members = held.members()
    again = members["submission"].isin(_related(ids, members))
    return ids.isin(members.loc[~again, "record_id"]) & ~ids.isin(members.loc[again, "record_id"])


def _related(ids: pd.Series, members: pd.DataFrame) -> set[str]:
    """Submissions of which the file has so many records that it must be one of them, sent again."""
    sizes = members.drop_duplicates(["submission", "record_id"]).assign(here=lambda frame: frame["record_id"].isin(ids))
    shares = sizes.groupby("submission")["here"].agg(["sum", "size"])
    least = SHARED * shares["size"].clip(upper=len(ids))
    return set(shares.index[(shares["sum"] >= least) & (shares["sum"] > 0)])


def _correct(found: _Found, held: Held, members: pd.DataFrame, party: str) -> None:
    """Give rows that are corrections the number of the row that they correct."""
    derived = found.records.index[found.records["incident_id"].str.startswith(DERIVED)]
    latest = held.latest(["record_id", *found.records.columns]).set_index("record_id")
    latest = latest[latest["incident_id"].str.startswith(DERIVED)]
    tried = _candidates(record_ids(found.records.loc[derived], party), members)
    left = derived
    for name in tried:
        order = members.loc[(members["submission"] == name) & members["record_id"].isin(latest.index), "record_id"].drop_duplicates()
        earlier = latest.loc[order]
        laid = align(found.records.loc[left], earlier)
        if laid is not None:
            left = _rename(found, left, (earlier, laid), submission=name)
        elif len(left) == len(derived) and (column := alike_but_for(found.records.loc[left], earlier)):
            found.findings.append(_of_file("rows_alike", submission=name, title=column))
    _number_apart(found, left)


def _candidates(ids: pd.Series, members: pd.DataFrame) -> list[str]:
    """Earlier submissions to lay the file against: those with most of its rows, the newest first among equals."""
    order = {name: place for place, name in enumerate(members["submission"].unique())}
    shared = members[members["record_id"].isin(ids)].groupby("submission")["record_id"].nunique()
    ranked = sorted(order, key=lambda name: (-int(shared.get(name, 0)), -order[name]))
    return ranked[:TRIED]


def _rename(found: _Found, rows: pd.Index, to: tuple[pd.DataFrame, Aligned], *, submission: str) -> pd.Index:
    """Write the earlier numbers into the rows that are known again; the others are given back."""
    earlier, laid = to
    known = laid.earlier != NOWHERE
    names = earlier[NAMES].iloc[laid.earlier[known]].set_axis(rows[known], axis=0)
    found.records = found.records.assign(
        **{name: names[name].reindex(found.records.index).fillna(found.records[name]).astype(found.records[name].dtype) for name in NAMES}
    )
    corrected = rows[laid.corrected].to_numpy(dtype=np.int64)
    if len(corrected):
        values = {"submission": submission, "number": str(len(corrected))}
        found.findings.append(Finding(check="rows_corrected", field="", rows=np.sort(corrected), values=values))
    left: pd.Index = rows[~known]
    return left


def _number_apart(found: _Found, rows: pd.Index) -> None:
    """A new row that says what an earlier one said before it was corrected would else have the number of that one."""
    taken = found.records.loc[found.records.index.difference(rows), "incident_id"]
    clash = rows[found.records.loc[rows, "incident_id"].isin(taken)]
    if len(clash):
        numbers = found.records["incident_id"].copy()
        numbers[clash] = numbers[clash] + "-new"
        found.records = found.records.assign(incident_id=numbers)


def _of_file(check: str, **values: str) -> Finding:
    return Finding(check=check, field="", rows=NO_ROWS, values=values)
