import multiprocessing
import os
import platform
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pg_server import PASSWORD, Server
from sqlalchemy import text

from ens_reports.errors import EnsError, RequestError, ToolError
from ens_reports.store import Store, Submission, audit, server

Send = Callable[..., int]
NOWHERE = "postgresql://ens:Quetzal@127.0.0.1:1/ens?sslpassword=coatlus"
on_server = pytest.mark.parametrize("kind", ["postgres"], indirect=True)


def end_sessions(postgres: Server, name: str = "%") -> None:
    """End the sessions of others that go by such a name."""
    postgres.do(
        "select pg_terminate_backend(pid) from pg_stat_activity"  # noqa: S608 - a name of ours
        f" where pid <> pg_backend_pid() and backend_type = 'client backend' and application_name like '{name}'"
    )


@pytest.mark.parametrize("wrong", ["mysql://ens:Quetzal@db/ens", "postgresql://ens:a/b@c:Quetzal@db/ens", "Quetzal", "sqlite:////Quetzal"])
def test_what_is_no_url_of_a_server_is_not_repeated(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(RequestError) as caught:
        Store(tmp_path, url=wrong)
    assert caught.value.message == "ENS_LEDGER_URL must be like postgresql://USER@HOST/DATABASE, got something else"
    assert "Quetzal" not in "".join(traceback.format_exception(caught.value))


def test_a_server_that_is_not_there_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(ToolError) as caught:
        Store(tmp_path, url=NOWHERE)
    assert caught.value.message.startswith("the ledger at postgresql://ens@127.0.0.1:1/ens must answer, got: connection failed: ")
    assert "uetzal" not in "".join(traceback.format_exception(caught.value))


def test_a_wrong_password_is_told_without_it(tmp_path: Path, postgres: Server) -> None:
    url = postgres.url(password="Xylophone")  # noqa: S106 - a wrong one
    with pytest.raises(ToolError, match=r"password authentication failed for user \"ens\"$") as caught:
        Store(tmp_path, url=url)
    assert "Xylophone" not in "".join(traceback.format_exception(caught.value))


def test_a_missing_privilege_is_the_servers_affair(tmp_path: Path, postgres: Server) -> None:
    postgres.do(f"create role reader login password '{PASSWORD}'")
    with pytest.raises(ToolError, match=r"got: permission denied for schema public$"):
        Store(tmp_path, url=postgres.url().replace("//ens:", "//reader:"))
    with pytest.raises(ToolError, match=r"got: no schema has been selected to create in$"):
        Store(tmp_path, url=postgres.url(options="-csearch_path=nowhere"))


def test_a_missing_driver_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ToolError) as caught:
        Store(tmp_path, url=NOWHERE)
    assert (caught.value.message, caught.value.hint) == (
        "psycopg must be installed where ENS_LEDGER_URL is set, got none",
        "pip install 'ens-reports[postgres]', or leave it blank",
    )


@on_server
def test_one_writer_at_a_time_on_all_machines(store: Store, send: Send, url: str) -> None:
    """Two machines share no lock of a file: only the server's is left between them."""
    other = server.connect(url)
    with store._access.writing():
        with (
            pytest.raises(ToolError) as caught,
            server.holding(other, "writer", holder="the other", wait_s=0.05),
        ):
            pass
        with server.holding(other, "intake", holder="the other", wait_s=0.05):
            pass
    assert caught.value.message == (
        "the ledger must be free for writing within 0.05 s, "
        f"got a lock held by {f'tester (process {os.getpid()} on {platform.node()})'[:63]}"
    )
    with (
        server.holding(other, "writer", holder="the other", wait_s=0.05),
        pytest.raises(ToolError, match=r"held by the other$"),
        store._access.writing(wait_s=0.05),
    ):
        pass
    assert send("KEN-1", "a") == 1
    other.dispose()


@on_server
def test_machines_that_share_no_lock_of_a_file_lose_nothing(
    store: Store, url: str, tmp_path: Path, submission: Callable[..., Submission], records: Callable[..., pd.DataFrame]
) -> None:
    """As where a shared folder knows no locks: each of them has a folder of its own for its locks, and the same files of records."""

    def machine(number: int) -> Path:
        own = tmp_path / f"machine-{number}" / "store"
        own.mkdir(parents=True)
        for name in ("ledger.txt", "records", "quarantine"):
            (own / name).symlink_to(store.folder / name)
        return own.parent

    def write(place: Path, number: int) -> None:
        for count in range(4):
            Store(place, url=url).commit(submission(f"KEN-{number}-{count}"), records(f"{number}-{count}"), pd.DataFrame())

    for kind in ("records", "quarantine"):
        (store.folder / kind).mkdir()
    with ThreadPoolExecutor(3) as machines:
        for done in [machines.submit(write, machine(number), number) for number in range(3)]:
            done.result()
    assert [row.seq for row in store.submissions()] == list(range(1, 13))
    assert len(store.snapshot().records) == 12
    assert store.problems() == ()


