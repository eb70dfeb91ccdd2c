"""Records leave the store through policy alone: told by the code, and by who asks for them while everything runs."""

import ast
import inspect
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import small

from ens_reports import pipeline
from ens_reports.editions.selection import Selection
from ens_reports.store import records

ROOT = Path(__file__).parents[2]
OPEN = ("ens_reports/policy/", "ens_reports/store/", "ens_reports/retention/")
"""Policy, the store itself, and what deletes."""
INTAKE = "ens_reports/intake/known/"
"""Lays a file against what is in force; what it tells of others' records it asks policy for."""
READING = {"snapshot": {"records", "frame", "files"}, "store": {"held", "in_force", "quarantine", "history", "submissions_of_record"}}
"""What gives records, by what it is asked of."""
TOLD = {("ens_reports/cli.py", "store.history"), ("ens_reports/editions/trace.py", "store.submissions_of_record")}
"""For analysts: in which submissions a record stood, without a value of it."""
READERS = ("latest", "members", "read")
"""Functions of `store.records` that open a file."""
CLOSED = ("ens_reports.store.records", "ens_reports.store.held", "ens_reports.store.files")
BEYOND = ("ens_reports/analysis/", "ens_reports/report/", "ens_reports/execute/", "ens_reports/render/")
"""What stands on a view alone."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    """The code that must go through policy."""
    for path in sorted((ROOT / "ens_reports").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith((*OPEN, INTAKE)):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def imports() -> Iterator[tuple[str, str, set[str]]]:
    """File, module and names of each import."""
    for name, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                yield name, str(node.module), {alias.name for alias in node.names}


def test_nothing_else_in_the_code_asks_the_store_for_records() -> None:
    found = {
        (name, f"{asked}.{node.attr}")
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        for asked, names in READING.items()
        if node.attr in names and ast.unparse(node.value).removeprefix("self.").removeprefix("_").split(".")[-1] == asked
    }
    assert found == TOLD


def test_nothing_else_in_the_code_imports_what_reads_records() -> None:
    found = [(name, module) for name, module, names in imports() if module in CLOSED or names & {"Held", "records"}]
    assert found == []


def test_what_analyses_and_notebooks_stand_on_knows_nothing_of_the_store_or_the_rules() -> None:
    closed = ("ens_reports.store", "ens_reports.policy")
    found = [(name, module) for name, module, _ in imports() if name.startswith(BEYOND) and module.startswith(closed)]
    assert found == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Packages from which records are read, as the program runs."""
    found: set[str] = set()
    for name in READERS:
        monkeypatch.setattr(records, name, _watched(getattr(records, name), found))
    return found


def _watched(read: Callable[..., Any], found: set[str]) -> Callable[..., Any]:
    def watched(*args: object, **kwargs: object) -> object:
        callers = (frame.frame.f_globals.get("__name__", "") for frame in inspect.stack(context=0)[1:])
        outside = next(name for name in callers if name.startswith("ens_reports.") and not name.startswith("ens_reports.store"))
        found.add(outside.rpartition(".")[0])
        return read(*args, **kwargs)

    return watched


def test_while_everything_runs_policy_alone_reads_records(tmp_path: Path, asked: set[str]) -> None:
    run = small.open_run(small.make_project(tmp_path / "project"), tmp_path / "workspace")
    small.commit(run, "KEN")
    name = small.commit(run, "UGA", origin_country="KEN")
    path = run.workspace.inbox / "TZA" / "a.csv"
    path.parent.mkdir(parents=True)
    path.write_text(
        "incident_id,incident_date,reporting_country,crime_area,commodity\nT-1,2025-03-04,TZA,wildlife,ivory\n", encoding="utf-8"
    )
    pipeline.take_in(run, pipeline.Arrival(received_on=date(2026, 1, 21)), lambda *_: None)
    lines = pipeline.build_reports(run, Selection(recipients=("KEN",)), lambda *_: None)
    assert [line.failure for line in lines] == [None]
    pipeline.verify(run, lines[0].edition, rebuild=False)
    pipeline.trace(run, name)
    pipeline.examine(run)
    assert asked == {"ens_reports.policy", "ens_reports.intake.known"}
