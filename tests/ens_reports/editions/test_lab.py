import json
import shutil
from pathlib import Path

import pytest
import small

from ens_reports.editions import lab
from ens_reports.params import load
from ens_reports.report.view import open_view


def test_the_example_view_is_that_of_the_notebooks_own_parameters(tmp_path: Path) -> None:
    """So that the notebook opens and runs in JupyterLab as it is."""
    root = small.make_project(tmp_path / "project")
    example = root / lab.EXAMPLES / "KEN"
    example.mkdir(parents=True)
    for name in ("kenya_forestry_2021-2025.tsv", "kenya_forestry_2021-2025.tsv.cover.yaml"):
        shutil.copy(small.REPOSITORY / lab.EXAMPLES / "KEN" / name, example)

    (folder,) = lab.write_views(load(root))

    view = open_view(folder, recipient="KEN", language="en")
    assert folder == root / "reports" / "view"
    assert view.facts.product == "small-picture"
    assert json.loads((folder / "view.json").read_text())["parameters"] == {"top": 3}
    assert len(view.incidents) > 0


def test_the_command_says_where_the_views_are(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = small.make_project(tmp_path / "project")
    example = root / lab.EXAMPLES / "KEN"
    example.mkdir(parents=True)
    (example / "incidents.csv").write_text("incident_id,incident_date,reporting_country,crime_area\nA,2025-03-01,KEN,wildlife\n")
    monkeypatch.chdir(root)

    lab.main()

    assert capsys.readouterr().out == f"example view: {root / 'reports' / 'view'}\n"
