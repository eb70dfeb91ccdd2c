"""Which files hold rows of which submission: when the rows are deleted, so are those files."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, insert, select

from ens_reports.store.schema import files


def add(connection: Connection, sha256: str, names: Iterable[str]) -> None:
    """Enter a file with the submissions whose rows it holds; what is known already stays.

    Args:
        connection: In a transaction.
        sha256: Of the file.
        names: Submissions.
    """
    known = set(connection.execute(select(files.c.submission).where(files.c.sha256 == sha256)).scalars())
    rows = [{"sha256": sha256, "submission": name} for name in dict.fromkeys(names) if name not in known]
    if rows:
        connection.execute(insert(files), rows)


def holding(connection: Connection, names: Collection[str]) -> frozenset[str]:
    """Digests of the files that hold rows of some submissions."""
    return frozenset(connection.execute(select(files.c.sha256).where(files.c.submission.in_(names))).scalars())


def held_by(connection: Connection, digests: Collection[str]) -> frozenset[str]:
    """Submissions of which some files hold rows."""
    return frozenset(connection.execute(select(files.c.submission).where(files.c.sha256.in_(digests))).scalars())
