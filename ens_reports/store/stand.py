"""How far the ledger of a workspace has come, asked without what else a ledger needs: so that an answer can be repeated at once."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ens_reports.store.where import LEDGER, ledger_url

ASK = "select id, digest from audit order by id desc limit 1"
WAIT_S = 10
"""For a server to answer, where its URL does not say how long."""


def stand(workspace: Path) -> str:
    """The last entry of the log of acts; blank where there is no ledger, or none that answers.

    Args:
        workspace: The workspace's folder.
    """
    url = ledger_url()
    return _on_server(url) if url else _own(workspace / "store" / LEDGER)


def _own(path: Path) -> str:
    if not path.is_file():
        return ""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return str(connection.execute(ASK).fetchall())
    return ""


def _on_server(url: str) -> str:
    try:
        import psycopg  # noqa: PLC0415 - only where the ledger is on a server
    except ImportError:
        return ""
    kind, _, place = url.partition("://")
    wait = "" if "connect_timeout=" in place else f"{'&' if '?' in place else '?'}connect_timeout={WAIT_S}"
    with suppress(psycopg.Error), psycopg.connect(f"{kind.partition('+')[0]}://{place}{wait}") as connection:
        return str(connection.execute(ASK).fetchall())
    return ""
