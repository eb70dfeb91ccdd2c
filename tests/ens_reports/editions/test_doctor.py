from pathlib import Path

import small

from ens_reports import answers, pipeline
from ens_reports.pipeline import EXAMPLE_KEY, Run


def opened(folder: Path) -> Run:
    return small.open_run(folder / "project", folder / "workspace")


def test_the_example_key_is_noticed_and_ones_own_is_not(tmp_path: Path) -> None:
    project = small.make_project(tmp_path / "project")
    found = pipeline.examine(opened(tmp_path))

    assert found.notices == (EXAMPLE_KEY,)
    assert f"note: {EXAMPLE_KEY}" in answers.of_doctor(found).lines
    assert found.exit_code == 0

    (project / "params" / "pseudonyms.key").write_text("ab" * 32)
    assert pipeline.examine(opened(tmp_path)).notices == ()
