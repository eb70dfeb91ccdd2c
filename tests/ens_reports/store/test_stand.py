from collections.abc import Callable
from pathlib import Path

import pytest

from ens_reports.store import Store
from ens_reports.store.stand import stand

Send = Callable[..., int]


def test_each_act_moves_it_and_a_reading_does_not(store: Store, send: Send, tmp_path: Path) -> None:
    send("KEN-1", "a")
    first = stand(tmp_path)
    assert store.submissions()
    assert stand(tmp_path) == first == f"[(1, '{store.head().digest}')]"
    store.log("view.made", "x")
    assert stand(tmp_path) == f"[(2, '{store.head().digest}')]"


def test_where_no_ledger_answers_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert stand(tmp_path) == ""
    monkeypatch.setenv("ENS_LEDGER_URL", "postgresql+psycopg://ens@127.0.0.1:1/ens")
    assert stand(tmp_path) == ""


def test_a_url_may_name_the_driver(store: Store, send: Send, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    send("KEN-1", "a")
    monkeypatch.setenv("ENS_LEDGER_URL", url.replace("postgresql:", "postgresql+psycopg:"))
    assert stand(tmp_path) == f"[(1, '{store.head().digest}')]"
