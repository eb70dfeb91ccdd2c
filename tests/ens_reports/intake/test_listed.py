from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from ens_reports.intake.listed import listed

FILES = ["code_words.yaml", "cover.yaml", "currencies.yaml", "headers.yaml", "signs.yaml", "words.yaml"]


@pytest.mark.parametrize("name", FILES)
def test_the_fast_parser_reads_what_the_plain_one_does(name: str) -> None:
    plain = yaml.safe_load(files("ens_reports.intake").joinpath(name).read_text(encoding="utf-8"))
    found = listed("ens_reports.intake", name)
    assert found == plain
    assert list(found) == list(plain)


def test_every_file_of_words_is_among_these() -> None:
    assert sorted(item.name for item in files("ens_reports.intake").iterdir() if item.name.endswith(".yaml")) == FILES


def test_a_file_with_anything_but_plain_values_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.yaml").write_text("a: !!python/object/apply:os.getcwd []\n", encoding="utf-8")
    monkeypatch.setattr("ens_reports.intake.listed.files", {"x": tmp_path}.__getitem__)
    with pytest.raises(yaml.constructor.ConstructorError):
        listed("x", "bad.yaml")
