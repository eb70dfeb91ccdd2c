"""Is the store whole: do its files say what the ledger says, and is the log unbroken."""

from collections.abc import Sequence
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from ens_reports.errors import DamageError
from ens_reports.store import audit, ledger, records
from ens_reports.store.audit import Head
from ens_reports.store.editions import EditionRow
from ens_reports.store.submission import SubmissionRow


def file_problems(folder: Path, names: Sequence[str]) -> list[str]:
    """Files that are gone, altered or unknown.

    Args:
        folder: Where the files lie.
        names: Digests of those that must be there.

    Returns:
        One sentence each.
    """
    found = [f"{path.name[:12]} in {folder.name} is not in the ledger" for path in records.unreferenced(folder, names)]
    for name in names:
        try:
            records.check(records.path_of(folder, name), name)
        except DamageError as error:
            found.append(error.message)
    return found


def ledger_problems(connection: Connection) -> list[str]:
    """What is wrong with the ledger itself.

    Args:
        connection: To read from.

    Returns:
        One sentence each.
    """
    broken = audit.broken_at(connection)
    found = [] if broken is None else [f"the audit log must be unbroken, got a break at entry {broken}"]
    if audit.lacks_its_end(connection):
        found.append("the audit log must end where it is known to end, got another end: entries were removed")
    found += [f"the audit log must hold what edition {row.id} was built after, got another" for row in _contradicting(connection)]
    if connection.dialect.name == "sqlite":
        answers = connection.execute(sa.text("pragma integrity_check")).scalars().all()
        found += [f"the ledger must be whole, got: {answer}" for answer in answers if answer != "ok"]
    return found


def _contradicting(connection: Connection) -> list[EditionRow]:
    rows = ledger.find_editions(connection, having={})
    return [row for row in rows if audit.contradicts(connection, Head(entries=row.audit_entries, digest=row.audit_head))]


def names_of(rows: Sequence[SubmissionRow], kind: str) -> list[str]:
    """Digests of the files of submissions in force.

    Args:
        rows: Submissions.
        kind: `records` or `quarantine`.
    """
    return [name for row in rows if row.in_force and (name := getattr(row, kind))]
