"""What counts as one: where the recipient's own incidents are counted and quantities are added. Others' are counted by `shown` alone."""

from collections.abc import Sequence

import pandas as pd

from data_contracts import codelists
from ens_reports.analysis.tally import INCIDENT, check_one_class, tally

__all__ = [
    "INCIDENT",
    "KNOWN",
    "RECORD_CLASSES",
    "by",
    "by_class",
    "counted",
    "exploded",
    "number",
    "of_class",
    "principal_class",
    "quantities",
]

RECORD_CLASSES = ("police", "administrative", "partner", "open_source")
"""Never in one count, in the order in which tables show them."""

KNOWN = "known"
"""Column of rows that a reader who needs to know is told one by one: `shown.known` alone sets it."""


def counted(records: pd.DataFrame) -> pd.DataFrame:
    """The rows that stand for an incident: nil returns and annulled notices do not.

    Args:
        records: Rows of `View.incidents`.
    """
    nil, annulled = records["record_type"].eq("nil"), records["outcome"].eq("annulled")
    return records[~(nil | annulled).fillna(value=False).astype(bool)]


def by(records: pd.DataFrame, columns: Sequence[str]) -> pd.Series:
    """Incidents per group; one with items in two groups counts in both, an aggregate row by its `incident_count`.

    Args:
        records: Counted rows of one record class, unless `record_class` is among the columns.
        columns: What to group by; rows that lack one of them are left out.

    Returns:
        Integer counts, indexed by the columns, in their order.

    Raises:
        ValueError: Others' records are among them, or record classes would be mixed in one count.
    """
    _check_whose(records)
    return tally(records, columns)


def number(records: pd.DataFrame) -> int:
    """How many incidents there are behind these rows of one record class.

    Args:
        records: Counted rows.

    Raises:
        ValueError: Others' records are among them, or record classes would be mixed in one count.
    """
    _check_whose(records)
    check_one_class(records)
    return int(records.groupby(INCIDENT)["incident_count"].max().sum())


def by_class(records: pd.DataFrame) -> dict[str, int]:
    """Incidents per record class, only those that occur, in the order of `RECORD_CLASSES`."""
    found = by(records, ["record_class"])
    return {name: int(found[name]) for name in RECORD_CLASSES if name in found.index}


def principal_class(records: pd.DataFrame) -> str:
    """The record class with the most incidents, which a section is built on; the others stand apart."""
    found = by_class(records)
    return max(found, key=lambda name: found[name]) if found else RECORD_CLASSES[0]


def of_class(records: pd.DataFrame, name: str) -> pd.DataFrame:
    """The rows of one record class."""
    return records[records["record_class"].eq(name)]


def exploded(records: pd.DataFrame, column: str) -> pd.DataFrame:
    """One row per entry of a list cell (`a;b`), the entry in the column, blanks left out.

    Args:
        records: Any rows.
        column: A column whose cells hold lists separated by `;`.
    """
    parts = records[records[column].notna()].assign(**{column: lambda rows: rows[column].astype(str).str.split(";")}).explode(column)
    parts[column] = parts[column].str.strip()
    return parts[parts[column].ne("")]


def quantities(records: pd.DataFrame) -> pd.DataFrame:
    """Quantities in a common unit per kind: mass in kg, volume in m3, area in ha, pieces (`pcs`).

    Args:
        records: Rows with `quantity` and `unit`.

    Returns:
        The rows that have a quantity, with `common_unit` (missing where the unit has no exact factor) and `common_quantity`.
    """
    rows = records[records["quantity"].notna()]
    exact = codelists.load("unit").query("factor != ''").set_index("code")
    factors = rows["unit"].map(exact["factor"]).astype(float)
    return rows.assign(common_unit=rows["unit"].map(exact["base"]), common_quantity=rows["quantity"].astype(float) * factors)


def _check_whose(records: pd.DataFrame) -> None:
    told = records["own"].astype(bool)
    if KNOWN in records:
        told |= records[KNOWN].astype(bool)
    if not told.all():
        raise ValueError("records that are counted must be the recipient's own, got others': `shown` tells what may be said of those")
