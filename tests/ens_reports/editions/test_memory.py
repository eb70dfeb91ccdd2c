from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from ens_reports.editions import memory
from ens_reports.editions.memory import BASE, TIMES, Room, needed, room


@pytest.mark.parametrize(
    ("running", "more", "has"),
    [([], 900, True), ([40], 60, True), ([40], 61, False), ([40, 30], 30, True), ([40, 30], 31, False)],
    ids=["one alone always can", "what is left", "more than is left", "beside two", "too much beside two"],
)
def test_there_is_room_for_one_more(running: list[int], more: int, *, has: bool) -> None:
    assert Room(free=100, need=lambda job: job).has(running, more) is has  # type: ignore[arg-type,return-value]


def test_an_edition_needs_more_the_larger_its_view_is(tmp_path: Path) -> None:
    (tmp_path / "incidents.parquet").write_bytes(bytes(1000))
    (tmp_path / "view.json").write_bytes(bytes(24))
    assert needed(SimpleNamespace(view_folder=tmp_path)) == BASE + TIMES * 1024  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "left"),
    [({"memory.max": "3000\n", "memory.current": "1000\n"}, 2000), ({"memory.max": "max\n", "memory.current": "1"}, 9000), ({}, 9000)],
    ids=["of a container", "without a limit", "no container"],
)
def test_what_is_free_is_what_the_machine_and_the_container_leave(
    told: dict[str, str], left: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in told.items():
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(memory, "LIMITS", (tmp_path, memory.LIMITS[1]))
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=9000))
    assert room().free == left
