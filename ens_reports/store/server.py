"""A ledger on a PostgreSQL server: how it is reached, who may write, and what is said where it does not answer."""

import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import sqlalchemy as sa
from sqlalchemy import URL, Connection, Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

from ens_reports.errors import RequestError, ToolError
from ens_reports.store.where import VARIABLE

DRIVER = "postgresql+psycopg"
SECRETS = ("password", "sslpassword")
DEFAULTS: dict[str, object] = {
    "connect_timeout": 10,
    "application_name": "ens",
    "prepare_threshold": None,  # statements that a server keeps do not outlive a change of its tables
}
"""What holds where the URL does not say otherwise."""
NOT_FREE_IN_TIME = "55P03"
REFUSALS = ("42501", "3F000")
"""A privilege is missing, or there is no schema to make tables in."""
NAME_CHARS = 63
"""Of a name under which a session is known to others."""
_LOCK = "(1162957651, hashtext(current_schema() || ' ' || :right))"  # the letters ENS, and one number for each right of each ledger
_TAKE = sa.text(f"select pg_advisory_lock{_LOCK}")
_GIVE_BACK = sa.text(f"select pg_advisory_unlock{_LOCK}")
_NAME = sa.text("select set_config('application_name', :name, false), set_config('lock_timeout', :wait, true)")
_HOLDER = sa.text(
    "select application_name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and granted"
    " and classid = 1162957651 and objid = (hashtext(current_schema() || ' ' || :right))::oid"
    " and database = (select oid from pg_database where datname = current_database())"
)
_ENGINES: weakref.WeakSet[Engine] = weakref.WeakSet()


def connect(url: str) -> Engine:
    """Prepare to connect to a server; nothing is sent yet.

    Args:
        url: Such as `postgresql://USER@HOST/DATABASE`; what libpq knows may follow `?`.

    Raises:
        RequestError: It is not the URL of a PostgreSQL server.
        ToolError: The driver is not installed.
    """
    parsed = _parse(url)
    stated = {name: value for name, value in DEFAULTS.items() if name not in parsed.query}
    try:
        engine = create_engine(parsed, isolation_level="REPEATABLE READ", pool_pre_ping=True, hide_parameters=True, connect_args=stated)
    except ImportError:
        raise ToolError(
            f"psycopg must be installed where {VARIABLE} is set, got none", hint="pip install 'ens-reports[postgres]', or leave it blank"
        ) from None
    _ENGINES.add(engine)
    return engine


def is_server(engine: Engine) -> bool:
    """Whether a ledger is on a server."""
    return engine.dialect.name == "postgresql"


def shown(url: URL) -> str:
    """Where a ledger is, without its password.

    Args:
        url: Of the ledger.
    """
    stated = url.host or url.query.get("host")
    host = stated if isinstance(stated, str) else None
    return URL.create("postgresql", username=url.username, host=host, port=url.port, database=url.database).render_as_string()


@contextmanager
def answering(engine: Engine) -> Iterator[None]:
    """Tell of a server that does not answer as of a tool that failed; other errors, and those of SQLite, pass.

    Raises:
        ToolError: In the server's words, without the password.
    """
    try:
        yield
    except DBAPIError as error:
        if not is_server(engine) or not _is_of_server(error):
            raise
        words = _words(error, engine.url)
        hint = f"see that the server runs, and that {VARIABLE} says where; a password can stand in ~/.pgpass"
        raise ToolError(f"the ledger at {shown(engine.url)} must answer, got: {words}", hint=hint) from None


@contextmanager
def holding(engine: Engine, right: str, *, holder: str, wait_s: float) -> Iterator[Connection]:
    """Hold a right on the server, against all machines.

    Args:
        engine: Of the ledger.
        right: `writer` or `intake`.
        holder: Who holds it, for those who wait.
        wait_s: Seconds to wait for another holder.

    Yields:
        The session that holds it: what is changed in it is lost with the right.

    Raises:
        ToolError: Another holder did not end in time; it is named.
    """
    with answering(engine), engine.connect() as connection:
        connection.detach()  # its end is the end of the right
        _take(connection, right, holder=holder, wait_s=wait_s)
        try:
            yield connection
        finally:
            with suppress(SQLAlchemyError), connection.begin():
                connection.execute(_GIVE_BACK, {"right": right})


def check_alive(connection: Connection) -> None:
    """Fail where a session has ended, and with it what it held."""
    with connection.begin():
        connection.execute(sa.text("select 1"))


def tidy(engine: Engine, tables: str) -> None:
    """Free what deleted rows took.

    Args:
        engine: Of the ledger.
        tables: Names with commas.
    """
    with answering(engine), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text(f"vacuum {tables}"))


def _take(connection: Connection, right: str, *, holder: str, wait_s: float) -> None:
    name = holder.encode("ascii", "replace").decode("ascii")[:NAME_CHARS]
    wait = str(max(1, round(wait_s * 1000)))
    try:
        with connection.begin():
            connection.execute(_NAME, {"name": name, "wait": wait})
            connection.execute(_TAKE, {"right": right})
    except OperationalError as error:
        if _state(error) != NOT_FREE_IN_TIME:
            raise
        with connection.begin():
            found = connection.execute(_HOLDER, {"right": right}).scalar()
        raise ToolError(
            f"the ledger must be free for writing within {wait_s:g} s, got a lock held by {found or 'someone unknown'}",
            hint="wait until it ends; the lock goes with its process",
        ) from None


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # their words can hold the password
        parsed = None
    if parsed is None or parsed.get_backend_name() not in ("postgresql", "postgres"):
        raise RequestError(
            f"{VARIABLE} must be like postgresql://USER@HOST/DATABASE, got something else",
            hint="leave it blank for the workspace's own ledger; in a password @ : / are written %40 %3A %2F",
        )
    return parsed.set(drivername=DRIVER)


def _is_of_server(error: DBAPIError) -> bool:
    return isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated or _state(error) in REFUSALS


def _state(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""


def _words(error: DBAPIError, url: URL) -> str:
    """The first line: those after it can hold values."""
    said = next(iter(str(error.orig).strip().splitlines()), "nothing")
    for secret in (url.password, *(url.query.get(name) for name in SECRETS)):
        said = said.replace(str(secret), "***") if secret else said
    return said


def _forget_connections() -> None:
    """A child must not speak through its parent's connections."""
    for engine in _ENGINES:
        engine.dispose(close=False)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_connections)
