"""The log of who did what: append-only, each entry bound to the one before it."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from ens_reports import digest
from ens_reports.store.schema import audit as table


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One act.

    Attributes:
        at: When, in UTC.
        actor: Who.
        action: What was done, such as `submission.accepted`.
        subject: To what.
        details: Plain values; never a record's value.
    """

    at: str
    actor: str
    action: str
    subject: str
    details: dict[str, str | int]


def append(connection: Connection, entry: Entry) -> None:
    """Add an entry, in the transaction of the act itself."""
    previous = head(connection)
    values = {**vars(entry), "previous": previous}
    connection.execute(insert(table).values(**values, digest=digest.of_value(values)))


def head(connection: Connection) -> str:
    """Digest of the newest entry; blank when there is none."""
    return connection.execute(select(table.c.digest).order_by(table.c.id.desc()).limit(1)).scalar_one_or_none() or ""


def broken_at(connection: Connection) -> int | None:
    """Number of the first entry that was altered, or that follows one that was removed; none when the log is whole."""
    previous = ""
    for row in connection.execute(select(table).order_by(table.c.id)).mappings():
        values = {name: row[name] for name in ("at", "actor", "action", "subject", "details", "previous")}
        if row["previous"] != previous or row["digest"] != digest.of_value(values):
            return int(row["id"])
        previous = row["digest"]
    return None
