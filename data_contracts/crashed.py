"""A check that crashes is an outcome of its own: no pass, told by its name, and the others still run."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

CRASHED = "check_crashed"
"""Identifier of the finding."""
OURS = frozenset({"data_contracts", "ens_reports"})
T = TypeVar("T")
Tell = Callable[[str, dict[str, str]], None]
"""Takes a finding about the whole file: the check, and what fills the places of its wording."""


class UnsoundError(RuntimeError):
    """Validation can't be relied on: pandera is switched off. No file is looked at then."""


@contextmanager
def guarded(tell: Tell, name: str) -> Iterator[None]:
    """Run one check; if it crashes, that is told, and what comes after goes on.

    Args:
        tell: Takes the finding.
        name: Of the check.

    Raises:
        UnsoundError: No check can be relied on.
    """
    try:
        yield
    except UnsoundError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever goes wrong in one check must not hide what the others find
        tell(CRASHED, crash_of(name, error))


def attempt(tell: Tell, name: str, step: Callable[[], T], *, otherwise: Callable[[], T]) -> T:
    """The result of one step; if it crashes, that is told, and another result stands for it.

    Args:
        tell: Takes the finding.
        name: Of the step.
        step: What gives the result.
        otherwise: What gives the result that stands for it.

    Raises:
        UnsoundError: No check can be relied on.
    """
    try:
        return step()
    except UnsoundError:
        raise
    except Exception as error:  # noqa: BLE001 - as above
        tell(CRASHED, crash_of(name, error))
        return otherwise()


def crash_of(name: str, error: Exception) -> dict[str, str]:
    """What fills the places of the wording: the check, and where in our code it failed; never the message, which can hold a value.

    Args:
        name: Of the check.
        error: What it raised.
    """
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if OURS & set(Path(frame.filename).parts)]
    where = f", {Path(frames[-1].filename).name} {frames[-1].lineno}" if frames else ""
    return {"name": name, "fault": f"{type(error).__name__}{where}"}
