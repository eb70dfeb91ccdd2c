"""Passes the records of a snapshot through the rules, once for each distinct handling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports.params import ReleasePolicy
from ens_reports.policy.consents import later, which
from ens_reports.policy.handling import SAID, Later, Origin, Stated, class_of, handling
from ens_reports.policy.rules import Case, Reader, may_name, withheld_by
from ens_reports.store import ConsentRow, SubmissionRow

DISTINCT = ["owner", "submission", "record_class", *SAID]
"""Columns that decide the handling of a record: equal here, equal there."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Kinds:
    """How some records are handled, before one asks by whom they are read.

    Attributes:
        of: Of each record the number of its kind.
        said: Of each kind what decides its handling, as text.
    """

    of: NDArray[np.int64]
    said: Sequence[Mapping[str, str]]

    def at(self, places: NDArray[np.int64]) -> "Kinds":
        """Those of the records at some places."""
        return Kinds(of=self.of[places], said=self.said)


def kinds_of(records: pd.DataFrame) -> Kinds:
    """Sort records by what decides their handling.

    Args:
        records: Rows of `Snapshot.records`.
    """
    said = records.reindex(columns=DISTINCT).astype("str").fillna("")
    of = np.asarray(said.groupby(DISTINCT, sort=False).ngroup(), dtype=np.int64)
    kinds = said.drop_duplicates().to_dict("records")
    return Kinds(of=of, said=[{str(name): str(value) for name, value in kind.items()} for kind in kinds])


def sift(
    records: pd.DataFrame,
    submissions: Mapping[str, SubmissionRow],
    *,
    reader: Reader,
    policy: ReleasePolicy,
    consents: Sequence[ConsentRow] = (),
    kinds: Kinds | None = None,
) -> pd.DataFrame:
    """Judge each record for one reader.

    Args:
        records: Rows of `Snapshot.records`.
        submissions: Those in force, by name.
        reader: Who would see them.
        policy: The rules.
        consents: What owners said later that bears on this reader.
        kinds: How the records are handled, where that is known already.

    Returns:
        Index as in `records`: `rule` (the rule that closes it to the reader; blank for open), `marked` (its confidentiality) and
        `may_name` (whether its country may be named to the reader).
    """
    known = kinds or kinds_of(records)
    bearing, numbers = pd.factorize(which(records, consents, came={name: row.seq for name, row in submissions.items()}))
    since = [later(str(some), consents, reader.code) for some in numbers]
    each, place = np.unique(known.of * len(since) + bearing, return_inverse=True)
    judged = [
        _judge(known.said[kind], submissions, reader=reader, policy=policy, since=since[some])
        for kind, some in (divmod(int(one), len(since)) for one in each)
    ]
    table = pd.DataFrame(judged, columns=["rule", "marked", "may_name"]).astype({"rule": "str", "marked": "str", "may_name": "bool"})
    return table.take(place).set_axis(records.index)


def _judge(
    kind: Mapping[str, str],
    submissions: Mapping[str, SubmissionRow],
    *,
    reader: Reader,
    policy: ReleasePolicy,
    since: Later,
) -> tuple[str, str, bool]:
    submission = submissions[kind["submission"]]
    record_class = class_of(kind["record_class"])
    origin = Origin(owner=kind["owner"], record_class=record_class, received_on=submission.received_on, cover=submission.cover)
    found = handling(Stated(**{name: kind[name] for name in SAID}), origin, policy, since)
    case = Case(handling=found, record_class=record_class, reader=reader)
    own = origin.owner == reader.code
    return withheld_by(case, own=own), found.confidentiality, own or may_name(case)
