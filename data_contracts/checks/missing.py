"""Which recommended fields are not recorded, in which rows or in the whole file: each gap has a cost in the reports."""

import pandas as pd

from data_contracts.checks.notes import Notes
from data_contracts.wording.missing import ABSENT, ROWS

ANY_OF = {
    "place": ("place_name", "admin1", "latitude"),
    "position": ("latitude",),
    "evaluation": ("source_evaluation", "information_evaluation"),
    "commodity": ("commodity", "scientific_name", "species_3a", "substance_name", "mineral"),
    "quantity": ("quantity", "catch_kg", "volume_m3", "area_ha", "pieces", "slick_area_km2"),
}
"""Fields that stand for one question; one of them answers it. A question that is not here is the column of its name."""
NOT_OF_AGGREGATES = ("day", "position", "evaluation", "detecting_agency")
OF_MOVEMENT = ("origin_country", "transit_countries", "destination_country", "transport_mode", "concealment")
"""Asked only where something can have been on its way."""
STILL = ("aggregate", "sighting", "site_visit")
AT_HOME = ("taking", "processing", "disposal")


def note_missing(records: pd.DataFrame, notes: Notes) -> None:
    """Note the gaps; those of the whole file in one finding, for they have one cause: the sender does not record it.

    A nil return has none; no row is asked what it can't say: an aggregate its day, a felled tree its route.

    Args:
        records: Accepted records, all columns.
        notes: Takes the findings.
    """
    counted = records["record_type"] != "nil"
    single = counted & (records["record_type"] != "aggregate")
    moved = counted & ~records["record_type"].isin(STILL) & ~records["supply_chain_stage"].isin(AT_HOME)
    asked = dict.fromkeys(NOT_OF_AGGREGATES, single) | dict.fromkeys(OF_MOVEMENT, moved)
    absent: list[str] = []
    for name, *_ in ROWS:
        columns, of_whom = _columns(records, name), asked.get(name, counted)
        rows = _gap(records, name) & of_whom & ~notes.explained(columns, records.index)
        if name != "day" and rows.any() and rows.equals(of_whom):
            absent.append(name)
        else:
            notes.add(f"missing.{name}", columns[0], rows)
    if absent:
        weights = {severity for name, severity, *_ in ROWS if name in absent}
        notes.add_to_all(ABSENT["warning" if "warning" in weights else "note"], {"fields": ", ".join(absent)})


def _gap(records: pd.DataFrame, name: str) -> pd.Series:
    if name == "day":
        return records["date_precision"] != "day"
    return records[_columns(records, name)].isna().all(axis="columns")


def _columns(records: pd.DataFrame, name: str) -> list[str]:
    """The columns of the contract that answer the question; a finding points at the first."""
    return ["incident_date"] if name == "day" else [column for column in ANY_OF.get(name, (name,)) if column in records]
