"""Findings that are kept: what was told of a submission, so that it can be compared when it is sent again."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, fields

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from ens_reports.store.kept import KeptFinding
from ens_reports.store.schema import findings


def add(connection: Connection, submission: str, found: Sequence[KeptFinding]) -> None:
    """Enter findings after those that a submission has.

    Args:
        connection: In a transaction.
        submission: Its name.
        found: In the order in which they are listed.
    """
    query = select(func.count()).select_from(findings).where(findings.c.submission == submission)
    first = int(connection.execute(query).scalar_one())
    rows = [{"submission": submission, "position": number, **asdict(item)} for number, item in enumerate(found, start=first)]
    if rows:
        connection.execute(insert(findings), rows)


def of_submission(connection: Connection, submission: str) -> tuple[KeptFinding, ...]:
    """The findings of a submission, in order."""
    query = select(findings).where(findings.c.submission == submission).order_by(findings.c.position)
    return tuple(_finding(row) for row in connection.execute(query).mappings())


def for_analysts(connection: Connection) -> dict[str, tuple[KeptFinding, ...]]:
    """What only analysts may read, by submission."""
    query = select(findings).where(findings.c.audience == "analyst").order_by(findings.c.submission, findings.c.position)
    found: dict[str, tuple[KeptFinding, ...]] = {}
    for row in connection.execute(query).mappings():
        found[row["submission"]] = (*found.get(row["submission"], ()), _finding(row))
    return found


def forget(connection: Connection, submission: str) -> None:
    """Delete the findings of a submission that was withdrawn, and those of others that rest on it."""
    connection.execute(delete(findings).where(findings.c.submission == submission))
    forget_records(connection, {submission})


def forget_records(connection: Connection, names: AbstractSet[str]) -> None:
    """Delete the findings that rest on records or submissions of others which were deleted."""
    query = select(findings.c.submission, findings.c.position, findings.c.about)
    for row in connection.execute(query).mappings().all():
        if not names.isdisjoint(row["about"]):
            same = (findings.c.submission == row["submission"]) & (findings.c.position == row["position"])
            connection.execute(delete(findings).where(same))


def _finding(row: RowMapping) -> KeptFinding:
    values = {item.name: row[item.name] for item in fields(KeptFinding)}
    places = tuple((first, last) for first, last in row["places"])
    return KeptFinding(**values | {"places": places, "about": tuple(row["about"])})
