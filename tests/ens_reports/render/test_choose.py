from pathlib import Path

import pytest

from ens_reports.errors import RequestError
from ens_reports.render.choose import choose


@pytest.fixture(autouse=True)
def quarto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A capable Quarto; a test may overwrite it."""
    path = tmp_path / "quarto"
    path.write_text("#!/bin/sh\necho 1.7.34\n")
    path.chmod(0o755)
    monkeypatch.setenv("QUARTO_PATH", str(path))
    return path


def test_auto_takes_a_capable_quarto() -> None:
    assert "quarto" == choose("auto").name


def test_auto_takes_the_wheels_where_quarto_is_too_old(quarto: Path) -> None:
    quarto.write_text("#!/bin/sh\necho 1.3.1\n")

    assert "embedded" == choose("auto").name


def test_auto_takes_the_wheels_where_quarto_is_missing(quarto: Path) -> None:
    quarto.unlink()

    assert "embedded" == choose("auto").name


@pytest.mark.parametrize("kept", ["quarto", "embedded"])
def test_auto_keeps_to_what_the_workspace_was_rendered_with(quarto: Path, kept: str) -> None:
    """Otherwise installing Quarto would rebuild every edition, and removing it would change them unseen."""
    quarto.write_text("#!/bin/sh\nexit 1\n")

    assert kept == choose("auto", kept=kept).name


@pytest.mark.parametrize("name", ["quarto", "embedded"])
def test_a_name_wins_over_what_was_kept(name: str) -> None:
    assert name == choose(name, kept="embedded" if name == "quarto" else "quarto").name


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(RequestError) as caught:
        choose("latex")

    assert "renderer must be one of auto, quarto, embedded, got 'latex'" == caught.value.message
