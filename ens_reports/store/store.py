"""The store of a workspace: records by digest, and the ledger that says which of them are in force."""

import getpass
import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
from sqlalchemy import Connection

from data_contracts.families import family_of
from ens_reports.errors import RequestError
from ens_reports.store import answers, audit, bound, consents, erasing, files, findings, health, ledger, records, server
from ens_reports.store.access import Access
from ens_reports.store.arrival import Arrival
from ens_reports.store.built import Editions
from ens_reports.store.consented import Consents
from ens_reports.store.deletions import Deletions
from ens_reports.store.holdings import Holdings
from ens_reports.store.identity import record_digests, record_ids
from ens_reports.store.kept import KeptAnswer, KeptFinding
from ens_reports.store.snapshot import READ, Snapshot
from ens_reports.store.submission import Submission, SubmissionRow, submission_id
from ens_reports.store.told import Told
from ens_reports.store.where import KINDS, LEDGER, ledger_url

INTAKE_WAIT_S = 900.0
"""A long file of another run is taken in first."""


def utc_now() -> datetime:
    """The clock, for the ledger alone: no time of day reaches an edition."""
    return datetime.now(UTC)


def account() -> str:
    """Name of the account that runs the program: the system's own word where there is one, not that of the environment."""
    try:
        import pwd  # noqa: PLC0415 - not on Windows

        return pwd.getpwuid(os.getuid()).pw_name
    except ImportError:
        return getpass.getuser()
    except KeyError:  # a container without users
        return f"account {os.getuid()}"


