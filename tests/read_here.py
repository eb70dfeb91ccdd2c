"""The reading process's work done in this process: the same code, without half a second of starting another Python for each file."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from ens_reports import process
from ens_reports.errors import ToolError
from ens_reports.intake.reader import child

CHILD = "ens_reports.intake.reader.child"
MAX_BYTES = 100_000
"""Larger files are read in a process of their own: so that they are held to its limits."""


@contextmanager
def read_here(*, max_bytes: int = MAX_BYTES) -> Iterator[None]:
    """Read small files in this process, and start all other programs as ever.

    Args:
        max_bytes: Size of the largest file that is read here.
    """
    start = process.run

    def run(command: list[str], **options: object) -> object:
        if CHILD not in command or Path(command[4]).stat().st_size > max_bytes:
            return start(command, **options)  # type: ignore[arg-type]
        return _run(command[4:])

    with mock.patch.object(process, "run", run):
        yield


def _run(arguments: list[str]) -> None:
    """Warnings are written where nobody reads them, and a library that panics ends the reader."""
    try:
        with warnings.catch_warnings(), mock.patch.object(child.limits, "hold"):
            warnings.simplefilter("ignore")
            child.main(arguments)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise ToolError("the reader must end with 0, got a panic", hint="") from error
