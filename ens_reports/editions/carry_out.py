"""Where jobs are carried out: by workers on this machine, or on a cluster."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cached_property, partial

from ens_reports.editions import pool
from ens_reports.editions.batch import Batch
from ens_reports.editions.job import Built, Job, KernelWish, build_in_worker, kernel_wish
from ens_reports.editions.memory import room
from ens_reports.editions.pool import PRELOADED, Done, run_all
from ens_reports.errors import ToolError
from ens_reports.execute.kernels import Kernels


@dataclass(frozen=True, kw_only=True)
class Means:
    """What a run has to build with.

    Attributes:
        workers: How many processors of this machine are kept busy, at most: fewer where memory is short.
        kernel: How a notebook's kernel is had: `auto`, `warm` or `jupyter`.
        scheduler: Address of a Dask scheduler; empty for this machine.
    """

    workers: int = 1
    kernel: str = "auto"
    scheduler: str = ""

    @property
    def at_a_time(self) -> int:
        """How many editions are built: one more than processors, for each waits a fifth of its time; one alone where that is asked for."""
        return self.workers + 1 if self.workers > 1 else 1


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """Where the jobs of one run are carried out.

    Attributes:
        batch: Of the run.
        means: Where, and by how many.
        closing: Ends what was started, with the run.
    """

    batch: Batch
    means: Means
    closing: ExitStack

    def begin(self) -> None:
        """Start what takes seconds to import, for there will be jobs: it can be ready when the first of them is."""
        if not self.means.scheduler:
            pool.start(PRELOADED)
            _ = self._kernels

    def carry_out(self, jobs: Sequence[Job]) -> Generator[Done[Job, Built], None, None]:
        """Carry out jobs, and hand out each as it ends. Use it within `contextlib.closing`.

        Args:
            jobs: What to build.

        Yields:
            Every job once, in the order in which they end.

        Raises:
            ToolError: Dask is not installed, or no scheduler answers.
        """
        if not jobs:
            return
        if self.means.scheduler:
            yield from _on_cluster(jobs, self._wish, address=self.means.scheduler)
            return
        work = partial(build_in_worker, kernels=self._kernels)
        with closing(run_all(work, jobs, workers=self.means.at_a_time, preload=PRELOADED, fits=room().has)) as ended:
            yield from ended

    @cached_property
    def _kernels(self) -> Kernels:
        return self.closing.enter_context(self._wish.open())

    @property
    def _wish(self) -> KernelWish:
        return kernel_wish(self.batch, way=self.means.kernel)


@contextmanager
def open_workshop(batch: Batch, means: Means) -> Iterator[Workshop]:
    """Have a place to carry out jobs.

    Args:
        batch: Of the run.
        means: Where, and by how many.
    """
    with ExitStack() as stack:
        yield Workshop(batch=batch, means=means, closing=stack)


def _on_cluster(jobs: Sequence[Job], wish: KernelWish, *, address: str) -> Generator[Done[Job, Built], None, None]:
    try:
        from ens_reports.editions.cluster import run_on_cluster  # noqa: PLC0415 - needs an extra
    except ImportError:
        raise ToolError("a scheduler needs Dask, got none", hint="pip install 'ens-reports[cluster]'") from None
    yield from run_on_cluster(jobs, wish, address=address)
