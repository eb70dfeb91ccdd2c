"""Which workspace belongs to which ledger: the wrong pair would sweep away files of records."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pg_server import Server

from ens_reports.errors import RequestError
from ens_reports.store import Counts, Cover, Store, Submission

Send = Callable[..., int]
on_server = pytest.mark.parametrize("kind", ["postgres"], indirect=True)


@on_server
def test_a_workspace_on_a_server_does_not_begin_a_ledger_of_its_own(
    store: Store, send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send("KEN-1", "a")
    monkeypatch.delenv("ENS_LEDGER_URL")
    with pytest.raises(RequestError) as caught:
        Store(tmp_path)
    assert caught.value.message == "ENS_LEDGER_URL must say where the ledger of this workspace is, got none"
    assert not (tmp_path / "store" / "ledger.sqlite").exists()
    assert len(list((store.folder / "records").iterdir())) == 1


@on_server
def test_a_workspace_of_another_ledger_is_refused(send: Send, tmp_path: Path, url: str, postgres: Server) -> None:
    send("KEN-1", "a")
    with pytest.raises(RequestError, match=r"must be that of this workspace, got another one's$"):
        Store(tmp_path / "second")
    with pytest.raises(RequestError, match=r"must know what this workspace holds, got an empty one$"):
        Store(tmp_path, url=postgres.new())
    assert Store(tmp_path, url=url).problems() == ()


@on_server
def test_the_name_of_the_ledger_is_kept_without_its_password(store: Store, url: str) -> None:
    name, where, end = (store.folder / "ledger.txt").read_text(encoding="utf-8").split("\n")
    assert (len(name), end) == (32, "")
    assert where == url.partition("?")[0].replace(":Quetzal%3Aco%40tlus", "")


def test_a_workspace_whose_own_ledger_holds_acts_keeps_it(tmp_path: Path, postgres: Server) -> None:
    """Also where there is no file of records: a nil return must not be forgotten."""
    counts = Counts(read=0, accepted=0, rejected=0, duplicate=0)
    nothing = Submission(
        id="KEN-1", party="KEN", contract="wildlife", contract_version=1, file_name="a.csv", sha256="0", received_on=date(2026, 1, 20),
        cover=Cover(nil_return=("wildlife",)), counts=counts,
    )  # fmt: skip
    Store(tmp_path, url="").commit(nothing, pd.DataFrame(), pd.DataFrame())
    with pytest.raises(RequestError, match=r"got an empty one$"):
        Store(tmp_path, url=postgres.new())
    assert not (tmp_path / "store" / "ledger.txt").exists()


def test_a_workspace_in_which_nothing_was_done_can_be_given_a_server(tmp_path: Path, postgres: Server) -> None:
    assert Store(tmp_path, url="").submissions() == ()
    assert Store(tmp_path, url=postgres.new()).submissions() == ()


def test_a_ledger_that_was_not_finished_is_made_at_the_next_try(tmp_path: Path, postgres: Server) -> None:
    url = postgres.new()
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "ledger.txt").write_text("0123\nsomewhere\n")
    assert Store(tmp_path, url=url).problems() == ()
    assert Store(tmp_path, url=url).problems() == ()


def test_a_database_in_another_encoding_is_refused(tmp_path: Path, postgres: Server) -> None:
    postgres.do("create database latin encoding 'LATIN1' template template0 locale 'C'")
    with pytest.raises(RequestError, match=r"/latin must be in UTF8, got LATIN1$"):
        Store(tmp_path, url=postgres.url().replace("/postgres", "/latin"))
