"""Where the kernels of a run come from: forked from a process that has imported already, or each started anew. Light to import."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from ens_reports import process
from ens_reports.errors import RequestError

Way = Literal["auto", "warm", "jupyter"]
"""`warm` forks, `jupyter` starts; `auto` forks where that is known to be safe."""
SOCKET, ROOMS = "kernels.sock", "rooms"
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1")
"""The cores are shared by editions, and sums over threads differ in their last digits."""


@dataclass(frozen=True, kw_only=True)
class Kernels:
    """Where a worker gets a kernel for its notebook.

    Attributes:
        caches: A folder kept from one notebook to the next, for the font cache.
        address: The warm parent's socket; none where each kernel is started anew.
    """

    caches: Path
    address: Path | None = None

    @property
    def rooms(self) -> Path | None:
        """Where the folders that notebooks work in lie, each seeing its own alone; none where kernels have no walls."""
        folder = self.caches / ROOMS
        return folder if self.address is not None and folder.is_dir() else None


def can_fork() -> bool:
    """Whether kernels can be forked here: on Linux alone is it known to be safe."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


@contextmanager
def open_kernels(way: str, *, modules: Sequence[str] = (), hidden: Sequence[Path] = ()) -> Iterator[Kernels]:
    """Have kernels for as long as this lasts; those that still run end with it.

    Args:
        way: One of `Way`.
        modules: What the notebooks import.
        hidden: Folders that no notebook needs to see into; a forked kernel finds them empty.

    Raises:
        RequestError: There is no such way, or not here.
    """
    if way not in get_args(Way):
        raise RequestError(f"kernel must be one of {', '.join(get_args(Way))}, got {way!r}", hint="auto takes the quickest that runs here")
    if way == "warm" and not can_fork():
        raise RequestError("kernels can be forked on Linux only, got another system", hint="take --kernel jupyter, or auto")
    with tempfile.TemporaryDirectory(prefix="ens-caches-") as name:
        caches = Path(name)
        if way == "jupyter" or not can_fork():
            yield Kernels(caches=caches)
            return
        address = caches / SOCKET
        (caches / ROOMS).mkdir()
        walls = json.dumps([str(folder) for folder in hidden])
        command = [sys.executable, "-P", "-m", "ens_reports.execute.warm_parent", str(address), walls, *modules]
        # What is read in importing, such as where the font cache is, must stand in the environment by then.
        parent = process.start(command, cwd=caches, environment={**ONE_THREAD, "MPLCONFIGDIR": name, "MPLBACKEND": "agg", "HOME": name})
        try:
            yield Kernels(caches=caches, address=address)
        finally:
            parent.end()
