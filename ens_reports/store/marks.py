"""Editions that used what was deleted since: each is to be superseded, or to be recalled from who received it."""

from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Literal

from sqlalchemy import Connection, insert, select

from ens_reports.store import rowset
from ens_reports.store.editions import EditionRow
from ens_reports.store.schema import edition_marks
from ens_reports.store.submission import Submission

Cause = Literal["withdrawal", "expiry"]
MarkName = Literal["supersede", "recall"]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What is to become of an edition, and why.

    Attributes:
        edition: Its name.
        seq: Place of the deletion in the ledger.
        submission: Of which records were deleted.
        mark: `recall` where the owner took back what somebody else had received, else `supersede`.
        cause: Whether it was withdrawn, or expired.
    """

    edition: str
    seq: int
    submission: str
    mark: MarkName
    cause: Cause


def of_deletion(rows: Iterable[EditionRow], submission: Submission, *, gone: Collection[int] | None, cause: Cause, seq: int) -> list[Mark]:
    """The marks of the editions that used deleted rows.

    Args:
        rows: Editions that used the submission.
        submission: What they used.
        gone: Numbers of the rows that were deleted; none where they can't be told: then all are meant.
        cause: Why.
        seq: Place of the deletion in the ledger.
    """
    return [
        Mark(edition=row.id, seq=seq, submission=submission.id, mark=_mark(row, submission.party, cause), cause=cause)
        for row in rows
        if any(used.submission == submission.id and (gone is None or rowset.has_any(used.which, gone)) for used in row.inputs)
    ]


def add(connection: Connection, made: Iterable[Mark]) -> None:
    """Enter marks."""
    rows = [asdict(mark) for mark in made]
    if rows:
        connection.execute(insert(edition_marks), rows)


def all_of(connection: Connection) -> tuple[Mark, ...]:
    """All marks, in the order of the deletions."""
    query = select(edition_marks).order_by(edition_marks.c.seq, edition_marks.c.edition, edition_marks.c.submission)
    return tuple(Mark(**row) for row in connection.execute(query).mappings())


def worst_of(made: Collection[Mark]) -> MarkName | Literal[""]:
    """What is to become of an edition with all its marks; blank for nothing."""
    return "recall" if any(mark.mark == "recall" for mark in made) else "supersede" if made else ""


def _mark(row: EditionRow, owner: str, cause: Cause) -> MarkName:
    return "recall" if cause == "withdrawal" and row.recipient != owner else "supersede"