@on_server
def test_two_ledgers_of_one_database_do_not_wait_for_each_other(store: Store, postgres: Server, tmp_path: Path) -> None:
    second = Store(tmp_path / "second", url=postgres.new())
    held = text("select count(distinct objid) from pg_locks where locktype = 'advisory' and granted")
    with store._access.writing(wait_s=0.05), second._access.writing(wait_s=0.05), store._access.reading() as connection:
        assert connection.execute(held).scalar_one() == 2


@on_server
def test_what_is_changed_is_lost_with_the_right_to_write(store: Store, send: Send, postgres: Server) -> None:
    def lose() -> None:
        with store._access.writing(), store._access.changing() as connection:
            connection.execute(text("update audit set actor = 'x'"))
            end_sessions(postgres, "tester (process %")  # those that hold a right

    send("KEN-1", "a")
    with pytest.raises(ToolError, match=r"^the ledger at \S+ must answer, got: terminating connection due to administrator command$"):
        lose()
    assert store.problems() == ()


@on_server
def test_nothing_is_taken_in_once_the_right_to_it_is_lost(store: Store, send: Send, postgres: Server) -> None:
    """Another machine may hold it by then, and take in the same rows."""

    def lose() -> None:
        with store.taking_in():
            end_sessions(postgres)
            send("KEN-1", "a")

    with pytest.raises(ToolError, match=r"must answer, got: "):
        lose()
    assert store.submissions() == ()
    assert send("KEN-2", "b") == 1


@on_server
def test_a_store_works_on_after_the_server_was_started_anew(store: Store, send: Send, postgres: Server) -> None:
    send("KEN-1", "a")
    assert store.submissions()
    end_sessions(postgres)
    assert [row.id for row in store.submissions()] == ["KEN-1"]
    assert send("KEN-2", "b") == 2


@on_server
def test_numbers_have_no_gaps(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ArithmeticError

    for number in (1, 2):
        with monkeypatch.context() as patch:
            patch.setattr(audit, "append", fail)
            with pytest.raises(ArithmeticError):
                send("KEN-0", "a")
        assert send(f"KEN-{number}", "a") == number


@on_server
def test_a_reading_cannot_change_anything(store: Store) -> None:
    with store._access.reading() as connection, pytest.raises(Exception, match="read-only transaction"):
        connection.execute(text("delete from audit"))


def _read(store: Store, answer: "multiprocessing.queues.SimpleQueue[int]") -> None:
    with store._access.reading() as connection:
        answer.put(connection.execute(text("select pg_backend_pid()")).scalar_one())


@on_server
def test_a_child_has_connections_of_its_own(store: Store) -> None:
    context = multiprocessing.get_context("fork")
    answer: multiprocessing.queues.SimpleQueue[int] = context.SimpleQueue()
    with store._access.reading() as connection:
        ours = connection.execute(text("select pg_backend_pid()")).scalar_one()
    child = context.Process(target=_read, args=(store, answer))
    child.start()
    theirs = answer.get()
    child.join()
    with store._access.reading() as connection:
        assert connection.execute(text("select pg_backend_pid()")).scalar_one() == ours != theirs


@on_server
def test_deleted_rows_leave_no_dead_versions(store: Store, send: Send, url: str, postgres: Server) -> None:
    send("KEN-1", "a")
    store.deletions.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    schema = url.rpartition("%3D")[2]
    postgres.do("create extension if not exists pgstattuple")
    (found,) = postgres.do(f"select dead_tuple_count from pgstattuple('{schema}.submissions')")  # noqa: S608 - a name of ours
    assert found == (0,)


@on_server
def test_an_error_of_ours_stays_one(store: Store) -> None:
    with pytest.raises(Exception, match="does not exist") as caught, store._access.reading() as connection:
        connection.execute(text("select nothing from nowhere"))
    assert not isinstance(caught.value, EnsError)
