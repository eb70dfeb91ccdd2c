"""The key of a record within its file: incident and line. Lines without a number get one; no row is lost to another."""

from collections.abc import Sequence

import pandas as pd

from data_contracts.checks.notes import Notes

INCIDENT = ["reporting_country", "incident_id"]


def number_lines(records: pd.DataFrame, notes: Notes, *, incident: Sequence[str] = INCIDENT) -> pd.Series:
    """Number the lines of every incident.

    Rows that agree in every cell keep one number: intake counts them as duplicates.

    Args:
        records: Columns of the contract, `item_no` as Int64.
        notes: Takes the findings.
        incident: What names an incident, or a journey; its number stands last.

    Returns:
        `item_no`, Int64, none missing.
    """
    numbers = records["item_no"].copy()
    several = records.duplicated(list(incident), keep=False)
    if several.any():
        shared = records[several]
        content = pd.util.hash_pandas_object(shared.dropna(axis="columns", how="all"), index=False)
        notes.add("row_repeated", incident[-1], content.duplicated())
        lines = _line_numbers(shared[~content.duplicated()], notes, incident)
        known = pd.Series(lines.to_numpy(), index=content[lines.index].to_numpy())
        numbers[shared.index] = known.reindex(content.to_numpy()).to_numpy()
    return numbers.fillna(1).astype("Int64")


def same_day(records: pd.DataFrame, notes: Notes) -> None:
    """Note incidents whose lines give different dates.

    Args:
        records: Columns of the contract.
        notes: Takes the findings.
    """
    shared = records.loc[records.duplicated(INCIDENT, keep=False), [*INCIDENT, "incident_date"]]
    if shared.empty:
        return
    differ = shared.groupby(INCIDENT)["incident_date"].transform("nunique") > 1
    notes.add("incident_dates_differ", "incident_date", differ, cells=shared["incident_id"])


def _line_numbers(lines: pd.DataFrame, notes: Notes, incident: Sequence[str]) -> pd.Series:
    """Numbers for the different lines of incidents: given ones first, then the next free ones in the order of the rows."""
    clash = lines["item_no"].notna() & lines.duplicated([*incident, "item_no"])
    numbers = lines["item_no"].mask(clash)
    keys = [lines[name] for name in incident]
    several = numbers.groupby(keys).transform("size") > 1
    notes.add("item_no_repeated", "item_no", clash, cells=lines[incident[-1]])
    notes.add("item_no_missing", "item_no", lines["item_no"].isna() & several, cells=lines[incident[-1]])
    highest = numbers.groupby(keys).transform("max").fillna(0)
    order = numbers.isna().astype("int64").groupby(keys).cumsum()
    return numbers.fillna(highest + order).astype("Int64")
