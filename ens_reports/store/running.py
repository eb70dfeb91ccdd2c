"""Runs that are under way, each with a folder for what it keeps while it lasts; what a run that was killed left is known by its lock."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ens_reports.process import temporary_files_in

PREFIX = "ens-run-"


@contextmanager
def running(store: Path) -> Iterator[Path]:
    """Be known as a run.

    Args:
        store: The workspace's store, where the run is known.

    Yields:
        A folder with a short path, outside of the workspace, gone after the run; temporary files of the run lie in it.
    """
    runs = store / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    with _changing(runs):
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        lock = FileLock(runs / f"{folder.name}.lock")
        lock.acquire(timeout=0)
        (runs / folder.name).write_text(str(folder), encoding="utf-8")
    try:
        with temporary_files_in(folder):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with _changing(runs):
            _forget(runs / folder.name, lock)


def is_any(store: Path) -> bool:
    """Whether a run is under way."""
    runs = store / "runs"
    if not runs.is_dir():
        return False
    with _changing(runs):
        return any(not _is_dead(name) for name in _names(runs))


def left(store: Path) -> tuple[Path, ...]:
    """Folders that runs left which were killed."""
    runs = store / "runs"
    if not runs.is_dir():
        return ()
    with _changing(runs):
        return tuple(_folder(name) for name in _names(runs) if _is_dead(name))


def clear(store: Path) -> None:
    """Delete what runs left that were killed."""
    runs = store / "runs"
    if not runs.is_dir():
        return
    with _changing(runs):
        for name in _names(runs):
            lock = FileLock(f"{name}.lock")
            try:
                lock.acquire(timeout=0)
            except Timeout:
                continue
            shutil.rmtree(_folder(name), ignore_errors=True)
            _forget(name, lock)


def _changing(runs: Path) -> FileLock:
    """A run comes, goes and is looked at under one lock, so that none is taken for dead before it has its own or while it loses it."""
    return FileLock(runs / "runs.lock", timeout=60)


def _names(runs: Path) -> list[Path]:
    return sorted(path for path in runs.glob(f"{PREFIX}*") if path.suffix != ".lock")


def _is_dead(name: Path) -> bool:
    lock = FileLock(f"{name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    lock.release()
    return True


def _folder(name: Path) -> Path:
    """The folder of a run: its name is that of its entry, wherever temporary files lay then."""
    return Path(name.read_text(encoding="utf-8")).parent / name.name


def _forget(name: Path, lock: FileLock) -> None:
    name.unlink(missing_ok=True)
    lock.release()
    Path(f"{name}.lock").unlink(missing_ok=True)
