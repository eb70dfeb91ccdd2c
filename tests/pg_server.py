"""A PostgreSQL server for as long as tests run: Debian's package, in a folder of its own, on a free port of this machine."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO
from urllib.parse import quote, urlencode

import psycopg

USER = "postgres"
PASSWORD = "Quetzal:co@tlus"  # noqa: S105 - of a server that lives for a test
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB", "max_connections=40")
OTHER_ORDER = ("--locale-provider=icu", "--icu-locale=en")
"""Texts are not in the order of their characters, unless one asks for it."""
START_S = 60


def programs() -> Path | None:
    """The folder of the server's programs; none where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parents[1].name))
    return found[-1].parent if found else None


@dataclass(frozen=True, kw_only=True)
class Server:
    """A server that runs."""

    port: int
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, *, password: str = PASSWORD, **more: str) -> str:
        """Of the server, with what libpq knows."""
        return f"postgresql://ens:{quote(password, safe='')}@127.0.0.1:{self.port}/postgres?{urlencode(more, quote_via=quote)}"

    def new(self) -> str:
        """The URL of a place for a new ledger."""
        schema = f"ledger_{next(self._numbers)}"
        self.do(f"create schema {schema}")
        return self.url(options=f"-csearch_path={schema}")

    def do(self, statement: str) -> list[tuple[object, ...]]:
        """Carry out a statement as the server's own administrator; returns its rows."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


@contextmanager
def running(binaries: Path) -> Iterator[Server]:
    """A server; it refuses to run as root, so then it runs as the package's own user."""
    folder = Path(tempfile.mkdtemp(prefix="ens-pg-", dir="/tmp"))  # where another user can reach it; a socket's path is short
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    try:
        _make(binaries, folder)
        settings = [f"--{one}" for one in (*QUICK, f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}")]
        with (folder / "log").open("wb") as log, _start((binaries / "postgres", "-D", "data", *settings), folder, log) as process:
            _wait(port, process)
            yield Server(port=port)
            process.send_signal(signal.SIGQUIT)  # at once: nothing of it is wanted any longer
    finally:
        shutil.rmtree(folder)


def _make(binaries: Path, folder: Path) -> None:
    (folder / "password").write_text(PASSWORD)
    if os.geteuid() == 0:
        for path in (folder, folder / "password"):
            shutil.chown(path, USER, USER)
    access = ("--username=ens", "--auth=scram-sha-256", "--pwfile=password")
    settings = (*access, "--encoding=UTF8", "--locale=C.UTF-8", *OTHER_ORDER, "--no-sync")
    with _start((binaries / "initdb", "--pgdata=data", *settings), folder, subprocess.PIPE) as process:
        said, _ = process.communicate(timeout=START_S)
    assert process.returncode == 0, said


def _start(command: Sequence[str | Path], folder: Path, output: int | IO[bytes]) -> subprocess.Popen[bytes]:
    """It ends with us, however we end."""
    who = ("--reuid", USER, "--regid", USER, "--clear-groups") if os.geteuid() == 0 else ()
    whole = ("setpriv", "--pdeathsig", "QUIT", *who, *command)
    return subprocess.Popen(whole, cwd=folder, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603 - programs of the package


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_S
    while True:
        try:
            psycopg.connect(Server(port=port).url()).close()
        except psycopg.OperationalError:
            assert process.poll() is None, "the server ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.05)
        else:
            return
