"""A Dask scheduler and its workers for as long as tests or benchmarks need them, each a process of its own."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

DASK = str(Path(sys.executable).with_name("dask"))
START_S = 60


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """What runs.

    Attributes:
        address: Of the scheduler.
        workers: Numbers of the workers' processes.
    """

    address: str
    workers: tuple[int, ...]


@contextmanager
def open_cluster(folder: Path, *, workers: int) -> Iterator[Cluster]:
    """A scheduler with workers of one thread each, on this machine.

    Args:
        folder: Where they run, and leave what they say.
        workers: How many.
    """
    with ExitStack() as stack:
        scheduler = [DASK, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"]
        started = stack.enter_context(_started(scheduler, folder / "scheduler.log"))
        address = _said(started, folder / "scheduler.log", r"Scheduler at:\s+(tcp://\S+)")
        worker = [DASK, "worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
        logs = [folder / f"worker-{number}.log" for number in range(workers)]
        running = [stack.enter_context(_started(worker, log)) for log in logs]
        for process, log in zip(running, logs, strict=True):
            _said(process, log, "(Registered to)")
        yield Cluster(address=address, workers=tuple(process.pid for process in running))


@contextmanager
def _started(command: list[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that ends with the block; it writes to a file, for nobody empties a pipe."""
    with log.open("wb") as file, subprocess.Popen(command, cwd=log.parent, stderr=file, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - Dask's own program
        try:
            yield process
        finally:
            process.kill()


def _said(process: subprocess.Popen[bytes], log: Path, pattern: str) -> str:
    """Wait until a process says something."""
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        found = re.search(pattern, log.read_text(errors="replace"))
        if found:
            return found.group(1)
        time.sleep(0.1)
    raise RuntimeError(f"{process.args!r} must say {pattern}, got {log.read_text(errors='replace')[-400:]!r}")
