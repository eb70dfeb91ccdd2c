"""Turns canonical records into a table as a country would send it: its headings, words, dates and decimals."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files

import pandas as pd
from babel import Locale

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.registry import Contract

Cell = str | int | float | datetime | None
NOT_SENT = ("reporting_country", "crime_area", "climate_related")
"""Columns that a national file does not have: the sender and the contract say it."""
AS_CODES = frozenset(
    {
        "unit",
        "currency",
        "cites_appendix",
        "marpol_annex",
        "specimen_term",
        "waste_y_code",
        "waste_list_code",
        "species_3a",
        "gear",
        "vessel_type",
    }
    | {"evaluation_system", "evaluation"}
)
"""Lists whose codes senders write as they are, in any language."""
DAYS = {"slash": "%d/%m/%Y", "dot": "%d.%m.%Y"}
MONTHS = {"slash": "%m/%Y", "dot": "%m.%Y"}


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a sender writes.

    Attributes:
        language: Of headings and words; `codes` writes the contract's own names and codes.
        dates: `iso`, `slash`, `dot`, or `cells` for true date cells of a workbook.
        decimal: Decimal mark of numbers written as text; empty for true numbers.
        missing: What stands in a cell that was not recorded.
    """

    language: str = "codes"
    dates: str = "iso"
    decimal: str = ""
    missing: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """What is written into a file.

    Attributes:
        headings: One for each column.
        rows: Cells, by row.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def dress(records: pd.DataFrame, contract: Contract, style: Style) -> Table:
    """Write records as a sender would.

    Args:
        records: Canonical text.
        contract: Their contract.
        style: How the sender writes.
    """
    names = [name for name in records.columns if style.language == "codes" or name not in NOT_SENT]
    columns = [_column(records[name], contract.fields[name], style) for name in names]
    return Table(headings=tuple(_headings(style.language).get(name, name) for name in names), rows=tuple(zip(*columns, strict=True)))


def cover_lines(language: str) -> dict[str, str]:
    """What the lines of a cover sheet are called; their own names in English.

    Args:
        language: Of the sender.
    """
    return {row["line"]: row.get(language) or row["line"] for row in _rows("covers")}


def words(name: str, language: str) -> dict[str, str]:
    """What a sender calls the codes of a list: labels, or the codes themselves where there are none in its language.

    Args:
        name: Name of the list.
        language: Of the sender.
    """
    if name == "countries" and language == "ar":
        return _arabic_countries()
    return codelists.labels(name, language) if language in {"en", "fr", "es", "ar"} else {}


def _column(cells: pd.Series, field: Field, style: Style) -> list[Cell]:
    write = _writer(field, style)
    return [style.missing or None if pd.isna(cell) else write(cell) for cell in cells]


def _writer(field: Field, style: Style) -> Callable[[str], Cell]:
    if field.kind == "date":
        return lambda cell: _date(cell, style)
    if field.numeric:
        return lambda cell: _number(cell, style)
    if field.name == "detecting_agency":
        return lambda cell: _agencies(style.language).get(cell, cell)
    known = _known(field, style.language)
    return lambda cell: "; ".join(known.get(word, word) for word in cell.split(";")) if field.codes else cell


def _number(cell: str, style: Style) -> Cell:
    """A true number, or text where the sender writes numbers as text, or a number in words."""
    if style.decimal:
        return cell.replace(".", style.decimal)
    return (float(cell) if "." in cell else int(cell)) if cell.lstrip("-").replace(".", "", 1).isdigit() else cell


def _agencies(language: str) -> dict[str, str]:
    """Synthetic agencies are called after their kind, in English."""
    told = words("source_type", language)
    return {name: told.get(code, name) for code, name in codelists.labels("source_type").items()}


def _known(field: Field, language: str) -> dict[str, str]:
    """A sender's words for the codes of a field. Words that two codes share are left out: the code is clear."""
    lists = (name for name in (*field.codes, "general") if name not in AS_CODES)
    found = {code: label for name in lists for code, label in words(name, language).items()}
    labels = list(found.values())
    return {code: label for code, label in found.items() if labels.count(label) == 1}


def _date(cell: str, style: Style) -> Cell:
    shape = "slash" if style.dates == "cells" else style.dates
    if style.dates == "iso" or len(cell) == len("2025"):
        return cell
    if len(cell) == len("2025-03"):
        return datetime.strptime(cell, "%Y-%m").strftime(MONTHS[shape])  # noqa: DTZ007 - a month has no time zone
    day = datetime.combine(date.fromisoformat(cell), datetime.min.time())
    return day if style.dates == "cells" else day.strftime(DAYS[shape])


@lru_cache
def _arabic_countries() -> dict[str, str]:
    """The list holds only what differs from CLDR."""
    common = Locale("ar").territories
    frame = codelists.load("countries")
    rows = zip(frame["code"], frame["alpha2"], frame["name_ar"], strict=True)
    return {code: name or common.get(alpha2, code) for code, alpha2, name in rows}


@lru_cache
def _headings(language: str) -> dict[str, str]:
    return {} if language == "codes" else {row["field"]: row[language] for row in _rows("headings")}


@lru_cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with files(__package__).joinpath("dress", f"{name}.csv").open(encoding="utf-8") as stream:
        return tuple(csv.DictReader(stream))
