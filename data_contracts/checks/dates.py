"""Dates that are known to the day, the month or the year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
YEAR_IN_TEXT = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How one date was read.

    Attributes:
        text: Canonical text; empty if no year could be read.
        problem: Identifier of the check that it fails, empty for none.
    """

    text: str
    problem: str = ""


@lru_cache(maxsize=50_000)
def read(text: str) -> Reading:
    """Read one date, as far as it can be read.

    Args:
        text: ISO 8601 text, or what a sender wrote.
    """
    found = ISO.fullmatch(text)
    if not found or found[1] == "0000":
        years = set(YEAR_IN_TEXT.findall(text))
        return Reading(text=years.pop(), problem="date_year_only") if len(years) == 1 else Reading(text="", problem="date_unreadable")
    year, month, day = found[1], found[2], found[3]
    if month is None:
        return Reading(text=year)
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 - months of a year
        return Reading(text=year, problem="date_part_impossible")
    if day is None:
        return Reading(text=f"{year}-{int(month):02}")
    if not 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]:
        return Reading(text=f"{year}-{int(month):02}", problem="date_part_impossible")
    return Reading(text=f"{year}-{int(month):02}-{int(day):02}")


def read_all(texts: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Read a column of dates.

    Args:
        texts: Text, with missing cells.

    Returns:
        Canonical text with missing cells, and the problem of each cell (missing for none), both with the same index.
    """
    readings = {text: read(text) for text in texts.dropna().unique()}
    canonical = {text: reading.text for text, reading in readings.items() if reading.text}
    problems = {text: reading.problem for text, reading in readings.items() if reading.problem}
    as_sent = len(canonical) == len(readings) and all(text == found for text, found in canonical.items())
    read_ones = texts.astype("str") if as_sent else texts.map(canonical).astype("str")
    return read_ones, texts.map(problems).astype("str") if problems else pd.Series(index=texts.index, dtype="str")


def span(texts: pd.Series) -> pd.DataFrame:
    """The first and the last day that a date can be.

    Args:
        texts: Canonical dates, none missing.

    Returns:
        `date_from` and `date_to` (datetime64[s]) and `date_precision` (day, month, year), same index.
    """
    of_row, distinct = pd.factorize(texts)
    spans = pd.DataFrame([_span(text) for text in distinct], columns=["date_from", "date_to", "date_precision"])
    days = {name: spans[name].to_numpy(dtype="datetime64[s]")[of_row] for name in ("date_from", "date_to")}
    return pd.DataFrame(days | {"date_precision": spans["date_precision"].astype("str").array.take(of_row)}, index=texts.index)


def _span(text: str) -> tuple[str, str, str]:
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if day:
        return text, text, "day"
    if month:
        return f"{text}-01", f"{text}-{calendar.monthrange(year, month)[1]:02}", "month"
    return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat(), "year"
