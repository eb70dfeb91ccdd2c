"""What senders get wrong, for examples: each fault turns good records into ones as they arrive."""

from collections.abc import Callable

import pandas as pd

from data_contracts.registry import contract

Fault = Callable[[pd.DataFrame, str], pd.DataFrame]

CELLS = {
    "": (
        ("incident_date", ""),
        ("incident_date", "sometime"),
        ("reporting_country", "Atlantis"),
        ("incident_date", "2025-02-30"),
        ("incident_date", "2035-01-01"),
        ("outcome", "case pending somewhere"),
        ("quantity", "many"),
        ("latitude", "95.2"),
        ("confidentiality", "top secret"),
        ("origin_country", "Ruritania"),
    ),
    "wildlife": (("specimen_term", "XYZ"),),
    "fisheries": (("vessel_imo", "9074720"),),
    "forestry": (("hs_code", "720310"),),
    "pollution": (("waste_list_code", "A1180"), ("container_no", "CSQU3054384"), ("cas_no", "811-97-3")),
    "mining": (("mineral", "unobtainium"),),
    "incidents": (("crime_area", "smuggling"),),
}
"""Column and what stands in it, one row after the other: first those of every contract, then the contract's own."""


def one_of_each(records: pd.DataFrame, contract: str) -> pd.DataFrame:
    """Put one fault into each row.

    Args:
        records: Canonical text.
        contract: Name of the contract.
    """
    wrong = records.copy()
    for row, (column, cell) in zip(wrong.index, (*CELLS[""], *CELLS[contract]), strict=False):
        if column not in wrong:
            wrong[column] = pd.Series(index=wrong.index, dtype="str")
        wrong.loc[row, column] = cell or None
    return wrong


def rows_without_date(records: pd.DataFrame, _contract: str) -> pd.DataFrame:
    """Leave out the date of every fourth row; the numbers are of another register than those of the main file.

    Args:
        records: Canonical text.
    """
    wrong = records.copy()
    wrong.loc[wrong.index[::4], "incident_date"] = None
    wrong["incident_id"] = wrong["incident_id"].str.replace("-MI-", "-REG2-")
    return wrong


def rows_sent_twice(records: pd.DataFrame, _contract: str) -> pd.DataFrame:
    """Repeat two rows at the end.

    Args:
        records: Canonical text.
    """
    return pd.concat([records, records.iloc[[10, 20]]], ignore_index=True)


def inexact_quantities(records: pd.DataFrame, _contract: str) -> pd.DataFrame:
    """Write some quantities as people say them.

    Args:
        records: Canonical text.
    """
    told = records.copy()
    about = told["quantity_qualifier"].eq("about") & told["quantity"].notna()
    told.loc[about, "quantity"] = "environ " + told.loc[about, "quantity"].str.replace(".", ",", regex=False)
    exact = told.index[~about & told["quantity"].notna()]
    for row, words in zip(exact[5:], ("12,5 kg et 3 pièces", "2 à 3", "plus de 50"), strict=False):
        told.loc[row, "quantity"] = words
    return told.drop(columns="quantity_qualifier")


def as_people_write(records: pd.DataFrame, contract_name: str) -> pd.DataFrame:
    """Write as a busy office does: amounts in words and with units, nothing, the same as above, a currency of two banks, no date.

    Args:
        records: Canonical text, at least 12 rows.
        contract_name: Name of their contract.
    """
    told = records.copy()
    said = {
        "quantity": ("environ 12", "2 à 3", "plus de 50", "12,5 m3 et 3 pièces", "N/D"),
        "permit_no": ("néant", "n° 114/25", "néant"),
        "linked_offences": ("néant", "corruption"),
        "admin1": (None, None, None, "idem"),
        "value": ("1 500 000", "250.000", None, "75 000,50"),
        "currency": ("F CFA", "F CFA", None, "F CFA"),
        "value_basis": ("estimate", "estimate", None, "estimate"),
    }
    for column, cells in said.items():
        told[column] = told[column] if column in told else pd.Series(index=told.index, dtype="str")
        for row, cell in zip(told.index, cells, strict=False):
            told.loc[row, column] = told.loc[row, column] if cell is None else cell
    told.loc[told.index[-1], "incident_date"] = None
    told.loc[told.index[5:8], "place_name"] = told.loc[told.index[5], "place_name"]
    return told[[name for name in contract(contract_name).fields if name in told]]


FAULTS: dict[str, Fault] = {
    "one_of_each": one_of_each,
    "rows_without_date": rows_without_date,
    "rows_sent_twice": rows_sent_twice,
    "inexact_quantities": inexact_quantities,
    "as_people_write": as_people_write,
}
"""The faults by name."""
