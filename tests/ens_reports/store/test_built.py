import sqlite3
from collections.abc import Callable

import pytest
from plain import edition
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from ens_reports.store import Store

Send = Callable[..., int]


def test_editions_are_found_by_what_they_are_and_by_what_they_used(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.editions.register(edition("e1"))
    store.editions.register(edition("e2", language="fr", inputs=()))
    assert store.editions.find() == (edition("e1"), edition("e2", language="fr", inputs=()))
    assert [found.id for found in store.editions.find(language="fr")] == ["e2"]
    assert [found.id for found in store.editions.using("KEN-1")] == ["e1"]


def test_an_edition_built_again_has_one_row(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    store.editions.register(edition("e1"))
    store.editions.register(edition("e1", pages=11))
    assert store.editions.find() == (edition("e1", pages=11),)


def test_an_edition_cannot_use_what_never_arrived(store: Store) -> None:
    with pytest.raises(IntegrityError, match=r"(?i)foreign key constraint"):
        store.editions.register(edition("e1"))


def test_editions_of_one_second_come_in_the_order_of_their_numbers(store: Store, send: Send) -> None:
    send("KEN-1", "a")
    for name, number in (("e-b", 1), ("e-a", 2)):
        store.editions.register(edition(name, number=number, built_at="2026-01-20T08:00:00+00:00"))
    assert [found.id for found in store.editions.find()] == ["e-b", "e-a"]


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_editions_are_found_however_many_there_are(store: Store, send: Send) -> None:
    """A database takes only so many values with a question."""
    send("KEN-1", "a")
    made = tuple(edition(f"e{number}") for number in range(4))
    for one in made:
        store.editions.register(one)
    engine = store._access.engine
    engine.dispose()
    event.listen(engine, "connect", lambda connection, _: connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 3))
    assert store.editions.find() == made
