from pathlib import Path

import pytest

from ens_reports.editions.known import Found, Known, Years
from ens_reports.params import Period

YEARS = Years(basis="a", period=Period(first_year=2024, last_year=2025, history_from=2021), moved=True)
FOUND = Found(basis="b", key="k", incidents=3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "known.json"


def test_what_is_told_is_known_in_the_next_run_and_the_one_after(path: Path) -> None:
    """Whether or not somebody asks for it meanwhile: a run can be of one edition alone."""
    known = Known(path)
    assert (known.years("x", "a"), known.found("y", "b")) == (None, None)
    known.tell("x", YEARS)
    known.tell("y", FOUND)
    known.save()
    between = Known(path)
    between.tell("z", FOUND)
    between.save()
    again = Known(path)
    assert (again.years("x", "a"), again.found("y", "b"), again.found("z", "b")) == (YEARS, FOUND, FOUND)


def test_what_depends_on_something_else_now_is_not_known(path: Path) -> None:
    known = Known(path)
    known.tell("x", YEARS)
    known.tell("y", FOUND)
    assert (known.years("x", "c"), known.found("y", "c"), known.years("y", "a"), known.found("x", "b")) == (None,) * 4


def test_of_each_name_the_last_is_kept(path: Path) -> None:
    known = Known(path)
    known.tell("y", FOUND)
    known.tell("y", FOUND.model_copy(update={"basis": "c"}))
    assert (known.found("y", "b"), known.found("y", "c") is not None) == (None, True)


def test_a_run_that_finds_nothing_writes_nothing(path: Path) -> None:
    Known(path).save()
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff", b'{"found": {"a": 1}}'])
def test_a_damaged_file_tells_nothing(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    known = Known(path)
    assert known.found("y", "b") is None
    known.tell("y", FOUND)
    known.save()
    assert Known(path).found("y", "b") == FOUND
