"""Can each row be placed, and kept as its owner allows? What can't is rejected; nothing else is.

A table says what places the rows of each family.
"""

import re
from collections.abc import Callable, Mapping

import pandas as pd

from data_contracts import codelists
from data_contracts.checks import dates
from data_contracts.checks.notes import Notes
from data_contracts.crashed import guarded
from data_contracts.families import Family
from data_contracts.fields import PARTY
from data_contracts.registry import Contract

NO_COUNTRY = ("XXX", "XZZ")
"""Unknown, and international waters: codes of the list that no authority reports for."""
Placer = Callable[[pd.DataFrame, Contract, Notes], pd.Series]
"""All columns of a contract in; true out for rows that can't be placed by what it looks at."""


def reject(frame: pd.DataFrame, contract: Contract, notes: Notes) -> pd.Series:
    """Which rows cannot be placed.

    Args:
        frame: All columns of the contract, canonical text.
        contract: The contract.
        notes: Takes the findings.

    Returns:
        True for rows to reject, same index.
    """
    rejected = pd.Series(data=False, index=frame.index)
    for name, place in PLACED_BY[contract.family].items():
        with guarded(notes.add_to_all, name):
            rejected = rejected | place(frame, contract, notes)
    return rejected


def _numbered(frame: pd.DataFrame, contract: Contract, notes: Notes) -> pd.Series:
    blank = frame[contract.number].isna()
    notes.add("incident_id_missing" if contract.number == "incident_id" else "number_missing", contract.number, blank)
    return blank


def _dated(column: str) -> Placer:
    def place(frame: pd.DataFrame, _contract: Contract, notes: Notes) -> pd.Series:
        cells = frame[column]
        _, problems = dates.read_all(cells)
        for check in ("date_unreadable", "date_year_only", "date_part_impossible"):
            notes.add(check, column, problems == check, cells=cells)
        notes.add("date_missing", column, cells.isna())
        return cells.isna() | (problems == "date_unreadable")

    return place


def _dated_by_any(*columns: str) -> Placer:
    """Days of which one is enough; a part of one is not, because only whole cells are kept of them."""

    def place(frame: pd.DataFrame, _contract: Contract, notes: Notes) -> pd.Series:
        undated = pd.Series(data=True, index=frame.index)
        for column in columns:
            _, problems = dates.read_all(frame[column])
            undated &= frame[column].isna() | problems.notna()
        notes.add("source_undated", columns[0], undated, cells=frame[columns[0]])
        return undated

    return place


def _year(frame: pd.DataFrame, contract: Contract, notes: Notes) -> pd.Series:
    cells, field = frame["return_year"], contract.fields["return_year"]
    years = pd.to_numeric(cells, errors="coerce")
    wrong = ~((years >= (field.minimum or 0)) & (years <= (field.maximum or 0)))
    notes.add("return_year_unreadable", "return_year", wrong, cells=cells)
    return wrong


def _linked(frame: pd.DataFrame, contract: Contract, notes: Notes) -> pd.Series:
    wrong = ~frame["link"].str.fullmatch(contract.fields["link"].pattern).fillna(value=False).astype(bool)
    notes.add("link_unreadable", "link", wrong, cells=frame["link"])
    return wrong


def _typed(frame: pd.DataFrame, contract: Contract, notes: Notes) -> pd.Series:
    wrong = ~frame["subject_type"].isin(contract.fields["subject_type"].allowed)
    notes.add("subject_type_unreadable", "subject_type", wrong, cells=frame["subject_type"])
    return wrong


def _once(frame: pd.DataFrame, contract: Contract, notes: Notes) -> pd.Series:
    """Where no line tells rows with one key apart, the first stands; the same row again is one that was sent twice."""
    key = frame[list(contract.key)]
    again = key.notna().all(axis="columns") & key.duplicated()
    same = again & frame.duplicated()
    notes.add("key_repeated", contract.key[-1], again & ~same, cells=frame[contract.key[-1]])
    return again & ~same


def _in_country(frame: pd.DataFrame, _contract: Contract, notes: Notes) -> pd.Series:
    return _country(frame["reporting_country"], notes, has_owner=frame["supplied_by"].notna())


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


def _owner(frame: pd.DataFrame, _contract: Contract, notes: Notes) -> pd.Series:
    cells = frame["supplied_by"]
    wrong = cells.notna() & ~cells.isin([cell for cell in cells.dropna().unique() if re.fullmatch(PARTY, cell)])
    notes.add("owner_unreadable", "supplied_by", wrong, cells=cells)
    return wrong


def _kept(frame: pd.DataFrame, _contract: Contract, notes: Notes) -> pd.Series:
    """A row whose owner sets an end that can't be read is held back: without one it would be kept longer than the owner allows."""
    cells = frame["retain_until"]
    _, problems = dates.read_all(cells)
    wrong = cells.notna() & problems.notna()
    notes.add("retain_until_unreadable", "retain_until", wrong, cells=cells)
    return wrong


PLACED_BY: Mapping[Family, Mapping[str, Placer]] = {
    "incidents": {
        "incident_id": _numbered,
        "incident_date": _dated("incident_date"),
        "reporting_country": _in_country,
        "crime_area": _area,
        "supplied_by": _owner,
        "retain_until": _kept,
    },
    "subjects": {
        "subject_id": _numbered,
        "subject_type": _typed,
        "reporting_country": _in_country,
        "supplied_by": _owner,
        "retain_until": _kept,
        "key": _once,
    },
    "movements": {
        "movement_id": _numbered,
        "start_date": _dated("start_date"),
        "reporting_country": _in_country,
        "supplied_by": _owner,
        "retain_until": _kept,
    },
    "capacity": {
        "return_year": _year,
        "reporting_country": _in_country,
        "supplied_by": _owner,
        "retain_until": _kept,
        "key": _once,
    },
    "osint": {
        "source_id": _numbered,
        "link": _linked,
        "published_on": _dated_by_any("published_on", "accessed_on"),
        "supplied_by": _owner,
        "retain_until": _kept,
        "key": _once,
    },
    "cover": {},
}
"""What places a row, by the family of its contract, in the order of the findings."""
