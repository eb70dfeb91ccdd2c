"""Which recommended fields are not recorded, in which rows or in the whole file: each gap has a cost in the reports."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import and_

import numpy as np
import pandas as pd

from data_contracts.checks.notes import Notes
from data_contracts.findings import Finding
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
    """Note the gaps, and who was asked; `join_absent` then tells those of the whole file as one, for they have one cause.

    A nil return has none; no row is asked what it can't say: an aggregate its day, a felled tree its route.

    Args:
        records: Accepted records, all columns.
        notes: Takes the findings.
    """
    counted = records["record_type"] != "nil"
    single = counted & (records["record_type"] != "aggregate")
    moved = counted & ~records["record_type"].isin(STILL) & ~records["supply_chain_stage"].isin(AT_HOME)
    asked = dict.fromkeys(NOT_OF_AGGREGATES, single) | dict.fromkeys(OF_MOVEMENT, moved)
    for name, *_ in ROWS:
        columns, of_whom = _columns(records, name), asked.get(name, counted)
        notes.asked[name] = int(of_whom.sum())
        notes.add(f"missing.{name}", columns[0], _gap(records, name) & of_whom & ~notes.explained(columns, records.index))


def join_absent(found: Sequence[Finding], asked: Mapping[str, int]) -> list[Finding]:
    """The gaps of a whole file, those of all its rows as one.

    Args:
        found: All findings, each cause once.
        asked: Name of the question -> how many rows were asked it.

    Returns:
        The findings with one for all questions that no row answers, in place of one for each.
    """
    gaps = {finding.check: len(finding.rows) for finding in found}
    absent = [name for name, *_ in ROWS if name != "day" and 0 < asked.get(name, 0) == gaps.get(f"missing.{name}")]
    if not absent:
        return list(found)
    weights = {severity for name, severity, *_ in ROWS if name in absent}
    check = ABSENT["warning" if "warning" in weights else "note"]
    values = {"fields": ", ".join(absent), **{f"rows_{name}": str(asked[name]) for name in absent}}
    whole = Finding(check=check, field="", rows=np.array([], dtype=np.int64), values=values)
    return [*(finding for finding in found if finding.check.removeprefix("missing.") not in absent), whole]


def _gap(records: pd.DataFrame, name: str) -> pd.Series:
    if name == "day":
        return records["date_precision"] != "day"
    first, *others = (records[column].isna() for column in _columns(records, name))
    return reduce(and_, others, first)


def _columns(records: pd.DataFrame, name: str) -> list[str]:
    """The columns of the contract that answer the question; a finding points at the first."""
    return ["incident_date"] if name == "day" else [column for column in ANY_OF.get(name, (name,)) if column in records]
