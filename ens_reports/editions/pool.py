"""Run jobs on all cores, each worker a clean process; what failed is collected, and Ctrl-C leaves finished work whole."""

import logging
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import forkserver
from multiprocessing.context import BaseContext, ForkServerContext
from pathlib import Path
from typing import Generic, TypeVar

from ens_reports.errors import EnsError, ToolError
from ens_reports.execute.kernels import can_fork
from ens_reports.process import clean_environment, look_for_garbage_rarely

PRELOADED = ("ens_reports.editions.build",)
"""What workers import: seconds of papermill and renderers."""
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


def run_all(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    *,
    workers: int,
    preload: Sequence[str] = (),
    fits: Callable[[list[Job], Job], bool] = lambda _running, _more: True,
) -> Generator[Done[Job, Result], None, None]:
    """Run jobs in worker processes, and hand out each as it ends.

    A worker that dies takes only its own job with it: those that ran beside it are tried again alone, the others go on.
    Use it within `contextlib.closing`: Ctrl-C can come while a result is looked at, and closing is what ends the workers then.

    Args:
        work: A function of a module, or a partial one, called with a job.
        jobs: Values that can be sent to another process.
        workers: How many at a time.
        preload: Modules that are imported once and not by each worker, where processes can be forked.
        fits: Whether one more job can run beside those that run.

    Yields:
        Every job once, in the order in which they end.
    """
    with tempfile.TemporaryDirectory(prefix="ens-begun-") as name:
        rest = dict(enumerate(jobs))
        while rest:
            begun = Path(name)
            for number, done in _round(partial(_marked, work, begun), rest, workers=min(workers, len(rest)), preload=preload, fits=fits):
                del rest[number]
                yield done
            suspects = sorted(number for path in begun.iterdir() if (number := int(path.name)) in rest)
            for number in suspects or sorted(rest)[:1]:
                yield _alone(work, rest.pop(number), preload)


def start(preload: Sequence[str]) -> None:
    """Start the process that workers are forked from, where they are: its imports take seconds, in which others can go on.

    Args:
        preload: Modules that it imports.
    """
    context = _context(preload)
    if isinstance(context, ForkServerContext):
        forkserver.ensure_running()


def _context(preload: Sequence[str]) -> BaseContext:
    context: BaseContext = multiprocessing.get_context("forkserver" if preload and can_fork() else "spawn")
    if isinstance(context, ForkServerContext):
        context.set_forkserver_preload(list(preload))
    return context


def _round(
    work: Callable[[int, Job], Result],
    rest: dict[int, Job],
    *,
    workers: int,
    preload: Sequence[str],
    fits: Callable[[list[Job], Job], bool],
) -> Iterator[tuple[int, Done[Job, Result]]]:
    """Run jobs until all have ended, or a worker has died. One more than there are workers waits with them, so that none is idle."""
    waiting, running = deque(rest.items()), dict["Future[Result]", int]()
    with _pool(workers, preload) as pool:
        while waiting or running:
            while waiting and len(running) <= workers and fits([rest[number] for number in running.values()], waiting[0][1]):
                number, job = waiting.popleft()
                running[pool.submit(_until_told, work, number, job)] = number
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            ended = [(running.pop(future), future) for future in finished]
            if any(isinstance(future.exception(), BrokenProcessPool) for future in finished):
                waiting.clear()
            for number, future in ended:
                if not isinstance(future.exception(), BrokenProcessPool):
                    result = _result(future)
                    yield number, Done(job=rest[number], result=result)


def _alone(work: Callable[[Job], Result], job: Job, preload: Sequence[str]) -> Done[Job, Result]:
    """A job that ran when a worker died, once more and by itself: now it is known whose fault it was."""
    with _pool(1, preload) as pool:
        return Done(job=job, result=_result(pool.submit(_until_told, work, job)))


def _until_told(work: Callable[..., Result], *given: object) -> Result:
    """Do a job, or leave when told to: the pool would take that for the job's result, and wait for the next."""
    try:
        return work(*given)
    except SystemExit:
        os._exit(1)


def _marked(work: Callable[[Job], Result], begun: Path, number: int, job: Job) -> Result:
    """Leave a mark while a job runs, so that it is known which ones ran when a worker died."""
    mark = begun / str(number)
    mark.touch()
    try:
        return work(job)
    finally:
        mark.unlink()


@contextmanager
def _pool(workers: int, preload: Sequence[str]) -> Iterator[ProcessPoolExecutor]:
    """Workers that come from a process which holds no data: started afresh, or forked from one that has imported."""
    pool = ProcessPoolExecutor(workers, mp_context=_context(preload), initializer=_begin_worker)
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
    tempfile.tempdir = None  # a worker that was forked has that of the run in which its parent started
    if hasattr(time, "tzset"):
        time.tzset()
    look_for_garbage_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_worker)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed says nothing: without this its workers would wait for the next job for ever.

    The main thread is told, for a signal to the process may reach this one, and leave the other waiting.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)


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
