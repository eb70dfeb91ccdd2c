"""A command's time, and the most memory that it and everything it starts take at one time."""

import contextlib
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil

EVERY_S = 0.05


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What a command took.

    Attributes:
        seconds: From its start to its end.
        peak_mb: Most resident memory of all its processes together, in MB; pages of files count.
    """

    seconds: float
    peak_mb: float


def measure(command: Sequence[str], *, allowed: Sequence[int] = (0,)) -> Measured:
    """Run a command.

    Args:
        command: The program and its arguments.
        allowed: Exit codes that count as done.

    Raises:
        RuntimeError: It ended otherwise.
    """
    start, peak = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:  # noqa: S603 - our own commands
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            peak = max(peak, _resident(watched))
            time.sleep(EVERY_S)
        error = process.stderr.read().decode(errors="replace")[-400:] if process.stderr else ""
    if process.returncode not in allowed:
        raise RuntimeError(f"{command[0]} must end with {allowed}, got {process.returncode}: {error}")
    return Measured(seconds=time.perf_counter() - start, peak_mb=peak / 1e6)


def _resident(process: psutil.Process) -> int:
    total = 0
    with contextlib.suppress(psutil.NoSuchProcess):
        for one in (process, *process.children(recursive=True)):
            with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                total += one.memory_info().rss
    return total
