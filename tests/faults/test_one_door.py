"""Records leave the store through policy alone: told by the code; `test_whole_worlds` tells who asks for them while all runs."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPEN = ("ens_reports/policy/", "ens_reports/store/", "ens_reports/retention/")
"""Policy, the store itself, and what deletes."""
INTAKE = "ens_reports/intake/known/"
"""Lays a file against what is in force; what it tells of others' records it asks policy for."""
READING = re.compile(r"(?:^|\.)(snapshot\.(?:records|frame|files)|store\.(?:records\.\w+|quarantine))$")
"""What gives records, as code asks for it."""
TOLD = {("ens_reports/cli.py", "store.records.history"), ("ens_reports/editions/trace.py", "store.records.places_of")}
"""For analysts: in which submissions and rows a record stood, without a value of it."""
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
    chains = [(name, ast.unparse(node)) for name, tree in sources() for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    assert {(name, found.group(1)) for name, chain in chains if (found := READING.search(chain))} == TOLD


def test_nothing_else_in_the_code_imports_what_reads_records() -> None:
    found = [(name, module) for name, module, names in imports() if module in CLOSED or names & {"Held", "records"}]
    assert found == []


def test_what_analyses_and_notebooks_stand_on_knows_nothing_of_the_store_or_the_rules() -> None:
    closed = ("ens_reports.store", "ens_reports.policy")
    found = [(name, module) for name, module, _ in imports() if name.startswith(BEYOND) and module.startswith(closed)]
    assert found == []
