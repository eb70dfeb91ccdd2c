"""Wildlife tables of any length for the benchmarks: made from synthetic records, nearly all right or nearly all wrong."""

from pathlib import Path

import numpy as np
import pandas as pd

from data_contracts.publish.synth import synth

BASE_ROWS = 5_000
PIECE_ROWS = 100_000
PARTY = "KEN"
COLUMNS = (
    "incident_id", "item_no", "incident_date", "reporting_country", "source_type", "place_name", "admin1", "latitude", "longitude",
    "location_type", "legal_nature", "commodity", "quantity", "unit", "origin_country", "transit_countries", "destination_country",
    "transport_mode", "concealment", "detection_method", "persons_detected", "outcome", "confidentiality", "scientific_name",
    "specimen_term",
)  # fmt: skip
WRONG = {
    "incident_date": ("32.13.{n}", "soon {n}", "1{n}-01-02x", "le {n} du mois"),
    "source_type": ("Polizei {n}", "???", "n° {n}"),
    "latitude": ("{n} north", "9{n}", "S{n}°x"),
    "longitude": ("{n} east", "-9{n}", "?"),
    "location_type": ("near km {n}", "harbour-{n}", "x"),
    "legal_nature": ("both", "crim. {n}"),
    "commodity": ("thing {n}", "marfil {n}", "???"),
    "quantity": ("about a lot", "{n} or so", "2 à {n}", "-{n}"),
    "unit": ("sacks", "u{n}"),
    "origin_country": ("Atlantis", "Land {n}", "ZZ{n}"),
    "transit_countries": ("via {n}", "A;B;{n}", "Nowhere"),
    "destination_country": ("Utopia {n}", "-{n}-"),
    "transport_mode": ("camel", "flight no {n}"),
    "concealment": ("box {n}", "in the {n}th tank"),
    "detection_method": ("luck", "tip {n}"),
    "persons_detected": ("some", "{n}.5", "-{n}"),
    "outcome": ("ask {n}", "later"),
    "confidentiality": ("top {n}", "eyes only"),
    "specimen_term": ("piece no {n}", "zz"),
}
"""Column -> what stands in it instead, with a number that makes values distinct."""
WRONG_SHARE = 0.85
DISTINCT_SHARE = 0.3
"""Of the wrong cells, those whose number is their row's own; the others have one of fifty."""


def write_csv(path: Path, rows: int, *, wrong: bool = False, seed: int = 7) -> Path:
    """Write a table with distinct incidents, in pieces, so that no length needs much memory.

    Args:
        path: Where to.
        rows: How many.
        wrong: Most cells of most rows are wrong, in varied ways.
        seed: Equal seeds give equal files.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        for first in range(0, rows, PIECE_ROWS):
            piece(first, min(PIECE_ROWS, rows - first), wrong=wrong, seed=seed).to_csv(file, index=False, header=first == 0)
    return path


def piece(first: int, rows: int, *, wrong: bool = False, seed: int = 7) -> pd.DataFrame:
    """Some rows of the table.

    Args:
        first: Number of the first row.
        rows: How many.
        wrong: As in `write_csv`.
        seed: As in `write_csv`.
    """
    base = synth("wildlife", country=PARTY, rows=BASE_ROWS, seed=seed, years=range(2015, 2026)).reindex(columns=list(COLUMNS))
    random = np.random.default_rng([seed, first])
    table = base.iloc[random.permutation(np.arange(rows) % BASE_ROWS)].reset_index(drop=True)
    table["incident_id"] = [f"KWS/{number // 7919:04}/{number:08}" for number in range(first, first + rows)]
    table["item_no"] = "1"
    for name in ("latitude", "longitude"):
        table[name] = (table[name].astype("float64") + random.normal(scale=0.05, size=rows)).round(4).astype("str").replace("nan", None)
    return _spoilt(table, first, random) if wrong else table


def _spoilt(table: pd.DataFrame, first: int, random: np.random.Generator) -> pd.DataFrame:
    rows = len(table)
    for name, texts in WRONG.items():
        numbers = np.where(random.random(rows) < DISTINCT_SHARE, np.arange(first, first + rows), random.integers(50, size=rows))
        kinds = random.integers(len(texts), size=rows)
        made = pd.Series([texts[kind].format(n=number) for kind, number in zip(kinds, numbers, strict=True)], dtype="str")
        table[name] = table[name].mask(pd.Series(random.random(rows) < WRONG_SHARE), made)
    return table


def write_xlsx(path: Path, rows: int, *, seed: int = 7) -> Path:
    """Write a table as a workbook.

    Args:
        path: Where to.
        rows: How many.
        seed: Equal seeds give equal cells.
    """
    import xlsxwriter  # noqa: PLC0415 - the other tables need no workbook

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Records")
        sheet.write_row(0, 0, COLUMNS)
        table = piece(0, rows, seed=seed).astype("object")
        for number, row in enumerate(table.where(table.notna(), "").to_numpy(), start=1):
            sheet.write_row(number, 0, row)
    return path
