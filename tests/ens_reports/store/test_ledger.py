from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import text

from ens_reports.store import EditionInput, EditionRow, Store, ledger

Make = Callable[..., pd.DataFrame]
Send = Callable[..., int]


def _edition(name: str, **changes: object) -> EditionRow:
    plain: dict[str, object] = {
        "id": name, "product": "cta", "level": "strategic", "recipient": "KEN", "language": "en", "period": "2024-2025", "reference": "R",
        "number": 1, "key": "k", "as_of": 1, "marking": "M", "manifest": "0", "pages": 10, "seconds": 1.5, "built_at": name,
        "inputs": (EditionInput(submission="KEN-1", sha256="KEN-1", rows=2),),
    }  # fmt: skip
    return EditionRow(**{**plain, **changes})  # type: ignore[arg-type]


def test_editions_are_found_by_what_they_are_and_by_what_they_used(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.editions.register(_edition("e1"))
    store.editions.register(_edition("e2", language="fr", inputs=()))
    assert store.editions.find() == (_edition("e1"), _edition("e2", language="fr", inputs=()))
    assert [edition.id for edition in store.editions.find(language="fr")] == ["e2"]
    assert [edition.id for edition in store.editions.using("KEN-1")] == ["e1"]


def test_an_edition_built_again_has_one_row(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.editions.register(_edition("e1"))
    store.editions.register(_edition("e1", pages=11))
    assert store.editions.find() == (_edition("e1", pages=11),)


def test_an_edition_cannot_use_what_never_arrived(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY constraint failed"):
        store.editions.register(_edition("e1"))


def test_each_act_is_in_the_log_with_its_actor(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.editions.register(_edition("e1"))
    store.withdraw("KEN-1", reason="r", at=date(2026, 2, 1))
    with store._access.reading() as connection:
        rows = connection.execute(text("select at, actor, action, subject from audit order by id")).all()
    assert [tuple(row) for row in rows] == [
        ("2026-01-20T08:00:00+00:00", "tester", "submission.accepted", "KEN-1"),
        ("2026-01-20T08:00:00+00:00", "tester", "edition.built", "e1"),
        ("2026-01-20T08:00:00+00:00", "tester", "submission.withdrawn", "KEN-1"),
    ]


def test_readers_do_not_wait_for_a_writer(store: Store, send: Send, tmp_path: Path) -> None:
    send("KEN-1", "a")
    with store._access.writing(), store._access.changing() as connection:
        connection.execute(text("update submissions set mapping = 'x'"))
        assert [row.mapping for row in Store(tmp_path).submissions()] == [""]


def test_a_new_ledger_is_not_current_until_it_is_prepared(tmp_path: Path) -> None:
    engine = ledger.connect(f"sqlite:///{tmp_path / 'l.sqlite'}")
    assert not ledger.is_current(engine)
    ledger.prepare(engine)
    assert ledger.is_current(engine)
    engine.dispose()


def test_a_writer_does_not_wait_for_readers(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    with store._access.reading() as connection:
        assert connection.execute(text("select count(*) from submissions")).scalar_one() == 1
        assert send("KEN-2", "b") == 2
        assert connection.execute(text("select count(*) from submissions")).scalar_one() == 1


def test_editions_of_one_second_come_in_the_order_of_their_numbers(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    for name, number in (("e-b", 1), ("e-a", 2)):
        store.editions.register(_edition(name, number=number, built_at="2026-01-20T08:00:00+00:00"))
    assert [edition.id for edition in store.editions.find()] == ["e-b", "e-a"]
