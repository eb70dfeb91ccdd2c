"""Dates as people write them, to ISO 8601: a day, a month or a year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from babel.dates import get_month_names

from ens_reports.intake.fold import fold, western_digits

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
PARTS = re.compile(r"(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{2,4})(?:[ T]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?)?")
MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
WORDS = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th|º|ro)?\.?\s*(?:de |of )?\s*)?([^\W\d]+)\.?,?\s*(?:de |of |del )?(\d{4})")
WORDS_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
SERIAL_ORIGIN = date(1899, 12, 30)
SERIAL_YEARS = range(1950, 2100)
LANGUAGES = ("en", "fr", "es", "pt", "ar")
DIRECTIVES = {"d": r"(?P<d>\d{1,2})", "m": r"(?P<m>\d{1,2})", "Y": r"(?P<Y>\d{4})", "y": r"(?P<y>\d{2})", "B": r"(?P<B>[^\W\d]+)"}
CENTURY_TURN = 70
"""Years written with two digits: from 70 on they are of the last century."""


@dataclass(frozen=True, kw_only=True)
class Day:
    """A date that was read.

    Attributes:
        text: ISO 8601; empty if it could not be read.
        how: What the sender should know: `serial`, `order` (day and month could be exchanged), `two_digits`, or empty.
    """

    text: str = ""
    how: str = ""


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether dates like 03/04/2024 begin with the day, as the others of the column show.

    Args:
        texts: Cells.

    Returns:
        None if no cell tells, or cells tell both.
    """
    found = set()
    for text in texts:
        parts = PARTS.fullmatch(western_digits(text))
        if parts and len(parts[1]) <= 2:  # noqa: PLR2004 - four digits are a year
            first, second = int(parts[1]), int(parts[2])
            found |= {True} if first > 12 >= second else {False} if second > 12 >= first else set()  # noqa: PLR2004 - months
    return found.pop() if len(found) == 1 else None


def parse_formats(text: str, formats: Iterable[str]) -> Day:
    """Read a date that must be in one of the stated formats, such as `d.m.Y`; no padding is needed."""
    plain = western_digits(text)
    for written in formats:
        found = _pattern(written).fullmatch(plain)
        if found:
            values = found.groupdict()
            year = values.get("Y") or (_century(values["y"]) if values.get("y") else "")
            month = values.get("m") or (str(months().get(fold(values["B"]), 0)) if values.get("B") else "")
            return Day(text=_iso(year or "", month or "", values.get("d") or ""))
    return Day()


def parse_epoch(text: str, unit: str) -> Day:
    """Read a count of seconds (`s`) or milliseconds (`ms`) since 1970."""
    try:
        seconds = float(text) / (1000 if unit == "ms" else 1)
        return Day(text=datetime.fromtimestamp(seconds, UTC).date().isoformat(), how="counted")
    except (ValueError, OverflowError, OSError):
        return Day()


def parse_date(text: str, *, first_is_day: bool | None) -> Day:
    """Read a date in any usual notation.

    Args:
        text: A cell, tidied.
        first_is_day: What the column shows of 03/04/2024; None: not known, and the day is taken to come first.
    """
    plain = western_digits(text)
    if found := ISO.fullmatch(plain):
        return Day(text=_iso(found[1], found[2] or "", found[3] or ""))
    if found := PARTS.fullmatch(plain):
        return _from_parts(found[1], found[2], found[3], first_is_day)
    if found := MONTH_YEAR.fullmatch(plain):
        return Day(text=_iso(found[2], found[1], ""))
    if SERIAL.fullmatch(plain):
        day = SERIAL_ORIGIN + timedelta(days=int(float(plain)))
        return Day(text=day.isoformat(), how="serial") if day.year in SERIAL_YEARS else Day()
    return _from_words(plain)


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Folded names of months in the languages that parties write -> number."""
    return {
        fold(name).rstrip("."): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }


def _from_parts(first: str, second: str, third: str, first_is_day: bool | None) -> Day:  # noqa: FBT001 - three states, passed on
    if len(first) == 4:  # noqa: PLR2004 - a year comes first
        return Day(text=_iso(first, second, third))
    if len(third) == 3 or len(first) == 3:  # noqa: PLR2004 - no year has three digits
        return Day()
    year = third if len(third) == 4 else _century(third)  # noqa: PLR2004 - a whole year
    day, month = (second, first) if first_is_day is False or int(second) > 12 >= int(first) else (first, second)  # noqa: PLR2004 - months
    open_order = first_is_day is None and int(first) <= 12 and int(second) <= 12 and first.lstrip("0") != second.lstrip("0")  # noqa: PLR2004 - months
    how = "order" if open_order else "two_digits" if len(third) == 2 else ""  # noqa: PLR2004 - a year without its century
    iso = _iso(year, month, day)
    return Day(text=iso, how=how if iso else "")


def _from_words(plain: str) -> Day:
    if found := WORDS.fullmatch(plain):
        month = months().get(fold(found[2]).rstrip("."))
        return Day(text=_iso(found[3], str(month), found[1] or "")) if month else Day()
    if found := WORDS_FIRST.fullmatch(plain):
        month = months().get(fold(found[1]).rstrip("."))
        return Day(text=_iso(found[3], str(month), found[2])) if month else Day()
    return Day()


def _iso(year: str, month: str, day: str) -> str:
    """A date that exists, as ISO 8601, else empty."""
    try:
        checked = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return checked.isoformat()[: 10 if day else 7 if month else 4]


def _century(two_digits: str) -> str:
    return f"{'19' if int(two_digits) >= CENTURY_TURN else '20'}{int(two_digits):02d}"


@lru_cache(maxsize=100)
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile("".join(DIRECTIVES.get(letter, re.escape(letter)) for letter in written))
