"""Findings that are kept: what was told of a submission, so that it can be compared when it is sent again."""

import dataclasses
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Literal

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from ens_reports.store.schema import findings

Audience = Literal["sender", "analyst"]
Cause = tuple[str, str, str]
"""Check, field and header: what makes two findings of two submissions one and the same."""


@dataclass(frozen=True, kw_only=True)
class KeptFinding:
    """One cause, with its places and without any value of a record.

    Attributes:
        check: Identifier in the catalogue.
        field: The contract's field, empty for none.
        header: The column as it was sent, empty for none.
        sheet: Name of the sheet, empty for none.
        column: Position of the column, from 0; -1 for whole rows or none.
        count: Number of places.
        places: Ranges of row numbers, first and last; of very many the first.
        wording: What fills the places of the wording.
        audience: `analyst` if it rests on what its sender may not see.
        about: Submissions and records of others that it rests on, by their names.
    """

    check: str
    field: str = ""
    header: str = ""
    sheet: str = ""
    column: int = -1
    count: int = 1
    places: tuple[tuple[int, int], ...] = ()
    wording: dict[str, str] = dataclasses.field(default_factory=dict)
    audience: Audience = "sender"
    about: tuple[str, ...] = ()

    @property
    def cause(self) -> Cause:
        """Check, field and header."""
        return (self.check, self.field, self.header)


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
    query = select(findings.c.submission, findings.c.position, findings.c.about)
    for row in connection.execute(query).mappings().all():
        if submission in row["about"]:
            same = (findings.c.submission == row["submission"]) & (findings.c.position == row["position"])
            connection.execute(delete(findings).where(same))


def _finding(row: RowMapping) -> KeptFinding:
    values = {item.name: row[item.name] for item in fields(KeptFinding)}
    places = tuple((first, last) for first, last in row["places"])
    return KeptFinding(**values | {"places": places, "about": tuple(row["about"])})
