"""A workspace and its ledger on a server belong together: files of records that another ledger does not know would be swept away."""

import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection, insert, inspect, select

from ens_reports import atomic
from ens_reports.errors import RequestError
from ens_reports.store import server
from ens_reports.store.schema import SERVERS, ledger_names
from ens_reports.store.where import BOUND, KINDS, LEDGER, VARIABLE


def check_may_be_own(folder: Path) -> None:
    """Refuse a ledger of its own to a workspace that keeps to one on a server.

    Args:
        folder: The store.

    Raises:
        RequestError: It does.
    """
    if _kept(folder):
        raise RequestError(
            f"{VARIABLE} must say where the ledger of this workspace is, got none", hint=f"its store/{BOUND} says where it was at first"
        )


def make(connection: Connection, folder: Path) -> None:
    """Give a new ledger a name, and note it in the workspace.

    Args:
        connection: In a transaction of the new ledger.
        folder: The store.

    Raises:
        RequestError: The workspace holds what the new ledger would not know, or the server keeps text in another encoding.
    """
    where = server.shown(connection.engine.url)
    if _holds_anything(folder):
        raise RequestError(
            f"the ledger at {where} must know what this workspace holds, got an empty one",
            hint=f"correct {VARIABLE} or restore the ledger; a workspace that began with a ledger of its own keeps it: begin a new one",
        )
    encoding = connection.execute(sa.text("show server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise RequestError(f"the database at {where} must be in UTF8, got {encoding}", hint="create database NAME encoding 'UTF8'")
    name = _kept(folder) or uuid.uuid4().hex  # chance is right here: two ledgers must never have one name
    atomic.write_text(folder / BOUND, f"{name}\n{where}\n")
    SERVERS.create_all(connection)
    connection.execute(insert(ledger_names).values(name=name))


def check(connection: Connection, folder: Path) -> None:
    """Refuse the ledger of another workspace.

    Args:
        connection: To read from.
        folder: The store.

    Raises:
        RequestError: It is another one's.
    """
    known = inspect(connection).has_table(ledger_names.name)
    name = connection.execute(select(ledger_names.c.name)).scalar_one_or_none() if known else None
    if name != _kept(folder):
        raise RequestError(
            f"the ledger at {server.shown(connection.engine.url)} must be that of this workspace, got another one's",
            hint=f"give each workspace a database or schema of its own; a workspace that was moved needs its store/{BOUND}",
        )


def _kept(folder: Path) -> str:
    path = folder / BOUND
    return path.read_text(encoding="utf-8").split("\n")[0] if path.is_file() else ""


def _holds_anything(folder: Path) -> bool:
    return any(any((folder / kind).glob("*.parquet")) for kind in KINDS) or _has_acts(folder / LEDGER)


def _has_acts(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("select exists (select 1 from audit)").fetchone()[0])
    except sqlite3.Error:  # it is there, and what it holds is not known
        return True
