"""Hostile and broken files: each gets a clear finding within memory, nothing else is touched, the rest of the batch is taken in."""

import json
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from faults import hostile_names, hostile_texts, hostile_workbooks
from faults.cases import CASES, GOOD_CSV, Case
from faults.measure import Run, run_ens

from ens_reports import process
from ens_reports.errors import ToolError
from ens_reports.intake.reader import limits

REPOSITORY = Path(__file__).parents[2]
MAX_PEAK_MB = 1000
MANY_CASES = 500
"""Asked for by the faults session, which sends all files."""
ALIVE = {0, 3}
"""Exit codes of `ens intake`: done, or done with data rejected."""
LIGHT = sorted(name for name, case in CASES.items() if not case.heavy)
HEAVY = sorted(name for name, case in CASES.items() if case.heavy)
REGISTERED = (hostile_names, hostile_texts, hostile_workbooks)


@dataclass(frozen=True, kw_only=True)
class Batch:
    """One run of `ens intake` over an inbox full of hostile files and a good one.

    Attributes:
        run: What it gave back.
        before: Every entry below the folder where it ran, with kind and size.
        after: The same once it had ended.
    """

    run: Run
    before: dict[str, tuple[int, int]]
    after: dict[str, tuple[int, int]]


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Batch:
    root = tmp_path_factory.mktemp("hostile")
    inbox = _inbox(root)
    for name in _chosen(pytestconfig):
        (inbox / name).mkdir()
        CASES[name].make(inbox / name / CASES[name].file_name)
    before = _listing(root)
    run = run_ens(["intake", "--workspace", "workspace", "--project", str(REPOSITORY)], cwd=root, timeout_s=900)
    return Batch(run=run, before=before, after=_listing(root))


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Path]:
    folder = _inbox(tmp_path)
    yield folder
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_size > MAX_PEAK_MB * 1000:
            path.unlink()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Where few cases are asked for, one of four files: each is read in a process of its own."""
    if "hostile_name" in metafunc.fixturenames:
        metafunc.parametrize("hostile_name", _chosen(metafunc.config))


def test_a_hostile_file_is_told_of(hostile_name: str, batch: Batch) -> None:
    """It has its outcome, and says what it must; its reader came to an end by itself, within its limits."""
    case = CASES[hostile_name]
    assert _is_told(batch.run, case, f"/{hostile_name}/")
    assert "reader_ended" not in _told(batch.run, f"/{hostile_name}/")


def test_hostile_files_leave_the_good_one_and_all_else_alone(batch: Batch) -> None:
    """The good file is accepted, nothing outside is touched, and nothing of the readers' own words is on the screen."""
    run = batch.run
    assert run.code in ALIVE, run.errors
    assert [file["rows_accepted"] + file["rows_duplicate"] for file in run.output["files"] if file["path"].endswith("/zz.csv")] == [2]
    assert batch.before.items() <= batch.after.items()
    assert {name.split("/")[1] for name in batch.after.keys() - batch.before.keys()} <= {"editions", "feedback", "store"}
    assert not {word for word in ("\x1b", "panicked", "Traceback") if word in run.errors}


@pytest.mark.parametrize("name", HEAVY)
def test_a_file_of_hundreds_of_megabytes_is_told_of(name: str, inbox: Path, *, heavy: bool) -> None:
    if not heavy:
        pytest.skip("writes 400 MB: run `nox -s faults -- --heavy`")
    case = CASES[name]
    case.make(inbox / case.file_name)
    run = run_ens(["intake", "--workspace", "workspace", "--project", str(REPOSITORY)], cwd=inbox.parents[2])
    print(f"{name}: {run.seconds:.1f} s, {run.peak_mb} MB")  # noqa: T201 - figures for the log
    assert run.code in ALIVE, run.errors
    assert _is_told(run, case, f"/{case.file_name}")
    assert run.peak_mb < MAX_PEAK_MB


def test_the_limit_of_memory_binds(tmp_path: Path) -> None:
    """A small file that unfolds to much is given up at the limit, and is held where the limit is wide."""
    path = tmp_path / "list.json"
    path.write_bytes(b"[" + b"{}," * 3_000_000 + b"{}]")
    results = []
    for allowed in (500_000_000, 3_000_000_000):
        limit = f"from ens_reports.intake.reader import limits; limits.USUAL_MEMORY_BYTES = {allowed}"
        command = [
            sys.executable,
            "-P",
            "-c",
            f"{limit}; from ens_reports.intake.reader.child import main; main({[str(path), str(tmp_path)]})",
        ]
        process.run(command, cwd=tmp_path, timeout_s=60, environment=limits.ENVIRONMENT)
        results.append(json.loads((tmp_path / "result.json").read_text(encoding="utf-8")).get("unreadable", ""))
    assert results[0] == "memory_too_small"
    assert results[1] != "memory_too_small"


def test_the_limit_of_time_binds(tmp_path: Path) -> None:
    """Computing without end is ended by the system."""
    command = [
        sys.executable,
        "-P",
        "-c",
        "from ens_reports.intake.reader import limits; limits.USUAL_CPU_S = 1; limits.hold(1)\nwhile True: pass",
    ]
    with pytest.raises(ToolError, match="must end with 0, got -"):
        process.run(command, cwd=tmp_path, timeout_s=60)


def _chosen(config: pytest.Config) -> list[str]:
    return LIGHT if int(config.getoption("--cases", default=0)) >= MANY_CASES else LIGHT[::4]


def _inbox(root: Path) -> Path:
    """An inbox with a good file."""
    folder = root / "workspace" / "inbox" / "CMR"
    folder.mkdir(parents=True)
    (folder / "zz.csv").write_text(GOOD_CSV)
    return folder


def _outcomes(run: Run, part: str) -> list[dict[str, Any]]:
    """What became of the files in whose paths there is this."""
    return [file for file in run.output["files"] if part in file["path"] or part.encode("unicode_escape").decode() in file["path"]]


def _told(run: Run, part: str) -> set[str]:
    """Checks that were told of the files in whose paths there is this."""
    return {detail["check"] for outcome in _outcomes(run, part) for detail in outcome["details"]}


def _is_told(run: Run, case: Case, part: str) -> bool:
    """Whether a file has an outcome, and one of the findings that it must have; one that says what another said is a duplicate."""
    outcomes, told = _outcomes(run, part), _told(run, part)
    duplicate = any(outcome["status"] == "duplicate" for outcome in outcomes)
    return bool(outcomes) and (duplicate or not case.told or bool(told & set(case.told)))


def _listing(root: Path) -> dict[str, tuple[int, int]]:
    """Every entry below a folder, with kind and size."""
    found = {}
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder) / name
            entry = path.lstat()
            size = 0 if stat.S_ISDIR(entry.st_mode) else entry.st_size
            found[path.relative_to(root).as_posix()] = (stat.S_IFMT(entry.st_mode), size)
    return found
