"""Incidents of two contracts that share a number: offices of one country often number their cases by themselves.

Records are named by the number of their incident. So a case of the forest service would replace one of the customs, and be lost, where
both call it `12/2025`. Where the other contract's record is of another area, the later incident is kept under its number and its area.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from data_contracts.registry import Contract

INCIDENT = ("reporting_country", "incident_id")
AREA = "crime_area"
COLUMNS = (*INCIDENT, AREA)
"""What must be known of records in force."""
BETWEEN = "/"
"""Between an incident's number and its area."""


@dataclass(frozen=True, kw_only=True, eq=False)
class InForce:
    """What a sender has in force, or brings in earlier sheets of the same file.

    Attributes:
        own: Records of the same contract, with `COLUMNS`.
        others: Those of other contracts.
    """

    own: pd.DataFrame
    others: pd.DataFrame

    def beside(self, sheets: Iterable[tuple[str, pd.DataFrame]], *, contract: str) -> "InForce":
        """This, and the records of other sheets.

        Args:
            sheets: The contract of each, and its records.
            contract: The contract whose records are laid against these.
        """
        found = self
        for name, records in sheets:
            part = "own" if name == contract else "others"
            rows = records.reindex(columns=list(COLUMNS))
            found = replace(found, **{part: pd.concat([getattr(found, part), rows], ignore_index=True)})
        return found


NOTHING = InForce(own=pd.DataFrame(columns=list(COLUMNS), dtype="str"), others=pd.DataFrame(columns=list(COLUMNS), dtype="str"))


def keep_apart(records: pd.DataFrame, contract: Contract, *, held: InForce) -> tuple[pd.DataFrame, pd.Index]:
    """Give incidents another name whose number is that of another area's incident under another contract.

    Args:
        records: Accepted records; index = row numbers.
        contract: Their contract.
        held: What their sender has in force.

    Returns:
        The records under names that replace nothing, and the rows that got such a name.
    """
    if records.empty or held.others.empty:
        return records, records.index[:0]
    areas = records[AREA] if AREA in records else pd.Series(contract.area, index=records.index)
    incidents, apart = _names(records), records["incident_id"] + BETWEEN + areas
    taken = set(_names(held.others))
    of_area = set(_names(held.others) + BETWEEN + held.others[AREA].astype("str"))
    kept = set(_names(held.own))
    renamed = _names(records.assign(incident_id=apart))
    rows = incidents.isin(taken) & ~(incidents + BETWEEN + areas).isin(of_area)
    rows |= renamed.isin(kept)
    return records.assign(incident_id=records["incident_id"].mask(rows, apart)), records.index[rows]


def _names(records: pd.DataFrame) -> pd.Series:
    """One text for each row's incident."""
    country, number = (records[name].astype("str").fillna("") for name in INCIDENT)
    return country + "\x1f" + number
