from pathlib import Path

import pytest
import yaml

import ens_reports.intake
from ens_reports.intake.values.listed import listed

ROOT = Path(ens_reports.intake.__file__).parent
FILES = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.yaml"))


def test_there_are_files_of_words() -> None:
    assert "columns/code_words.yaml" in FILES


@pytest.mark.parametrize("name", FILES)
def test_the_fast_parser_reads_what_the_plain_one_does(name: str) -> None:
    folder, file = name.split("/")
    plain = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    found = listed(f"ens_reports.intake.{folder}", file)
    assert found == plain
    assert list(found) == list(plain)


def test_a_file_with_anything_but_plain_values_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.yaml").write_text("a: !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    monkeypatch.setattr("ens_reports.intake.values.listed.files", {"x": tmp_path}.__getitem__)
    with pytest.raises(yaml.constructor.ConstructorError):
        listed("x", "bad.yaml")
