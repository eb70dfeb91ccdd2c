from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pandas as pd
import plain
import pytest
from sqlalchemy import Engine

from ens_reports.store import Store, Submission, ledger, server


@pytest.fixture(params=["sqlite", "postgres"])
def kind(request: pytest.FixtureRequest) -> str:
    """Of the ledger; a test of one kind alone says so: `@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)`."""
    kind: str = request.param
    return kind


@pytest.fixture
def url(kind: str, request: pytest.FixtureRequest) -> str:
    """Of a place for a new ledger on a server; blank for the workspace's own."""
    return request.getfixturevalue("postgres").new() if kind == "postgres" else ""


@pytest.fixture
def engine(url: str, tmp_path: Path) -> Iterator[Engine]:
    """A ledger without tables."""
    engine = server.connect(url) if url else ledger.connect(f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    yield engine
    engine.dispose()


@pytest.fixture
def store(tmp_path: Path, url: str, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("ENS_LEDGER_URL", url)
    return Store(tmp_path, actor="tester", clock=lambda: datetime(2026, 1, 20, 8, tzinfo=UTC))


@pytest.fixture
def records() -> Callable[..., pd.DataFrame]:
    """Makes records of a plain kind, one per incident number, with some columns set to a value or a list of values."""

    def make(*incidents: str, **changes: object) -> pd.DataFrame:
        told = {"incident_id": list(incidents), "reporting_country": "KEN", "item_no": 1, "quantity": 2.5, "commodity": "ivory"}
        frame = pd.DataFrame({**told, "date_from": pd.Timestamp("2025-03-01"), **changes}, index=range(2, 2 + len(incidents)))
        types = {"incident_id": "str", "reporting_country": "str", "item_no": "Int64", "quantity": "float64", "commodity": "str"}
        return frame.astype(types)

    return make


@pytest.fixture
def submission() -> Callable[..., Submission]:
    """Makes a submission of a plain kind, with some fields changed."""
    return partial(plain.submission, rows=2)


@pytest.fixture
def send(store: Store, records: Callable[..., pd.DataFrame], submission: Callable[..., Submission]) -> Callable[..., int]:
    """Commits a submission of records with these incident numbers."""

    def commit(name: str, *incidents: str, **changes: object) -> int:
        frame = records(*incidents, **changes)
        return store.commit(submission(name), frame, frame.iloc[:0])

    return commit
