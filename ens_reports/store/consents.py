"""Consents: what an owner said later, of records that it had closed - who may see them, in what, for what, and until when."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

from sqlalchemy import Connection, RowMapping, insert, select, update

from ens_reports.store.schema import consents

ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What an owner opens.

    Attributes:
        owner: Code of the party.
        target: Name of a submission, `record_id` of a record, or `all` of the owner's records.
        recipients: Codes of the parties that may see it.
        levels: Levels of product that it holds for; none for all.
        purposes: What it may be used for besides what the owner said before.
        given_by: The post that gave it.
        given_on: Day from which it holds.
        until: Last day; none for no such day.
    """

    owner: str
    target: str = ALL
    recipients: tuple[str, ...]
    levels: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    given_by: str
    given_on: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ConsentRow(Consent):
    """A consent as the ledger holds it.

    Attributes:
        seq: Its place in the ledger, which is its number.
        ended_seq: Place of its end; none while it holds.
        ended_on: Day on which it was revoked, or on which its last day was over.
    """

    seq: int
    ended_seq: int | None = None
    ended_on: date | None = None

    def holds(self, seq: int, day: date) -> bool:
        """Whether it counts for what is built as of a place of the ledger and a day."""
        entered = self.seq <= seq and (self.ended_seq is None or self.ended_seq > seq)
        return entered and self.given_on <= day and (self.until is None or day <= self.until)


def add(connection: Connection, consent: Consent, *, seq: int) -> None:
    """Enter a consent."""
    connection.execute(insert(consents).values(seq=seq, **asdict(consent)))


def end(connection: Connection, number: int, *, seq: int, day: date) -> None:
    """Enter the end of a consent."""
    connection.execute(update(consents).where(consents.c.seq == number).values(ended_seq=seq, ended_on=day))


def all_of(connection: Connection) -> tuple[ConsentRow, ...]:
    """All consents, those that ended too, in the order in which they were entered."""
    return tuple(_row(row) for row in connection.execute(select(consents).order_by(consents.c.seq)).mappings())


def overdue(rows: Sequence[ConsentRow], day: date) -> tuple[ConsentRow, ...]:
    """Consents whose last day is over and whose end is not entered yet."""
    return tuple(row for row in rows if row.ended_seq is None and row.until is not None and row.until < day)


def _row(row: RowMapping) -> ConsentRow:
    values = {item.name: row[item.name] for item in fields(ConsentRow)}
    lists = {name: tuple(values[name]) for name in ("recipients", "levels", "purposes")}
    return ConsentRow(**values | lists)
