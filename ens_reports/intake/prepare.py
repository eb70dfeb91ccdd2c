"""One sheet on its way to the store: found, mapped, validated, compared with what is in force."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from data_contracts.crashed import CRASHED, guarded
from data_contracts.findings import Finding
from data_contracts.registry import Contract
from ens_reports.intake.crashed import without_consequences
from ens_reports.intake.feedback.causes import one_for_each_cause
from ens_reports.intake.feedback.understood import Understood
from ens_reports.intake.findings import Collector, Located
from ens_reports.intake.judge import judge
from ens_reports.intake.known.compare import Compared
from ens_reports.intake.mappings.apply import Mapped
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.table import Table, note_header, note_rows
from ens_reports.intake.source import Sheet
from ens_reports.intake.values.fold import fold_header
from ens_reports.store import record_digests, record_ids

EMPTY = pd.Index([], dtype="int64")
MISSING_WORDS = "missing_words"
FOR_ANALYSTS = frozenset({"mapping_unconfirmed"})
MANY_COLUMNS = 4
"""From so many columns on, one finding tells of them together."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Prepared:
    """A sheet that is ready for the store.

    Attributes:
        party: Code of the sender.
        contract: The contract.
        mapping: The mapping that read it.
        table: Header and rows as they came.
        accepted: Typed records that are new or revised.
        rejected: Row numbers that go to quarantine.
        duplicate: Row numbers that are in the store already, or twice in the file.
        found: Findings with their places.
        understood: How each column was read.
        resends: Submission that the file sends again, empty for none.
        repeats: Submissions in force of which it holds rows again.
    """

    party: str
    contract: Contract
    mapping: Mapping
    table: Table
    accepted: pd.DataFrame
    rejected: tuple[int, ...]
    duplicate: tuple[int, ...]
    found: tuple[Located, ...] = ()
    understood: tuple[Understood, ...] = ()
    resends: str = ""
    repeats: tuple[str, ...] = ()

    def quarantine(self) -> pd.DataFrame:
        """Rejected rows as they came, under unique names, without columns that must not be taken in."""
        refused = {fold_header(name) for name in self.mapping.not_taken}
        rows = self.table.sheet.take(self.rejected) if self.table.long else self._held().loc[list(self.rejected)]
        kept = [position for position, name in enumerate(self.table.header) if fold_header(name) not in refused]
        names = [f"{position + 1} {' '.join(self.table.header[position].split())}" for position in kept]
        return rows[kept].set_axis(names, axis=1)

    def _held(self) -> pd.DataFrame:
        return pd.concat([self.table.rows, self.table.set_aside])


def prepare(  # noqa: PLR0913 - what comes from the file, and what it is laid against
    table: Table,
    mapping: Mapping,
    contract: Contract,
    *,
    party: str,
    in_force: pd.DataFrame,
    today: date,
    beside: Callable[[pd.DataFrame], Compared] | None = None,
    keep: bool = True,
) -> Prepared:
    """Map, validate and compare one table.

    Args:
        table: Header and records.
        mapping: How they are read.
        contract: What they must be.
        party: Code of the sender.
        in_force: Records of the party in the store: `record_id`, `record_digest`, and `submission`, blank for another sheet of the file.
        today: Day of arrival; no incident can be later.
        beside: Lays accepted records against what is in force; none: they are not compared.
        keep: The accepted records of a long table are wanted, and not only which they are.

    Returns:
        What to store and what to tell.
    """
    collector = Collector(sheet=table.sheet, header=table.header)
    for step in (note_header, note_rows):
        with guarded(collector.add_to_file, step.__name__):
            step(table, collector)
    for check, values in mapping.notes.items():
        collector.add(check, table.row_numbers, values=values.model_dump(exclude_none=True))
    mapped, validation = judge(table, mapping, contract, collector=collector, today=today, keep=keep)
    compared = beside(validation.accepted) if beside is not None else Compared(records=validation.accepted)
    found = [*_merge_words(collector.found), *_locate(validation.findings, mapped, table), *_beside(compared, mapped, table)]
    known, revised, repeats = _compare(compared.records, contract, party, in_force)
    accounts = Collector(sheet=table.sheet, header=table.header)
    accounts.add("records_known", known)
    accounts.add("records_revised", revised)
    return Prepared(
        party=party,
        contract=contract,
        mapping=mapping,
        table=table,
        accepted=compared.records.drop(index=known) if len(known) else compared.records,
        rejected=tuple(sorted([*validation.rejected.index, *table.set_aside.index])),
        duplicate=tuple(sorted([*known, *mapped.repeated])),
        found=tuple(_for_analysts(one_for_each_cause(without_consequences([*found, *accounts.found])))),
        understood=mapped.understood,
        resends=compared.resends,
        repeats=repeats,
    )


