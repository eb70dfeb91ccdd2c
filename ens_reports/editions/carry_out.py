"""Where jobs are carried out: by workers on this machine, or on a cluster."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from ens_reports.editions.batch import Batch
from ens_reports.editions.job import PRELOADED, Built, Job, KernelWish, build_in_worker, kernel_wish
from ens_reports.editions.memory import room
from ens_reports.editions.pool import Done, run_all
from ens_reports.errors import ToolError


@dataclass(frozen=True, kw_only=True)
class Means:
    """What a run has to build with.

    Attributes:
        workers: How many editions are built at a time on this machine, at most: fewer where memory is short.
        kernel: How a notebook's kernel is had: `auto`, `warm` or `jupyter`.
        scheduler: Address of a Dask scheduler; empty for this machine.
    """

    workers: int = 1
    kernel: str = "auto"
    scheduler: str = ""


def carry_out(jobs: Sequence[Job], batch: Batch, means: Means) -> Generator[Done[Job, Built], None, None]:
    """Carry out jobs, and hand out each as it ends. Use it within `contextlib.closing`.

    Args:
        jobs: What to build.
        batch: Of the run.
        means: Where, and by how many.

    Yields:
        Every job once, in the order in which they end.

    Raises:
        ToolError: Dask is not installed, or no scheduler answers.
    """
    if not jobs:
        return
    wish = kernel_wish(jobs, batch, way=means.kernel)
    if means.scheduler:
        yield from _on_cluster(jobs, wish, address=means.scheduler)
        return
    with wish.open() as kernels:
        work = partial(build_in_worker, kernels=kernels)
        with closing(run_all(work, jobs, workers=means.workers, preload=PRELOADED, fits=room().has)) as ended:
            yield from ended


def _on_cluster(jobs: Sequence[Job], wish: KernelWish, *, address: str) -> Generator[Done[Job, Built], None, None]:
    try:
        from ens_reports.editions.cluster import run_on_cluster  # noqa: PLC0415 - needs an extra
    except ImportError:
        raise ToolError("a scheduler needs Dask, got none", hint="pip install 'ens-reports[cluster]'") from None
    yield from run_on_cluster(jobs, wish, address=address)
