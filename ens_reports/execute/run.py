"""Run one notebook by papermill, in a private folder that holds its view and nothing else."""

import ens_reports.execute.beforehand  # noqa: F401 - what nbformat would import slowly

# isort: split
import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbclient.exceptions import DeadKernelError
from papermill.exceptions import PapermillExecutionError

from ens_reports import atomic, errors
from ens_reports.errors import EnsError, ToolError
from ens_reports.execute.kernel import ENGINE
from ens_reports.execute.kernels import Kernels
from ens_reports.execute.parameters import Literal
from ens_reports.execute.source import check_notebook
from ens_reports.execute.tidy import tidy

LAB = "run it cell by cell in JupyterLab: `nox -s lab`"
OWN_ERRORS: dict[str, type[EnsError]] = {
    kind.__name__: kind for kind in (errors.RequestError, errors.DataError, errors.PolicyError, errors.ToolError, errors.DamageError)
}


@dataclass(frozen=True, kw_only=True)
class Executed:
    """A notebook that ran to its end.

    Attributes:
        notebook: Where it was written, stripped of what differs from run to run.
        seconds: How long it took.
        stderr_lines: Lines it wrote to stderr, which were dropped.
    """

    notebook: Path
    seconds: float
    stderr_lines: int


def run(
    notebook: Path, *, view_folder: Path, parameters: Mapping[str, Literal], out: Path, timeout_s: float, kernels: Kernels | None = None
) -> Executed:
    """Run a notebook for one view.

    Args:
        notebook: The notebook as analysts keep it, outputs stripped.
        view_folder: What it may read; it sees a copy named `view`.
        parameters: A value for every name in its parameters cell, already of the right type.
        out: Where the executed notebook goes.
        timeout_s: Seconds until its kernel is killed.
        kernels: Where its kernel comes from; started anew where not given.

    Returns:
        What it is and took.

    Raises:
        RequestError: The parameters cell computes something, or sets other names.
        ToolError: It took too long, or its kernel died.
        EnsError: A cell failed, or did not run.
    """
    check_notebook(notebook, parameters)
    start = time.perf_counter()
    rooms = kernels.rooms if kernels else None
    with tempfile.TemporaryDirectory(prefix="ens-", dir=rooms, ignore_cleanup_errors=True) as name:
        private = Path(name)
        (private / "home").mkdir()
        shutil.copytree(view_folder, private / "view", copy_function=shutil.copyfile)
        source = kernels or Kernels(caches=private / "home")
        executed = _papermill(notebook, parameters, {"private": private, "kernels": source, "deadline": start + timeout_s})
    check_every_cell_ran(notebook.name, executed.cells)
    stderr_lines = tidy(executed)
    atomic.write_text(out, nbformat.writes(executed) + "\n")  # type: ignore[no-untyped-call] # nbformat is typed in part
    return Executed(notebook=out, seconds=time.perf_counter() - start, stderr_lines=stderr_lines)


def check_every_cell_ran(name: str, cells: list[Any]) -> None:
    """Papermill calls a notebook that ends in `sys.exit(0)` a success.

    Raises:
        EnsError: A code cell has no execution count, or ended in an error.
    """
    for number, cell in enumerate(cells, start=1):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        stopped = any(output.output_type == "error" for output in cell.outputs)
        if stopped or cell.execution_count is None:
            raise EnsError(
                f"cell {number} of {name} must run to its end, got {'an exit' if stopped else 'a cell that did not run'}", hint=LAB
            )


def _papermill(notebook: Path, parameters: Mapping[str, Literal], engine: Mapping[str, object]) -> Any:  # noqa: ANN401 - nbformat ships no types
    source = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call] # nbformat is typed in part
    kept: dict[int, list[Any]] = {}
    try:
        executed = papermill.execute_notebook(
            source, None, dict(parameters), engine_name=ENGINE, progress_bar=False, request_save_on_cell_execute=False, kept=kept, **engine
        )
    except PapermillExecutionError as error:
        raise _failure(notebook.name, error) from error
    except TimeoutError:
        raise ToolError(f"{notebook.name} must end within its time limit, got no end", hint="see where it hangs: " + LAB) from None
    except DeadKernelError:
        raise ToolError(
            f"the kernel of {notebook.name} must live to its end, got a dead one", hint="is there memory left? " + LAB
        ) from None
    for number, outputs in kept.items():
        executed.cells[number].outputs = outputs
    return executed


def _failure(name: str, error: PapermillExecutionError) -> EnsError:
    """Our own errors pass with their words; of any other only its kind, for its words can hold a record's value."""
    kind = OWN_ERRORS.get(error.ename)
    if kind:
        return kind(error.evalue, hint=LAB)
    return EnsError(f"cell {error.cell_index + 1} of {name} must run to its end, got {error.ename}", hint=LAB)
