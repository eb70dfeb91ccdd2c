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
OTHERS: dict[str, dict[str, str]] = {
    "subjects": {
        "reporting_country": "KEN",
        "subject_type": "person",
        "source_type": "police",
        "person_status": "charged",
        "status_date": "2025-03-14",
        "basis_reference": "CR 12/2025",
        "minor": "no",
        "family_name": "Doe",
    },
    "movements": {
        "reporting_country": "KEN",
        "source_type": "coastguard",
        "movement_kind": "leg",
        "carrier_type": "vessel",
        "vessel_name": "ALBA",
        "start_date": "2025-03-14",
        "start_port": "KEMBA",
        "end_date": "2025-03-16",
        "end_port": "TZDAR",
    },
    "capacity": {"reporting_country": "KEN", "nest_status": "none"},
    "osint": {
        "link": "https://example.org/seizure",
        "publisher": "Example News",
        "published_on": "2025-03-15",
        "accessed_on": "2025-03-20",
        "evaluation_system": "4x4",
        "source_evaluation": "B",
        "information_evaluation": "3",
    },
    "cover": {"period_from": "2025-01-01", "period_to": "2025-12-31", "completeness": "all_cases", "agencies_covered": "police"},
}
"""A good row of each contract that is not of incidents, without what numbers it."""
NUMBERS = {"subjects": "subject_id", "movements": "movement_id", "osint": "source_id"}

Change = dict[str, str | None]
Validate = Callable[..., Validation]
Find = Callable[..., dict[str, Finding]]
Checks = Callable[..., list[set[str]]]


def frame(name: str, *changes: dict[str, str | None]) -> pd.DataFrame:
    """One row for each change of the good row, from source row 2 on; None takes a cell out."""
    rows = [{**_good(name, number), **change} for number, change in enumerate(changes, start=1)]
    return pd.DataFrame(rows, index=pd.RangeIndex(2, len(rows) + 2)).astype("str")


def _good(name: str, number: int) -> dict[str, str]:
    if name in AREA:
        return {**GOOD, **AREA[name], "incident_id": f"A-{number}"}
    if name == "capacity":
        return {**OTHERS[name], "return_year": str(2026 - number)}
    return {**OTHERS[name], **({NUMBERS[name]: f"A-{number}"} if name in NUMBERS else {})}
