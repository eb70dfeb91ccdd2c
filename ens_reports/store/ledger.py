"""The ledger: who sent what, what is in force, what was built, who did what. SQLite in the workspace, or a server by URL."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, RowMapping, Select, create_engine, delete, event, func, insert, select, update
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from ens_reports.errors import RequestError
from ens_reports.store import bound, schema, server
from ens_reports.store.editions import EditionHead, EditionInput, EditionRow
from ens_reports.store.schema import answers, commits, edition_inputs, editions, findings, submissions
from ens_reports.store.submission import Counts, Cover, Ended, Submission, SubmissionRow


def connect(url: str) -> Engine:
    """Connect to a workspace's own ledger.

    Args:
        url: Such as `sqlite:///workspace/store/ledger.sqlite`.
    """
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def is_current(engine: Engine) -> bool:
    """Whether the ledger has the tables of today."""
    with reading(engine) as connection:
        return schema.current(connection) == schema.VERSION


def prepare(connection: Connection, folder: Path) -> None:
    """Make the tables of a new ledger, or migrate those of an older one.

    Args:
        connection: In a transaction.
        folder: The store that it is the ledger of.

    Raises:
        DamageError: The ledger is of a newer version than this program.
        RequestError: It is new, on a server, and the store is not.
    """
    if server.is_server(connection.engine) and schema.current(connection) == 0:
        bound.make(connection, folder)
    schema.migrate(connection)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent reading."""
    reader = engine.execution_options(postgresql_readonly=True) if server.is_server(engine) else engine
    with server.answering(engine), reader.connect() as connection, connection.begin():
        yield connection


@contextmanager
def changing(engine: Engine, holder: Connection | None) -> Iterator[Connection]:
    """One transaction.

    Args:
        engine: Of the ledger.
        holder: The session that holds the right to write; none on SQLite, where the workspace's lock is enough.
    """
    with server.answering(engine), nullcontext(holder) if holder else engine.connect() as connection, connection.begin():
        yield connection


def add_commit(connection: Connection, *, kind: str, submission: str, day: date, at: str) -> int:
    """Take the next number of the ledger."""
    seq = int(connection.execute(select(func.max(commits.c.seq))).scalar_one() or 0) + 1  # a server's own numbers have gaps
    connection.execute(insert(commits).values(seq=seq, kind=kind, submission=submission, day=day, at=at))
    return seq


def add_submission(connection: Connection, submission: Submission, *, seq: int, files: Mapping[str, str]) -> None:
    """Enter a submission.

    Args:
        connection: In a transaction.
        submission: What arrived.
        seq: Its number.
        files: Digests of its files: `records`, `quarantine`.
    """
    own = {field.name: getattr(submission, field.name) for field in fields(Submission)}
    own |= {"cover": submission.cover.model_dump(mode="json"), "counts": asdict(submission.counts)}
    connection.execute(insert(submissions).values(**own, **files, seq=seq, withdrawn_reason=""))


def mark_ended(connection: Connection, submission: str, *, seq: int, day: date, reason: str, ended: Ended) -> None:
    """Turn a submission's row into its tombstone: digest and counts stay, what its cover sheet said goes."""
    values = {"cover": {}, "withdrawn_seq": seq, "withdrawn_on": day, "withdrawn_reason": reason, "ended": ended}
    connection.execute(update(submissions).where(submissions.c.id == submission).values(**values))


def mark_erased(connection: Connection, submission: str, *, seq: int, files: Mapping[str, str]) -> None:
    """Enter that rows of a submission were deleted.

    Args:
        connection: In a transaction.
        submission: Its name.
        seq: Place of the deletion in the ledger.
        files: Digests of what is left: `records`, `quarantine`; one that is not named stays.
    """
    connection.execute(update(submissions).where(submissions.c.id == submission).values(erased_seq=seq, **files))


def find_submissions(connection: Connection, *, sha256: str | None = None, submission: str | None = None) -> tuple[SubmissionRow, ...]:
    """Submissions in the order of arrival; all, or those of a file or a name: a blank one is nobody's."""
    query = select(submissions).order_by(submissions.c.seq)
    if sha256 is not None:
        query = query.where(submissions.c.sha256 == sha256)
    if submission is not None:
        query = query.where(submissions.c.id == submission)
    return tuple(_submission(row) for row in connection.execute(query).mappings())


def submission(connection: Connection, name: str) -> SubmissionRow:
    """One submission.

    Raises:
        RequestError: There is none of this name.
    """
    found = find_submissions(connection, submission=name)
    if not found:
        raise RequestError(f"submission must be in the ledger, got {name!r}", hint="`ens submissions` lists what arrived")
    return found[0]


def check_in_force(row: SubmissionRow, *, hint: str) -> None:
    """Refuse a submission that was withdrawn, or of which all has expired.

    Raises:
        RequestError: With the day, and the hint.
    """
    if not row.in_force:
        raise RequestError(f"submission must be in force, got {row.id}, {row.status} on {row.withdrawn_on}", hint=hint)


