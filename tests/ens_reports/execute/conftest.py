import json
from collections.abc import Callable
from pathlib import Path

import pytest

Notebook = Callable[..., Path]


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """Write a notebook whose first cell is tagged `parameters` and holds the given code."""

    def write(*codes: str, tags: tuple[str, ...] = ("parameters",), name: str = "report.ipynb") -> Path:
        cells = [
            {
                "cell_type": "code",
                "execution_count": None,
                "id": f"cell-{number}",
                "metadata": {"tags": list(tags)} if number == 0 else {},
                "outputs": [],
                "source": code,
            }
            for number, code in enumerate(codes)
        ]
        metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        path = tmp_path / name
        path.write_text(json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))
        return path

    return write


@pytest.fixture
def view_folder(tmp_path: Path) -> Path:
    """A view that holds one file."""
    folder = tmp_path / "a view"
    folder.mkdir()
    (folder / "view.json").write_text('{"about": "Kenya"}')
    return folder
