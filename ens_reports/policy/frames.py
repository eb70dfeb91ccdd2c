"""The frames of a view: others' records without what tells whose they are, in an order that tells nothing either."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from ens_reports.params import Period
from ens_reports.params.release_policy import LevelRule
from ens_reports.policy.columns import types, widened
from ens_reports.policy.names import DIGITS, Pseudonyms, renamed
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


def own(records: pd.DataFrame, *, rule: LevelRule, period: Period) -> pd.DataFrame:
    """`View.incidents`: the recipient's own records, without the fields that the level never has.

    Args:
        records: Own rows of `Sight.relevant`.
        rule: Of the level.
        period: Decides `in_period`.
    """
    return _ordered(_seen(records, rule, period), rule)


def others(records: pd.DataFrame, *, rule: LevelRule, period: Period, pseudonyms: Pseudonyms) -> pd.DataFrame:
    """`View.others`: others' records without what tells whose they are, renamed; their `submission` is made of what is seen of it.

    Args:
        records: The other rows of `Sight.relevant`.
        rule: Of the level.
        period: Decides `in_period`.
        pseudonyms: Of the recipient.
    """
    seen = _seen(records, rule, period).drop(columns=["submission", *rule.never_of_others], errors="ignore")
    named = renamed(seen, pseudonyms)
    together = named["record_id"].groupby(records["submission"])
    references = {name: pseudonyms.of(sorted(ids))[:DIGITS] for name, ids in together}
    return _ordered(named.assign(submission=records["submission"].map(references).astype("str")), rule)


def _seen(records: pd.DataFrame, rule: LevelRule, period: Period) -> pd.DataFrame:
    frame = records[[name for name in records.columns if name in types() and name not in rule.never]]
    return frame.assign(in_period=records["date_from"].dt.year.between(period.first_year, period.last_year))


def _ordered(frame: pd.DataFrame, rule: LevelRule) -> pd.DataFrame:
    """By `record_id`, which is a digest: the order of arrival is gone; with all columns, whichever of them some record fills."""
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
