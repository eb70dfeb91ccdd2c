"""One writer at a time per workspace, under a lock that says who holds it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ens_reports.errors import ToolError

WAIT_S = 60.0


@contextmanager
def writing(folder: Path, *, holder: str, wait_s: float = WAIT_S, right: str = "writer") -> Iterator[None]:
    """Hold the workspace's one right to write, or to take in.

    Args:
        folder: The store.
        holder: Who writes, for those who wait.
        wait_s: Seconds to wait for another writer.
        right: Name of the lock: `writer` or `intake`.

    Raises:
        ToolError: Another writer did not end in time; it is named.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = folder / f"{right}.txt"
    lock = FileLock(folder / f"{right}.lock")
    try:
        lock.acquire(timeout=wait_s)
    except Timeout:
        raise ToolError(
            f"the store must be free for writing within {wait_s:g} s, got a lock held by {_read(name)}",
            hint="wait until it ends; the lock goes with its process",
        ) from None
    try:
        name.write_text(holder, encoding="utf-8")
        yield
    finally:
        name.unlink(missing_ok=True)
        lock.release()


def _read(name: Path) -> str:
    try:
        return name.read_text(encoding="utf-8") or "someone unknown"
    except OSError:
        return "someone unknown"
