"""What a record says of its method, in comparable words: goods, mode, concealment, document abuse, technique."""

import pandas as pd

UNSAID = ("", "unknown", "not_recorded", "other", "-")
"""What tells nothing of a method."""
GOODS = ("commodity", "scientific_name", "mineral", "trade_name", "species_3a", "waste_stream", "substance_name", "pollution_type")
TECHNIQUE = ("taking_method", "gear", "clearing_method", "method", "operation_code_dr")
"""Columns of the areas' contracts that answer the same question; the first that is filled counts."""
CAPITALS = ("gear", "operation_code_dr", "species_3a")
"""Their codes are capitals in their standards."""
DOCUMENTS = ("permit_status", "transport_doc_status", "consent_status", "traceability_status")
ABUSES = ("forged", "altered", "wrong_goods", "reused", "expired", "falsified")
"""States of a permit or document that are an abuse of it; having none is not."""


def said(records: pd.DataFrame, column: str) -> pd.Series:
    """A column in comparable form: lower case, no outer blanks, missing where it tells nothing.

    Args:
        records: Any rows; a column that their contracts lack is missing throughout.
        column: Its name.
    """
    if column not in records:
        return pd.Series(pd.NA, index=records.index, dtype="str")
    words = records[column].astype("str").str.strip()
    words = words if column in CAPITALS else words.str.lower()
    return words.where(~words.isin(UNSAID))


def goods(records: pd.DataFrame) -> pd.Series:
    """What was taken, moved or released."""
    return _first(records, GOODS)


def technique(records: pd.DataFrame) -> pd.Series:
    """How it was taken or made, the first of several; missing where it is `none`."""
    found = _first(records, TECHNIQUE).str.replace(r"\s*;.*$", "", regex=True)
    return found.where(found.ne("none"))


def document_abuse(records: pd.DataFrame) -> pd.Series:
    """The abuse of a permit or document, missing where none is recorded."""
    columns = [said(records, column) for column in DOCUMENTS]
    return _coalesced([column.where(column.isin(ABUSES)) for column in columns])


def commonest(values: pd.Series) -> str:
    """The most frequent value, the first in the alphabet of several; empty without any."""
    found = values.dropna().value_counts()
    return str(found.sort_index().sort_values(ascending=False, kind="stable").index[0]) if len(found) else ""


def _first(records: pd.DataFrame, columns: tuple[str, ...]) -> pd.Series:
    found = {column: said(records, column) for column in columns}
    return _coalesced([words.str.capitalize() if column == "scientific_name" else words for column, words in found.items()])


def _coalesced(columns: list[pd.Series]) -> pd.Series:
    found = columns[0]
    for column in columns[1:]:
        found = found.fillna(column)
    return found.astype("str")
