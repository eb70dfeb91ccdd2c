"""The pieces of a long table, worked on by us and a helper: whoever is free takes the next, and what comes of it is in their order."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_contracts.findings import Finding, Validation
from data_contracts.registry import CONTRACTS, Contract
from data_contracts.validate import validate_part
from ens_reports.intake.columns.cleaned import Whole
from ens_reports.intake.findings import Collector, Located
from ens_reports.intake.long.helper import GoneError, Helper, take_waiting
from ens_reports.intake.mappings.apply import Mapped, apply
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.table import Table

Places = NDArray[np.int64]
NO_FRAME = pd.DataFrame()
"""In place of a piece's cells: a slice of them would hold all of them."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Judged:
    """What came of one piece.

    Attributes:
        mapped: Without its frame.
        part: Which rows were rejected, without their cells; what was accepted, without them unless they are wanted.
        found: What was found in reading.
    """

    mapped: Mapped
    part: Validation
    found: list[Located]


class Job:
    """Maps and validates a piece; it can be sent to a helper.

    Args:
        table: The long table.
        mapping: How it is read.
        contract: What its records must be.
        today: No incident can be later.
        keep: The accepted records are wanted.
    """

    def __init__(self, table: Table, mapping: Mapping, contract: Contract, *, today: date, keep: bool) -> None:
        self._table = table
        self._mapping = mapping
        self._contract = contract
        self._today = today
        self._keep = keep
        self.whole = Whole(table.long.columns if table.long else ())

    def __getstate__(self) -> dict[str, Any]:
        table = replace(self._table, rows=self._table.rows.iloc[:0], set_aside=self._table.set_aside.iloc[:0])
        return {**self.__dict__, "_table": table, "_contract": self._contract.name, "whole": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _contract=CONTRACTS[state["_contract"]])
        self.whole = Whole(self._table.long.columns if self._table.long else ())

    @property
    def can_be_sent(self) -> bool:
        """Whether a helper finds the same contract under its name."""
        return CONTRACTS.get(self._contract.name) is self._contract

    def __call__(self, places: Places) -> Judged:
        """Work on one piece.

        Args:
            places: Positions of its records.
        """
        collector = Collector(sheet=self._table.sheet, header=self._table.header)
        self.whole.facts.clear()
        mapped = apply(self._table.only(places), self._mapping, self._contract, collector=collector, whole=self.whole)
        part = validate_part(mapped.frame, self._contract, today=self._today)
        part = replace(part, accepted=part.accepted if self._keep else part.accepted[[]], rejected=part.rejected[[]])
        part = replace(part, findings=tuple(_short(finding) for finding in part.findings))
        found, mapped = collector.found, replace(mapped, frame=NO_FRAME)
        gc.collect()  # frames hang together in circles, and would be let go only some pieces later
        return Judged(mapped=mapped, part=part, found=found)

    def away(self, places: Places) -> tuple[Judged, list[bool]]:
        """The same for a helper: the sheet is not sent back with every finding.

        Args:
            places: Positions of its records.
        """
        judged = self(places)
        here = [item.sheet is not None for item in judged.found]
        return replace(judged, found=[replace(item, sheet=None) for item in judged.found]), here

    def back(self, answer: tuple[Judged, list[bool]]) -> Judged:
        """An answer of a helper with our sheet.

        Args:
            answer: Of `away`.
        """
        judged, here = answer
        sheet = self._table.sheet
        found = [replace(item, sheet=sheet) if is_here else item for item, is_here in zip(judged.found, here, strict=True)]
        return replace(judged, found=found)


def _short(finding: Finding) -> Finding:
    """The row numbers of all pieces are held until they are joined: in half the space."""
    return replace(finding, rows=finding.rows.astype(np.int32))


def work(job: Job, pieces: Sequence[Places]) -> list[Judged]:
    """Work on all pieces.

    Args:
        job: What is done with each.
        pieces: The positions of their records.

    Returns:
        What came of each, in their order.
    """
    left: SimpleQueue[int] = SimpleQueue()
    for number in range(len(pieces)):
        left.put(number)
    done: dict[int, Judged] = {}
    helper = take_waiting() if job.can_be_sent else None
    with _quick_to_tidy(), _helping(helper, job, pieces, left, done):
        _do(job, pieces, left, done)
    _do(job, pieces, left, done)
    return [done[number] for number in range(len(pieces))]


def _do(job: Job, pieces: Sequence[Places], left: SimpleQueue[int], done: dict[int, Judged]) -> None:
    with suppress(Empty):
        while True:
            number = left.get_nowait()
            done[number] = job(pieces[number])


@contextmanager
def _helping(helper: Helper | None, job: Job, pieces: Sequence[Places], left: SimpleQueue[int], done: dict[int, Judged]) -> Iterator[None]:
    """While a helper takes pieces too; at the end it is waited for, and if we stop for another reason it is ended."""
    if helper is None:
        yield
        return
    thread = Thread(target=_let, args=(helper, job, pieces, left, done), daemon=True)
    thread.start()
    try:
        yield
        thread.join()
    finally:
        helper.close()


def _let(helper: Helper, job: Job, pieces: Sequence[Places], left: SimpleQueue[int], done: dict[int, Judged]) -> None:
    """Let a helper do what is left; a piece that it fails on is left for us."""
    with suppress(Empty, GoneError):
        helper.ask(job.away)
        while True:
            number = left.get_nowait()
            try:
                done[number] = job.back(helper.ask(pieces[number]))
            except GoneError:
                left.put(number)
                raise


@contextmanager
def _quick_to_tidy() -> Iterator[None]:
    """While what is there for good is not looked at again each time that something is let go."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
