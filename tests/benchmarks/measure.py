"""A command's time, and the most memory that it and everything it starts take at one time."""

import contextlib
import resource
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import psutil

EVERY_S = 0.05
SHARE = 0.05
"""Of one core that looking at memory may take: a look goes through all processes of the machine."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What a command took.

    Attributes:
        seconds: From its start to its end.
        cpu_s: Seconds of computing, of its first process and of all that were waited for.
        peak_mb: Most resident memory of all its processes together, in MB; pages of files count, and shared ones once for each process.
        parent_mb: Most of its first process alone.
    """

    seconds: float
    cpu_s: float
    peak_mb: float
    parent_mb: float


@dataclass(kw_only=True)
class Peak:
    """The most that was seen so far, in bytes."""

    all: int = 0
    parent: int = 0


def measure(command: Sequence[str], *, allowed: Sequence[int] = (0,)) -> Measured:
    """Run a command.

    Args:
        command: The program and its arguments.
        allowed: Exit codes that count as done.

    Raises:
        RuntimeError: It ended otherwise.
    """
    with tempfile.TemporaryFile() as said:
        computed, start = _children_cpu_s(), time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said) as process, _watched(process.pid) as peak:  # noqa: S603 - our own commands
            process.wait()
            seconds = time.perf_counter() - start
        if process.returncode not in allowed:
            said.seek(0)
            error = said.read().decode(errors="replace")[-400:]
            raise RuntimeError(f"{command[0]} must end with {allowed}, got {process.returncode}: {error}")
    return Measured(seconds=seconds, cpu_s=_children_cpu_s() - computed, peak_mb=peak.all / 1e6, parent_mb=peak.parent / 1e6)


def median(found: Sequence[Measured]) -> Measured:
    """Of each figure by itself.

    Args:
        found: Turns of one command; at least one.
    """
    return Measured(
        seconds=statistics.median(one.seconds for one in found),
        cpu_s=statistics.median(one.cpu_s for one in found),
        peak_mb=statistics.median(one.peak_mb for one in found),
        parent_mb=statistics.median(one.parent_mb for one in found),
    )


def _children_cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextlib.contextmanager
def _watched(pid: int) -> Iterator[Peak]:
    """Look at memory for as long as this lasts; a thread does, so that the end of the command is noticed at once."""
    peak, ended = Peak(), threading.Event()
    thread = threading.Thread(target=_watch, args=(pid, peak, ended))
    thread.start()
    try:
        yield peak
    finally:
        ended.set()
        thread.join()


def _watch(pid: int, peak: Peak, ended: threading.Event) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process, pause = psutil.Process(pid), 0.0
        while not ended.wait(pause):
            start = time.perf_counter()
            own = process.memory_info().rss
            others = sum(_resident(child) for child in process.children(recursive=True))
            peak.parent, peak.all = max(peak.parent, own), max(peak.all, own + others)
            pause = max(EVERY_S, (time.perf_counter() - start) / SHARE)


def _resident(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        return int(process.memory_info().rss)
    return 0
