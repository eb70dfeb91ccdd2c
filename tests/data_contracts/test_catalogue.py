import ast
import re
import string
from pathlib import Path

import pytest

import data_contracts
from data_contracts.catalogue import CHECKS
from data_contracts.check import Check
from data_contracts.findings import SEVERITIES
from data_contracts.wording.missing import ABSENT, ROWS
from data_contracts.wording.placing import PLACING
from data_contracts.wording.reading import READING

OURS = [check for check in CHECKS.values() if check not in READING]


def _texts() -> set[str]:
    """Every string constant of the package, without the wording itself."""
    folder = Path(data_contracts.__path__[0])
    modules = [path for path in folder.rglob("*.py") if path.parent.name != "wording"]
    nodes = (node for path in modules for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_check_of_the_contracts_is_made_somewhere() -> None:
    made = _texts() | {f"missing.{name}" for name, *_ in ROWS} | set(ABSENT.values())
    assert [check.id for check in OURS if check.id not in made] == []


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.id)
def test_wording_is_whole_sentences(check: Check) -> None:
    for text in (check.statement, check.fix, check.cost):
        assert re.fullmatch(r"[A-Z{a-z].*(\.|: \{costs\})", text)
    assert check.severity in SEVERITIES
    assert 1 <= check.level <= 4


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.id)
def test_wording_has_no_place_that_a_finding_does_not_fill(check: Check) -> None:
    places = {name for text in (check.statement, check.fix, check.cost) for _, name, _, _ in string.Formatter().parse(text) if name}
    assert places <= {"field", "n", "list", "minimum", "maximum", "example", "year", "fields", "costs"}


def test_only_what_cannot_be_placed_blocks() -> None:
    assert {check.id for check in OURS if check.blocking} == {check.id for check in PLACING}
