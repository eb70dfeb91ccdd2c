"""Synthetic submissions of many countries, for trials and benchmarks: each file says in its first line that nothing in it happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import yaml
from pyarrow import csv

from data_contracts import codelists
from data_contracts.publish.bulk import pieces
from data_contracts.publish.spoil import Spoilt, spoil
from data_contracts.publish.synth import AREAS
from data_contracts.registry import SENT
from ens_reports import atomic
from ens_reports.errors import RequestError
from ens_reports.params.strict import suggestion
from ens_reports.params.workspace import COVER_SUFFIX

__all__ = ["AREAS", "MARK", "Share", "Wanted", "shares", "write"]

MARK = "SYNTHETIC EXAMPLE DATA: nothing in this file happened"
ROWS_ABOVE = 2
"""The mark and the header."""
YEARS = range(2021, 2026)
COVER = {
    "period_from": "2024-01-01",
    "period_to": "2025-12-31",
    "agencies_covered": "Police; Customs",
    "completeness": "all_cases",
    "consortium": "yes",
    "reply_language": "en",
    "synthetic": "yes",
}
MOST_ROWS = {"capacity": 30}
"""Contracts of which a country has only so many records: one a year."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """One file to write: a country's rows under one contract."""

    country: str
    area: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What to write.

    Attributes:
        countries: How many member countries; at most all.
        rows: Records in all.
        seed: Equal seeds give equal files.
        contracts: Names of contracts; the areas of crime by default.
        faults: Share of the rows that get a fault, from 0 to 1; a file beside says which.
    """

    countries: int
    rows: int
    seed: int
    contracts: tuple[str, ...] = AREAS
    faults: float = 0


def write(out: Path, wanted: Wanted) -> tuple[Path, ...]:
    """Write synthetic submissions as CSV, each with its cover sheet, in one folder per country.

    Args:
        out: Where the folders go.
        wanted: How many.

    Returns:
        The CSV files.

    Raises:
        RequestError: No contract is called that.
    """
    for name in wanted.contracts:
        if name not in SENT:
            raise RequestError(f"contract must be one of `ens contracts list`, got {name!r}", hint=suggestion(name, list(SENT)))
    return tuple(_write(out / share.country, share, wanted) for share in shares(wanted))


def shares(wanted: Wanted) -> Iterator[Share]:
    """Who sends how much: a few countries send most, and most have one or two areas that they see. Each sends something if it can.

    Args:
        wanted: How many.
    """
    random = np.random.default_rng(wanted.seed)
    members = sorted(codelists.load("countries").query("member == 'yes'")["code"])
    chosen = sorted(random.choice(members, size=min(wanted.countries, len(members), wanted.rows), replace=False))
    weights = random.pareto(1.5, size=(len(chosen), len(wanted.contracts))) + 0.01
    numbers = random.multinomial(wanted.rows - len(chosen), (weights / weights.sum()).ravel()).reshape(weights.shape)
    numbers[np.arange(len(chosen)), weights.argmax(axis=1)] += 1
    for country, row in zip(chosen, numbers, strict=True):
        for area, number in zip(wanted.contracts, row, strict=True):
            if number:
                yield Share(country=str(country), area=area, rows=min(int(number), MOST_ROWS.get(area, int(number))))


def _write(folder: Path, share: Share, wanted: Wanted) -> Path:
    path = folder / f"synthetic_{share.area}.csv"
    found: list[Spoilt] = []
    with atomic.stream(path) as file:
        file.write(f"{MARK}\n".encode())
        start = 0
        for piece in pieces(share.area, country=share.country, rows=share.rows, seed=wanted.seed, years=YEARS):
            spoilt, faults = spoil(piece, share.area, share=wanted.faults, first=start + ROWS_ABOVE + 1)
            _append(file, spoilt, header=start == 0)
            found += faults
            start += len(piece)
    cover = {**COVER, "contact_post": f"NCB {share.country}, environmental security desk"}
    atomic.write_text(folder / (path.name + COVER_SUFFIX), yaml.safe_dump(cover, sort_keys=False))
    if wanted.faults:
        atomic.write_text(folder / f"{path.name}.faults.yaml", _told(found))
    return path


def _append(file: BinaryIO, piece: pa.Table, *, header: bool) -> None:
    """Without quotation marks where no cell needs them, as most programs write."""
    if header:
        file.write((",".join(piece.column_names) + "\n").encode())
    for quoting in ("none", "needed"):
        try:
            sink = pa.BufferOutputStream()
            csv.write_csv(piece, sink, csv.WriteOptions(include_header=False, quoting_style=quoting))
        except pa.ArrowInvalid:
            continue
        file.write(sink.getvalue())
        return


def _told(found: Sequence[Spoilt]) -> str:
    """Row of the file, column and check of each fault."""
    lines = [f"- {{row: {one.row}, column: {one.column}, check: {one.check}}}" for one in found]
    return "\n".join([f"# {MARK}", *lines]) + "\n"
