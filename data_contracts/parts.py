"""One account of a table that was validated in parts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from data_contracts.catalogue import CHECKS
from data_contracts.checks.missing import join_absent
from data_contracts.findings import Finding, Validation

SAMPLE = 5


def join_findings(parts: Sequence[Validation]) -> tuple[Finding, ...]:
    """The findings of all parts, each cause once; a gap of all rows is told as one of the whole table.

    Args:
        parts: In the order of the rows; all rows of an incident are in one part.

    Returns:
        In the catalogue's order, and by column within a check.
    """
    causes: dict[tuple[str, str, tuple[str, ...]], list[Finding]] = {}
    for finding in (item for part in parts for item in part.findings):
        told = tuple(text for name, text in finding.values.items() if name != "n")
        causes.setdefault((finding.check, finding.field, told), []).append(finding)
    asked: dict[str, int] = {}
    for name, number in (item for part in parts for item in part.asked.items()):
        asked[name] = asked.get(name, 0) + number
    order = {name: position for position, name in enumerate(CHECKS)}
    found = join_absent([_one(several) for several in causes.values()], asked)
    return tuple(sorted(found, key=lambda finding: (order[finding.check], finding.field)))


def first_distinct(samples: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The first few distinct texts of several samples."""
    return tuple(dict.fromkeys(text for sample in samples for text in sample))[:SAMPLE]


def _one(several: list[Finding]) -> Finding:
    rows = np.sort(np.concatenate([finding.rows for finding in several], dtype=np.int64))
    values = several[0].values
    number = {"n": str(len(rows))} if "n" in values else {}
    return replace(several[0], rows=rows, values={**values, **number}, sample=first_distinct(finding.sample for finding in several))