class Store:
    """Records and ledger of one workspace.

    Args:
        workspace: The workspace's folder.
        url: Of a ledger on a server; blank for the workspace's own; none for what the user's environment says.
        actor: Who acts, for the log and for those who wait; none for the account that runs the program.
        clock: Gives the time in UTC.

    Attributes:
        folder: Of the store.
        records: Those in force.
        told: Findings and answers.
        editions: What was built.
        deletions: What was deleted, and what is to be.
        consents: What owners said later.
    """

    def __init__(
        self, workspace: Path, *, url: str | None = None, actor: str | None = None, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self.folder = workspace / "store"
        self.folder.mkdir(parents=True, exist_ok=True)
        stated = ledger_url() if url is None else url
        if not stated:
            bound.check_may_be_own(self.folder)
        engine = server.connect(stated) if stated else ledger.connect(f"sqlite:///{self.folder / LEDGER}")
        self._access = Access(folder=self.folder, engine=engine, actor=account() if actor is None else actor, clock=clock)
        self.records, self.told, self.editions = Holdings(self._access), Told(self._access), Editions(self._access)
        self.deletions, self.consents = Deletions(self._access), Consents(self._access)
        if not ledger.is_current(engine):  # readers must not wait: the lock is for a new or an older ledger alone
            with self._access.writing(), self._access.changing() as connection:
                ledger.prepare(connection, self.folder)
        if server.is_server(engine):
            with self._access.reading() as connection:
                bound.check(connection, self.folder)

    def new_id(self, *, party: str, contract: str, sha256: str) -> str:
        """The name that a submission of this file gets; another one when the same file was taken in before."""
        with self._access.reading() as connection:
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
        with self._access.writing(), self._access.changing() as connection:
            numbers = tuple(self._add(connection, arrival) for arrival in arrivals)
        self.deletions.sweep()
        return numbers

    def taking_in(self) -> AbstractContextManager[None]:
        """Hold the right to lay a file against what is in force and store it: of two runs at once each sees what the other stored."""
        return self._access.writing(wait_s=INTAKE_WAIT_S, right="intake")

    def log(self, action: str, subject: str, **details: str | int) -> None:
        """Note an act that changes nothing in the ledger but its log.

        Args:
            action: What was done, such as `view.made`.
            subject: To what.
            details: Plain values; never a record's value.
        """
        with self._access.writing(), self._access.changing() as connection:
            self._access.log(connection, action, subject, **details)

    def head(self) -> audit.Head:
        """How far the log of acts has come."""
        with self._access.reading() as connection:
            return audit.head(connection)

    def snapshot(self, as_of: int | date | None = None) -> Snapshot:
        """What the store held.

        Args:
            as_of: A number of the ledger, a day (its end), or none for now.

        Raises:
            RequestError: Nothing had arrived by then, or there is no such number.
        """
        with self._access.reading() as connection:
            seq = ledger.seq_of(connection, as_of)
            rows = [row for row in ledger.find_submissions(connection) if row.seq <= seq]
            since = ledger.day_of(connection, seq)
            lacking = erasing.lacking(connection, seq)
            given = tuple(one for one in consents.all_of(connection) if one.holds(seq, since))
        told = [row for row in rows if _is_of_incidents(row)]
        if not told:
            wanted = "yet" if as_of is None else f"as of {as_of}"
            raise RequestError(f"the store must hold a submission, got none {wanted}", hint="take files in first, with `ens intake`")
        then = [row for row in rows if row.withdrawn_seq is None or row.withdrawn_seq > seq]
        return Snapshot(
            seq=seq,
            day=max(row.received_on for row in told),
            submissions=tuple(row for row in then if row.in_force and _is_of_incidents(row)),
            others=tuple(row for row in then if row.in_force and not _is_of_incidents(row)),
            erased=tuple(row for row in then if row.id in lacking and (_is_of_incidents(row) or row.contract in READ)),
            consents=given,
            folder=self._access.records,
        )

    def find(self, sha256: str) -> tuple[SubmissionRow, ...]:
        """Submissions in force of a file with this digest."""
        with self._access.reading() as connection:
            return tuple(row for row in ledger.find_submissions(connection, sha256=sha256) if row.in_force)

    def submissions(self) -> tuple[SubmissionRow, ...]:
        """All that ever arrived, in order, tombstones too."""
        with self._access.reading() as connection:
            return ledger.find_submissions(connection)

    def submission(self, name: str) -> SubmissionRow:
        """One submission.

        Raises:
            RequestError: There is none of this name.
        """
        with self._access.reading() as connection:
            return ledger.submission(connection, name)

    def quarantine(self, name: str) -> pd.DataFrame:
        """Rejected rows of a submission, as they came; empty when there are none.

        Raises:
            RequestError: There is no such submission.
            DamageError: The file is not what its digest says.
        """
        row = self.submission(name)
        if not row.quarantine or not row.in_force:
            return pd.DataFrame()
        return records.read(records.path_of(self._access.quarantine, row.quarantine), row.quarantine)

    @property
    def ledger(self) -> str:
        """Which ledger it has, in words, and that it answers."""
        return ledger.described(self._access.engine)

    def problems(self) -> tuple[str, ...]:
        """What is damaged, in words; nothing when store and ledger are whole."""
        rows = self.submissions()
        found = [problem for kind in KINDS for problem in health.file_problems(self.folder / kind, health.names_of(rows, kind))]
        with self._access.reading() as connection:
            return (*found, *health.ledger_problems(connection))

    def _add(self, connection: Connection, arrival: Arrival) -> int:
        submission = arrival.submission
        if ledger.find_submissions(connection, submission=submission.id):
            raise RequestError(f"submission must be new, got {submission.id} again", hint="`ens submissions` lists what arrived")
        kept = {
            "records": _keep_records(self._access.records, submission, arrival.frame),
            "quarantine": _keep_quarantine(self._access.quarantine, arrival.quarantine),
        }
        seq = self._access.number(connection, "submission", submission.id, day=submission.received_on)
        ledger.add_submission(connection, submission, seq=seq, files=kept)
        for sha256 in dict.fromkeys((submission.sha256, arrival.file_sha256 or submission.sha256)):
            files.add(connection, sha256, [submission.id, *arrival.repeats])
        findings.add(connection, submission.id, arrival.found)
        answers.add(connection, arrival.answered, party=submission.party, contract=submission.contract)
        self._access.log(connection, "submission.accepted", submission.id, rows=len(arrival.frame), sha256=submission.sha256)
        return seq


def _is_of_incidents(row: SubmissionRow) -> bool:
    return family_of(row.contract) == "incidents"


def _keep_records(folder: Path, submission: Submission, frame: pd.DataFrame) -> str:
    if frame.empty:
        return ""
    named = frame.assign(
        record_id=record_ids(frame, submission.party, family=family_of(submission.contract)),
        record_digest=record_digests(frame),
        owner=submission.party,
        submission=submission.id,
        source_row=frame.index.astype("int64"),
    )
    return records.write(folder, named)


def _keep_quarantine(folder: Path, frame: pd.DataFrame) -> str:
    if frame.empty:
        return ""
    return records.write(folder, frame.assign(source_row=frame.index.astype("int64")))
