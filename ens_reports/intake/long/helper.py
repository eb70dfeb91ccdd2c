"""A second process that works on pieces of a long table beside ours: `python -m ens_reports.intake.long.helper`.

It is started afresh and not forked: libraries of ours hold threads, which a fork would lose. It ends when our end of its pipe is closed,
so also when we are killed.
"""

import os
import pickle
import sys
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Any

from ens_reports import process
from ens_reports.errors import ToolError

COMMAND = [sys.executable, "-P", "-m", "ens_reports.intake.long.helper"]
ENVIRONMENT = {"MALLOC_ARENA_MAX": "2", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
ANSWER_S = 600.0
"""Seconds for one question: a piece of a table takes a few."""
_WAITING: "list[Helper]" = []
"""Helpers that were called before there was anything to do: they import while a file is read."""
_LOCK = Lock()


class GoneError(Exception):
    """The helper ended, or could not do it."""


class Helper:
    """One such process.

    Raises:
        ToolError: It can't be started.
    """

    def __init__(self) -> None:
        self._talk = process.start(COMMAND, cwd=Path.cwd(), environment=ENVIRONMENT)

    def ask(self, question: object) -> Any:  # noqa: ANN401 - whatever the work gives
        """Ask, and wait for the answer.

        Args:
            question: The first is the job, the others are what it is to be done on.

        Raises:
            GoneError: There is none, it did not answer in time, or the work failed: whoever asks does it, and sees why.
        """
        limit = Timer(ANSWER_S, self._talk.kill)  # what hangs is ended, so that its pipe closes and we are told
        limit.daemon = True
        limit.start()
        try:
            pickle.dump(question, self._talk.questions, protocol=pickle.HIGHEST_PROTOCOL)
            self._talk.questions.flush()
            done, answer = pickle.load(self._talk.answers)  # noqa: S301 - by our own process, through a pipe of our own
        except (OSError, EOFError, ValueError, AttributeError, ImportError, pickle.PickleError) as error:
            raise GoneError from error
        finally:
            limit.cancel()
        if not done:
            raise GoneError
        return answer

    def close(self) -> None:
        """End it."""
        self._talk.end()


def call_in() -> None:
    """Let a helper get ready, if there is a processor for it and none is waiting."""
    with _LOCK:
        if not _WAITING and (os.cpu_count() or 1) > 1:
            try:
                _WAITING.append(Helper())
            except ToolError:
                return


def take_waiting() -> Helper | None:
    """A helper that is ready, or on its way to be; none if none was called in."""
    with _LOCK:
        return _WAITING.pop() if _WAITING else None


def serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Do what is asked until there are no more questions.

    Args:
        questions: Pickled: first a job, a function of one argument, then its arguments.
        answers: Pickled: whether it could be done, and what came of it.
    """
    job = pickle.load(questions)  # noqa: S301 - as above
    _answer(answers, (True, None))
    while True:
        try:
            question = pickle.load(questions)  # noqa: S301 - as above
        except EOFError:
            return
        try:
            answer = (True, job(question))
        except Exception:  # noqa: BLE001 - our parent does it again, and tells
            answer = (False, None)
        _answer(answers, answer)


def _answer(answers: IO[bytes], answer: tuple[bool, object]) -> None:
    pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


def main() -> int:
    """Import what pieces are worked on with, then serve; what is printed on the way does not get between the answers."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    import ens_reports.intake.long.share  # noqa: F401, PLC0415 - takes the time that a file is read in

    try:
        serve(sys.stdin.buffer, answers)
    except (EOFError, BrokenPipeError):
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
