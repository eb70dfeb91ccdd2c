"""How much memory editions may take together, and how much one takes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from ens_reports.editions.job import Job

MB = 1_000_000
BASE = 450 * MB
"""A worker with its kernel, before they have read a view; measured with small ones."""
TIMES = 60
"""A view's bytes in memory, as frames, analyses and pages together take them, for each byte of its compressed files."""
LIMITS = (Path("/sys/fs/cgroup"), ("memory.max", "memory.current"))
"""Where Linux tells a container how much it may have, and how much it has."""


@dataclass(frozen=True, kw_only=True)
class Room:
    """Memory for jobs that run at a time.

    Attributes:
        free: Bytes for all of them.
        need: Bytes that one will take.
    """

    free: int
    need: Callable[[Job], int]

    def has(self, running: list[Job], more: Job) -> bool:
        """Whether one more can run beside others; one alone always can.

        Args:
            running: Those that run.
            more: The next.
        """
        return not running or sum(map(self.need, running)) + self.need(more) <= self.free


def room() -> Room:
    """What is free on this machine, or in this container, now."""
    return Room(free=min((psutil.virtual_memory().available, *_of_container())), need=needed)


def needed(job: Job) -> int:
    """Bytes that an edition will take while it is built.

    Args:
        job: What it is made of; its view is written.
    """
    return BASE + TIMES * sum(path.stat().st_size for path in job.view_folder.iterdir())


def _of_container() -> tuple[int, ...]:
    folder, (most, used) = LIMITS
    try:
        limit = (folder / most).read_text().strip()
        return (int(limit) - int((folder / used).read_text()),) if limit.isdecimal() else ()
    except OSError:
        return ()
