"""Currencies by their signs and words: `FCFA` and `$` mean one in one country and another in the next, or on another day."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from babel.numbers import get_territory_currencies

from data_contracts import codelists
from ens_reports.intake.values.fold import fold
from ens_reports.intake.values.listed import listed

LISTS = ("label_ar", "label_es", "label_fr", "label_en", "code")
UNIONS = frozenset({"XOF", "XAF"})


@dataclass(frozen=True, kw_only=True)
class Tender:
    """What was legal tender somewhere.

    Attributes:
        country: Alpha-3, empty if it is not known.
        on: A day, a month or a year as ISO 8601, empty if it is not known.
    """

    country: str
    on: str


def key(word: str) -> str:
    """A sign or word as it is compared: `F CFA`, `f.cfa` and `FCFA` are the same."""
    return fold(word).replace(" ", "").replace(".", "")


def is_currency(word: str) -> bool:
    """Whether a text is a code, sign or word of a currency."""
    return key(word) in currency_words()


def currencies(word: str) -> tuple[str, ...]:
    """The codes that a code, sign or word can mean, none if it is no currency's.

    Args:
        word: As sent.
    """
    return currency_words().get(key(word), ())


def settle(word: str, tender: Tender) -> tuple[str, ...]:
    """The codes that a word can mean in a country on a day: one if that decides it.

    Args:
        word: As sent.
        tender: Where and when.

    Returns:
        One code; several if neither country nor day decide; none if the word is no currency's.
    """
    possible = currencies(word)
    if len(possible) < 2 or not tender.country:  # noqa: PLR2004 - one code needs no deciding
        return possible
    here = tuple(code for code in possible if code in in_use(tender.country, tender.on))
    return here if len(here) == 1 else possible


@lru_cache(maxsize=10_000)
def in_use(country: str, on: str) -> frozenset[str]:
    """Legal tender of a country on a day, or at any time of a month or year; without a day, at present.

    Args:
        country: Alpha-3.
        on: ISO 8601, may be empty.
    """
    first, last = _span(on)
    united = {row["currency"] for row in _unions() if row["country"] == country and row["valid_from"] <= last and first <= _end(row)}
    alpha2 = _alpha2().get(country, "")
    if not alpha2:
        return frozenset(united)
    days = (date.fromisoformat(first), date.fromisoformat(last)) if on else (None, None)
    found = set(get_territory_currencies(alpha2, *days)) if days[0] else set(get_territory_currencies(alpha2))
    return frozenset(united | (found - UNIONS))


@lru_cache(maxsize=400)
def used_ever(country: str) -> frozenset[str]:
    """All legal tender that a country has had since 1900.

    Args:
        country: Alpha-3.
    """
    alpha2 = _alpha2().get(country, "")
    return frozenset(get_territory_currencies(alpha2, date(1900, 1, 1), date(9000, 1, 1), include_details=False)) if alpha2 else frozenset()


@lru_cache(maxsize=1)
def currency_words() -> dict[str, tuple[str, ...]]:
    """Compared word -> codes: what the table says, above that the codes and the names of CLDR."""
    found = {key(word): tuple(codes) for word, codes in listed(__package__, "currencies.yaml").items()}
    rows = codelists.load("currency")
    for column in LISTS:
        found |= {key(str(name)): (str(code),) for name, code in zip(rows[column], rows["code"], strict=True) if name}
    return found


@lru_cache(maxsize=1)
def _unions() -> tuple[dict[str, str], ...]:
    text = files(__package__).joinpath("currency_unions.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text)))


@lru_cache(maxsize=1)
def _alpha2() -> dict[str, str]:
    rows = codelists.load("countries")
    return dict(zip(rows["code"], rows["alpha2"], strict=True))


def _span(on: str) -> tuple[str, str]:
    """First and last day of an ISO date; 28 stands for the end of a month, no currency changed after it within one."""
    if not on:
        return "9000-01-01", "9000-12-31"
    return f"{on}-01-01"[:10] if len(on) == 4 else f"{on}-01"[:10], f"{on}-12-31"[:10] if len(on) == 4 else f"{on}-28"[:10]  # noqa: PLR2004 - a year


def _end(row: dict[str, str]) -> str:
    return row["valid_to"] or "9999-12-31"
