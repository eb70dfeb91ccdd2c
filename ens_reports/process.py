"""The only door to other programs: a small environment, a process group of its own, a time limit, bounded output."""

import contextlib
import gc
import multiprocessing.util
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from ens_reports.errors import ToolError

KEPT_VARIABLES = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH")
"""What a program needs to start at all; nothing else of the user's environment reaches it."""
MAX_OUTPUT_CHARS = 4_000
GARBAGE_AFTER = 50_000
"""New objects until a process that was forked looks for cycles among them: Python does so far more often, in a tenth of the time."""


def look_for_garbage_rarely() -> None:
    """In a process that was forked: among new objects, seldom, and never among those that it was forked with."""
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)


@contextlib.contextmanager
def temporary_files_in(folder: Path) -> Iterator[None]:
    """Make this process, and those that it starts, put their temporary files into a folder.

    What multiprocessing keeps for as long as the process lives stays where it is.

    Args:
        folder: One that is there.
    """
    multiprocessing.util.get_temp_dir()
    before = os.environ.get("TMPDIR"), tempfile.tempdir
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    try:
        yield
    finally:
        os.environ.pop("TMPDIR")
        if before[0] is not None:
            os.environ["TMPDIR"] = before[0]
        tempfile.tempdir = before[1]


@dataclass(frozen=True, kw_only=True)
class Completed:
    """A program that ended with 0.

    Attributes:
        stdout: What it wrote, as text.
        stderr: What it wrote there, as text.
    """

    stdout: str
    stderr: str


def run(
    command: Sequence[str], *, cwd: Path, timeout_s: float, environment: Mapping[str, str] | None = None, stdin: bytes = b""
) -> Completed:
    """Run a program to its end.

    Args:
        command: The program and its arguments; no shell sees them.
        cwd: Where it runs.
        timeout_s: Seconds until it and everything it started is killed.
        environment: Added to the few variables that are kept.
        stdin: What it reads.

    Returns:
        Its output.

    Raises:
        ToolError: It is not there, failed, or took too long; with the end of its error text.
    """
    name = Path(command[0]).name
    with _open(command, cwd=cwd, environment=environment, stderr=subprocess.PIPE) as process:
        try:
            stdout, stderr = process.communicate(stdin, timeout=timeout_s)
        except subprocess.TimeoutExpired:
            raise ToolError(f"{name} must end within {timeout_s:g} s, got no end", hint="try again when the machine is less busy") from None
        finally:
            _end_group(process)
    if process.returncode != 0:
        raise ToolError(f"{name} must end with 0, got {process.returncode}: {_tail(stderr)}", hint="its own words stand above")
    return Completed(stdout=stdout.decode(errors="replace"), stderr=stderr.decode(errors="replace"))


def start(command: Sequence[str], *, cwd: Path, environment: Mapping[str, str] | None = None) -> "Talk":
    """Start a program that reads questions and writes answers, until it is ended or its input is closed.

    Args:
        command: The program and its arguments; no shell sees them.
        cwd: Where it runs.
        environment: Added to the few variables that are kept.

    Raises:
        ToolError: It is not there.
    """
    return Talk(_open(command, cwd=cwd, environment=environment, stderr=subprocess.DEVNULL))


def _open(command: Sequence[str], *, cwd: Path, environment: Mapping[str, str] | None, stderr: int) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - the one place where programs are started, never through a shell
            command,
            cwd=cwd,
            env=clean_environment(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            start_new_session=True,
        )
    except OSError as error:
        name = Path(command[0]).name
        raise ToolError(f"{name} must be a program that can be started, got: {error.strerror}", hint="see `ens doctor`") from error


class Talk:
    """A program that was started, with both its ends.

    Args:
        process: The program, with pipes.

    Attributes:
        questions: What it reads.
        answers: What it writes.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self.questions = cast("IO[bytes]", process.stdin)
        self.answers = cast("IO[bytes]", process.stdout)

    def kill(self) -> None:
        """Kill it, and what it started; whoever waits for its answer reads that there is none."""
        _end_group(self._process)

    def end(self) -> None:
        """End it, and what it started."""
        self.kill()
        self._process.wait()
        for pipe in (self.questions, self.answers):
            with contextlib.suppress(OSError):
                pipe.close()


def locate(name: str, *, variable: str) -> Path | None:
    """Find a program.

    Args:
        name: Its name on the path.
        variable: An environment variable that may hold the program itself, or its folder.

    Returns:
        The program; none where it is not there. A variable that leads nowhere is no reason to look further.
    """
    stated = os.environ.get(variable)
    if not stated:
        found = shutil.which(name)
        return Path(found).absolute() if found else None
    candidates = (Path(stated), Path(stated) / name, Path(stated) / "bin" / name)
    return next((path.absolute() for path in candidates if path.is_file() and os.access(path, os.X_OK)), None)


def clean_environment(added: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment that a program or a notebook gets: fixed locale and time zone, and nothing personal.

    Args:
        added: Further variables.

    Returns:
        A new mapping.
    """
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return {**kept, "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1", "PYTHONHASHSEED": "0", **(added or {})}


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Kill what the program started and left behind: a wrapper script's child outlives its parent."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _tail(output: bytes) -> str:
    return output.decode(errors="replace").strip()[-MAX_OUTPUT_CHARS:]
