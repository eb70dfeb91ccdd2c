"""A real scheduler and real workers, each a process of its own."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import small
from dask_here import Cluster, open_cluster

from ens_reports import pipeline
from ens_reports.editions.carry_out import Means
from ens_reports.editions.register import Line
from ens_reports.editions.selection import Selection
from ens_reports.errors import ToolError
from ens_reports.pipeline import Run

PARTIES = ("KEN", "FRA", "CMR")


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A workspace whose editions were built on this machine."""
    root = tmp_path_factory.mktemp("local")
    run = small.open_run(small.make_project(root / "project"), root / "workspace")
    _send(run)
    _build(run)
    return run


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler with two workers."""
    with open_cluster(tmp_path_factory.mktemp("dask"), workers=2) as opened:
        yield opened


def test_a_cluster_builds_what_this_machine_builds(local: Run, cluster: Cluster, tmp_path: Path) -> None:
    run = _elsewhere(local, tmp_path, cluster.address)

    built = _build(run)

    assert {line.status for line in built.values()} == {"built"}
    assert _files(run) == _files(local)
    assert not list(run.workspace.root.glob(".ens-views-*"))


def test_a_worker_that_dies_loses_nothing(local: Run, cluster: Cluster, tmp_path: Path) -> None:
    run = _elsewhere(local, tmp_path, cluster.address)
    killed: list[int] = []

    def kill_one(_done: int, _of: int, _name: str) -> None:
        if not killed:
            killed.append(cluster.workers[0])
            os.kill(cluster.workers[0], signal.SIGKILL)

    lines = pipeline.build_reports(run, Selection(), kill_one)

    assert [line.status for line in lines] == ["built"] * len(PARTIES)
    assert _files(run) == _files(local)


def test_where_nobody_answers_a_hint_is_given(local: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ens_reports.editions.cluster.CONNECT_S", 0.5)
    with pytest.raises(ToolError, match="must be a Dask scheduler that answers"):
        _build(_elsewhere(local, tmp_path, "tcp://127.0.0.1:9"))


def _elsewhere(local: Run, folder: Path, address: str) -> Run:
    run = small.open_run(local.project.root, folder / "workspace")
    _send(run)
    return replace(run, means=Means(scheduler=address))


def _send(run: Run) -> None:
    for number, party in enumerate(PARTIES):
        small.commit(run, party, seed=number)


def _build(run: Run) -> dict[str, Line]:
    return {line.recipient: line for line in pipeline.build_reports(run, Selection(), lambda *_: None)}


def _files(run: Run) -> dict[str, bytes]:
    found = (path for path in run.workspace.editions.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(run.workspace.editions).as_posix(): path.read_bytes() for path in found}
