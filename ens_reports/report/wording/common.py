"""Phrases that several products share: days as exact as they are known, places, countries and codes in words."""

import math

import pandas as pd

from ens_reports.locales import Language, mark

SEPARATOR = " \N{MIDDLE DOT} "
NORTH, SOUTH = mark("{number}\N{DEGREE SIGN} N"), mark("{number}\N{DEGREE SIGN} S")
EAST, WEST = mark("{number}\N{DEGREE SIGN} E"), mark("{number}\N{DEGREE SIGN} W")
NOT_RECORDED = "\N{EN DASH}"


def day(value: pd.Timestamp | None, precision: str, language: Language) -> str:
    """A date no more exact than it was recorded; a dash for none.

    Args:
        value: The first day that it can be.
        precision: day, month or year.
        language: The reader's language.
    """
    if value is None:
        return NOT_RECORDED
    if precision == "year":
        return str(value.year)
    return month(value, language) if precision == "month" else language.day(value.date())


def month(value: pd.Timestamp, language: Language) -> str:
    """A month of a year: Mar 2025."""
    return language.text("{month} {year}", month=language.month(value.month), year=value.year)


def position(latitude: float, longitude: float, language: Language) -> str:
    """A position to a tenth of a degree; empty where there is none."""
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return ""
    parts = [(NORTH if latitude >= 0 else SOUTH, latitude), (EAST if longitude >= 0 else WEST, longitude)]
    return " ".join(language.text(pattern, number=language.number(abs(value), decimals=1)) for pattern, value in parts)


def term(code: str, language: Language) -> str:
    """A code in words, a dash for none."""
    return language.term(code) if code else NOT_RECORDED


def terms(codes: list[str], language: Language) -> str:
    """Codes in words, separated by a middle dot, blanks left out; a dash for none."""
    return SEPARATOR.join(language.term(code) for code in codes if code) or NOT_RECORDED


def leg(start: str, end: str, language: Language) -> str:
    """A leg between two countries."""
    return language.text("{start} to {end}", start=language.country(start), end=language.country(end))


def chain(codes: str, language: Language) -> str:
    """A whole chain of countries.

    Args:
        codes: Country codes joined by ` > `.
        language: The reader's language.
    """
    arrow = " \N{LEFTWARDS ARROW} " if language.right_to_left else " \N{RIGHTWARDS ARROW} "
    return arrow.join(language.country(code) for code in codes.split(" > "))


def number(own: int, others: int | None, language: Language) -> str:
    """Incidents of the recipient, and at least how many of others where they may be shown."""
    if others is None:
        return language.number(own)
    if not own:
        return language.text("{others} or more of others", others=language.number(others))
    return language.text("{own} + {others} or more of others", own=language.number(own), others=language.number(others))


def least(number: int, language: Language) -> str:
    """A number of others' incidents: there are at least so many."""
    return language.text("{number} or more", number=language.number(number))


def sentence(text: str) -> str:
    """The same with a capital first letter."""
    return text[:1].upper() + text[1:]
