"""Runs a report notebook's cells in this process, beside a view, and collects the blocks that it shows."""

import json
from pathlib import Path
from typing import Any

import pytest

from ens_reports.report import vocabulary
from ens_reports.report.blocks import BLOCK, MIME, Block
from ens_reports.report.view import View, write_view

ROOT = Path(__file__).parents[1] / "reports"


def blocks(name: str, view: View, *, folder: Path, monkeypatch: pytest.MonkeyPatch, **parameters: object) -> list[Block]:
    """The blocks of a notebook.

    Args:
        name: Its path under `reports/`, without the ending.
        view: What its reader may see.
        folder: An empty folder to run it in.
        monkeypatch: Of the test.
        parameters: Beside recipient and language.
    """
    shown: list[Block] = []
    monkeypatch.setattr(vocabulary, "display", lambda data, *, raw: shown.append(BLOCK.validate_python(data[MIME], strict=not raw)))
    monkeypatch.chdir(folder)
    write_view(folder / "view", view)
    given = {"recipient": view.facts.recipient, "language": view.facts.language, **parameters}
    space: dict[str, Any] = {}
    for cell in cells(name):
        exec(compile("".join(cell["source"]), cell["id"], "exec"), space)  # noqa: S102 - the notebook is our own
        if "parameters" in cell["metadata"].get("tags", []):
            space.update(given)
    return shown


def cells(name: str) -> list[dict[str, Any]]:
    """The code cells of a notebook."""
    found = json.loads((ROOT / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == "code"]


def words(found: list[Block]) -> str:
    """All that the blocks say."""
    return json.dumps([block.model_dump(mode="json", exclude={"svg"}) for block in found], ensure_ascii=False)
