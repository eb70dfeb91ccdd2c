import threading
from pathlib import Path

import pytest

from ens_reports.errors import ToolError
from ens_reports.store.lock import writing


def test_a_second_writer_waits_and_then_learns_who_holds_the_lock(tmp_path: Path) -> None:
    first, second = writing(tmp_path, holder="the first (process 7)"), writing(tmp_path, holder="the second", wait_s=0.05)
    with first, pytest.raises(ToolError) as caught, second:
        pass
    assert caught.value.message == "the store must be free for writing within 0.05 s, got a lock held by the first (process 7)"


def test_the_refused_writer_does_not_take_the_holders_name_away(tmp_path: Path) -> None:
    with writing(tmp_path, holder="the first"):
        for _ in range(2):
            with pytest.raises(ToolError, match=r"held by the first$"), writing(tmp_path, holder="the second", wait_s=0.01):
                pass


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), writing(tmp_path, holder="one"):
        raise KeyError
    with writing(tmp_path, holder="two", wait_s=0.01):
        pass


def test_writers_follow_each_other(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def write(number: int) -> None:
        with writing(tmp_path, holder=str(number)):
            inside.append(number)
            most.append(len(inside))
            inside.remove(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 8


def test_a_holder_that_left_no_name_is_unknown(tmp_path: Path) -> None:
    """Between taking the lock and writing its name a holder has none."""
    first, second = writing(tmp_path, holder="the first"), writing(tmp_path, holder="the second", wait_s=0.01)
    with first:
        (tmp_path / "writer.txt").unlink()
        with pytest.raises(ToolError, match=r"held by someone unknown$"), second:
            pass
