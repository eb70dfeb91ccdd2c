import os
import pwd
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select, text

from ens_reports.store import Store, schema

Send = Callable[..., int]


def test_readers_do_not_wait_for_a_writer(store: Store, send: Send, tmp_path: Path) -> None:
    send("KEN-1", "a")
    with store._access.writing(), store._access.changing() as connection:
        connection.execute(text("update submissions set mapping = 'x'"))
        assert [row.mapping for row in Store(tmp_path).submissions()] == [""]


def test_a_writer_does_not_wait_for_readers(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    with store._access.reading() as connection:
        assert connection.execute(text("select count(*) from submissions")).scalar_one() == 1
        assert send("KEN-2", "b") == 2
        assert connection.execute(text("select count(*) from submissions")).scalar_one() == 1


def test_what_is_changed_is_undone_by_an_error(store: Store, send: Send) -> None:
    send("KEN-1", "a")

    def end_midway() -> None:
        with store._access.writing(), store._access.changing() as connection:
            connection.execute(text("update submissions set mapping = 'x'"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        end_midway()
    assert [row.mapping for row in store.submissions()] == [""]


def test_an_act_is_logged_under_its_actor_and_the_time_and_takes_the_next_number(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    with store._access.writing(), store._access.changing() as connection:
        assert store._access.number(connection, "submission", "KEN-2", day=date(2026, 1, 21)) == 2
        store._access.log(connection, "submission.accepted", "KEN-2", rows=1)
    with store._access.reading() as connection:
        row = connection.execute(text("select at, actor, subject from audit order by id desc limit 1")).one()
    assert tuple(row) == ("2026-01-20T08:00:00+00:00", "tester", "KEN-2")


def test_the_one_right_to_write_says_who_holds_it(store: Store) -> None:
    with store._access.writing():
        assert (store.folder / "writer.txt").read_text(encoding="utf-8") == f"tester (process {os.getpid()})"
    assert not (store.folder / "writer.txt").exists()


def test_the_log_names_the_account_by_the_system_s_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "someone else")
    monkeypatch.setenv("LOGNAME", "someone else")
    name = pwd.getpwuid(os.getuid()).pw_name
    store = Store(tmp_path)
    store.log("view.made", "a series")
    with store._access.reading() as connection:
        assert connection.execute(select(schema.audit.c.actor)).scalars().all()[-1] == name
