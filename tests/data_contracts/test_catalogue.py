"""The catalogue is the one source: every check that code can note is a row, and every row is noted by code."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import data_contracts
import ens_reports
from data_contracts.catalogue import CHECKS
from data_contracts.check import Check
from data_contracts.findings import SEVERITIES
from data_contracts.registry import CONTRACTS
from data_contracts.wording.missing import ABSENT, ROWS
from data_contracts.wording.reading import READING

OURS = [check for check in CHECKS.values() if check not in READING]
NOTING = frozenset({"add", "add_cells", "add_to_all", "add_to_file", "note", "note_values", "without_place", "unreadable", "_of_file"})
"""Calls whose first argument names a check."""
NAMES = frozenset({"check", "unreadable"})
"""Keywords that name one."""
FIELDS = frozenset(name for contract in CONTRACTS.values() for name in contract.fields)


def _trees() -> Iterator[ast.Module]:
    """Every module of the packages, without the wording itself."""
    for package in (data_contracts, ens_reports):
        for path in Path(package.__path__[0]).rglob("*.py"):
            if path.parent.name != "wording" or package is ens_reports:
                yield ast.parse(path.read_text(encoding="utf-8"))


def _texts() -> set[str]:
    nodes = (node for tree in _trees() for node in ast.walk(tree))
    return {node.value.partition(":")[0] for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _noted() -> set[str]:
    """What stands where code names a check."""
    found: set[str] = set()
    for tree in _trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            values = [word.value for word in node.keywords if word.arg in NAMES]
            values += node.args[:1] if name in NOTING else []
            found |= {value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)}
    return {text for text in found if re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", text)}


def test_every_row_is_noted_by_code() -> None:
    made = _texts() | {f"missing.{name}" for name, *_ in ROWS} | set(ABSENT.values())
    assert [check for check in CHECKS if check not in made] == []


def test_every_check_that_code_notes_is_a_row() -> None:
    assert sorted(_noted() - set(CHECKS)) == []


def test_ids_are_given_once() -> None:
    assert len(CHECKS) == len({check.id for check in CHECKS.values()})


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.id)
def test_wording_is_whole_sentences(check: Check) -> None:
    for text in (check.statement, check.fix, check.cost, *([check.cost_one] if check.cost_one else [])):
        assert re.fullmatch(r"[A-Z{a-z0].*(\.|\?|: \{costs\})", text), text
    assert check.severity in SEVERITIES
    assert 1 <= check.level <= 4
    assert check.gap or not check.id.startswith("missing.")


@pytest.mark.parametrize("check", OURS, ids=lambda check: check.id)
def test_columns_are_named_by_their_labels(check: Check) -> None:
    """A place such as `{permit_no}` is filled with the column's name in the reader's language; the bare code never is."""
    for text in (check.statement, check.fix, check.cost):
        bare = set(re.findall(r"[a-z0-9]+(?:_[a-z0-9]+)+", re.sub(r"{\w+}", "", text)))
        assert not bare & FIELDS


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.id)
def test_singular_and_plural_have_the_same_places(check: Check) -> None:
    if check.cost_one:
        one, many = ({name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (check.cost_one, check.cost))
        assert one == many == {"n"}


def test_only_what_cannot_be_placed_or_was_not_checked_blocks() -> None:
    blocking = {check.id for check in CHECKS.values() if check.blocking}
    assert blocking >= {"check_crashed", "date_missing", "reporting_country_missing"}
    assert {CHECKS[check].level for check in blocking} == {1}
    assert {CHECKS[check].severity for check in blocking} == {"error"}
