"""Synthetic submissions of many countries, for trials and benchmarks: each file says in its first line that nothing in it happened."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from data_contracts import codelists
from data_contracts.publish.synth import AREAS, synth
from ens_reports import atomic

MARK = "SYNTHETIC EXAMPLE DATA: nothing in this file happened"
YEARS = range(2021, 2026)
COVER = {
    "period_from": "2024-01-01",
    "period_to": "2025-12-31",
    "completeness": "all_cases",
    "consortium": "yes",
    "reply_language": "en",
    "synthetic": "yes",
}


@dataclass(frozen=True, kw_only=True)
class Share:
    """One file to write: a country's rows in one area."""

    country: str
    area: str
    rows: int


def write(out: Path, *, countries: int, rows: int, seed: int) -> tuple[Path, ...]:
    """Write synthetic submissions as CSV, each with its cover sheet, in one folder per country.

    Args:
        out: Where the folders go.
        countries: How many member countries; at most all.
        rows: Records in all.
        seed: Equal seeds give equal files.

    Returns:
        The CSV files.
    """
    return tuple(_write(out / share.country, share, seed) for share in shares(countries=countries, rows=rows, seed=seed))


def shares(*, countries: int, rows: int, seed: int) -> Iterator[Share]:
    """Who sends how much: a few countries send most, and most have one or two areas that they see.

    Args:
        countries: How many.
        rows: In all.
        seed: Equal seeds give equal shares.
    """
    random = np.random.default_rng(seed)
    members = sorted(codelists.load("countries").query("member == 'yes'")["code"])
    chosen = sorted(random.choice(members, size=min(countries, len(members)), replace=False))
    weights = random.pareto(1.5, size=(len(chosen), len(AREAS))) + 0.01
    numbers = random.multinomial(rows, (weights / weights.sum()).ravel()).reshape(weights.shape)
    for country, row in zip(chosen, numbers, strict=True):
        for area, number in zip(AREAS, row, strict=True):
            if number:
                yield Share(country=str(country), area=area, rows=int(number))


def _write(folder: Path, share: Share, seed: int) -> Path:
    path = folder / f"synthetic_{share.area}.csv"
    frame = synth(share.area, country=share.country, rows=share.rows, seed=seed, years=YEARS)
    text = io.StringIO()
    frame.to_csv(text, index=False, lineterminator="\n")
    atomic.write_text(path, f"{MARK}\n{text.getvalue()}")
    cover = {**COVER, "contact_post": f"NCB {share.country}, environmental security desk"}
    atomic.write_text(folder / f"{path.name}.cover.yaml", yaml.safe_dump(cover, sort_keys=False))
    return path
