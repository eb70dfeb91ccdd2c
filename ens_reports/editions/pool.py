"""Run jobs on all cores, each worker a clean process; what failed is collected, and Ctrl-C leaves finished work whole."""

import logging
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar

from ens_reports.errors import EnsError, ToolError
from ens_reports.process import clean_environment

Job = TypeVar("Job")
Result = TypeVar("Result")


@dataclass(frozen=True, kw_only=True)
class Failure:
    """A job that ended in an error.

    Attributes:
        message: As `EnsError.message`; of any other error only its kind, for its words can hold a record's value.
        hint: What to do.
        exit_code: Of the error's class.
        details: The traceback, only for `--debug`.
    """

    message: str
    hint: str
    exit_code: int
    details: str = ""


@dataclass(frozen=True, kw_only=True)
class Done(Generic[Job, Result]):
    """A job that ended.

    Attributes:
        job: The job.
        result: What it gave, or why it gave nothing.
    """

    job: Job
    result: Result | Failure


def run_all(work: Callable[[Job], Result], jobs: Sequence[Job], *, workers: int) -> Generator[Done[Job, Result], None, None]:
    """Run jobs in worker processes, and hand out each as it ends.

    Use it within `contextlib.closing`: Ctrl-C can come while a result is looked at, and closing is what ends the workers then.

    Args:
        work: A function of a module, or a partial one, called with a job.
        jobs: Values that can be sent to another process.
        workers: How many at a time.

    Yields:
        Every job once, in the order in which they end.
    """
    if not jobs:
        return
    with _pool(min(workers, len(jobs))) as pool:
        futures = {pool.submit(work, job): job for job in jobs}
        unfinished = set(futures)
        while unfinished:
            finished, unfinished = wait(unfinished, return_when=FIRST_COMPLETED)
            for future in finished:
                ended = _result(future)
                yield Done(job=futures[future], result=ended)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin_worker)
    processes = pool._processes  # noqa: SLF001 - the way to end running jobs is public from Python 3.14 on
    try:
        yield pool
    except BaseException:
        for process in list(processes.values()):
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _begin_worker() -> None:
    """A worker has the clean environment too, leaves Ctrl-C to its parent, and tidies up when its parent ends it."""
    environment = clean_environment()
    os.environ.clear()
    os.environ.update(environment)
    if hasattr(time, "tzset"):
        time.tzset()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_worker)


def _end_worker(*_signal: object) -> None:
    """Leave by the way that closes kernels and drafts; what their libraries log about it helps nobody."""
    logging.disable(logging.CRITICAL)
    sys.exit(1)


def _result(future: "Future[Result]") -> Result | Failure:
    try:
        return future.result()
    except BrokenProcessPool:
        return failure(ToolError("a worker must live to its end, got a dead one", hint="is there memory left? try --workers 1"))
    except Exception as error:  # noqa: BLE001 - one edition's fault must not stop the others; it is listed at the end
        return failure(error)


def failure(error: Exception) -> Failure:
    """What is told about an error."""
    known = error if isinstance(error, EnsError) else EnsError(f"a fault of ours: {type(error).__name__}", hint="see where with --debug")
    details = "".join(traceback.format_exception(error))
    return Failure(message=known.message, hint=known.hint, exit_code=known.exit_code, details=details)
