"""What editions are measured against, each in a process of its own: `python loops.py WHAT FOLDER...` prints the seconds of each folder.

The folders are those of `samples.py`. What a loop imports it has imported before the first of them.
"""
# ruff: noqa: PLC0415 - each loop imports what it needs alone

import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ens_reports.execute.kernels import ONE_THREAD
from ens_reports.execute.source import modules_of
from ens_reports.render import quarto
from ens_reports.report import blocks

if TYPE_CHECKING:
    from ens_reports.editions.job import Job


def plain(folder: Path) -> float:
    """Papermill with a new kernel, then Quarto if it is here, else pandoc and typst, one after the other."""
    import papermill

    parameters = json.loads((folder / "parameters.json").read_bytes())
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(folder / "view", Path(name) / "view")
        start, out = time.perf_counter(), Path(name) / "out.ipynb"
        papermill.execute_notebook(folder / "notebook.ipynb", out, parameters, cwd=name, progress_bar=False, kernel_name="python3")
        _take_blocks_out(out)
        _by_quarto(out) if quarto.find().program else _by_engines(out)
        return time.perf_counter() - start


def _take_blocks_out(notebook: Path) -> None:
    """Leave what any notebook shows, its HTML: pandoc takes minutes to set megabytes of our own JSON, which would flatter us."""
    content = json.loads(notebook.read_bytes())
    for cell in content["cells"]:
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(blocks.MIME, None)
    notebook.write_text(json.dumps(content), encoding="utf-8")


def _by_quarto(notebook: Path) -> None:
    command = [str(quarto.find().program), "render", notebook.name, "--to", "html,typst"]
    subprocess.run(command, cwd=notebook.parent, check=True, capture_output=True)  # noqa: S603 - the program that was found


def _by_engines(notebook: Path) -> None:
    import pypandoc
    import typst

    html, source, pdf = notebook.with_suffix(".html"), notebook.with_suffix(".typ"), notebook.with_suffix(".pdf")
    pypandoc.convert_file(str(notebook), "html", outputfile=str(html), extra_args=["--standalone", "--embed-resources"])
    media = f"--extract-media={notebook.parent}"
    pypandoc.convert_file(str(html), "typst", outputfile=str(source), extra_args=["--standalone", media])
    typst.compile(str(source), output=str(pdf), root="/")


def cells(folder: Path) -> float:
    """The same cells in a process forked from this one, which has imported already: nothing of Jupyter."""
    start, pid = time.perf_counter(), os.fork()
    if pid == 0:
        code = 1
        try:
            _run_cells(folder)
            code = 0
        finally:
            os._exit(code)
    _pid, status = os.waitpid(pid, 0)
    if status:
        raise RuntimeError(f"the cells of {folder.name} must run to their end, got {status}")
    return time.perf_counter() - start


def _run_cells(folder: Path) -> None:
    from IPython.core.interactiveshell import InteractiveShell

    os.chdir(folder)
    InteractiveShell.instance()  # `display` shows nothing without a shell
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    names: dict[str, Any] = {}
    parameters = json.loads((folder / "parameters.json").read_bytes())
    for cell in json.loads((folder / "notebook.ipynb").read_bytes())["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)  # noqa: S102 - our own notebook
            names |= parameters if "parameters" in cell["metadata"].get("tags", []) else {}


def rendering(folder: Path) -> float:
    """The renderer's own time for a notebook that has run."""
    from ens_reports import render
    from ens_reports.locales import open_language

    job: Job = pickle.loads((folder / "job.pickle").read_bytes())  # noqa: S301 - written a moment ago
    document = render.document(render.blocks_of(folder / "executed.ipynb"), job.facts, open_language(job.facts.language))
    with tempfile.TemporaryDirectory() as name:
        start = time.perf_counter()
        job.renderer.render(document, folder=Path(name))
        return time.perf_counter() - start


def main(what: str, folders: list[str]) -> None:
    """Print the seconds of each folder.

    Args:
        what: Which loop.
        folders: Of the sample.
    """
    from ens_reports.execute.warm_parent import warm_up

    modules = ("papermill", "pypandoc", "typst") if what == "plain" else modules_of(Path(folders[0]) / "notebook.ipynb")
    os.environ.update({**ONE_THREAD, "MPLBACKEND": "agg"})
    warm_up(["ens_reports.editions.build", *modules])
    sys.stdout.write(json.dumps([LOOPS[what](Path(folder)) for folder in folders]) + "\n")


LOOPS: dict[str, Callable[[Path], float]] = {"plain": plain, "cells": cells, "rendering": rendering}
"""Name -> seconds of one edition."""

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
