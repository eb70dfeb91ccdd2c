from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, delete, select, update

from ens_reports.store import audit, schema


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as connection:
        schema.migrate(connection)
        for number in range(1, 4):
            audit.append(connection, audit.Entry(at="2026", actor="a", action="x", subject=f"s{number}", details={"rows": number}))
        yield connection


def test_a_log_that_nobody_touched_is_whole(connection: Connection) -> None:
    assert audit.broken_at(connection) is None
    assert not audit.lacks_its_end(connection)
    assert (audit.head(connection).entries, len(audit.head(connection).digest)) == (3, 64)


def test_an_altered_entry_is_found(connection: Connection) -> None:
    connection.execute(update(schema.audit).where(schema.audit.c.id == 2).values(actor="b"))
    assert audit.broken_at(connection) == 2


def test_a_removed_entry_is_found_at_the_one_after_it(connection: Connection) -> None:
    connection.execute(delete(schema.audit).where(schema.audit.c.id == 2))
    assert audit.broken_at(connection) == 3


def test_an_entry_whose_digest_was_made_to_fit_is_found_by_the_next(connection: Connection) -> None:
    connection.execute(update(schema.audit).where(schema.audit.c.id == 1).values(digest="0" * 64))
    assert audit.broken_at(connection) == 1
    connection.execute(update(schema.audit).where(schema.audit.c.id == 2).values(previous="1"))
    assert audit.broken_at(connection) == 1


def test_a_removed_tail_is_found_and_nothing_that_comes_later_hides_it(connection: Connection) -> None:
    connection.execute(delete(schema.audit).where(schema.audit.c.id == 3))
    assert (audit.broken_at(connection), audit.lacks_its_end(connection)) == (None, True)
    audit.append(connection, audit.Entry(at="2026", actor="a", action="x", subject="s4", details={}))
    assert audit.broken_at(connection) == 4


def test_an_emptied_log_is_found(connection: Connection) -> None:
    connection.execute(delete(schema.audit))
    assert (audit.broken_at(connection), audit.lacks_its_end(connection)) == (None, True)


def test_an_end_that_was_made_to_fit_contradicts_what_an_edition_knows(connection: Connection) -> None:
    known = audit.head(connection)
    assert not audit.contradicts(connection, known)
    assert not audit.contradicts(connection, audit.Head())
    connection.execute(delete(schema.audit).where(schema.audit.c.id == 3))
    last = connection.execute(select(schema.audit.c.digest).where(schema.audit.c.id == 2)).scalar_one()
    connection.execute(update(schema.audit_ends).values(entries=2, digest=last))
    assert not audit.lacks_its_end(connection)
    assert audit.contradicts(connection, known)
