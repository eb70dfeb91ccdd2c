import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
import worlds
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from ens_reports.render import blocks_of
from ens_reports.report import country
from ens_reports.report.view import write_view

NOTEBOOK = Path(__file__).parents[4] / "reports" / "strategic" / "country-threat-assessment.ipynb"


def cells() -> list[dict]:
    return [cell for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def test_the_notebook_is_thin_and_stripped() -> None:
    assert len(cells()) <= 30
    assert max(len(cell["source"]) for cell in cells()) <= 8
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells())


def test_every_page_is_written_once() -> None:
    code = "\n".join("".join(cell["source"]) for cell in cells())
    assert all(code.count(f"country.{page}(found)") == 1 for page in country.__all__)


@pytest.fixture
def manager() -> Iterator[AsyncKernelManager]:
    """A plain kernel that listens on a socket of its own: a free port can be taken by another test before the kernel binds it."""
    with tempfile.TemporaryDirectory(prefix="ens-") as folder:
        yield AsyncKernelManager(kernel_name="python3", transport="ipc", ip=f"{folder}/k")


@pytest.mark.slow
def test_it_runs_as_it_is_beside_a_view(tmp_path: Path, manager: AsyncKernelManager) -> None:
    write_view(tmp_path / "view", worlds.view(worlds.World(own=12)))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, km=manager, timeout=240, resources={"metadata": {"path": tmp_path}}).execute(cleanup_kc=True)
    nbformat.write(notebook, tmp_path / "executed.ipynb")
    assert blocks_of(tmp_path / "executed.ipynb")[0].kind == "cover"
    assert not [output for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "stream"]
