"""The same jobs on a Dask cluster: its workers see workspace and project under the same paths, in a shared folder.

Imported only where a scheduler is given: Dask is an extra.
"""

import multiprocessing
from collections.abc import Generator, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from distributed import Client, Future, KilledWorker, Worker, WorkerPlugin, as_completed, get_worker

from ens_reports.editions import ingredients
from ens_reports.editions.job import Built, Job, KernelWish, build_in_worker
from ens_reports.editions.pool import PRELOADED, Done, Failure, failure, run_all
from ens_reports.errors import ToolError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from ens_reports.execute.kernels import Kernels

RETRIES = 3
"""How often a job is sent again whose worker died."""
CONNECT_S = 30


class KernelsPlugin(WorkerPlugin):
    """Gives each Dask worker a warm parent of its own, for as long as the run lasts.

    Args:
        wish: Which kernels.
    """

    name = "ens-kernels"

    def __init__(self, wish: KernelWish) -> None:
        self._wish = wish
        self.kernels: Kernels
        self._open: AbstractContextManager[Kernels] | None = None

    def setup(self, worker: Worker) -> None:
        """Called by Dask when a worker comes."""
        del worker
        self._open = self._wish.open()
        self.kernels = self._open.__enter__()

    def teardown(self, worker: Worker) -> None:
        """Called by Dask when a worker goes."""
        del worker
        if self._open is not None:
            self._open.__exit__(None, None, None)


def run_on_cluster(jobs: Sequence[Job], wish: KernelWish, *, address: str) -> Generator[Done[Job, Built], None, None]:
    """Send jobs to a cluster, and hand out each as it ends; a job whose worker dies is sent to another.

    Args:
        jobs: Their folders, views and notebooks lie where every worker finds them under the same path.
        wish: Which kernels.
        address: Of the scheduler, such as `tcp://host:8786`.

    Yields:
        Every job once, in the order in which they end.

    Raises:
        ToolError: Nobody answers there.
    """
    with _connected(address) as client:
        client.register_plugin(KernelsPlugin(wish))
        try:
            futures = {client.submit(_build_there, job, key=job.manifest.edition, retries=RETRIES, pure=False): job for job in jobs}
            for future in as_completed(list(futures), loop=client.loop):  # type: ignore[no-untyped-call] # distributed is typed in part
                yield Done(job=futures[future], result=_result(future))
        finally:
            client.unregister_worker_plugin(KernelsPlugin.name)


def _connected(address: str) -> Client:
    try:
        return Client(address, timeout=CONNECT_S, set_as_default=False)  # type: ignore[no-untyped-call] # as above
    except (OSError, ValueError) as error:
        message = f"{address} must be a Dask scheduler that answers, got {type(error).__name__}"
        raise ToolError(message, hint="start one with `dask scheduler`, and workers with `dask worker ADDRESS`") from error


def _result(future: "Future[Built | Failure]") -> Built | Failure:
    try:
        result: Built | Failure = future.result()
    except KilledWorker:
        return failure(ToolError("a worker must live to its end, got dead ones", hint="is there memory left on them?"))
    except Exception as error:  # noqa: BLE001 - one edition's fault must not stop the others; it is listed at the end
        return failure(error)
    return result


def _build_there(job: Job) -> Built | Failure:
    """Runs on a worker: the job goes to a process of its own, as on one machine."""
    check_same_program(job)
    plugin = cast("KernelsPlugin", get_worker().plugins[KernelsPlugin.name])
    # A nanny's worker is a daemon, which may have no children of its own; ours end before the task does.
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined] # noqa: SLF001 - there is no public way
    (done,) = run_all(partial(build_in_worker, kernels=plugin.kernels), [job], workers=1, preload=PRELOADED)
    return done.result


def check_same_program(job: Job) -> None:
    """Another program would give another edition under the same name.

    Args:
        job: Carries the digest of the code that it was planned with.

    Raises:
        ToolError: This machine has another.
    """
    if ingredients.code_digest() != job.manifest.inputs.code:
        raise ToolError("a worker must run the program that planned the edition, got another", hint="install the same version on it")
