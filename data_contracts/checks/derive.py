"""What validation adds to accepted records, each from the record itself."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from data_contracts.checks.computed import appendix_on_day, iuu_lists, names_of_computed, roundwood, whole_animals
from data_contracts.registry import Contract

PARTNERS = ("igo", "ngo", "private", "research")
RANKS = {1: "unknown", 2: "species", 3: "species"}
"""Rank of a scientific name by its number of words, where its ending does not tell."""
ENDINGS = {r"\bspp?\.?$": "genus", r"^\S+(idae|aceae)$": "family", r"^\S+(formes|ales)$": "order"}
EXACT_DECIMALS = 3
"""From so many decimals of a degree on (about 100 m) a position counts as exact."""


def of_incidents(records: pd.DataFrame, *, sent: pd.DataFrame) -> dict[str, pd.Series]:
    """Everything that is added to incidents.

    Args:
        records: All columns of the contract, typed.
        sent: The same as text.

    Returns:
        New columns, and those whose blanks are filled.
    """
    added = {
        "incident_count": records["incident_count"].fillna(1),
        "place_precision": place_precision(records, sent["latitude"]),
        "record_class": record_class(records),
        **persons_detected(records),
    }
    return added | complete(records.assign(**added), before=records)


def complete(records: pd.DataFrame, *, before: pd.DataFrame) -> dict[str, pd.Series]:
    """What dated tables tell where a sender says nothing, and which columns that is.

    Args:
        records: Incidents, typed, with `date_from` and `date_to`.
        before: The same as they were read.
    """
    able = {name: item for name, item in COMPUTED.items() if set(item.needs) <= set(records.columns)}
    found = {name: item.of(records) for name, item in able.items()}
    added = {name: records[name].fillna(cells) if name in records else cells for name, cells in found.items()}
    return added | {"computed": names_of_computed(before, records.assign(**added))}


def record_class(records: pd.DataFrame) -> pd.Series:
    """Whose word a record is: counts of police, administrative, partners' and open-source records are never mixed.

    Args:
        records: `source_type` and `legal_nature`.

    Returns:
        police, administrative, partner or open_source.
    """
    source = records["source_type"]
    found = pd.Series("police", index=records.index, dtype="str")
    found = found.mask(records["legal_nature"] == "administrative", "administrative")
    return found.mask(source.isin(PARTNERS), "partner").mask(source == "media", "open_source")


def fill_defaults(frame: pd.DataFrame, contract: Contract) -> pd.DataFrame:
    """Fill what a blank stands for in this contract.

    Args:
        frame: All columns of the contract, canonical text.
        contract: The contract.

    Returns:
        A new frame; `item_no` and `incident_count` are left, because what they stand for depends on other cells.
    """
    defaults = {name: field.default for name, field in contract.fields.items() if field.default} | contract.defaults
    defaults = {name: word for name, word in defaults.items() if name not in {"item_no", "incident_count"}}
    return frame.assign(**{name: frame[name].fillna(word) for name, word in defaults.items()})


def place_precision(records: pd.DataFrame, latitude: pd.Series) -> pd.Series:
    """How exact the place is, where the sender does not say.

    Args:
        records: `place_precision`, `latitude`, `longitude`, `place_name`, `admin1` and `location_type`.
        latitude: The latitude as text: the number of its decimals counts.

    Returns:
        Codes of the list, none missing.
    """
    found = pd.Series("country", index=records.index, dtype="str")
    found = found.mask(records["location_type"].isin(["eez", "high_seas"]), "sea_area")
    found = found.mask(records["admin1"].notna(), "admin1").mask(records["place_name"].notna(), "locality")
    position = records["latitude"].notna() & records["longitude"].notna()
    exact = latitude.str.contains(rf"\.\d{{{EXACT_DECIMALS},}}$", regex=True).fillna(value=False).astype(bool)
    found = found.mask(position, "locality").mask(position & exact, "exact")
    return records["place_precision"].fillna(found)


def taxon_rank(records: pd.DataFrame) -> pd.Series:
    """The rank that a scientific name speaks of, where the sender does not say.

    Args:
        records: `taxon_rank` and `scientific_name`.

    Returns:
        Codes of the list; missing where there is no name.
    """
    ranks = {name: _rank(name) for name in records["scientific_name"].dropna().unique()}
    return records["taxon_rank"].fillna(records["scientific_name"].map(ranks).astype("str"))


def persons_detected(records: pd.DataFrame) -> pd.DataFrame:
    """The two columns of persons detected, each filled from the other.

    Args:
        records: `persons_detected` and `offender_count`.
    """
    detected = records["persons_detected"].fillna(records["offender_count"])
    return pd.DataFrame({"persons_detected": detected, "offender_count": detected})


def _rank(name: str) -> str:
    told = (rank for ending, rank in ENDINGS.items() if re.search(ending, name))
    return next(told, RANKS.get(len(name.split()), "unknown"))


@dataclass(frozen=True, kw_only=True)
class Computed:
    """How a column is computed.

    Attributes:
        needs: Columns of the contract without which it has no such column.
        of: Gives it for all rows, blank where it can't be told.
    """

    needs: tuple[str, ...]
    of: Callable[[pd.DataFrame], pd.Series]


COMPUTED: Mapping[str, Computed] = {
    "taxon_rank": Computed(needs=("taxon_rank", "scientific_name"), of=taxon_rank),
    "cites_appendix": Computed(needs=("cites_appendix", "scientific_name", "origin_country"), of=appendix_on_day),
    "whole_equivalents": Computed(needs=("whole_equivalents", "scientific_name", "specimen_term", "quantity", "unit"), of=whole_animals),
    "iuu_list": Computed(needs=("iuu_list", "vessel_imo"), of=iuu_lists),
    "roundwood_m3": Computed(needs=("volume_m3", "volume_basis", "product_form"), of=roundwood),
}
"""Columns of the areas that are completed where they are blank."""
