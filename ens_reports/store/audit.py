"""The log of who did what: append-only, each entry bound to the one before it, its end kept beside it and in every edition."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from ens_reports import digest
from ens_reports.store.schema import audit as table
from ens_reports.store.schema import audit_ends


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


@dataclass(frozen=True, kw_only=True)
class Head:
    """How far the log had come.

    Attributes:
        entries: Number of entries.
        digest: Of the last; blank when there is none.
    """

    entries: int = 0
    digest: str = ""


def append(connection: Connection, entry: Entry) -> None:
    """Add an entry, in the transaction of the act itself.

    It is bound to the end that is kept, not to the last entry that is there: so nothing that comes later hides what was removed.
    """
    before = head(connection)
    values = {**vars(entry), "previous": before.digest}
    own = digest.of_value(values)
    last = connection.execute(select(func.max(table.c.id))).scalar_one() or 0
    connection.execute(insert(table).values(id=max(last, before.entries) + 1, **values, digest=own))
    end = {"entries": before.entries + 1, "digest": own}
    if not connection.execute(update(audit_ends).values(**end)).rowcount:
        connection.execute(insert(audit_ends).values(id=1, **end))


def head(connection: Connection) -> Head:
    """How far the log has come, as it is kept beside."""
    kept = connection.execute(select(audit_ends.c.entries, audit_ends.c.digest)).mappings().one_or_none()
    return Head(**kept) if kept else Head()


def broken_at(connection: Connection) -> int | None:
    """Number of the first entry that was altered, or that follows one that was removed; none when the log is whole."""
    previous = ""
    for row in connection.execute(select(table).order_by(table.c.id)).mappings():
        values = {name: row[name] for name in ("at", "actor", "action", "subject", "details", "previous")}
        if row["previous"] != previous or row["digest"] != digest.of_value(values):
            return int(row["id"])
        previous = row["digest"]
    return None


def lacks_its_end(connection: Connection) -> bool:
    """Whether entries were removed from the end, or added past us: the log does not end where it is known to end."""
    number = connection.execute(select(func.count()).select_from(table)).scalar_one()
    last = connection.execute(select(table.c.digest).order_by(table.c.id.desc()).limit(1)).scalar_one_or_none()
    return head(connection) != Head(entries=int(number), digest=last or "")


def contradicts(connection: Connection, known: Head) -> bool:
    """Whether the log is not the one of which somebody knows how far it had come.

    Args:
        connection: To read from.
        known: As an edition has it.
    """
    if not known.entries:
        return False
    at = select(table.c.digest).order_by(table.c.id).offset(known.entries - 1).limit(1)
    return connection.execute(at).scalar_one_or_none() != known.digest
