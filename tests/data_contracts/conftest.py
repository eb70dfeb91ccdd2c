"""Validates rows that differ from a good one."""

from functools import cache

import pytest
from contract_rows import TODAY, Change, Checks, Find, Validate, frame

from data_contracts.catalogue import CHECKS
from data_contracts.findings import Finding, Validation
from data_contracts.registry import contract
from data_contracts.validate import validate


@cache
def _validated(name: str, changes: tuple[tuple[tuple[str, str | None], ...], ...]) -> Validation:
    return validate(frame(name, *(dict(change) for change in changes)), contract(name), today=TODAY)


@pytest.fixture
def judge() -> Validate:
    """Validates changed rows of a contract."""

    def run(name: str, *changes: Change) -> Validation:
        return _validated(name, tuple(tuple(change.items()) for change in changes))

    return run


@pytest.fixture
def find(judge: Validate) -> Find:
    """The findings of changed rows by check, without those about fields that are not recorded."""

    def run(name: str, *changes: Change) -> dict[str, Finding]:
        return {finding.check: finding for finding in judge(name, *changes).findings if not CHECKS[finding.check].gap}

    return run


@pytest.fixture
def checks_of_each(judge: Validate) -> Checks:
    """The checks that each changed row fails; the rows are validated together."""

    def run(name: str, *changes: Change) -> list[set[str]]:
        failed: list[set[str]] = [set() for _ in changes]
        for finding in judge(name, *changes).findings:
            for row in finding.rows if not CHECKS[finding.check].gap else ():
                failed[int(row) - 2].add(finding.check)
        return failed

    return run
