"""What the store held as of one number of its ledger. What reports count are incidents; all else is asked for by its contract."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from data_contracts.families import CURRENT, family_of
from ens_reports.errors import PolicyError
from ens_reports.store import records
from ens_reports.store.consent import ConsentRow
from ens_reports.store.submission import SubmissionRow

BUNDLE = 1_000_000
"""Records of which it is told together which are in force."""
READ = ("capacity", "subjects")
"""Contracts besides those of incidents that a product can read: without what is gone of them it can't be built again either."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The submissions of incidents in force as of one number, and their records; those of other contracts stand apart.

    Attributes:
        seq: The number.
        day: Day on which the newest submission of incidents up to that number arrived.
        submissions: Of incidents, in the order of arrival.
        others: Of subjects, movements, capacity and open sources: no product sees them unless it asks for their contract.
        consents: What owners said later, as far as it holds.
        erased: Submissions of what products read that were in force then, and of which records have been withdrawn or have expired since.
        folder: Where the files of records lie.
        scratch: Where a run may lay records down that it has sorted; none for where the system has them.
        kept: What others have worked out from these records, by what it is: a batch asks for it again for each recipient.
    """

    seq: int
    day: date
    submissions: tuple[SubmissionRow, ...]
    erased: tuple[SubmissionRow, ...]
    folder: Path
    others: tuple[SubmissionRow, ...] = ()
    consents: tuple[ConsentRow, ...] = ()
    scratch: Path | None = None
    kept: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def files(self) -> dict[Path, str]:
        """Files of records, each with its digest."""
        return self._files(self.submissions)

    @cached_property
    def records(self) -> pd.DataFrame:
        """One row per record in force, by `record_id`; of several revisions the latest.

        Columns are those of the contracts, and `record_id`, `record_digest`, `owner`, `submission`, `source_row`.
        """
        return _as_now(records.latest(self.files, self._places), self.submissions)

    def pieces(self) -> Iterator[pd.DataFrame]:
        """The rows of `records` by party and arrival, some ten thousand at a time; each with the columns that its files have."""
        for rows in _bundles(self.submissions):
            for piece in records.pieces(self._files(rows), {row.id: row.seq for row in rows}):
                yield _as_now(piece, rows)

    @property
    def _places(self) -> dict[str, int]:
        return {row.id: row.seq for row in self.submissions}

    def frame(self, contract: str) -> pd.DataFrame:
        """One row per record in force of a contract that is not of incidents, by `record_id`; of several revisions the latest.

        Args:
            contract: `subjects`, `movements`, `capacity` or `osint`.

        Raises:
            ValueError: It is a contract of incidents: those are `records`.
        """
        if family_of(contract) == "incidents":
            raise ValueError(f"contract must not be one of incidents, got {contract!r}; see `records`")
        if contract not in self.kept:
            self.kept[contract] = self._frame(contract)
        found: pd.DataFrame = self.kept[contract]
        return found

    def _frame(self, contract: str) -> pd.DataFrame:
        rows = [row for row in self.others if row.contract == contract]
        return _as_now(records.latest(self._files(rows), {row.id: row.seq for row in rows}), rows)

    def _files(self, rows: Iterable[SubmissionRow]) -> dict[Path, str]:
        return {records.path_of(self.folder, row.records): row.records for row in rows if row.records}

    def check_can_repeat(self) -> None:
        """Refuse to stand for a past state of which something has been lawfully erased.

        Raises:
            PolicyError: With the number of submissions that are gone.
        """
        if self.erased:
            number = len(self.erased)
            raise PolicyError(
                f"the records as of {self.seq} must be whole, got {number} of its submissions lawfully erased since: {self._how()}",
                hint="build as of now; what was issued then stays genuine, `ens verify` says so",
            )

    def _how(self) -> str:
        """What is gone, by kind."""
        kinds = {"withdrawn": "withdrawn", "expired": "expired", "": "expired in part"}
        number = Counter(kinds[row.ended] for row in self.erased)
        return ", ".join(f"{number[kind]} {kind}" for kind in kinds.values() if number[kind])


def _bundles(rows: Iterable[SubmissionRow]) -> Iterator[list[SubmissionRow]]:
    """Submissions of several parties, which must be read together to tell which records are in force: no two parties have one in common."""
    held = list[SubmissionRow]()
    for _party, sent in groupby(sorted(rows, key=lambda row: row.party), key=lambda row: row.party):
        held.extend(sent)
        if sum(row.counts.accepted for row in held) >= BUNDLE:
            yield held
            held = []
    if held:
        yield held


def _as_now(frame: pd.DataFrame, rows: Iterable[SubmissionRow]) -> pd.DataFrame:
    """Records that were stored under an earlier version of their contract, read as those of the version in force."""
    stored: dict[tuple[str, int], list[str]] = {}
    for row in rows:
        if row.records and row.contract_version < CURRENT[row.contract]:
            stored.setdefault((row.contract, row.contract_version), []).append(row.id)
    if not stored:
        return frame
    from data_contracts.versions.migrations import to_current  # noqa: PLC0415 - pandera takes a second to import

    old = [frame["submission"].isin(names) for names in stored.values()]
    parts = [to_current(frame[which], *key) for key, which in zip(stored, old, strict=True)]
    rest = frame[~pd.concat(old, axis="columns").any(axis="columns")]
    return pd.concat([rest, *parts]).sort_index()
