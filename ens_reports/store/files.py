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


def links(connection: Connection, names: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The files that hold rows of some submissions, each with all the submissions of which it holds rows.

    Args:
        connection: To read from.
        names: Submissions.

    Returns:
        Digests of files, in order, with names.
    """
    found: dict[str, tuple[str, ...]] = {}
    if names:
        wanted = set(names)
        rows = connection.execute(select(files).order_by(files.c.sha256, files.c.submission)).all()
        for sha256, name in rows:
            found[sha256] = (*found.get(sha256, ()), name)
        found = {sha256: held for sha256, held in found.items() if not wanted.isdisjoint(held)}
    return found
