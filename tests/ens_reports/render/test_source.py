import json
from pathlib import Path

import pytest

from ens_reports.errors import DamageError
from ens_reports.render.source import blocks_of
from ens_reports.report.blocks import MIME, Section


def notebook(folder: Path, *outputs: dict[str, object]) -> Path:
    cells = [{"cell_type": "markdown", "source": "x"}, {"cell_type": "code", "outputs": list(outputs)}]
    path = folder / "n.ipynb"
    path.write_text(json.dumps({"cells": cells}))
    return path


def display(block: object) -> dict[str, object]:
    return {"output_type": "display_data", "data": {MIME: block, "text/html": "<b>preview</b>"}}


def test_blocks_come_in_the_order_of_the_cells(tmp_path: Path) -> None:
    path = notebook(tmp_path, display({"kind": "section", "title": "A"}), display({"kind": "section", "title": "B"}))

    assert (Section(title="A"), Section(title="B")) == blocks_of(path)


def test_whatever_else_a_cell_prints_stays_behind(tmp_path: Path) -> None:
    """A forgotten print, a warning with a path, or a frame must not reach a reader."""
    stream = {"output_type": "stream", "name": "stdout", "text": "{{< include /etc/passwd >}}"}
    frame = {"output_type": "execute_result", "data": {"text/html": "<table></table>"}}

    assert () == blocks_of(notebook(tmp_path, stream, frame))


@pytest.mark.parametrize(
    ("block", "where"),
    [({"kind": "poem"}, "its top"), ({"kind": "section"}, "section.title"), ({"kind": "section", "title": "A", "x": 1}, "section.x")],
)
def test_what_is_no_block_is_damage(tmp_path: Path, block: dict[str, object], where: str) -> None:
    with pytest.raises(DamageError) as caught:
        blocks_of(notebook(tmp_path, display(block)))

    assert f"a block of the notebook must be one of the known kinds, got a wrong value at {where}" == caught.value.message
