"""Passes the records of a snapshot through the rules, once for each distinct handling."""

from collections.abc import Mapping, Sequence

import pandas as pd

from ens_reports.params import ReleasePolicy
from ens_reports.policy.consents import later, which
from ens_reports.policy.handling import SAID, Origin, Stated, class_of, handling
from ens_reports.policy.rules import Case, Reader, may_name, withheld_by
from ens_reports.store import ConsentRow, SubmissionRow

DISTINCT = ["owner", "submission", "record_class", *SAID]
"""Columns that decide the handling of a record: equal here, equal there."""
CONSENTS = "consents"
"""The column that does so too, where an owner said more later."""


def sift(
    records: pd.DataFrame,
    submissions: Mapping[str, SubmissionRow],
    *,
    reader: Reader,
    policy: ReleasePolicy,
    consents: Sequence[ConsentRow] = (),
) -> pd.DataFrame:
    """Judge each record for one reader.

    Args:
        records: Rows of `Snapshot.records`.
        submissions: Those in force, by name.
        reader: Who would see them.
        policy: The rules.
        consents: What owners said later that bears on this reader.

    Returns:
        Index as in `records`: `rule` (the rule that closes it to the reader; blank for open), `marked` (its confidentiality) and
        `may_name` (whether its country may be named to the reader).
    """
    said = records.reindex(columns=DISTINCT).astype("str").fillna("")
    if consents:
        came = {name: row.seq for name, row in submissions.items()}
        said = said.assign(**{CONSENTS: which(records, consents, came=came)})
    group = said.groupby(list(said), sort=False).ngroup()
    kinds = said.drop_duplicates().to_dict("records")
    plain = ({str(name): str(value) for name, value in kind.items()} for kind in kinds)
    judged = [_judge(kind, submissions, reader=reader, policy=policy, consents=consents) for kind in plain]
    table = pd.DataFrame(judged, columns=["rule", "marked", "may_name"]).astype({"rule": "str", "marked": "str", "may_name": "bool"})
    return table.iloc[group.to_numpy()].set_axis(records.index)


def _judge(
    kind: Mapping[str, str],
    submissions: Mapping[str, SubmissionRow],
    *,
    reader: Reader,
    policy: ReleasePolicy,
    consents: Sequence[ConsentRow],
) -> tuple[str, str, bool]:
    submission = submissions[kind["submission"]]
    record_class = class_of(kind["record_class"])
    origin = Origin(owner=kind["owner"], record_class=record_class, received_on=submission.received_on, cover=submission.cover)
    since = later(kind.get(CONSENTS, ""), consents, reader.code)
    found = handling(Stated(**{name: kind[name] for name in SAID}), origin, policy, since)
    case = Case(handling=found, record_class=record_class, reader=reader)
    own = origin.owner == reader.code
    return withheld_by(case, own=own), found.confidentiality, own or may_name(case)
