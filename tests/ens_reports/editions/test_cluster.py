"""A real scheduler and real workers, each a process of its own."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import small

from ens_reports import pipeline
from ens_reports.editions.carry_out import Means
from ens_reports.editions.register import Line
from ens_reports.editions.selection import Selection
from ens_reports.errors import ToolError
from ens_reports.pipeline import Run

DASK = [str(Path(sys.executable).with_name("dask"))]
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
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler with two workers, and the processes of the workers."""
    folder = tmp_path_factory.mktemp("dask")
    with ExitStack() as stack:
        command = [*DASK, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"]
        address = _said(stack.enter_context(_started(command, folder)), r"Scheduler at:\s+(tcp://\S+)")
        workers = [
            stack.enter_context(_started([*DASK, "worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"], folder))
            for _ in range(2)
        ]
        for worker in workers:
            _said(worker, "(Registered to)")
        yield address, [worker.pid for worker in workers]


def test_a_cluster_builds_what_this_machine_builds(local: Run, scheduler: tuple[str, list[int]], tmp_path: Path) -> None:
    run = _elsewhere(local, tmp_path, scheduler[0])

    built = _build(run)

    assert {line.status for line in built.values()} == {"built"}
    assert _files(run) == _files(local)
    assert not list(run.workspace.root.glob(".ens-views-*"))


def test_a_worker_that_dies_loses_nothing(local: Run, scheduler: tuple[str, list[int]], tmp_path: Path) -> None:
    address, workers = scheduler
    run = _elsewhere(local, tmp_path, address)
    killed: list[int] = []

    def kill_one(_done: int, _of: int, _name: str) -> None:
        if not killed:
            killed.append(workers[0])
            os.kill(workers[0], signal.SIGKILL)

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


@contextmanager
def _started(command: list[str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that ends with the block."""
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:  # noqa: S603 - Dask's own program
        yield process
        process.kill()


def _said(process: subprocess.Popen[str], pattern: str) -> str:
    """Wait until a process says something."""
    assert process.stderr is not None
    until = time.monotonic() + 60
    while time.monotonic() < until:
        found = re.search(pattern, process.stderr.readline())
        if found:
            return found.group(1)
    pytest.fail(f"{process.args} never said {pattern}")
