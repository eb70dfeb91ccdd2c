"""A table mapped and validated: at once, or a long one piece by piece with one account of all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from data_contracts.findings import Validation
from data_contracts.parts import first_distinct, join_findings
from data_contracts.registry import Contract
from data_contracts.validate import validate
from ens_reports.intake.findings import Collector, Located
from ens_reports.intake.long.pieces import cut
from ens_reports.intake.long.share import Job, work
from ens_reports.intake.mappings.apply import Mapped, apply
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.table import Table

AGGREGATED = "rows_aggregated"
SUMS = {"missing_words": ("number",), "items_numbered": ("number",)}
"""Checks whose wording has numbers that add up over the pieces, and which."""


def judge(
    table: Table, mapping: Mapping, contract: Contract, *, collector: Collector, today: date, keep: bool = True
) -> tuple[Mapped, Validation]:
    """Map and validate a table.

    Args:
        table: Header and records.
        mapping: How they are read.
        contract: What they must be.
        collector: Takes what is found in reading.
        today: No incident can be later.
        keep: The accepted records of a long table are wanted, and not only which they are.

    Returns:
        How its columns were read, and what became of its rows; of a long table without the frame between the two.
    """
    if table.long is None:
        mapped = apply(table, mapping, contract, collector=collector)
        return mapped, validate(mapped.frame, contract, today=today)
    table.long.carried.tell(collector)
    job = Job(table, mapping, contract, today=today, keep=keep)
    pieces = work(job, cut(table, mapping, contract, whole=job.whole))
    together = _mapped([piece.mapped for piece in pieces])
    told = {AGGREGATED: {"rows": str(table.records), "incidents": str(together.incidents)}}
    collector.found += join_located((piece.found for piece in pieces), told)
    return together, _validation([piece.part for piece in pieces])


def join_located(pieces: Iterable[Sequence[Located]], told: dict[str, dict[str, str]] | None = None) -> list[Located]:
    """What was found in the pieces of a table, each cause once.

    Args:
        pieces: In the order of the pieces.
        told: Check -> what its wording tells of the whole table.
    """
    causes: dict[tuple[object, ...], list[Located]] = {}
    for item in (item for found in pieces for item in found):
        finding, whole = item.finding, (*SUMS.get(item.finding.check, ()), *(told or {}).get(item.finding.check, ()))
        said = tuple(text for name, text in finding.values.items() if name not in whole)  # noqa: PD011 - a finding is no frame
        causes.setdefault((finding.check, finding.field, item.column, item.audience, item.about, said), []).append(item)
    return [_one(several, (told or {}).get(several[0].finding.check, {})) for several in causes.values()]


def _one(several: list[Located], told: dict[str, str]) -> Located:
    findings = [item.finding for item in several]
    said = [finding.values for finding in findings]  # noqa: PD011 - a finding is no frame
    sums = {name: str(sum(int(texts[name]) for texts in said)) for name in SUMS.get(findings[0].check, ())}
    rows = np.unique(np.concatenate([finding.rows for finding in findings]))
    values = {**said[0], **sums, **told}
    return replace(
        several[0], finding=replace(findings[0], rows=rows, values=values, sample=first_distinct(finding.sample for finding in findings))
    )


def _mapped(pieces: Sequence[Mapped]) -> Mapped:
    facts: dict[str, dict[str, str]] = {}
    for item in (item for piece in pieces for item in piece.understood):
        facts.setdefault(item.field, {}).update(item.facts)
    return replace(
        pieces[-1],
        understood=tuple(replace(item, facts=facts[item.field]) for item in pieces[-1].understood),
        repeated=tuple(row for piece in pieces for row in piece.repeated),
        columns={name: position for piece in reversed(pieces) for name, position in piece.columns.items()},
        incidents=sum(piece.incidents for piece in pieces),
    )


def _validation(parts: Sequence[Validation]) -> Validation:
    accepted, rejected = _in_order([part.accepted for part in parts]), _in_order([part.rejected for part in parts])
    crashed = any(part.crashed for part in parts)
    return Validation(accepted=accepted.iloc[:0] if crashed else accepted, rejected=rejected, findings=join_findings(parts))


def _in_order(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    together = pd.concat(parts)
    return together if together.index.is_monotonic_increasing else together.sort_index()
