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
    found, sent = appendix_on_day(records), records["cites_appendix"]
    return found.notna() & sent.notna() & ~sent.isin(["unknown"]) & (found != sent)


def whole_animals(records: pd.DataFrame) -> pd.Series:
    """How many whole animals a quantity of parts stands for.

    Args:
        records: `scientific_name`, `specimen_term`, `quantity` and `unit`.

    Returns:
        Animals; missing where no factor fits.
    """
    units = codelists.load("unit").set_index("code")
    base, factor = records["unit"].map(units["base"]), pd.to_numeric(records["unit"].map(units["factor"]), errors="coerce")
    found = pd.Series(index=records.index, dtype="float64")
    for row in reference.load("whole_animals").itertuples(index=False):
        fits = (
            records["specimen_term"].eq(str(row.specimen_term))
            & base.eq(str(row.unit))
            & _is_of(records["scientific_name"], str(row.taxon))
        )
        found = found.mask(fits, records["quantity"] * factor * float(str(row.factor)))
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
    names = pd.Series("", index=after.index, dtype="str")
    for column in (name for name in FOUND if name in after):
        new = after[column].notna() & (before[column].isna() if column in before else True)
        names = names.mask(new, names + ";" + column)
    return names.str.lstrip(";").replace("", None).astype("str")


def _rows_by_listings(records: pd.DataFrame) -> dict[tuple[Listing, ...], NDArray[np.int64]]:
    """Positions of rows by what the table says of their taxon and origin: each pair is looked up once."""
    names, taxa = pd.factorize(records["scientific_name"])
    origins, countries = pd.factorize(records["origin_country"])
    pairs, of_row = np.unique(np.stack([names, origins]), axis=1, return_inverse=True)
    told = [_listings(str(taxa[name]), str(countries[origin]) if origin >= 0 else "") if name >= 0 else () for name, origin in pairs.T]
    kinds, kind_of_pair = pd.factorize(pd.Series(told, dtype=object))[::-1]
    kind_of_row = kind_of_pair[np.ravel(of_row)]
    return {kind: np.flatnonzero(kind_of_row == number) for number, kind in enumerate(kinds) if kind}


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


def _is_of(names: pd.Series, taxon: str) -> pd.Series:
    """True for a taxon and what is under it; an empty one is any."""
    if not taxon:
        return pd.Series(data=True, index=names.index)
    lower = names.str.lower()
    return (lower.eq(taxon.lower()) | lower.str.startswith(f"{taxon.lower()} ")).fillna(value=False).astype(bool)
