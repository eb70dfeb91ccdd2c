import sqlite3
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, insert, inspect, text

from ens_reports.errors import DamageError
from ens_reports.store import KeptFinding, Store, schema

DATA = Path(__file__).parent / "data"


def test_a_new_ledger_gets_all_tables_and_todays_version(engine: Engine) -> None:
    with engine.begin() as connection:
        assert schema.current(connection) == 0
        schema.migrate(connection)
        assert schema.current(connection) == schema.VERSION
        assert set(inspect(connection).get_table_names()) >= set(schema.METADATA.tables)


def test_an_older_ledger_is_brought_up_step_by_step(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with engine.begin() as connection:
        schema.migrate(connection)
    last = schema.VERSION
    steps = {
        last + 1: ("create table extra (a integer)",),
        last + 2: ("alter table extra add column b integer", "insert into extra values (1, 2)"),
    }
    monkeypatch.setattr(schema, "VERSION", last + 2)
    monkeypatch.setattr(schema, "STEPS", steps)
    with engine.begin() as connection:
        schema.migrate(connection)
        schema.migrate(connection)
        assert schema.current(connection) == last + 2
        assert connection.execute(text("select a, b from extra")).all() == [(1, 2)]


def test_a_newer_ledger_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        schema.migrate(connection)
        connection.execute(insert(schema.schema_versions).values(version=99))
        with pytest.raises(DamageError) as caught:
            schema.migrate(connection)
    assert caught.value.message == f"the ledger must be of schema version {schema.VERSION} at most, got 99"


def test_every_version_after_the_first_has_its_step() -> None:
    assert set(schema.STEPS) == set(range(2, schema.VERSION + 1))


def shape(connection: Connection) -> dict[str, object]:
    """Tables with their columns, keys and indexes."""
    found = inspect(connection)
    return {
        name: (
            [(item["name"], str(item["type"]), item["nullable"]) for item in found.get_columns(name)],
            found.get_pk_constraint(name)["constrained_columns"],
            sorted((item["constrained_columns"], item["referred_table"]) for item in found.get_foreign_keys(name)),
            [(item["name"], item["column_names"]) for item in found.get_indexes(name)],
        )
        for name in sorted(found.get_table_names())
    }


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_a_ledger_of_version_1_becomes_one_of_today(tmp_path: Path, engine: Engine) -> None:
    """What it held stays, what is new is as in a new ledger, and it takes findings of old and new submissions."""
    (tmp_path / "store").mkdir()
    old = sqlite3.connect(tmp_path / "store" / "ledger.sqlite")
    old.executescript((DATA / "ledger_1.sql").read_text(encoding="utf-8"))
    old.close()
    store = Store(tmp_path)
    assert [(row.id, row.status, row.counts.read) for row in store.submissions()] == [("KEN-1", "withdrawn", 2), ("KEN-2", "accepted", 2)]
    assert store.submission("KEN-2").cover.period_from == date(2025, 1, 1)
    kept = KeptFinding(check="date_unreadable")
    store.told.keep("KEN-2", [kept])
    assert (store.told.findings("KEN-2"), store.told.answers("KEN", "wildlife"), store.problems()) == ((kept,), (), ())
    migrated = create_engine(f"sqlite:///{tmp_path / 'store' / 'ledger.sqlite'}")
    with engine.begin() as new, migrated.begin() as connection:
        schema.migrate(new)
        assert shape(connection) == shape(new)
    migrated.dispose()
