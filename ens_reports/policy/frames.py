"""The frames of a view: others' records without what tells whose they are, in an order that tells nothing either."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ens_reports.params import Period
from ens_reports.params.release_policy import LevelRule
from ens_reports.policy.columns import types, widened
from ens_reports.policy.names import DIGITS, TELLING, Pseudonyms, renamed
from ens_reports.store import SubmissionRow

SUBMISSIONS = {
    "own": "bool",
    "owner": "str",
    "contract": "str",
    "reference": "str",
    "received_on": "datetime64[us]",
    "period_from": "datetime64[us]",
    "period_to": "datetime64[us]",
    "agencies_covered": "str",
    "completeness": "str",
    "nil_return": "str",
    "rows_accepted": "int64",
}


def incidents(records: pd.DataFrame, *, rule: LevelRule, period: Period, pseudonyms: Pseudonyms) -> pd.DataFrame:
    """`View.incidents`: fields that the level never has are gone, others' records are renamed.

    Args:
        records: Rows of `Sight.relevant`.
        rule: Of the level.
        period: Decides `in_period`.
        pseudonyms: Of the recipient.

    Returns:
        The rows, index as in `records`, in no order yet.
    """
    inside = records["date_from"].dt.year.between(period.first_year, period.last_year)
    frame = records.assign(in_period=inside)
    frame = frame[[name for name in frame.columns if name in types() and name not in rule.never]]
    mine = frame["own"]
    frame = frame.assign(**{name: frame[name].where(mine) for name in ("submission", *rule.never_of_others) if name in frame})
    names = renamed(frame[~mine], pseudonyms)
    return frame.assign(**{name: frame[name].where(mine, names[name].reindex(frame.index)) for name in TELLING})


def with_references(frame: pd.DataFrame, came_with: pd.Series, *, pseudonyms: Pseudonyms) -> pd.DataFrame:
    """Records with the `reference` of their submission; others' is made of what is seen of it.

    Args:
        frame: Rows of `incidents`.
        came_with: Name of the submission of each.
        pseudonyms: Of the recipient.
    """
    theirs = frame.loc[~frame["own"], "record_id"].groupby(came_with)
    made = {name: pseudonyms.of(sorted(seen))[:DIGITS] for name, seen in theirs}
    return frame.assign(submission=came_with.where(frame["own"], came_with.map(made)).astype("str"))


def ordered(frame: pd.DataFrame, rule: LevelRule) -> pd.DataFrame:
    """Records by `record_id`, which is a digest: the order of arrival is gone; with all columns, whichever of them some record fills.

    Args:
        frame: Records with the columns that some record of the snapshot fills.
        rule: Of the level.
    """
    kinds = {name: kind for name, kind in types().items() if name not in rule.never}
    return widened(frame.sort_values("record_id", ignore_index=True), kinds)


def submissions(rows: dict[str, SubmissionRow], *, recipient: str) -> pd.DataFrame:
    """`View.submissions`: the recipient's own; how much others sent, and when, tells of records that it may not see.

    Args:
        rows: Submissions in force, by name.
        recipient: Code of the party.

    Returns:
        By `reference`.
    """
    mine = [_own(row) for row in rows.values() if row.party == recipient]
    frame = pd.DataFrame(mine, columns=list(SUBMISSIONS)).astype(SUBMISSIONS)
    return frame.sort_values("reference")


def sent(rows: Sequence[SubmissionRow]) -> pd.DataFrame:
    """When submissions came and what they cover, owners under their codes: for measures, never for a view.

    Args:
        rows: Submissions.

    Returns:
        `owner`, `received_on`, `period_to`.
    """
    frame = pd.DataFrame([{**_common(row), "owner": row.party} for row in rows], columns=list(SUBMISSIONS))
    types = {name: SUBMISSIONS[name] for name in ("owner", "received_on", "period_to")}
    return frame[list(types)].astype(types)


def _own(row: SubmissionRow) -> dict[str, Any]:
    cover = row.cover
    said = {"agencies_covered": ";".join(cover.agencies_covered) or None, "nil_return": ";".join(cover.nil_return) or None}
    return {**_common(row), **said, "own": True, "owner": row.party, "reference": row.id, "rows_accepted": row.counts.accepted}


def _common(row: SubmissionRow) -> dict[str, Any]:
    cover = row.cover
    return {
        "contract": row.contract,
        "received_on": row.received_on,
        "period_from": cover.period_from,
        "period_to": cover.period_to,
        "completeness": cover.completeness or None,
    }
