"""Synthetic records in any number: a pool of drawn incidents, and then variations of them, piece by piece."""

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data_contracts.publish.synth import OWN_AMOUNT, synth
from data_contracts.publish.synth_others import open_rows, others
from data_contracts.registry import contract

POOL = 600
"""Rows that are drawn one by one; more of them would look no more real."""
PIECE = 200_000
"""Rows of a piece: what is held in memory at once."""
SMALL_PIECE = 20_000
"""The same of families whose rows take more memory while they are made."""
NEAR = 300
"""Ten-thousandths of a degree by which a place varies."""
LEAST, MOST = 40, 250
"""Per cent by which a quantity varies."""
DAYS = 28
AMOUNTS = ("quantity", *dict.fromkeys(OWN_AMOUNT.values()))
POSITIONS = ("latitude", "longitude")


def pieces(contract_name: str, *, country: str, rows: int, seed: int, years: Sequence[int]) -> Iterator[pa.Table]:
    """Synthetic records of one country, as text: the first piece is what `synth` draws, the others vary it.

    Day, place and quantity vary; what depends on the month, such as codes of a list that changed, stays with its month.

    Args:
        contract_name: Name of a contract.
        country: Reporting country, ISO 3166-1 alpha-3.
        rows: Number of rows.
        seed: Equal seeds give equal records.
        years: Years of the incidents.

    Yields:
        Tables with the same columns, all text, blank cells null.
    """
    if contract(contract_name).family != "incidents":
        yield from _others(contract_name, country=country, rows=rows, seed=seed, years=years)
        return
    pool = synth(contract_name, country=country, rows=min(rows, POOL), seed=seed, years=years)
    yield pa.Table.from_pandas(pool, preserve_index=False)
    first = pa.Table.from_pandas(pool[pool["item_no"] == "1"] if "item_no" in pool else pool, preserve_index=False)
    random = np.random.default_rng([seed, crc32(country.encode()), crc32(contract_name.encode()), 1])
    number = contract(contract_name).number
    for start in range(len(pool), rows, PIECE):
        chosen = first.take(pa.array(random.integers(len(first), size=min(PIECE, rows - start))))
        yield _varied(chosen, random, (number, start))


def _others(contract_name: str, *, country: str, rows: int, seed: int, years: Sequence[int]) -> Iterator[pa.Table]:
    """The other families are made in pieces as they are: every row is drawn."""
    columns: list[str] = []
    for start in range(0, rows, SMALL_PIECE):
        wanted = open_rows(country, years=years, first=start, number=min(SMALL_PIECE, rows - start), seed=(seed, contract_name))
        made = others(contract(contract_name), wanted)
        columns = columns or [str(name) for name in made]
        yield pa.Table.from_pandas(made.reindex(columns=columns).astype("str"), preserve_index=False)


def _varied(table: pa.Table, random: np.random.Generator, numbering: tuple[str, int]) -> pa.Table:
    """Other days, places, quantities and numbers; equal columns of an amount stay equal."""
    number, start = numbering
    changed = {name: _near(table[name], random) for name in POSITIONS if name in table.column_names}
    share = pa.array(random.integers(LEAST, MOST, size=len(table)))
    changed |= {name: _times(table[name], share) for name in AMOUNTS if name in table.column_names}
    if "incident_date" in table.column_names:
        changed["incident_date"] = _another_day(table["incident_date"], random)
    if number:
        changed[number] = _numbers(table[number], start)
    for name, column in changed.items():
        place = table.column_names.index(name)
        table = table.set_column(place, table.schema.field(place), pc.cast(column, table.schema.field(place).type))
    return table


def _near(column: pa.ChunkedArray, random: np.random.Generator) -> pa.ChunkedArray:
    """Counted in whole ten-thousandths of a degree, so that every machine gives the same digits."""
    parts = pc.cast(pc.round(pc.multiply(pc.cast(column, "float64"), 10_000)), "int64")
    moved = pc.add(parts, pa.array(random.integers(-NEAR, NEAR, size=len(column))))
    return pc.cast(pc.divide(pc.cast(moved, "float64"), 10_000.0), "string")


def _times(column: pa.ChunkedArray, per_cent: pa.Array) -> pa.ChunkedArray:
    """Whole numbers stay whole; others keep one decimal."""
    whole = pc.invert(pc.match_substring(column, "."))
    tenths = pc.cast(pc.round(pc.multiply(pc.cast(column, "float64"), 10)), "int64")
    scaled = pc.max_element_wise(pc.divide(pc.multiply(tenths, per_cent), 100), 1, skip_nulls=False)
    counted = pc.max_element_wise(pc.divide(scaled, 10), 1, skip_nulls=False)
    return pc.if_else(whole, pc.cast(counted, "string"), pc.cast(pc.divide(pc.cast(scaled, "float64"), 10.0), "string"))


def _another_day(column: pa.ChunkedArray, random: np.random.Generator) -> pa.ChunkedArray:
    """Another day of the same month; what is known to the month or the year stays."""
    days = pa.array([f"{day:02d}" for day in range(1, DAYS + 1)]).take(pa.array(random.integers(DAYS, size=len(column))))
    whole = pc.equal(pc.utf8_length(column), len("2025-03-14"))
    month = pc.utf8_slice_codeunits(column, 0, len("2025-03-"))
    return pc.if_else(whole, pc.binary_join_element_wise(pc.cast(month, "string"), days, ""), pc.cast(column, "string"))


def _numbers(column: pa.ChunkedArray, start: int) -> pa.ChunkedArray:
    """The series of each number goes on, with the row's place in the file."""
    series = pc.replace_substring_regex(pc.cast(column, "string"), r"\d+$", "")
    places = pa.array(np.arange(start, start + len(column)).astype("str"))
    return pc.binary_join_element_wise(series, pa.array(["V"] * len(column)), places, "")
