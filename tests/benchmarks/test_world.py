import json
import re
from pathlib import Path

import pytest
from benchmarks.world import make_world


def test_a_world_that_was_kept_is_taken_with_the_project_as_it_is_now(tmp_path: Path) -> None:
    (tmp_path / "world.json").write_text(json.dumps({"parties": 2, "rows": 10, "contract": "wildlife"}))
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "old").touch()

    world = make_world(tmp_path, parties=2, rows=10)

    assert world.workspace == tmp_path / "workspace"
    assert sorted(path.name for path in world.project.iterdir()) == ["params", "reports", "requirements.lock"]
    assert (world.project / "params" / "products" / "reference.yaml").is_file()


def test_another_world_is_not_measured_for_this_one(tmp_path: Path) -> None:
    (tmp_path / "world.json").write_text(json.dumps({"parties": 2, "rows": 10, "contract": "wildlife"}))
    wanted = f"{tmp_path} must hold a world of {{'parties': 3, 'rows': 10, 'contract': 'wildlife'}}, got "
    with pytest.raises(RuntimeError, match=f"^{re.escape(wanted)}"):
        make_world(tmp_path, parties=3, rows=10)
