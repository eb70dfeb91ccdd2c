"""Reads each cell as its field's kind says; what can't be read is blanked, or falls back to the strict side."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd

from data_contracts import codelists
from data_contracts.checks import dates, plain
from data_contracts.checks.notes import Notes
from data_contracts.fields import PARTY, Field

EXAMPLES = {
    "vessel_imo": "9074729",
    "vessel_mmsi": "366053209",
    "vessel_call_sign": "5NAB2",
    "species_3a": "YFT",
    "fao_area": "51.5",
    "port_of_landing": "KEMBA",
    "hs_code": "440349",
    "cas_no": "811-97-2",
    "un_no": "3159",
    "container_no": "CSQU3054383",
    "start_time": "14:05",
    "end_time": "16:30",
    "start_port": "KEMBA",
    "end_port": "TZDAR",
    "link": "https://example.org/page",
    "archive_link": "https://example.org/page",
    "source_language": "sw",
}
"""What a text of fixed form looks like; a test keeps it complete."""
PARTIES = ("allowed_recipients", "barred_recipients")
HANDLING = ("confidentiality", "purpose", "consortium", "minor")


def read(cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    """Read the cells of one column.

    Args:
        cells: Canonical text, with missing cells.
        field: The column's field.
        notes: Takes the findings.

    Returns:
        Float64, Int64 or text, same index.
    """
    if cells.isna().all():
        return empty(field, cells.index)
    return READERS[field.kind](cells, field, notes)


def empty(field: Field, index: pd.Index) -> pd.Series:
    """A column of that field in which nothing was recorded.

    Args:
        field: The column's field.
        index: Row numbers.
    """
    dtype = dtype_of(field)
    return pd.Series(np.nan if dtype == "float64" else None, index=index, dtype=dtype)


def dtype_of(field: Field) -> str:
    """The type of a column's cells in pandas."""
    return {"number": "float64", "integer": "Int64"}.get(field.kind, "str")


def _number(cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    said = cells.isin(codelists.ALWAYS)
    notes.add("number_unknown", field.name, said)
    cells = cells.mask(said)
    numbers = plain.numbers(cells)
    unreadable = cells.notna() & ~np.isfinite(numbers)
    notes.add("number_unreadable", field.name, unreadable, cells=cells)
    numbers = _within(numbers.mask(unreadable), cells, field, notes)
    if field.kind == "number":
        return numbers
    broken = numbers.notna() & (numbers % 1 != 0)
    notes.add("number_not_whole", field.name, broken, cells=cells)
    return numbers.mask(broken).astype("Int64")


def _within(numbers: pd.Series, cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    low, high = field.minimum, field.maximum
    outside = (numbers < (-np.inf if low is None else low)) | (numbers > (np.inf if high is None else high))
    limits = {"minimum": f"{low:g}" if low is not None else "", "maximum": f"{high:g}" if high is not None else ""}
    notes.add("number_too_low" if high is None else "number_outside", field.name, outside, cells=cells, values=limits)
    return numbers.mask(outside)


def _code(cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    strange = set(cells.dropna().unique()) - set(field.allowed)
    if not strange:
        return cells
    wrong = cells.isin(strange)
    lists = {"list": ", ".join(field.codes)}
    if field.open_list:
        notes.add("word_not_listed", field.name, wrong, cells=cells, values=lists)
        return cells
    notes.add("handling_not_listed" if field.name in HANDLING else "code_not_listed", field.name, wrong, cells=cells, values=lists)
    return cells.mask(wrong, field.fallback or None)


def _list(cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    if field.name in PARTIES:
        malformed = [cell for cell in cells.dropna().unique() if not all(re.fullmatch(PARTY, party) for party in cell.split(";"))]
        notes.add("party_malformed", field.name, cells.isin(malformed), cells=cells)
        return cells
    if field.pattern:
        return _form(cells, field, notes)
    allowed = set(field.allowed)
    if not allowed:
        return cells
    kept = {cell: ";".join(word for word in cell.split(";") if word in allowed) for cell in cells.dropna().unique()}
    changed = {cell: words or None for cell, words in kept.items() if words != cell}
    if not changed:
        return cells
    check = "country_not_listed" if field.kind == "countries" else "code_not_listed"
    wrong = cells.isin(changed)
    notes.add(check, field.name, wrong, cells=cells, values={"list": ", ".join(field.codes)})
    return cells.where(~wrong, cells.map(changed)).astype("str")


def _country(cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    cells = cells.replace("unknown", "XXX")
    wrong = cells.isin(set(cells.dropna().unique()) - set(field.allowed))
    notes.add("country_not_listed", field.name, wrong, cells=cells)
    return cells.mask(wrong)


def _text(cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    return _form(cells, field, notes) if field.pattern and field.name in EXAMPLES else cells


def _form(cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    form = re.compile(f"({field.pattern})(;({field.pattern}))*" if field.several else field.pattern)
    said = cells.isin(codelists.ALWAYS)
    wrong = cells.isin([cell for cell in cells.dropna().unique() if not form.fullmatch(cell)]) & ~said
    notes.add("form_wrong", field.name, wrong, cells=cells, values={"example": EXAMPLES[field.name]})
    return cells.mask(wrong)


def _day(cells: pd.Series, field: Field, notes: Notes) -> pd.Series:
    texts, problems = dates.read_all(cells)
    if field.required == "always":  # it was read before, to place the row
        return texts
    wrong = problems.notna()
    notes.add("retain_until_unreadable" if field.name == "retain_until" else "day_unreadable", field.name, wrong, cells=cells)
    return texts.mask(wrong)


READERS: dict[str, Callable[[pd.Series, Field, Notes], pd.Series]] = {
    "text": _text,
    "code": _code,
    "list": _list,
    "number": _number,
    "integer": _number,
    "date": _day,
    "country": _country,
    "countries": _list,
    "yes_no_unknown": _code,
}
"""One reader for each kind of field."""
