"""Deleting records: what goes, what stays as tombstones, and which editions had used it.

The ledger decides in one transaction; the files follow, and until they are gone the deletion stands there as unfinished.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
from sqlalchemy import Connection, insert, select, update

from ens_reports.errors import DamageError
from ens_reports.store import answers, files, findings, ledger, marks, records, tombstones
from ens_reports.store.marks import Cause, Mark
from ens_reports.store.schema import erasures, submissions
from ens_reports.store.schema import tombstones as buried
from ens_reports.store.submission import Ended, SubmissionRow

ENDED: dict[Cause, Ended] = {"withdrawal": "withdrawn", "expiry": "expired"}
BURIED = ["submission", "source_row", "record_id", "record_digest"]
"""What a tombstone keeps of a record."""


@dataclass(frozen=True, kw_only=True)
class Deletion:
    """What is to be deleted of one submission.

    Attributes:
        submission: As the ledger has it.
        rows: Numbers of rows of accepted records; none for the whole submission.
        quarantine: Whether its rejected rows go too.
    """

    submission: SubmissionRow
    rows: frozenset[int] | None = None
    quarantine: bool = True


@dataclass(frozen=True, kw_only=True)
class Why:
    """Why something is deleted.

    Attributes:
        cause: Its owner takes it back, or its time is over.
        day: Of the deletion.
        reason: As the owner gives it.
        seq: Place of the deletion in the ledger.
    """

    cause: Cause
    day: date
    reason: str = ""
    seq: int


@dataclass(frozen=True, kw_only=True)
class Erased:
    """What the ledger has decided on.

    Attributes:
        submission: Its name.
        records: How many records are deleted.
        whole: Whether nothing of the submission stays.
        marks: Editions that used them.
    """

    submission: str
    records: int
    whole: bool
    marks: tuple[Mark, ...]


def erase(connection: Connection, deletion: Deletion, why: Why, *, folder: Path) -> Erased:
    """Enter a deletion: tombstones, what is left of the submission, marks of editions.

    Args:
        connection: In a transaction; files that the ledger no longer names are to be deleted after it.
        deletion: What goes.
        why: Why, and as which place of the ledger.
        folder: Where files of records lie; a file with the rows that stay is written there.

    Raises:
        DamageError: A part goes, and the file of records is not what its digest says: nobody can tell what stays.
    """
    row = deletion.submission
    there = _rows(deletion, folder)
    goes = there["source_row"].isin(deletion.rows) if deletion.rows is not None else pd.Series(data=True, index=there.index)
    gone = there[goes].assign(submission=row.id)
    whole = deletion.rows is None or (bool(goes.all()) and (deletion.quarantine or not row.quarantine))
    tombstones.add(connection, gone[BURIED], seq=why.seq)
    if whole:
        _end(connection, row, why)
    else:
        _narrow(connection, deletion, there[~goes], seq=why.seq, folder=folder)
        findings.forget_records(connection, set(gone["record_id"]))
    used_by = ledger.find_editions(connection, having={}, using=row.id)
    found = marks.of_deletion(used_by, row, gone=None if whole and there.empty else set(gone["source_row"]), cause=why.cause, seq=why.seq)
    marks.add(connection, found)
    connection.execute(insert(erasures).values(seq=why.seq, submission=row.id, finished=False))
    return Erased(submission=row.id, records=len(gone), whole=whole, marks=tuple(found))


def unfinished(connection: Connection) -> tuple[str, ...]:
    """Submissions of which files may still hold what was deleted, in the order of the deletions."""
    query = select(erasures.c.submission).where(erasures.c.finished.is_(False)).order_by(erasures.c.seq)
    return tuple(dict.fromkeys(connection.execute(query).scalars()))


def finish(connection: Connection, names: Iterable[str]) -> None:
    """Enter that no file holds any longer what was deleted of some submissions."""
    connection.execute(update(erasures).where(erasures.c.submission.in_(list(names))).values(finished=True))


def lacking(connection: Connection, seq: int) -> frozenset[str]:
    """Submissions from which a view has lost something since a place in the ledger: records, or all that their cover sheets said."""
    ended = select(submissions.c.id).where(submissions.c.withdrawn_seq > seq)
    in_part = select(buried.c.submission).where(buried.c.seq > seq).distinct()
    return frozenset(connection.execute(ended).scalars()) | frozenset(connection.execute(in_part).scalars())


def _narrow(connection: Connection, deletion: Deletion, stays: pd.DataFrame, *, seq: int, folder: Path) -> None:
    """Give a submission a file with the rows that stay, beside the one that goes."""
    left = {"records": records.write(folder, stays) if len(stays) else ""}
    if deletion.quarantine:
        left["quarantine"] = ""
    ledger.mark_erased(connection, deletion.submission.id, seq=seq, files=left)


def _end(connection: Connection, row: SubmissionRow, why: Why) -> None:
    ledger.mark_ended(connection, row.id, seq=why.seq, day=why.day, reason=why.reason, ended=ENDED[why.cause])
    findings.forget(connection, row.id)
    answers.forget_words(connection, row.id)


def _rows(deletion: Deletion, folder: Path) -> pd.DataFrame:
    """All rows of a submission; none where its file is damaged and all goes: that must keep nobody from deleting it."""
    name = deletion.submission.records
    try:
        return records.read(records.path_of(folder, name), name) if name else pd.DataFrame(columns=BURIED)
    except DamageError:
        if deletion.rows is not None:
            raise
        return pd.DataFrame(columns=BURIED)


@dataclass(frozen=True, kw_only=True)
class Gone:
    """What the ledger says must lie nowhere any longer.

    Attributes:
        files: Digests of files as they came.
        feedback: Party and name of submissions whose feedback holds what was deleted.
        editions: Editions that used it.
    """

    files: frozenset[str] = frozenset()
    feedback: frozenset[tuple[str, str]] = frozenset()
    editions: frozenset[str] = frozenset()


def gone(connection: Connection) -> Gone:
    """What must lie nowhere any longer: files that hold deleted rows, and feedback on them, unless they were sent again since."""
    rows = {row.id: row for row in ledger.find_submissions(connection)}
    last = {name: max(row.withdrawn_seq or 0, row.erased_seq or 0) for name, row in rows.items()}
    digests: set[str] = set()
    packs = {name for name, row in rows.items() if not row.in_force}
    for sha256, names in files.links(connection, [name for name, seq in last.items() if seq]).items():
        deleted = max(last[name] for name in names)
        packs |= {name for name in names if rows[name].seq < deleted}
        if not any(rows[name].in_force and rows[name].seq > deleted for name in names):
            digests.add(sha256)
    return Gone(
        files=frozenset(digests),
        feedback=frozenset((rows[name].party, name) for name in packs),
        editions=frozenset(mark.edition for mark in marks.all_of(connection)),
    )
