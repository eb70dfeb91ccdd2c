from collections.abc import Callable
from datetime import date
from pathlib import Path

from plain import edition
from sqlalchemy import Engine, text

from ens_reports.store import Store, ledger

Send = Callable[..., int]


def test_each_act_is_in_the_log_with_its_actor(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.editions.register(edition("e1"))
    store.deletions.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    with store._access.reading() as connection:
        rows = connection.execute(text("select at, actor, action, subject from audit order by id")).all()
    assert [tuple(row) for row in rows] == [
        ("2026-01-20T08:00:00+00:00", "tester", "submission.accepted", "KEN-1"),
        ("2026-01-20T08:00:00+00:00", "tester", "edition.built", "e1"),
        ("2026-01-20T08:00:00+00:00", "tester", "submission.withdrawn", "KEN-1"),
    ]


def test_a_new_ledger_is_not_current_until_it_is_prepared(engine: Engine, tmp_path: Path) -> None:
    assert not ledger.is_current(engine)
    with ledger.changing(engine, None) as connection:
        ledger.prepare(connection, tmp_path)
    assert ledger.is_current(engine)
