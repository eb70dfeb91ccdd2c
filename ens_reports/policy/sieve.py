"""Passes the records of a snapshot through the rules, once for each distinct handling."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports.params import ReleasePolicy
from ens_reports.params.release_policy import RecordClass
from ens_reports.policy.consents import later, which
from ens_reports.policy.handling import NOTHING, SAID, Handling, Later, Origin, Stated, class_of, handling
from ens_reports.policy.rules import Case, Reader, may_name, withheld_by
from ens_reports.store import ConsentRow, SubmissionRow

DISTINCT = ["owner", "submission", "record_class", *SAID]
"""Columns that decide the handling of a record: equal here, equal there."""
JUDGED = {"rule": "str", "marked": "str", "may_name": "bool"}
"""What is found of each record for a reader: which rule closes it, how it is marked, whether its country may be named."""
Verdict = tuple[str, str, bool]
Kind = Mapping[str, str]
"""What decides the handling of some records, by column."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Handled:
    """How some records are handled, before one asks by whom they are read; what owners said later apart.

    Attributes:
        kind: Of each record the number of its kind.
        kinds: What each kind says.
        case: Of each kind the number of its case: few of them are handled differently.
        cases: Handling and class of each; a day until which records may be used has passed or has not.
        origins: Where each kind comes from is told by its submission.
        policy: Defaults and standing limits.
        day: As of when.
    """

    kind: NDArray[np.int32]
    kinds: Sequence[Kind]
    case: NDArray[np.int32]
    cases: Sequence[tuple[Handling, RecordClass]]
    origins: Mapping[str, SubmissionRow]
    policy: ReleasePolicy
    day: date

    def at(self, places: NDArray[np.int64]) -> "Handled":
        """That of the records at some places."""
        return replace(self, kind=self.kind[places])

    def opened(self, number: int, since: Later) -> tuple[Handling, RecordClass]:
        """How a kind is handled after a later word of its owner.

        Args:
            number: Of the kind.
            since: What its owner said.
        """
        kind = self.kinds[number]
        submission = self.origins[kind["submission"]]
        record_class = class_of(kind["record_class"])
        origin = Origin(owner=kind["owner"], record_class=record_class, received_on=submission.received_on, cover=submission.cover)
        found = handling(Stated(**{name: kind[name] for name in SAID}), origin, self.policy, since)
        return replace(found, retain_until=date.max if found.retain_until >= self.day else date.min), record_class


def kinds_of(records: pd.DataFrame) -> tuple[NDArray[np.int32], list[Kind]]:
    """Sort records by what decides their handling.

    Args:
        records: Rows of `Snapshot.records`; of `DISTINCT` what is not there is blank.

    Returns:
        Of each record the number of its kind, and the kinds.
    """
    said = records.reindex(columns=DISTINCT).astype("str").fillna("")
    number = np.asarray(said.groupby(DISTINCT, sort=False).ngroup(), dtype=np.int32)
    rows = said.drop_duplicates().to_dict("records")
    return number, [{str(name): str(value) for name, value in row.items()} for row in rows]


def handle(
    kind: NDArray[np.int32], kinds: Sequence[Kind], submissions: Mapping[str, SubmissionRow], *, policy: ReleasePolicy, day: date
) -> Handled:
    """How records of some kinds are handled.

    Args:
        kind: Of each record the number of its kind.
        kinds: As `kinds_of` gives them.
        submissions: Those that they came with, by name.
        policy: The rules.
        day: As of when.
    """
    none = np.array([], dtype=np.int32)
    bare = Handled(kind=kind, kinds=kinds, case=none, cases=(), origins=submissions, policy=policy, day=day)
    numbers: dict[tuple[Handling, RecordClass], int] = {}
    case = [numbers.setdefault(bare.opened(one, NOTHING), len(numbers)) for one in range(len(kinds))]
    return replace(bare, case=np.array(case, dtype=np.int32), cases=tuple(numbers))


def sift(
    records: pd.DataFrame,
    submissions: Mapping[str, SubmissionRow],
    *,
    reader: Reader,
    policy: ReleasePolicy,
    consents: Sequence[ConsentRow] = (),
    handled: Handled | None = None,
) -> pd.DataFrame:
    """Judge each record for one reader.

    Args:
        records: Rows of `Snapshot.records`.
        submissions: Those in force, by name.
        reader: Who would see them.
        policy: The rules.
        consents: What owners said later that bears on this reader.
        handled: How the records are handled, where that is known already.

    Returns:
        Index as in `records`: `rule` (the rule that closes it to the reader; blank for open), `marked` (its confidentiality) and
        `may_name` (whether its country may be named to the reader).
    """
    known = handled or handle(*kinds_of(records), submissions, policy=policy, day=reader.day)
    own = records["owner"].eq(reader.code).to_numpy(dtype=np.bool_)
    asked = known.case[known.kind].astype(np.int64) * 2 + own
    each, place = np.unique(asked, return_inverse=True)
    judged = [_judge(known.cases[one // 2], reader, own=bool(one % 2)) for one in each.tolist()]
    for at, verdict in _after_consents(records, submissions, known, reader=reader, consents=consents):
        place[at] = len(judged)
        judged.append(verdict)
    verdicts = pd.DataFrame(judged, columns=list(JUDGED)).astype(JUDGED)
    return verdicts.iloc[place].set_axis(records.index)


def _after_consents(
    records: pd.DataFrame, submissions: Mapping[str, SubmissionRow], known: Handled, *, reader: Reader, consents: Sequence[ConsentRow]
) -> Iterator[tuple[int, Verdict]]:
    """Places of the records that a consent bears on, each with what is found of it then."""
    if not consents:
        return
    numbers = which(records, consents, came={name: row.seq for name, row in submissions.items()})
    found: dict[tuple[int, str], Verdict] = {}
    for at in np.flatnonzero(numbers.ne("").to_numpy()).tolist():
        kind, some = int(known.kind[at]), str(numbers.iloc[at])
        if (kind, some) not in found:
            own = known.kinds[kind]["owner"] == reader.code
            found[kind, some] = _judge(known.opened(kind, later(some, consents, reader.code)), reader, own=own)
        yield at, found[kind, some]


def _judge(case: tuple[Handling, RecordClass], reader: Reader, *, own: bool) -> Verdict:
    found, record_class = case
    before = Case(handling=found, record_class=record_class, reader=reader)
    return withheld_by(before, own=own), found.confidentiality, own or may_name(before)
