"""Can each row be placed in time, area and owner? What can't is rejected; nothing else is."""

import re
from functools import partial

import pandas as pd

from data_contracts import codelists
from data_contracts.checks import dates
from data_contracts.checks.notes import Notes
from data_contracts.crashed import guarded
from data_contracts.fields import PARTY
from data_contracts.registry import Contract

NO_COUNTRY = ("XXX", "XZZ")
"""Unknown, and international waters: codes of the list that no authority reports for."""


def reject(frame: pd.DataFrame, contract: Contract, notes: Notes) -> pd.Series:
    """Which rows cannot be placed.

    Args:
        frame: All columns of the contract, canonical text.
        contract: The contract.
        notes: Takes the findings.

    Returns:
        True for rows to reject, same index.
    """
    parts = {
        "incident_id": partial(_number, frame["incident_id"], notes),
        "incident_date": partial(_date, frame["incident_date"], notes),
        "reporting_country": partial(_country, frame["reporting_country"], notes, has_owner=frame["supplied_by"].notna()),
        "crime_area": partial(_area, frame, contract, notes),
        "supplied_by": partial(_owner, frame, notes),
    }
    rejected = pd.Series(data=False, index=frame.index)
    for name, part in parts.items():
        with guarded(notes.add_to_all, name):
            rejected = rejected | part()
    return rejected


def _number(cells: pd.Series, notes: Notes) -> pd.Series:
    notes.add("incident_id_missing", "incident_id", cells.isna())
    return cells.isna()


def _date(cells: pd.Series, notes: Notes) -> pd.Series:
    _, problems = dates.read_all(cells)
    for check in ("date_unreadable", "date_year_only", "date_part_impossible"):
        notes.add(check, "incident_date", problems == check, cells=cells)
    notes.add("date_missing", "incident_date", cells.isna())
    return cells.isna() | (problems == "date_unreadable")


def _country(cells: pd.Series, notes: Notes, *, has_owner: pd.Series) -> pd.Series:
    """A country's own record needs the country; a record that another party supplied has its owner even where the country is not known."""
    unknown = cells.isin(NO_COUNTRY) & has_owner
    placed = set(codelists.load("countries")["code"]) - set(NO_COUNTRY)
    wrong = cells.notna() & ~cells.isin(placed) & ~unknown
    notes.add("reporting_country_unknown", "reporting_country", unknown)
    notes.add("reporting_country_missing", "reporting_country", cells.isna())
    notes.add("reporting_country_unreadable", "reporting_country", wrong, cells=cells)
    return cells.isna() | wrong


def _area(frame: pd.DataFrame, contract: Contract, notes: Notes) -> pd.Series:
    """Where the contract has an area of its own, a row without one has that; an unreadable one counts as that, with a finding."""
    cells = frame["crime_area"]
    wrong = cells.notna() & ~cells.isin(codelists.codes("crime_area"))
    if contract.area:
        notes.add("area_differs", "crime_area", cells.notna() & ~wrong & (cells != contract.area), cells=cells)
        return pd.Series(data=False, index=frame.index)
    notes.add("crime_area_missing", "crime_area", cells.isna())
    notes.add("crime_area_unreadable", "crime_area", wrong, cells=cells)
    return cells.isna() | wrong


def _owner(frame: pd.DataFrame, notes: Notes) -> pd.Series:
    cells = frame["supplied_by"]
    wrong = cells.notna() & ~cells.isin([cell for cell in cells.dropna().unique() if re.fullmatch(PARTY, cell)])
    notes.add("owner_unreadable", "supplied_by", wrong, cells=cells)
    return wrong
