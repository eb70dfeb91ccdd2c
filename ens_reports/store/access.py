"""The ledger and the files of a workspace, and the right to change them: what all parts of the store share."""

import os
import platform
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from ens_reports.store import audit, ledger, server
from ens_reports.store.lock import WAIT_S, writing


@dataclass(frozen=True, kw_only=True)
class Access:
    """One workspace's store, open.

    Attributes:
        folder: Of the store.
        engine: Of the ledger.
        actor: Who acts, for the log and for those who wait.
        clock: Gives the time in UTC.
    """

    folder: Path
    engine: Engine
    actor: str
    clock: Callable[[], datetime]
    _held: dict[str, Connection] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        weakref.finalize(self, self.engine.dispose)

    @property
    def records(self) -> Path:
        """Where accepted records lie."""
        return self.folder / "records"

    @property
    def quarantine(self) -> Path:
        """Where rejected rows lie."""
        return self.folder / "quarantine"

    def reading(self) -> AbstractContextManager[Connection]:
        """One consistent reading of the ledger."""
        return ledger.reading(self.engine)

    @contextmanager
    def writing(self, *, wait_s: float = WAIT_S, right: str = "writer") -> Iterator[None]:
        """Hold the one right to write, or another one: on this machine, and on the ledger's server if it has one."""
        until, process = time.monotonic() + wait_s, f"process {os.getpid()}"
        with writing(self.folder, holder=f"{self.actor} ({process})", wait_s=wait_s, right=right):
            if not server.is_server(self.engine):
                yield
                return
            left = max(0.0, until - time.monotonic())
            with server.holding(self.engine, right, holder=f"{self.actor} ({process} on {platform.node()})", wait_s=left) as session:
                self._held[right] = session
                try:
                    yield
                finally:
                    del self._held[right]

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """One transaction, for those who hold the right to write; it fails where a right that is held was lost meanwhile."""
        with ledger.changing(self.engine, self._held.get("writer")) as connection:
            yield connection
            for right, session in self._held.items():
                if right != "writer":  # the writer's session is that of the transaction: it is lost with it
                    server.check_alive(session)

    def number(self, connection: Connection, kind: str, submission: str, *, day: date) -> int:
        """Take the next number of the ledger, at this time."""
        return ledger.add_commit(connection, kind=kind, submission=submission, day=day, at=self._now())

    def log(self, connection: Connection, action: str, subject: str, **details: str | int) -> None:
        """Note who did what, in the transaction of the act itself."""
        audit.append(connection, audit.Entry(at=self._now(), actor=self.actor, action=action, subject=subject, details=details))

    def _now(self) -> str:
        return self.clock().isoformat(timespec="seconds")
