import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import worlds

from ens_reports.analysis.assessment import Assessment, assess
from ens_reports.report import country, drawing, vocabulary
from ens_reports.report.blocks import Block
from ens_reports.report.view import View

NOTEBOOK = Path(__file__).parents[4] / "reports" / "strategic" / "country-threat-assessment.ipynb"
Writer = Callable[..., list[Block]]


def in_order() -> list[str]:
    """The pages in the order in which the notebook writes them."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return re.findall(r"country\.(\w+)\(found\)", "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"))


@pytest.fixture
def write(monkeypatch: pytest.MonkeyPatch) -> Writer:
    """Write pages of a world, by name, and give back the blocks that they show; charts are set up, and drawn only when asked for."""

    def written(world: worlds.World | View, *pages: str, drawn: bool = False) -> list[Block]:
        shown: list[Block] = []
        monkeypatch.setattr(vocabulary, "emit", shown.append)
        if not drawn:
            monkeypatch.setattr(drawing, "to_svg", lambda _: "<svg/>")
        found: Assessment = assess(worlds.view(world) if isinstance(world, worlds.World) else world)
        for page in pages or in_order():
            getattr(country, page)(found)
        return shown

    return written
