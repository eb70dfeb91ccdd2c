"""Dates as people write them, to ISO 8601: a day, a month or a year."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, reduce

import pyarrow as pa
import pyarrow.compute as pc

from ens_reports.intake.values.calendar_words import (
    DATE_WORDS,
    HALF,
    HIJRI,
    PART_OF,
    QUARTER,
    month_pattern,
    months,
    nearest_month,
    weekdays,
)
from ens_reports.intake.values.fold import fold, western_digits
from ens_reports.intake.values.many import as_texts, folded, listed, matches

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
YEAR_MONTH = re.compile(r"(\d{4})[./](\d{1,2})")
COMPACT = re.compile(r"((?:19|20)\d{2})(0\d|1[0-2])([0-2]\d|3[01])")
COMPACT_YEAR_LAST = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2})")
PARTS = re.compile(r"(\d{1,4})\s?[./\- ]\s?(\d{1,2})\s?[./\- ]\s?(\d{2,4})")
MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?|-?\d{12,13}")
YEARS = re.compile(r"(?:.*\D)?(?:19|20)\d{2}\s*[-/\u2013]\s*(?:(?:19|20)\d{2}|\d{2})(?:\D.*)?")
DAYS = re.compile(r"(\d{1,2})\s?(?:-|a|to|al|au|y|et|and|e|&|/)\s?(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_CLOCK = r"\d{1,2}\s?[:hH]\s?(?:\d{2})?(?:[:.]\d{2}(?:[.,]\d+)?)?"
TIME_LAST = re.compile(
    rf"(?:(?:[T, ]+|\s(?:a|à|as|às|at|a las)\s)(?P<clock>{_CLOCK}|\d{{1,2}}\.\d{{2}}(?:\.\d{{2}})?)|(?<=\d{{4}})(?P<glued>{_CLOCK}))"
    r"\s*(?:[apAP]\.?\s?[mM]\.?|hrs?|h)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$"
)
TIME_FIRST = re.compile(rf"(?P<clock>{_CLOCK})\s*(?:[apAP]\.?[mM]\.?|hrs?)?[\s,]+(?=\d)")
MIDNIGHT = re.compile(r"0{1,2}\D*(?:0{2}\D*)*0*")
SERIAL_ORIGIN = date(1899, 12, 30)
SERIAL_YEARS = range(1950, 2100)
EPOCH_YEARS = range(1975, 2100)
DIRECTIVES = {"d": r"(?P<d>\d{1,2})", "m": r"(?P<m>\d{1,2})", "Y": r"(?P<Y>\d{4})", "y": r"(?P<y>\d{2})", "B": r"(?P<B>[^\W\d]+)"}
CENTURY_TURN = 70
"""Years written with two digits: from 70 on they are of the last century."""
HIJRI_YEARS, BUDDHIST_YEARS = range(1300, 1500), range(2480, 2620)
PLACEHOLDERS = frozenset({"1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01", "0001-01-01", "1753-01-01", "9999-12-31", "9999-12"})
"""What programs write where there is no date."""
SPAN_BREAKS = re.compile(r"\s+(?:-|to|au|al|a|ate|hasta|until|through|الي|حتي)\s+|(?<=\d)\s?/\s?(?=\d{4}-)|(?<=\d{4})-(?=\d{1,2}[./]\d)")
TWO, FOUR, LAST_MONTH, LAST_DAY = 2, 4, 12, 31
_DIGITS_ALONE = "|".join(
    f"(?:{pattern.pattern})" for pattern in (ISO, COMPACT, PARTS, COMPACT_YEAR_LAST, MONTH_YEAR, YEAR_MONTH, SERIAL, EPOCH)
)
_CLOCKED = r"\d\s?[:h]|[t, ]\d{1,2}\.\d{2}"
"""What every time of the day has, folded."""
_MANY_DAYS = (
    r"\s(?:-|to|au|al|a|ate|hasta|until|through)\s|\d\s?/\s?\d{4}-|\d{4}-\d{1,2}[./]\d|(?:^|\D)(?:19|20)\d{2}\s*[-/]\s*(?:\d{2}){1,2}(?:\D|$)"
    r"|\d[./-]\d{1,2}[./-]\d{4}$|\d\s*(?:a\.?h\.?|h)\.?$"
)
"""What every span of days, and every year of another calendar, has, folded."""


@dataclass(frozen=True, kw_only=True)
class Day:
    """A date that was read.

    Attributes:
        text: ISO 8601; empty if it could not be read.
        how: What the sender should know: `serial`, `counted`, `order` (day and month could be exchanged), `two_digits`, `span`
            (several days: what they share was kept), `part` (a quarter, or the like: the year or month was kept), `years` (two
            years, not read), `placeholder` (no date), `hijri`, `buddhist` (not read), `spelling` (not read), or empty.
        time: It has a time of the day, which is left out.
        proposal: The month that a misspelt word may mean, 0 for none.
    """

    text: str = ""
    how: str = ""
    time: bool = False
    proposal: int = 0


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


def parse_serial(text: str) -> Day:
    """Read a day as spreadsheet programs count it, from 1900 on."""
    try:
        day = SERIAL_ORIGIN + timedelta(days=int(float(text)))
    except (ValueError, OverflowError):
        return Day()
    return Day(text=day.isoformat(), how="serial") if day.year in SERIAL_YEARS else Day()


def parse_date(text: str, *, first_is_day: bool | None, year_first: bool = False) -> Day:
    """Read a date in any usual notation.

    Args:
        text: A cell, tidied.
        first_is_day: What the column shows of 03/04/2024; None: not known, and the day is taken to come first.
        year_first: The column shows that 24/03/01 begins with the year.
    """
    plain, clock = without_time(western_digits(text).strip())
    found = _parse(plain, first_is_day, year_first)
    return Day(text=found.text, how=found.how, time=clock and found.text != "", proposal=found.proposal)


def may_be_date(texts: pa.LargeStringArray) -> pa.BooleanArray:
    """Which texts `parse_date` can make anything of; of those it leaves out it makes nothing, and proposes nothing.

    Args:
        texts: Tidy, many.
    """
    plain = folded(texts)
    words = pc.utf8_trim(pc.replace_substring_regex(plain, "[ ,]+", " "), characters=" ")
    misspelt = pc.and_(pc.is_in(_letters(plain), value_set=_near_months(plain)), matches(plain, r"\d"))
    signs = (matches(plain, rf"^(?:{_DIGITS_ALONE})$|{_CLOCKED}"), matches(words, rf"{_MANY_DAYS}|{month_pattern()}|{DATE_WORDS}"))
    return reduce(pc.or_kleene, (pc.is_null(plain), *signs, misspelt))


def _letters(plain: pa.LargeStringArray) -> pa.LargeStringArray:
    return pc.replace_substring_regex(plain, r"[^\pL]+", " ")


def _near_months(plain: pa.LargeStringArray) -> pa.LargeStringArray:
    """The words of the texts that a misspelt month is among: a column has much fewer of them than dates."""
    words = pc.unique(pc.drop_null(_letters(plain)))
    return as_texts(text for text in listed(words) if nearest_month(text))


def without_time(plain: str) -> tuple[str, bool]:
    """A date without the time of the day, and whether there was one other than midnight.

    Args:
        plain: A cell with western digits.
    """
    found = TIME_LAST.search(plain) or TIME_FIRST.match(plain)
    if found is None:
        return plain, False
    clock = found["clock"] or found.groupdict().get("glued") or ""
    return (plain[: found.start()] + plain[found.end() :]).strip(" ,"), not MIDNIGHT.fullmatch(clock)


@lru_cache(maxsize=100_000)
def _parse(plain: str, first_is_day: bool | None, year_first: bool) -> Day:  # noqa: FBT001 - what the column shows, passed on
    found = _from_digits(plain, first_is_day, year_first) if plain[:1].isdigit() or plain[:1] == "-" else None
    if found is None:
        found = _from_words(fold(plain), first_is_day)
    if found.text in PLACEHOLDERS:
        return Day(how="placeholder")
    return found


def _from_digits(plain: str, first_is_day: bool | None, year_first: bool) -> Day | None:  # noqa: FBT001, PLR0911 - one return for each notation
    if found := ISO.fullmatch(plain):
        return _of_year(found[1], found[2] or "", found[3] or "")
    if found := COMPACT.fullmatch(plain):
        return Day(text=_iso(found[1], found[2], found[3]))
    if found := PARTS.fullmatch(plain):
        return _from_parts((found[1], found[2], found[3]), first_is_day, year_first)
    if found := COMPACT_YEAR_LAST.fullmatch(plain):
        return _from_parts((found[1], found[2], found[3]), first_is_day, year_first)
    if found := MONTH_YEAR.fullmatch(plain):
        return _of_year(found[2], found[1], "")
    if (found := YEAR_MONTH.fullmatch(plain)) and int(found[2]) <= LAST_MONTH:
        return _of_year(found[1], found[2], "")
    if SERIAL.fullmatch(plain):
        return parse_serial(plain)
    if EPOCH.fullmatch(plain):
        day = parse_epoch(plain, "ms" if len(plain.partition(".")[0].lstrip("-")) > 10 else "s")  # noqa: PLR2004 - digits of seconds
        return day if day.text and int(day.text[:4]) in EPOCH_YEARS else Day()
    return None


def _of_year(year: str, month: str, day: str) -> Day:
    """A date whose year has four digits, if it is one of this calendar; a day that is none is left for validation to tell."""
    if int(year) in HIJRI_YEARS:
        return Day(how="hijri")
    if int(year) in BUDDHIST_YEARS:
        return Day(how="buddhist")
    if not int(year):
        return Day(how="placeholder") if not int(month or 0) and not int(day or 0) else Day()
    iso = _iso(year, month, day)
    doubtful = not iso and int(month or 0) <= LAST_MONTH and int(day or 0) <= LAST_DAY
    return Day(text=iso or (f"{int(year):04}-{int(month):02}" + (f"-{int(day):02}" if day else "") if doubtful and month else ""))


def _from_parts(parts: tuple[str, str, str], first_is_day: bool | None, year_first: bool) -> Day:  # noqa: FBT001 - passed on
    first, second, third = parts
    if len(first) == FOUR:
        return _of_year(first, second, third)
    if len(third) == 3 or len(first) == 3:  # noqa: PLR2004 - no year has three digits
        return Day()
    if year_first and len(third) == TWO:
        return Day(text=_iso(_century(first), second, third), how="two_digits")
    year = third if len(third) == FOUR else _century(third)
    month_first = int(second) > LAST_MONTH >= int(first) if int(first) <= LAST_MONTH < int(second) else first_is_day is False
    if int(first) > LAST_MONTH >= int(second):
        month_first = False
    day, month = (second, first) if month_first else (first, second)
    open_order = first_is_day is None and 0 < int(first) <= LAST_MONTH and 0 < int(second) <= LAST_MONTH and int(first) != int(second)
    found = _of_year(year, month, day)
    return Day(
        text=found.text,
        how=found.how or ("order" if open_order else "two_digits" if len(third) == TWO else "") if found.text else found.how,
    )


def _from_words(folded: str, first_is_day: bool | None) -> Day:  # noqa: FBT001 - one return for each notation
    plain = " ".join(folded.replace(",", " ").split())
    first, _, behind = plain.partition(" ")
    if first.strip(".") in weekdays() and behind[:1].isdigit() and not re.fullmatch(_word_patterns()["month_first"], plain):
        plain = behind
    if found := re.fullmatch(_word_patterns()["day"], plain):
        return _named(found["y"], found["m"], found["d"] or "")
    if found := re.fullmatch(_word_patterns()["month_first"], plain):
        return _named(found["y"], found["m"], found["d"])
    if found := re.fullmatch(_word_patterns()["year_first"], plain):
        return _named(found["y"], found["m"], found["d"] or "")
    if (found := QUARTER.fullmatch(plain)) or (found := HALF.fullmatch(plain)):
        return Day(text=next(year for year in found.groupdict().values() if year), how="part")
    if found := PART_OF.fullmatch(plain):
        inner = _parse(found["rest"], first_is_day, False)  # noqa: FBT003 - two digits are no part of a year
        return Day(text=inner.text[:7], how="part") if inner.text and len(inner.text) < len("2024-01-01") else Day()
    return _span(plain, first_is_day)


def _span(plain: str, first_is_day: bool | None) -> Day:  # noqa: FBT001 - passed on
    """Several days: the month or the year that they share."""
    if found := DAYS.fullmatch(plain):
        first, last, month, year = found.groups()
        ends = [_iso(year, month, first), _iso(year, month, last)]
        return Day(text=ends[0][:7], how="span") if all(ends) and ends[0] < ends[1] else Day()
    for pattern in ("days_month", "month_days", "months"):
        if found := re.fullmatch(_word_patterns()[pattern], plain):
            month = str(months()[found["m"]]) if "m" in found.groupdict() else ""
            return Day(text=_iso(found["y"], month, ""), how="span")
    parts = SPAN_BREAKS.split(re.sub(r"^(?:du|from|del|de|desde|من)\s", "", plain))
    ends = [_parse(part.strip(), first_is_day, False).text for part in parts] if len(parts) == TWO else []  # noqa: FBT003 - as above
    if ends and all(ends):
        return Day(text=_shared(*ends), how="span") if ends[0][:4] == ends[1][:4] else Day(how="years")
    if YEARS.fullmatch(plain):
        return Day(how="years")
    if HIJRI.search(plain):
        return Day(how="hijri")
    near = nearest_month(plain) if any(letter.isdigit() for letter in plain) else 0
    return Day(how="spelling", proposal=near) if near else Day()


def _shared(first: str, last: str) -> str:
    return first if first == last else first[:7] if first[:7] == last[:7] and len(first) >= len("2024-01") else first[:4]


def _named(year: str, month: str, day: str) -> Day:
    found = _of_year(year if len(year) == FOUR else _century(year), str(months()[month]), day)
    return Day(text=found.text, how=found.how or ("two_digits" if len(year) == TWO else ""))


@lru_cache(maxsize=1)
def _word_patterns() -> dict[str, re.Pattern[str]]:
    month = rf"(?P<m>{month_pattern()})\.?"
    ordinal = r"(?:er|st|nd|rd|th|º|o|ro|do|to|\.)?"
    days = rf"\d{{1,2}}{ordinal}\s?(?:-|a|to|al|au|y|et|and|e|&|/)\s?\d{{1,2}}{ordinal}"
    join = r"[\s./-]*(?:de |of |del |من )?\s*"
    patterns = {
        "day": rf"(?:(?P<d>\d{{1,2}}){ordinal}{join})?{month}{join}'?(?P<y>\d{{4}}|\d{{2}})(?: ?م)?",
        "month_first": rf"{month}[\s.-]*(?P<d>\d{{1,2}}){ordinal}[\s,-]+(?P<y>\d{{4}})",
        "year_first": rf"(?P<y>\d{{4}})[\s./-]*{month}(?:[\s./-]*(?P<d>\d{{1,2}}))?",
        "days_month": rf"(?:du |from |del |de )?{days}{join}{month}{join}(?P<y>\d{{4}})",
        "month_days": rf"{month}\s{days}\s(?P<y>\d{{4}})",
        "months": rf"(?:{month_pattern()})\.?\s?(?:-|/|a|to|et|y|e|and|&|au)\s?(?:{month_pattern()})\.?{join}(?P<y>\d{{4}})",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


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