def seq_of(connection: Connection, as_of: int | date | None) -> int:
    """The number that a request means: the newest, that of a day's end, or itself; 0 when there is none."""
    query = select(func.max(commits.c.seq))
    if isinstance(as_of, date):
        query = query.where(commits.c.day <= as_of)
    elif as_of is not None:
        query = query.where(commits.c.seq == as_of)
    return int(connection.execute(query).scalar_one() or 0)


def day_of(connection: Connection, seq: int) -> date:
    """The day of a number of the ledger: the latest of all up to it, for files can be taken in under an earlier day."""
    found: date | None = connection.execute(select(func.max(commits.c.day)).where(commits.c.seq <= seq)).scalar_one()
    return found or date.min


def put_edition(connection: Connection, edition: EditionRow) -> None:
    """Enter an edition; one that was built again replaces its row."""
    connection.execute(delete(edition_inputs).where(edition_inputs.c.edition == edition.id))
    own = {field.name: getattr(edition, field.name) for field in fields(EditionRow) if field.name != "inputs"}
    if not connection.execute(update(editions).where(editions.c.id == edition.id).values(**own)).rowcount:
        connection.execute(insert(editions).values(**own))
    rows = [{"edition": edition.id, **asdict(used)} for used in edition.inputs]
    if rows:
        connection.execute(insert(edition_inputs), rows)


def edition_heads(connection: Connection) -> tuple[EditionHead, ...]:
    """All editions in the order in which they were built, without what they used: that is twenty times as long."""
    return tuple(EditionHead(**row) for row in connection.execute(_in_order()).mappings())


def find_editions(connection: Connection, *, having: Mapping[str, str], using: str | None = None) -> tuple[EditionRow, ...]:
    """Editions in the order in which they were built.

    Args:
        connection: To read from.
        having: Columns of `editions` with the value that they must have.
        using: A submission that they must have used.
    """
    query = _in_order()
    for name, value in having.items():
        query = query.where(editions.c[name] == value)
    if using is not None:
        query = query.where(editions.c.id.in_(select(edition_inputs.c.edition).where(edition_inputs.c.submission == using)))
    rows = connection.execute(query).mappings().all()
    inputs = _inputs(connection, query.with_only_columns(editions.c.id).order_by(None))
    return tuple(EditionRow(**row, inputs=inputs.get(row["id"], ())) for row in rows)


def _in_order() -> Select[Any]:
    return select(editions).order_by(editions.c.built_at, editions.c.number, editions.c.id)


def _inputs(connection: Connection, names: Select[tuple[str]]) -> dict[str, tuple[EditionInput, ...]]:
    """What some editions used; the database finds them itself, for a list of all there are would be longer than it takes."""
    query = select(edition_inputs).where(edition_inputs.c.edition.in_(names)).order_by(edition_inputs.c.submission)
    found = defaultdict[str, list[EditionInput]](list)
    for row in connection.execute(query).mappings():
        found[row["edition"]].append(EditionInput(**{name: row[name] for name in ("submission", "sha256", "rows", "which")}))
    return {name: tuple(used) for name, used in found.items()}


def _submission(row: RowMapping) -> SubmissionRow:
    values: dict[str, Any] = dict(row)
    values |= {"cover": Cover.model_validate(values["cover"]), "counts": Counts(**values["counts"])}
    return SubmissionRow(**values)


def tidy(engine: Engine) -> None:
    """Write what was changed into the ledger itself, so that nothing that was deleted stays in the file of changes beside it."""
    if server.is_server(engine):
        server.tidy(engine, ", ".join(table.name for table in (submissions, findings, answers)))
        return
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("pragma wal_checkpoint(truncate)").close()
    finally:
        connection.close()


def described(engine: Engine) -> str:
    """Which ledger it is, and that it answers; without a password."""
    with reading(engine) as connection:
        if server.is_server(engine):
            return (
                f"PostgreSQL {connection.execute(sa.text('show server_version')).scalar_one()} at {server.shown(engine.url)}, which answers"
            )
        return f"SQLite {connection.execute(sa.text('select sqlite_version()')).scalar_one()}, the workspace's own"


def _prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Readers must not wait for the writer (WAL), and a reference to a row that is not there must fail."""
    connection.isolation_level = None  # see `_begin_sqlite`
    cursor = connection.cursor()
    for statement in (
        "pragma journal_mode = wal",
        "pragma foreign_keys = on",
        "pragma busy_timeout = 30000",
        "pragma synchronous = full",
        "pragma secure_delete = on",
    ):
        cursor.execute(statement)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Python's driver begins a transaction only before the first change, so that two readings of one could see two states."""
    connection.exec_driver_sql("begin")
