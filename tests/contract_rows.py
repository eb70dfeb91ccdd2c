"""Rows to validate: one good row of each contract, and what changes in it."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from data_contracts.findings import Finding, Validation

TODAY = date(2026, 2, 1)
GOOD = {"incident_id": "A-1", "incident_date": "2025-03-14", "reporting_country": "KEN", "source_type": "police"}
AREA = {
    "wildlife": {"scientific_name": "Manis gigantea", "specimen_term": "SCA"},
    "fisheries": {"infringement_type": "unlicensed", "species_3a": "YFT"},
    "forestry": {"infringement_type": "clearing"},
    "pollution": {"pollution_type": "land_discharge", "medium": "soil"},
    "mining": {"mineral": "gold"},
    "incidents": {"crime_area": "undetermined"},
}

Change = dict[str, str | None]
Validate = Callable[..., Validation]
Find = Callable[..., dict[str, Finding]]
Checks = Callable[..., list[set[str]]]


def frame(name: str, *changes: dict[str, str | None]) -> pd.DataFrame:
    """One row for each change of the good row, from source row 2 on; None takes a cell out."""
    rows = [{**GOOD, **AREA[name], "incident_id": f"A-{number}", **change} for number, change in enumerate(changes, start=1)]
    return pd.DataFrame(rows, index=pd.RangeIndex(2, len(rows) + 2)).astype("str")
