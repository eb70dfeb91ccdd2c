"""Columns that are computed where the sender leaves them blank, by dated tables: what the tables do not hold stays blank."""

from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_contracts import codelists, reference

Row = tuple[str, str, np.datetime64, np.datetime64]
"""Country of a population (blank for all), Appendix (blank where it depends on more), first and last day."""
Listing = tuple[str, np.datetime64, np.datetime64]

NO_ORIGIN = ("", "XXX", "XZZ")
FOUND = ("taxon_rank", "place_precision", "cites_appendix", "whole_equivalents", "iuu_list", "roundwood_m3")
"""Columns that can be computed."""


def appendix_on_day(records: pd.DataFrame) -> pd.Series:
    """The CITES Appendix of a taxon on the day of the incident.

    A species stands before its genus. Where a listing differs by population, the country of origin decides; without it nothing does.
    A date that spans a change of the Appendices has none. No answer ever says that a taxon is not listed: the table holds too few.

    Args:
        records: `scientific_name`, `origin_country`, `date_from` and `date_to`.

    Returns:
        I, II or III; missing where the table does not tell.
    """
    first, last = (records[name].to_numpy() for name in ("date_from", "date_to"))
    found = np.full(len(records), None, dtype=object)
    for listings, rows in _rows_by_listings(records).items():
        for appendix, start, end in listings:
            within = rows[(first[rows] >= start) & (last[rows] <= end)]
            found[within] = appendix or None
    return pd.Series(found, index=records.index, dtype="str")


def appendix_differs(records: pd.DataFrame) -> pd.Series:
    """Rows whose sender gives another Appendix than the table.

    Args:
        records: Those of `appendix_on_day`, and `cites_appendix`.
    """
    sent = records["cites_appendix"]
    if sent.isna().all():
        return pd.Series(data=False, index=records.index)
    found = appendix_on_day(records)
    return found.notna() & sent.notna() & ~sent.isin(["unknown"]) & (found != sent)


def whole_animals(records: pd.DataFrame) -> pd.Series:
    """How many whole animals a quantity of parts stands for.

    Args:
        records: `scientific_name`, `specimen_term`, `quantity` and `unit`.

    Returns:
        Animals; missing where no factor fits.
    """
    kind_of_row, kinds = _distinct(records, ["scientific_name", "specimen_term", "unit"])
    factors = np.array([_factor(*kind) for kind in kinds], dtype=float)
    found: pd.Series = (records["quantity"] * factors[kind_of_row]).astype("float64")
    return found


def roundwood(records: pd.DataFrame) -> pd.Series:
    """The roundwood that a volume of timber was made of.

    Args:
        records: `volume_m3`, `volume_basis` and `product_form`.

    Returns:
        Cubic metres; missing where no factor fits. A standing volume has none: how much of it would be logs is not known.
    """
    factors = reference.load("roundwood").set_index("product_form")["factor"].astype("float64")
    of_product = records["product_form"].map(factors).astype("float64").where(records["volume_basis"].eq("product"))
    factor = of_product.mask(records["volume_basis"].eq("roundwood"), 1.0)
    return (records["volume_m3"] * factor).astype("float64")


def iuu_lists(records: pd.DataFrame) -> pd.Series:
    """The regional bodies on whose lists a vessel stood on the day of the incident.

    Args:
        records: `vessel_imo`, `date_from` and `date_to`.

    Returns:
        Bodies separated by `;`; missing where the table names none.
    """
    found: dict[object, list[str]] = {}
    for row in reference.load("iuu_vessels").itertuples(index=False):
        first, last = pd.Timestamp(str(row.valid_from)), pd.Timestamp(str(row.valid_to) or "2262-01-01")
        hit = records["vessel_imo"].eq(str(row.vessel_imo)) & (records["date_from"] >= first) & (records["date_to"] <= last)
        for label in records.index[hit]:
            found.setdefault(label, []).append(str(row.rfmo))
    return pd.Series({label: ";".join(sorted(set(names))) for label, names in found.items()}, dtype="str").reindex(records.index)


