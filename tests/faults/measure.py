"""Run `ens` as people do, and measure the whole tree of its processes from outside."""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

INTERVAL_S = 0.01


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run of a command.

    Attributes:
        code: Exit code.
        output: Its JSON, empty if it printed none.
        errors: What it wrote on stderr.
        seconds: Wall time.
        peak_mb: Most memory that it and its children held together at one moment, in MB; each shared page counts in each process.
    """

    code: int
    output: dict[str, Any]
    errors: str
    seconds: float
    peak_mb: int


def run_ens(arguments: list[str], *, cwd: Path, timeout_s: float = 120.0) -> Run:
    """Run `ens` in a process of its own.

    Args:
        arguments: Command and options; `--json` is added.
        cwd: Where it runs.
        timeout_s: Seconds until it is ended.
    """
    command = [sys.executable, "-P", "-c", "from ens_reports.cli import main; main()", *arguments, "--json"]
    begun = time.monotonic()
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace"
    ) as process:
        watch = _Watch(process.pid)
        watch.start()
        try:
            stdout, stderr = process.communicate(timeout=timeout_s)
        except subprocess.TimeoutExpired:
            process.kill()
            stdout, stderr = process.communicate()
        finally:
            watch.ended.set()
            watch.join()
    output = json.loads(stdout) if stdout.startswith("{") else {}
    seconds = time.monotonic() - begun
    return Run(code=process.returncode, output=output, errors=stderr, seconds=seconds, peak_mb=watch.peak_bytes // 1_000_000)


class _Watch(threading.Thread):
    """Looks at a tree of processes until it is told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak_bytes = 0
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(INTERVAL_S):
            self.peak_bytes = max(self.peak_bytes, sum(_resident(pid) for pid in _tree(self.pid)))


def _tree(pid: int) -> list[int]:
    """A process and all that it started, as far as they still have their parents."""
    found = [pid]
    for parent in found:
        with contextlib.suppress(OSError):
            for task in os.listdir(f"/proc/{parent}/task"):  # noqa: PTH208 - names are all that is wanted, many times a second
                found += map(int, Path(f"/proc/{parent}/task/{task}/children").read_text(encoding="ascii").split())
    return found


def _resident(pid: int) -> int:
    """Bytes of memory that a process holds now."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
