"""Which records may not be kept any longer: by what their owner said, by their cover sheet, or by the time for which anything is kept."""

from collections.abc import Collection, Mapping
from datetime import date

import pandas as pd

from ens_reports.params import ReleasePolicy
from ens_reports.policy.handling import SAID, Origin, Stated, class_of, handling
from ens_reports.store import Deletion, Held, SubmissionRow

KIND = ["submission", "record_class", *SAID]
"""Columns that decide how long a record is kept: equal here, equal there."""


def expired(held: Held, waiting: Collection[SubmissionRow], policy: ReleasePolicy, *, day: date) -> tuple[Deletion, ...]:
    """What is to be deleted on a day.

    A record goes with all its revisions when the latest has expired - an older one must not come back - and an older revision goes by
    itself when it has. Rejected rows go with the first row of their file that does: nobody can tell which of them say the same day.

    Args:
        held: All submissions in force with records.
        waiting: Those in force with rejected rows.
        policy: For how long records are kept that do not say.
        day: The first on which what ended the day before is deleted.

    Returns:
        One for each submission that loses anything, in the order of arrival.
    """
    rows = _rows(held, policy, day=day)
    rejected = {row.id for row in waiting if row.id in rows or _kept_until(row, policy) < day}
    found = {row.seq: row for row in (*held.submissions, *waiting) if row.id in rows or row.id in rejected}
    return tuple(
        Deletion(submission=row, rows=rows.get(row.id, frozenset()), quarantine=row.id in rejected) for _, row in sorted(found.items())
    )


def _rows(held: Held, policy: ReleasePolicy, *, day: date) -> dict[str, frozenset[int]]:
    """Numbers of the rows that go, by submission; each distinct handling is looked at once, and rows only if one has expired."""
    kinds = _said(held.distinct(KIND)).drop_duplicates()
    submissions = {row.id: row for row in held.submissions}
    said = ({str(name): str(value) for name, value in kind.items()} for kind in kinds.to_dict("records"))
    kinds = kinds.assign(over=[_ends(kind, submissions, policy) < day for kind in said])
    if not kinds["over"].any():
        return {}
    revisions = _said(held.members(KIND)).merge(kinds, on=KIND, how="left")
    gone = revisions[revisions["over"] | revisions["record_id"].map(_of_latest(revisions)).astype("bool")]
    return {str(name): frozenset(int(row) for row in group) for name, group in gone.groupby("submission")["source_row"]}


def _said(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(**{name: frame[name].astype("str").fillna("") for name in KIND})


def _of_latest(revisions: pd.DataFrame) -> "pd.Series[bool]":
    """By record, whether its latest revision has expired."""
    return revisions.drop_duplicates("record_id", keep="last").set_index("record_id")["over"]


def _ends(kind: Mapping[str, str], submissions: Mapping[str, SubmissionRow], policy: ReleasePolicy) -> date:
    submission = submissions[kind["submission"]]
    record_class = class_of(kind["record_class"])
    origin = Origin(owner=submission.party, record_class=record_class, received_on=submission.received_on, cover=submission.cover)
    return handling(Stated(**{name: kind[name] for name in SAID}), origin, policy).retain_until


def _kept_until(row: SubmissionRow, policy: ReleasePolicy) -> date:
    """How long rows are kept of which nothing is known."""
    return _ends({**dict.fromkeys(KIND, ""), "submission": row.id}, {row.id: row}, policy)