def names_of_computed(before: pd.DataFrame, after: pd.DataFrame) -> pd.Series:
    """Which of a record's columns were computed, so that a reader can tell them from what was sent.

    Args:
        before: Records as they were read.
        after: The same, completed.

    Returns:
        Columns separated by `;`; missing where none was.
    """
    columns = [name for name in FOUND if name in after]
    kind = np.zeros(len(after), dtype=np.int64)
    for place, name in enumerate(columns):
        new = after[name].notna() & (before[name].isna() if name in before else True)
        kind += new.to_numpy(dtype=np.int64) << place
    of_row, kinds = pd.factorize(kind)
    texts = [";".join(name for place, name in enumerate(columns) if number >> place & 1) or None for number in kinds]
    return pd.Series(pd.array(texts, dtype="str").take(of_row), index=after.index)


def _rows_by_listings(records: pd.DataFrame) -> dict[tuple[Listing, ...], NDArray[np.int64]]:
    """Positions of rows by what the table says of their taxon and origin: each pair is looked up once."""
    pair_of_row, pairs = _distinct(records, ["scientific_name", "origin_country"])
    kind_of_pair, kinds = pd.factorize(pd.Series([_listings(name, origin) if name else () for name, origin in pairs], dtype=object))
    kind_of_row = kind_of_pair[pair_of_row]
    return {kind: np.flatnonzero(kind_of_row == number) for number, kind in enumerate(kinds) if kind}


def _distinct(records: pd.DataFrame, names: list[str]) -> tuple[NDArray[np.intp], list[tuple[str, ...]]]:
    """The distinct combinations of some columns, blank for missing, and the number of each row's: a million rows have few."""
    codes = [pd.factorize(records[name].fillna("")) for name in names]
    number = np.zeros(len(records), dtype=np.int64)
    for of_row, distinct in codes:
        number = number * len(distinct) + of_row
    of_row, kinds = pd.factorize(number)
    parts = []
    for _, distinct in reversed(codes):
        kinds, place = np.divmod(kinds, max(1, len(distinct)))
        parts.append([str(text) for text in distinct.take(place)])
    return of_row, list(zip(*reversed(parts), strict=True))


@lru_cache(maxsize=10_000)
def _factor(taxon: str, term: str, unit: str) -> float:
    """Animals to one unit of a part, the last row of the table that fits; not a number where none does."""
    base, size = _units().get(unit, ("", float("nan")))
    found = float("nan")
    for of, factor in _animals().get((term, base), ()):
        if f"{taxon.lower()} ".startswith(of):
            found = factor * size
    return found


@lru_cache
def _animals() -> dict[tuple[str, str], list[tuple[str, float]]]:
    """Factors by specimen term and unit, each with how a name of its taxon begins."""
    found: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for row in reference.load("whole_animals").itertuples(index=False):
        found.setdefault((str(row.specimen_term), str(row.unit)), []).append(
            (f"{str(row.taxon).lower()} ".lstrip(), float(str(row.factor)))
        )
    return found


@lru_cache
def _units() -> dict[str, tuple[str, float]]:
    """Base unit and size of each unit that has one."""
    rows = codelists.load("unit")[["code", "base", "factor"]]
    return {str(code): (str(base), float(factor)) for code, base, factor in rows.itertuples(index=False) if base}


@lru_cache
def _by_taxon() -> dict[str, tuple[Row, ...]]:
    rows: dict[str, list[Row]] = {}
    for row in reference.load("listings").itertuples(index=False):
        span = (np.datetime64(str(row.valid_from)), np.datetime64(str(row.valid_to)))
        rows.setdefault(str(row.taxon).lower(), []).append((str(row.origin), str(row.appendix), *span))
    return {taxon: tuple(found) for taxon, found in rows.items()}


@lru_cache(maxsize=10_000)
def _listings(name: str, origin: str) -> tuple[Listing, ...]:
    """The listings of a taxon from a country, those of its population last, so that they stand."""
    listed, words = _by_taxon(), name.lower().split()
    rows = listed.get(" ".join(words[:2])) or (() if _is_split(words) else listed.get(words[0], ()))
    if origin in NO_ORIGIN and any(of for of, *_ in rows):
        return ()
    ordered = sorted((row for row in rows if row[0] in {"", origin}), key=lambda row: row[0] != "")
    return tuple((appendix, first, last) for _, appendix, first, last in ordered)


def _is_split(words: list[str]) -> bool:
    """Whether a name says no more than a genus of which some species are listed otherwise."""
    whole = len(words) == 1 or words[1].startswith("sp")
    return whole and any(taxon.startswith(f"{words[0]} ") for taxon in _by_taxon())
