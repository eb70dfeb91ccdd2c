import io
from pathlib import Path

import pytest
from babel.support import Translations

from ens_reports.locales import compiled as module
from ens_reports.locales.compiled import compiled

CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Yes"\nmsgstr "{}"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "files", {"ens_reports.locales": tmp_path}.__getitem__)
    (tmp_path / "fr.po").write_text(CATALOGUE.format("Oui"), encoding="utf-8")
    return tmp_path


def _yes() -> str:
    return str(Translations(io.BytesIO(compiled("fr"))).ugettext("Yes"))


def test_a_catalogue_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _yes() == "Oui"
    monkeypatch.delattr(module, "_compile")
    assert _yes() == "Oui"
    assert [path.name for path in (folder / "__pycache__").iterdir()] == ["fr.mo"]


def test_a_catalogue_that_changed_is_compiled_again(folder: Path) -> None:
    assert _yes() == "Oui"
    (folder / "fr.po").write_text(CATALOGUE.format("Si"), encoding="utf-8")
    assert _yes() == "Si"
    assert _yes() == "Si"


@pytest.mark.parametrize("found", [b"", b"\0" * 40, b"mo"])
def test_what_is_kept_and_is_not_of_this_catalogue_does_not_count(folder: Path, found: bytes) -> None:
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "fr.mo").write_bytes(found)
    assert _yes() == "Oui"


def test_where_nothing_can_be_kept_it_is_compiled_each_time(folder: Path) -> None:
    (folder / "__pycache__").write_text("a file", encoding="utf-8")
    assert _yes() == "Oui"
