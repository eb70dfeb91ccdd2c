import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pg_server import Server

from ens_reports import unchanged
from ens_reports.store import Store
from ens_reports.terminal import Answer, Place

SAID = Answer(data={"up_to_date": 1}, lines=["1 of 1 editions are up to date."])


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A workspace with a ledger of one act and an edition, and a project."""
    workspace, project = tmp_path / "w", tmp_path / "p"
    (workspace / "store").mkdir(parents=True)
    with sqlite3.connect(workspace / "store" / "ledger.sqlite") as ledger:
        ledger.execute("create table audit (id integer primary key, digest text)")
        ledger.execute("insert into audit (digest) values ('a')")
    ledger.close()
    (workspace / "editions" / "x").mkdir(parents=True)
    (workspace / "editions" / "x" / "report.pdf").write_bytes(b"pdf")
    (project / "params").mkdir(parents=True)
    (project / "params" / "project.yaml").write_text("unit: x")
    return Place(workspace=workspace, project=project)


def _project(place: Place) -> Path:
    assert place.project is not None
    return place.project


def _act(place: Place) -> None:
    with sqlite3.connect(place.workspace / "store" / "ledger.sqlite") as ledger:
        ledger.execute("insert into audit (digest) values ('b')")
    ledger.close()


CHANGES: dict[str, Callable[[Place], object]] = {
    "an act": _act,
    "a setting": lambda place: (_project(place) / "params" / "project.yaml").write_text("unit: y"),
    "a new file": lambda place: (_project(place) / "params" / "judgements.yaml").write_text(""),
    "a report that is gone": lambda place: (place.workspace / "editions" / "x" / "report.pdf").unlink(),
    "a kept answer that is damaged": lambda place: (place.workspace / "store" / unchanged.KEPT).write_text("["),
}


def test_an_answer_holds_while_nothing_changes(place: Place) -> None:
    assert unchanged.recall(place, ("status",)) is None
    assert unchanged.keep(place, ("status",), SAID) is SAID

    known = unchanged.recall(place, ("status",))
    assert known is not None
    assert (known.data, known.lines) == (SAID.data, SAID.lines)
    assert unchanged.recall(place, ("status", "KEN")) is None


@pytest.mark.parametrize("change", CHANGES)
def test_an_answer_falls_with_what_it_rests_on(place: Place, change: str) -> None:
    unchanged.keep(place, ("status",), SAID)

    CHANGES[change](place)

    assert unchanged.recall(place, ("status",)) is None


def test_an_answer_is_of_its_day_and_its_tools(place: Place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    unchanged.keep(place, ("status",), SAID)
    monkeypatch.setenv("QUARTO_PATH", str(tmp_path))

    assert unchanged.recall(place, ("status",)) is None


def test_a_failure_is_told_anew_each_time(place: Place) -> None:
    unchanged.keep(place, ("status",), Answer(data={}, lines=[], exit_code=6))

    assert unchanged.recall(place, ("status",)) is None


def test_without_a_ledger_or_a_project_nothing_is_kept(place: Place) -> None:
    shutil.rmtree(_project(place) / "params")
    unchanged.keep(place, ("status",), SAID)

    assert not (place.workspace / "store" / unchanged.KEPT).exists()


def test_an_act_that_a_server_knows_of_counts_too(place: Place, postgres: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENS_LEDGER_URL", postgres.new())
    shared = Place(workspace=tmp_path / "shared", project=place.project)
    store = Store(shared.workspace)
    unchanged.keep(shared, ("status",), SAID)
    assert unchanged.recall(shared, ("status",)) is not None

    store.log("view.made", "x")

    assert unchanged.recall(shared, ("status",)) is None