def _for_analysts(found: Sequence[Located]) -> list[Located]:
    """What only analysts can mend is told to them alone: a sender has no mapping to confirm."""
    return [replace(item, audience="analyst") if item.finding.check in FOR_ANALYSTS else item for item in found]


def _beside(compared: Compared, mapped: Mapped, table: Table) -> list[Located]:
    """Findings of the comparison, each for its readers; what is of the whole file has no place in it."""
    located = []
    for told in compared.told:
        column = mapped.columns.get(told.finding.field, -1)
        sheet = table.sheet if len(told.finding.rows) else None
        header = table.header[column] if column >= 0 else ""
        located.append(Located(finding=told.finding, sheet=sheet, column=column, header=header, audience=told.audience, about=told.about))
    return located


def _locate(findings: Sequence[Finding], mapped: Mapped, table: Table) -> list[Located]:
    """Findings of validation, with the columns that their fields are from; what is of the whole file stands at its header."""
    located = []
    header_row = np.array([] if table.sheet.header else [table.header_row], dtype=np.int64)
    for finding in findings:
        column = mapped.columns.get(finding.field, -1)
        header = table.header[column] if column >= 0 else ""
        if finding.check == CRASHED:
            located.append(Located(finding=finding, sheet=None))
            continue
        placed = finding if len(finding.rows) else replace(finding, rows=header_row)
        located.append(Located(finding=placed, sheet=table.sheet, column=column, header=header))
    return located


def _merge_words(found: Sequence[Located]) -> list[Located]:
    """One finding for a word that stands for "not recorded" in many columns, instead of one for each."""
    by_words: dict[str, list[Located]] = {}
    for item in found:
        if item.finding.check == MISSING_WORDS:
            by_words.setdefault(_words(item), []).append(item)
    many = {words: items for words, items in by_words.items() if len(items) >= MANY_COLUMNS}
    merged = []
    for words, items in many.items():
        rows = np.unique(np.concatenate([item.finding.rows for item in items]))
        number = sum(len(item.finding.rows) for item in items)
        finding = Finding(check=MISSING_WORDS, field="", rows=rows, values={"words": words, "number": str(number)}, sample=(words,))
        merged.append(Located(finding=finding, sheet=items[0].sheet))
    return [item for item in found if item.finding.check != MISSING_WORDS or _words(item) not in many] + merged


def _words(item: Located) -> str:
    return item.finding.values["words"]  # noqa: PD011 - a finding is no frame


def _compare(accepted: pd.DataFrame, contract: Contract, party: str, in_force: pd.DataFrame) -> tuple[pd.Index, pd.Index, tuple[str, ...]]:
    """Rows whose record is in force with the same content, and with another; and the submissions that brought the former."""
    if accepted.empty or in_force.empty:
        return EMPTY, EMPTY, ()
    held = dict(zip(in_force["record_id"], in_force["record_digest"], strict=True))
    ids = record_ids(accepted, party, family=contract.family)
    before = ids.map(held).dropna()
    same = before == record_digests(accepted.loc[before.index])
    known = before.index[same]
    repeated = in_force.loc[in_force["record_id"].isin(ids.loc[known]), "submission"]
    return known, before.index[~same], tuple(sorted({name for name in repeated if name}))


def without_place(check: str, sheet: Sheet | None = None, *, values: dict[str, str] | None = None, field: str = "") -> Located:
    """A finding about a file or sheet as a whole."""
    finding = Finding(check=check, field=field, rows=np.array([], dtype=np.int64), values=dict(values or {}))
    return Located(finding=finding, sheet=sheet)
