"""The consents of the ledger."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date

from sqlalchemy import Connection, RowMapping, insert, select, update

from ens_reports.store.consent import Consent, ConsentRow
from ens_reports.store.schema import consents


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
