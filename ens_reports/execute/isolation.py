"""What a notebook's process gives up before it runs: memory without end, the network, and the workspace it came from.

On Linux only; what the system does not permit is left, and `ens doctor` says so.
"""

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ens_reports import process

MEMORY_BYTES = 4 << 30
"""Address space of one notebook: thirty times what ours take."""
FILE_BYTES = 1 << 30
"""Most of one file, and of what programs write to standard output, which lies in memory."""
NEW_USER, NEW_MOUNTS, NEW_NETWORK, NEW_IPC = 0x10000000, 0x00020000, 0x40000000, 0x08000000
"""Flags of unshare(2)."""
SIGNAL_OF_PARENTS_END = 1
"""PR_SET_PDEATHSIG of prctl(2)."""
READ_ONLY, REMOUNT, BIND = 0x1, 0x20, 0x1000
"""MS_RDONLY, MS_REMOUNT and MS_BIND of mount(2)."""
DETACH = 0x2
"""MNT_DETACH of umount2(2)."""
PRIVATE_ALL = 0x40000 | 0x4000
"""MS_PRIVATE and MS_REC of mount(2): what is mounted here is seen nowhere else."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """Which walls stand around a process.

    Attributes:
        memory: Its address space is limited.
        network: It has a network of its own, with nothing in it.
        files: The hidden folders are empty to it.
    """

    memory: bool
    network: bool
    files: bool


def isolate(hidden: Sequence[Path], *, room: Path | None = None, memory_bytes: int = MEMORY_BYTES) -> Held:
    """Put walls around this process, which must have one thread and be a child made for it.

    Args:
        hidden: Folders that it must not see into.
        room: The folder that it works in; all that lies beside it is hidden. None where it has none of its own.
        memory_bytes: Most address space.

    Returns:
        Which of them stand.
    """
    memory = _succeeds(lambda: resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes)))
    _succeeds(lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
    _succeeds(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES)))
    network = _succeeds(_own_namespaces)
    files = network and all(_succeeds(lambda folder=folder: _hide(folder)) for folder in hidden if folder.is_dir())  # type: ignore[misc] # a default of a lambda
    files = files and (room is None or _succeeds(lambda: _hide_beside(room))) and _succeeds(_lock)
    return Held(memory=memory, network=network, files=files)


def end_with(parent: int) -> None:
    """Have this process killed when its parent ends, however that ends.

    Args:
        parent: Process id; gone already, this process ends at once.

    Raises:
        OSError: The system does not do it.
    """
    _call("prctl", SIGNAL_OF_PARENTS_END, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def _succeeds(step: Callable[[], None]) -> bool:
    with contextlib.suppress(OSError, ValueError, AttributeError):
        step()
        return True
    return False


def _own_namespaces() -> None:
    """A user, mount and network namespace; the user stays who it was."""
    _enter(NEW_USER | NEW_MOUNTS | NEW_NETWORK | NEW_IPC)
    _call("mount", None, b"/", None, PRIVATE_ALL, None)


def _lock() -> None:
    """Enter a user and mount namespace once more: what was mounted before can't be taken off from within."""
    _enter(NEW_USER | NEW_MOUNTS)


def _enter(namespaces: int) -> None:
    user, group = os.getuid(), os.getgid()
    _call("unshare", namespaces)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1")


def _hide(folder: Path) -> None:
    """Mount an empty, read-only folder over it."""
    _call("mount", b"tmpfs", os.fsencode(folder.resolve()), b"tmpfs", READ_ONLY, b"size=0")


def _hide_beside(room: Path) -> None:
    """Mount an empty folder over the one that a room lies in, and the room into it again."""
    path, above = os.fsencode(room.resolve()), os.fsencode(room.resolve().parent)
    held = os.open(room, os.O_PATH)
    try:
        _call("mount", b"tmpfs", above, b"tmpfs", 0, b"size=64k,mode=700")
        room.mkdir()
        _call("mount", f"/proc/self/fd/{held}".encode(), path, None, BIND, None)
        _call("mount", b"tmpfs", above, b"tmpfs", REMOUNT | READ_ONLY, b"size=64k,mode=700")
    finally:
        os.close(held)
    os.chdir(room)


def _call(name: str, *arguments: object) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name)(*arguments) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def probe() -> Held:
    """Which walls this system permits, found by putting them around a process made for it."""
    command = [sys.executable, "-P", "-m", "ens_reports.execute.isolation"]
    with tempfile.TemporaryDirectory() as folder:
        found = process.run([*command, folder], cwd=Path(folder), timeout_s=60)
    return Held(**json.loads(found.stdout))


def _try(folder: Path) -> Held:
    """Put walls around this process, and try to take the one before a folder down."""
    held = isolate([folder])
    taken = _succeeds(lambda: _call("umount2", os.fsencode(folder), DETACH))
    return replace(held, files=held.files and not taken)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(_try(Path(sys.argv[1])))))
