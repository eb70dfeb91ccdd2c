from pathlib import Path

import pytest
from pydantic import Field

from ens_reports.errors import RequestError
from ens_reports.params.strict import Setting, parse, read, suggestion


class Inner(Setting):
    """A setting in a setting."""

    threshold: int = Field(default=5, ge=1)


class Outer(Setting):
    """A setting."""

    name: str
    inner: Inner = Inner()


def _write(folder: Path, text: str) -> Path:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_becomes_a_frozen_value(tmp_path: Path) -> None:
    assert read(_write(tmp_path, "name: a\ninner: {threshold: 3}\n"), Outer) == Outer(name="a", inner=Inner(threshold=3))


def test_an_unknown_key_is_an_error_that_offers_the_similar_one(tmp_path: Path) -> None:
    path = _write(tmp_path, "name: a\ninner: {treshold: 3}\n")
    with pytest.raises(RequestError) as caught:
        read(path, Outer)
    assert caught.value.message == f"{path}: inner.treshold must be a known key, got 'treshold'"
    assert caught.value.hint == "did you mean 'threshold'?"


def test_a_missing_key_is_another_error(tmp_path: Path) -> None:
    path = _write(tmp_path, "inner: {}\n")
    with pytest.raises(RequestError) as caught:
        read(path, Outer)
    assert caught.value.message == f"{path}: name must be given, got nothing"
    assert caught.value.hint == "add name"


def test_an_ill_typed_value_is_a_third_error(tmp_path: Path) -> None:
    path = _write(tmp_path, "name: a\ninner: {threshold: 0}\n")
    with pytest.raises(RequestError) as caught:
        read(path, Outer)
    assert caught.value.message == f"{path}: inner.threshold must be valid, got 0: Input should be greater than or equal to 1"


def test_a_key_that_stands_twice_is_an_error(tmp_path: Path) -> None:
    """YAML itself would take the second and say nothing."""
    path = _write(tmp_path, "name: a\ninner:\n  threshold: 3\n  threshold: 50\n")
    with pytest.raises(RequestError) as caught:
        read(path, Outer)
    assert caught.value.message == f"{path} must be YAML, got: the key 'threshold' stands twice (line 3)"


def test_broken_yaml_names_its_line(tmp_path: Path) -> None:
    path = _write(tmp_path, "name: a\ninner: {\n")
    with pytest.raises(RequestError) as caught:
        read(path, Outer)
    assert caught.value.message.startswith(f"{path} must be YAML, got: ")
    assert caught.value.message.endswith("(line 3)")


def test_a_missing_file_is_a_request_error(tmp_path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        read(tmp_path / "x.yaml", Outer)
    assert caught.value.message == f"{tmp_path / 'x.yaml'} must be a file, got none"


def test_an_empty_file_has_no_keys(tmp_path: Path) -> None:
    assert read(_write(tmp_path, ""), Inner) == Inner()


def test_a_list_where_keys_must_be_is_an_error() -> None:
    with pytest.raises(RequestError) as caught:
        parse([1], Inner, source="x")
    assert caught.value.message.startswith("x: the file must be valid, got [1]: ")


def test_layout_does_not_move_the_digest() -> None:
    one = parse({"name": "a", "inner": {"threshold": 5}}, Outer, source="x")
    assert one.digest == Outer(name="a").digest
    assert one.digest != Outer(name="b").digest


@pytest.mark.parametrize(
    ("name", "known", "hint"),
    [
        ("wildlif", ["wildlife", "mining"], "did you mean 'wildlife'?"),
        ("zzz", ["wildlife", "mining"], "known are mining, wildlife"),
        ("zzz", [], "there are none yet"),
    ],
)
def test_suggestions(name: str, known: list[str], hint: str) -> None:
    assert suggestion(name, known) == hint
