"""The ledger and the files of a workspace, and the right to change them: what all parts of the store share."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from ens_reports.store import audit, ledger
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

    def writing(self, *, wait_s: float = WAIT_S, right: str = "writer") -> AbstractContextManager[None]:
        """Hold the one right to write, or another one."""
        return writing(self.folder, holder=f"{self.actor} (process {os.getpid()})", wait_s=wait_s, right=right)

    def changing(self) -> AbstractContextManager[Connection]:
        """One transaction; for those who hold the right to write."""
        return self.engine.begin()

    def number(self, connection: Connection, kind: str, submission: str, *, day: date) -> int:
        """Take the next number of the ledger, at this time."""
        return ledger.add_commit(connection, kind=kind, submission=submission, day=day, at=self._now())

    def log(self, connection: Connection, action: str, subject: str, **details: str | int) -> None:
        """Note who did what, in the transaction of the act itself."""
        audit.append(connection, audit.Entry(at=self._now(), actor=self.actor, action=action, subject=subject, details=details))

    def _now(self) -> str:
        return self.clock().isoformat(timespec="seconds")
