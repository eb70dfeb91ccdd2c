from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, insert, inspect, text

from ens_reports.errors import DamageError
from ens_reports.store import schema


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    yield engine
    engine.dispose()


def test_a_new_ledger_gets_all_tables_and_todays_version(engine: Engine) -> None:
    with engine.begin() as connection:
        assert schema.current(connection) == 0
        schema.migrate(connection)
        assert schema.current(connection) == schema.VERSION
        assert set(inspect(connection).get_table_names()) >= set(schema.METADATA.tables)


def test_an_older_ledger_is_brought_up_step_by_step(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with engine.begin() as connection:
        schema.migrate(connection)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 2)
    steps = {2: ("create table extra (a integer)",), 3: ("alter table extra add column b integer", "insert into extra values (1, 2)")}
    monkeypatch.setattr(schema, "STEPS", steps)
    with engine.begin() as connection:
        schema.migrate(connection)
        schema.migrate(connection)
        assert schema.current(connection) == 3
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
