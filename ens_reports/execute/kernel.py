"""A Jupyter kernel that knows nothing of its user: this interpreter, a fresh environment, a private folder; forked or started."""

import math
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, papermill_engines

from ens_reports.execute.forked import ForkedNotebookClient, fork
from ens_reports.execute.kernels import ONE_THREAD, Kernels
from ens_reports.process import clean_environment

ENGINE = "ens"
"""Papermill's name for the engine below."""


class OwnInterpreter(KernelSpecManager):
    """Answers with this interpreter for every kernel name: a kernel installed by the user under the same name is not ours."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The specification of the one kernel there is."""
        command = [sys.executable, "-P", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name=kernel_name, language="python")


class CleanKernel(Engine):  # type: ignore[misc] # papermill ships no types
    """Papermill's engine of ours: its own client, with the kernel's environment and folder given."""

    @classmethod
    def execute_notebook(cls, nb: Any, kernel_name: str, *, kept: dict[int, list[Any]], **settings: object) -> Any:  # noqa: ANN401 - papermill ships no types
        """Run a notebook, and keep what it shows: papermill would write it all to text once more, for no file.

        Args:
            nb: The notebook.
            kernel_name: The name in it.
            kept: Takes the outputs of each code cell by its number; none where a cell failed, for papermill looks at those.
            settings: As for `execute_managed_notebook`.
        """
        executed = super().execute_notebook(nb, kernel_name, **settings)
        cells = {number: cell for number, cell in enumerate(executed.cells) if cell.cell_type == "code"}
        if not any(output.output_type == "error" for cell in cells.values() for output in cell.outputs):
            for number, cell in cells.items():
                kept[number], cell.outputs = cell.outputs, []
        return executed

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,  # noqa: ANN401 - papermill ships no types
        kernel_name: str,
        *,
        private: Path,
        kernels: Kernels,
        deadline: float,
        **_ignored: object,
    ) -> None:
        """Run the cells in a kernel of their own, which is killed at the end.

        Args:
            nb_man: Papermill's manager of the notebook.
            kernel_name: The name in the notebook.
            private: A short path to a folder with the notebook's view; its working directory.
            kernels: Where the kernel comes from.
            deadline: When it must have ended, by `time.perf_counter`.
        """
        environment = kernel_environment(private, kernels.caches)
        settings = {"timeout_func": lambda _cell: max(1, math.ceil(deadline - time.perf_counter()))}
        if kernels.address is not None:
            request = {"environment": environment, "cwd": str(private)}
            ForkedNotebookClient(nb_man, partial(fork, kernels.address, request), deadline=deadline, **settings).execute()
            return
        started = {"km": _manager(kernel_name, private), "shutdown_kernel": "immediate", "resources": {"metadata": {"path": str(private)}}}
        # What a library writes past Python's streams would reach the terminal, values and all.
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        PapermillNotebookClient(nb_man, **started, **settings).execute(env=environment, cleanup_kc=True, **silent)


def kernel_environment(private: Path, caches: Path) -> dict[str, str]:
    """The environment of a notebook: nothing of the user's, and every folder a tool might write to is its own.

    Args:
        private: The notebook's folder.
        caches: For the font cache, which takes a second to build.
    """
    home = private / "home"
    folders = {name: str(home / name.lower()) for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    settings = {"HOME": str(home), "MPLCONFIGDIR": str(caches), "MPLBACKEND": "agg", "PYTHONNOUSERSITE": "1"}
    return clean_environment({**folders, **settings, **ONE_THREAD})


def _manager(kernel_name: str, private: Path) -> AsyncKernelManager:
    """A manager whose kernel listens in the private folder: a free port that was found can be taken before the kernel binds it."""
    manager = AsyncKernelManager(kernel_name=kernel_name, connection_file=str(private / "home" / "kernel.json"))
    manager.kernel_spec_manager = OwnInterpreter()
    if os.name == "posix":
        manager.transport, manager.ip = "ipc", str(private / "home" / "k")
    return manager


papermill_engines.register(ENGINE, CleanKernel)
