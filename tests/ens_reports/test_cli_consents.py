from pathlib import Path

import pytest

from ens_reports import cli, terminal


@pytest.mark.parametrize("option", ["--from", "--until"])
def test_a_day_is_written_in_one_way(option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["consent", "add", "KEN", "--to", "UGA", "--by", "Duty desk", option, "1/2/2026", "--workspace", str(tmp_path)]
    assert terminal.run(cli.app, asked) == 2
    assert capsys.readouterr().err == "a day must be written as 2025-12-31, got '1/2/2026'\nhint: year, month, day\n"
