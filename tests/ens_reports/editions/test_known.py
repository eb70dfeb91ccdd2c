from pathlib import Path

import pytest

from ens_reports.editions.known import Found, Known, Years
from ens_reports.params import Period

YEARS = Years(period=Period(first_year=2024, last_year=2025, history_from=2021), moved=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "known.json"


def test_what_is_told_is_known_in_the_next_run(path: Path) -> None:
    known = Known(path)
    assert (known.years("a"), known.found("b")) == (None, None)
    known.tell_years("a", YEARS)
    known.tell("b", Found(key="k", incidents=3))
    known.save()
    again = Known(path)
    assert (again.years("a"), again.found("b"), again.found("c")) == (YEARS, Found(key="k", incidents=3), None)


def test_what_nobody_asks_for_is_forgotten(path: Path) -> None:
    known = Known(path)
    known.tell("a", Found(key="k", incidents=0))
    known.tell("b", Found(key="l", incidents=0))
    known.save()
    second = Known(path)
    assert second.found("a") is not None
    second.save()
    assert (Known(path).found("a"), Known(path).found("b")) == (Found(key="k", incidents=0), None)


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff", b'{"found": {"a": 1}}'])
def test_a_damaged_file_tells_nothing(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    known = Known(path)
    assert known.found("a") is None
    known.tell("a", Found(key="k", incidents=0))
    known.save()
    assert Known(path).found("a") == Found(key="k", incidents=0)
