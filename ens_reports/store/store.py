"""The store of a workspace: records by digest, and the ledger that says which of them are in force."""

import os
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
from sqlalchemy import Connection

from data_contracts.families import family_of
from ens_reports.errors import RequestError
from ens_reports.store import answers, audit, findings, health, ledger, records
from ens_reports.store.arrival import Arrival
from ens_reports.store.editions import EditionRow
from ens_reports.store.held import Held, Revision
from ens_reports.store.identity import record_digests, record_ids
from ens_reports.store.kept import KeptAnswer, KeptFinding
from ens_reports.store.lock import writing
from ens_reports.store.snapshot import READ, Snapshot
from ens_reports.store.submission import Submission, SubmissionRow, submission_id
from ens_reports.store.where import LEDGER

INTAKE_WAIT_S = 900.0
"""A long file of another run is taken in first."""


def utc_now() -> datetime:
    """The clock, for the ledger alone: no time of day reaches an edition."""
    return datetime.now(UTC)


class Store:
    """Records and ledger of one workspace.

    Args:
        workspace: The workspace's folder.
        ledger_url: Of a ledger on a server; blank for the workspace's own.
        actor: Who acts, for the log and for those who wait.
        clock: Gives the time in UTC.
    """

    def __init__(self, workspace: Path, *, ledger_url: str = "", actor: str = "ens", clock: Callable[[], datetime] = utc_now) -> None:
        self.folder = workspace / "store"
        self.folder.mkdir(parents=True, exist_ok=True)
        self._records = self.folder / "records"
        self._quarantine = self.folder / "quarantine"
        self._actor = actor
        self._clock = clock
        self._engine = ledger.connect(ledger_url or f"sqlite:///{self.folder / LEDGER}")
        if not ledger.is_current(self._engine):  # readers must not wait: the lock is for a new or an older ledger alone
            with self._writing():
                ledger.prepare(self._engine)

    def new_id(self, *, party: str, contract: str, sha256: str) -> str:
        """The name that a submission of this file gets; another one when the same file was taken in before."""
        with ledger.reading(self._engine) as connection:
            same = [row for row in ledger.find_submissions(connection, sha256=sha256) if (row.party, row.contract) == (party, contract)]
        return submission_id(party=party, contract=contract, sha256=sha256, earlier=len(same))

    def commit(
        self,
        submission: Submission,
        frame: pd.DataFrame,
        quarantine: pd.DataFrame,
        *,
        found: Sequence[KeptFinding] = (),
        answered: Sequence[KeptAnswer] = (),
    ) -> int:
        """Take in a submission, whole or not at all.

        Args:
            submission: What arrived.
            frame: Accepted records: the contract's columns, index = row numbers of the source. May be empty (a nil return).
            quarantine: Rejected rows as they came, index = row numbers of the source.
            found: What was found in it.
            answered: What its sender answered in it to earlier findings.

        Returns:
            Its number in the ledger.

        Raises:
            RequestError: A submission of this name is in the ledger already.
        """
        arrival = Arrival(submission=submission, frame=frame, quarantine=quarantine, found=found, answered=answered)
        return self.commit_all([arrival])[0]

    def commit_all(self, arrivals: Sequence[Arrival]) -> tuple[int, ...]:
        """Take in all submissions of one file, or none of them.

        Args:
            arrivals: In the order of the file's sheets.

        Returns:
            Their numbers in the ledger.

        Raises:
            RequestError: A submission of one of the names is in the ledger already.
        """
        with self._writing():
            with self._engine.begin() as connection:
                numbers = tuple(self._add(connection, arrival) for arrival in arrivals)
            self._sweep()
        return numbers

    def taking_in(self) -> AbstractContextManager[None]:
        """Hold the right to lay a file against what is in force and store it: of two runs at once each sees what the other stored."""
        return writing(self.folder, holder=f"{self._actor} (process {os.getpid()})", wait_s=INTAKE_WAIT_S, right="intake")

    def withdraw(self, submission: str, *, reason: str, at: date) -> SubmissionRow:
        """Take a submission back: its records are deleted, its row in the ledger stays as a tombstone.

        Args:
            submission: Its name.
            reason: As the owner gives it.
            at: Day of the withdrawal.

        Returns:
            The tombstone.

        Raises:
            RequestError: There is no such submission, or it was withdrawn before.
        """
        with self._writing():
            row = self.submission(submission)
            if not row.in_force:
                raise RequestError(
                    f"submission must be in force, got {submission}, withdrawn on {row.withdrawn_on}", hint="nothing is left to do"
                )
            with self._engine.begin() as connection:
                seq = self._number(connection, "withdrawal", submission, day=at)
                ledger.mark_withdrawn(connection, submission, seq=seq, day=at, reason=reason)
                findings.forget(connection, submission)
                answers.forget_words(connection, submission)
                self._log(connection, "submission.withdrawn", submission, records=row.records, reason=reason)
            self._sweep()
        return self.submission(submission)

    def snapshot(self, as_of: int | date | None = None) -> Snapshot:
        """What the store held.

        Args:
            as_of: A number of the ledger, a day (its end), or none for now.

        Raises:
            RequestError: Nothing had arrived by then, or there is no such number.
        """
        with ledger.reading(self._engine) as connection:
            seq = ledger.seq_of(connection, as_of)
            rows = [row for row in ledger.find_submissions(connection) if row.seq <= seq]
        told = [row for row in rows if family_of(row.contract) == "incidents"]
        if not told:
            wanted = "yet" if as_of is None else f"as of {as_of}"
            raise RequestError(f"the store must hold a submission, got none {wanted}", hint="take files in first, with `ens intake`")
        then = [row for row in rows if row.withdrawn_seq is None or row.withdrawn_seq > seq]
        of_incidents = [row for row in then if row in told]
        return Snapshot(
            seq=seq,
            day=max(row.received_on for row in told),
            submissions=tuple(row for row in of_incidents if row.in_force),
            others=tuple(row for row in then if row.in_force and row not in told),
            erased=tuple(row for row in then if not row.in_force and (row in told or row.contract in READ)),
            folder=self._records,
        )

    def in_force(self, owner: str) -> pd.DataFrame:
        """The records that a party has in force, to tell duplicates and revisions by.

        Args:
            owner: Code of the party.

        Returns:
            `record_id`, `record_digest`, `submission`; one row per record.
        """
        with ledger.reading(self._engine) as connection:
            rows = [row for row in ledger.find_submissions(connection) if row.party == owner and row.in_force and row.records]
        files = {records.path_of(self._records, row.records): row.records for row in rows}
        return records.latest(files, {row.id: row.seq for row in rows}, columns=("record_id", "record_digest", "submission"))

    def held(self, contracts: Collection[str], *, owner: str = "", others_than: str = "") -> Held:
        """Submissions in force of some contracts, of one party or of all others.

        Args:
            contracts: Names of the contracts.
            owner: Code of the party; blank for all.
            others_than: Code of the party that is left out; blank for none.
        """
        rows = [row for row in self.submissions() if row.in_force and row.records and row.contract in contracts]
        mine = [row for row in rows if (row.party == owner or not owner) and row.party != others_than]
        return Held(submissions=tuple(mine), folder=self._records)

    def history(self, record_id: str) -> tuple[Revision, ...]:
        """A record as each submission in force that holds it had it, in the order of arrival.

        Args:
            record_id: Its name.
        """
        rows = tuple(row for row in self.submissions() if row.in_force and row.records)
        members = Held(submissions=rows, folder=self._records).members()
        found = members[members["record_id"] == record_id]
        names = {row.id: row for row in rows}
        latest = found["submission"].iloc[-1] if len(found) else ""
        return tuple(
            Revision(submission=names[name], record_digest=content, in_force=name == latest)
            for name, content in zip(found["submission"], found["record_digest"], strict=True)
        )

    def find(self, sha256: str) -> tuple[SubmissionRow, ...]:
        """Submissions in force of a file with this digest."""
        with ledger.reading(self._engine) as connection:
            return tuple(row for row in ledger.find_submissions(connection, sha256=sha256) if row.in_force)

    def submissions(self) -> tuple[SubmissionRow, ...]:
        """All that ever arrived, in order, tombstones too."""
        with ledger.reading(self._engine) as connection:
            return ledger.find_submissions(connection)

    def submission(self, name: str) -> SubmissionRow:
        """One submission.

        Raises:
            RequestError: There is none of this name.
        """
        with ledger.reading(self._engine) as connection:
            found = ledger.find_submissions(connection, submission=name)
        if not found:
            raise RequestError(f"submission must be in the ledger, got {name!r}", hint="`ens submissions` lists what arrived")
        return found[0]

    def keep_findings(self, submission: str, found: Sequence[KeptFinding]) -> None:
        """Keep what was found in a submission after it was taken in, such as by comparing it with a later one.

        Raises:
            RequestError: There is no such submission, or it was withdrawn.
        """
        with self._writing():
            row = self.submission(submission)
            if not row.in_force:
                raise RequestError(
                    f"submission must be in force, got {submission}, withdrawn on {row.withdrawn_on}", hint="nothing is kept of it"
                )
            with self._engine.begin() as connection:
                findings.add(connection, submission, found)

    def findings(self, submission: str) -> tuple[KeptFinding, ...]:
        """What was found in a submission, in the order of its feedback; nothing once it was withdrawn."""
        with ledger.reading(self._engine) as connection:
            return findings.of_submission(connection, submission)

    def findings_for_analysts(self) -> dict[str, tuple[KeptFinding, ...]]:
        """What only analysts may read, by submission."""
        with ledger.reading(self._engine) as connection:
            return findings.for_analysts(connection)

    def answers(self, party: str, contract: str, *, as_of: int | None = None) -> tuple[KeptAnswer, ...]:
        """What a party said last to each finding, and to how each column was read.

        Args:
            party: Code of the sender.
            contract: Name of the contract.
            as_of: A number of the ledger; what came later does not count.
        """
        with ledger.reading(self._engine) as connection:
            return answers.of_party(connection, party, contract, until=as_of)

    def quarantine(self, name: str) -> pd.DataFrame:
        """Rejected rows of a submission, as they came; empty when there are none.

        Raises:
            RequestError: There is no such submission.
            DamageError: The file is not what its digest says.
        """
        row = self.submission(name)
        if not row.quarantine or not row.in_force:
            return pd.DataFrame()
        return records.read(records.path_of(self._quarantine, row.quarantine), row.quarantine)

    def submissions_of_record(self, record_id: str) -> tuple[str, ...]:
        """Submissions in force that hold a record, in any revision, in the order of arrival."""
        return tuple(dict.fromkeys(revision.submission.id for revision in self.history(record_id)))

    def register(self, edition: EditionRow) -> None:
        """Enter an edition into the ledger."""
        with self._writing(), self._engine.begin() as connection:
            ledger.put_edition(connection, edition)
            self._log(connection, "edition.built", edition.id, as_of=edition.as_of, manifest=edition.manifest)

    def editions(self, **having: str) -> tuple[EditionRow, ...]:
        """Editions in the order in which they were built.

        Args:
            having: `product`, `recipient`, `language`, `key`, `id`, ... with the value that they must have.
        """
        with ledger.reading(self._engine) as connection:
            return ledger.find_editions(connection, having=having)

    def editions_using(self, submission: str) -> tuple[EditionRow, ...]:
        """Editions that used a submission."""
        with ledger.reading(self._engine) as connection:
            return ledger.find_editions(connection, having={}, using=submission)

    def problems(self) -> tuple[str, ...]:
        """What is damaged, in words; nothing when store and ledger are whole."""
        rows = self.submissions()
        folders = {"records": self._records, "quarantine": self._quarantine}
        found = [problem for kind, folder in folders.items() for problem in health.file_problems(folder, health.names_of(rows, kind))]
        with ledger.reading(self._engine) as connection:
            return (*found, *health.ledger_problems(connection))

    def _add(self, connection: Connection, arrival: Arrival) -> int:
        submission = arrival.submission
        if ledger.find_submissions(connection, submission=submission.id):
            raise RequestError(f"submission must be new, got {submission.id} again", hint="`ens submissions` lists what arrived")
        files = {"records": self._keep_records(submission, arrival.frame), "quarantine": self._keep_quarantine(arrival.quarantine)}
        seq = self._number(connection, "submission", submission.id, day=submission.received_on)
        ledger.add_submission(connection, submission, seq=seq, files=files)
        findings.add(connection, submission.id, arrival.found)
        answers.add(connection, arrival.answered, party=submission.party, contract=submission.contract)
        self._log(connection, "submission.accepted", submission.id, rows=len(arrival.frame), sha256=submission.sha256)
        return seq

    def _keep_records(self, submission: Submission, frame: pd.DataFrame) -> str:
        if frame.empty:
            return ""
        named = frame.assign(
            record_id=record_ids(frame, submission.party, family=family_of(submission.contract)),
            record_digest=record_digests(frame),
            owner=submission.party,
            submission=submission.id,
            source_row=frame.index.astype("int64"),
        )
        return records.write(self._records, named)

    def _keep_quarantine(self, frame: pd.DataFrame) -> str:
        if frame.empty:
            return ""
        return records.write(self._quarantine, frame.assign(source_row=frame.index.astype("int64")))

    def _number(self, connection: Connection, kind: str, submission: str, *, day: date) -> int:
        return ledger.add_commit(connection, kind=kind, submission=submission, day=day, at=self._now())

    def _log(self, connection: Connection, action: str, subject: str, **details: str | int) -> None:
        audit.append(connection, audit.Entry(at=self._now(), actor=self._actor, action=action, subject=subject, details=details))

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def _writing(self) -> AbstractContextManager[None]:
        return writing(self.folder, holder=f"{self._actor} (process {os.getpid()})")

    def _sweep(self) -> None:
        """Delete files that no submission in force names: withdrawn ones, and those of a run that ended midway."""
        rows = self.submissions()
        for kind, folder in {"records": self._records, "quarantine": self._quarantine}.items():
            for path in records.unreferenced(folder, health.names_of(rows, kind)):
                path.unlink(missing_ok=True)
