"""What the cells of one column look like: dates, numbers, countries, species, codes, persons; as shares of its filled cells."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pandas as pd

from ens_reports.intake.columns.distinct import Distinct
from ens_reports.intake.findings import Cells
from ens_reports.intake.mappings.areas import areas_of_label
from ens_reports.intake.sheets.headers import signs
from ens_reports.intake.values.countries import countries_in_place, country
from ens_reports.intake.values.currencies import is_currency
from ens_reports.intake.values.dates import SERIAL, parse_date
from ens_reports.intake.values.fold import fold, tidy, western_digits
from ens_reports.intake.values.numbers import decimal_mark, parse_number
from ens_reports.intake.values.words import MISSING, NONE, UNKNOWN, YES_NO_OF

MOST_VALUES = 400
"""Distinct values of a column that are looked at, the most frequent first."""
LONG_TEXT = 60
"""Characters from which a cell is a text rather than a name."""
YEARS = range(1900, 2101)
EPOCH_MS, EPOCH_S = re.compile(r"\d{12,13}"), re.compile(r"\d{9,10}")
POSITION_DECIMALS = re.compile(r"[+-]?\d{1,3}[.,]\d{2,}")
HEMISPHERE = re.compile(r"(?i)^[NSEWO]\b.*\d|\d.*[NSEWO]$")
OF_POSITIONS = frozenset({"n", "s", "e", "w", "o", "d", "deg", "m", "min", "sec", "lat", "lon", "long"})
"""Words in a position; any other word makes it a number of something: `123-2021-OFFICE-S`."""
DEGREES = re.compile("(?i)\\d{1,3}\\s*(?:\u00b0|\u00ba|deg|d)\\s*\\d{1,2}")
PAIR = re.compile(r"\(?\s*[+-]?\d{1,3}\.\d+\s*[,;/ ]\s*[+-]?\d{1,3}\.\d+\s*\)?")
SPECIES = re.compile(
    r"[A-Z][a-z]{2,}(?: \([A-Z][a-z]+\))?[ _](?:[a-z-]{3,}|spp?\.?|cf\.? [a-z]+)(?: [a-z]{4,})?(?: \(?[A-Z][\w.,& ]*\)?)?"
    r"|[a-z]{3,}_(?:[a-z]{3,}|spp?)"
)
"""`Manis gigantea`, `Manis spp.`, with an author or without, and `manis_gigantea`."""
LATIN = re.compile(r"(?:us|a|um|is|i|ae|ns|x|or|er|es|e|on|as|ops|ys|os|spp?\.?|cf\.?)$")
"""How Latin epithets end."""
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
PHONE = re.compile(r"(?:\+|00)\d[\d\s().-]{7,16}|0\d(?:[\s.-]?\d{2}){4}|\(\d{2,4}\)\s?\d[\d\s-]{6,10}")
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
TITLED = re.compile(r"(?i)^(?:mr|mrs|ms|mme|mlle|m|dr|sr|sra|don|do\u00f1a|dona|prof|sgt|cpt|capt|lt|ing|lic)\.?\s+\S")
NAMED = re.compile(r"[^\W\d_][\w'\u2019.-]*(?:[ ,]+[^\W\d_][\w'\u2019.-]*){1,4}")
COMPANY = re.compile(
    r"(?i)\b(?:ltd|ltda|limited|inc|llc|s\.?a\.?r\.?l|s\.a\.?|sas|s\.l\.?|gmbh|corp|cia|e\.?i\.?r\.?l|pvt|pte|plc|n\.v\.?|tbk|bhd|\u0634\u0631\u0643\u0629)"
    r"(?:\W|$)|\b(?:SA|SL|NV|CO\.)$|^(?:pt|cv|ets|c\u00f4ng ty)\s"
)
"""Forms of companies, behind their names or before."""
PAPERS = re.compile(r"\d{3}\.?\d{3}\.?\d{3}-\d{2}|\d{2}\.?\d{3}\.?\d{3}/\d{4}-\d{2}")
"""Numbers that Brazil gives persons and companies."""
SPELLED_MONTH = re.compile(r"[^\W\d]{3,}")


@dataclass(frozen=True, kw_only=True, eq=False)
class Profile:
    """One column.

    Attributes:
        position: From 0.
        header: As sent.
        rows: Rows of the table.
        counts: Tidy value -> in how many cells; words for "not recorded" are left out.
        shares: Sign -> share of the filled cells that show it, from 0 to 1.
    """

    position: int
    header: str
    rows: int
    counts: dict[str, int]
    shares: dict[str, float] = field(default_factory=dict)

    @property
    def filled(self) -> int:
        """Cells that hold something."""
        return sum(self.counts.values())

    @property
    def distinct(self) -> int:
        """Different values."""
        return len(self.counts)

    @property
    def unique(self) -> float:
        """Distinct values for each filled cell: 1 if none repeats."""
        return self.distinct / self.filled if self.filled else 0.0

    @property
    def decimal(self) -> str:
        """The decimal mark that its values show."""
        return decimal_mark(self.counts)

    def share(self, *names: str) -> float:
        """The share of cells that show any of some signs that exclude one another."""
        return min(1.0, sum(self.shares.get(name, 0.0) for name in names))

    def share_of(self, test: Callable[[str], bool]) -> float:
        """The share of cells whose value passes a test, looking at the most frequent values.

        Args:
            test: Told one tidy value.
        """
        looked = list(self.counts.items())[:MOST_VALUES]
        total = sum(number for _, number in looked)
        return sum(number for value, number in looked if test(value)) / total if total else 0.0

    @property
    def pattern(self) -> str:
        """The most common form of its values: `A` and `a` stand for letters, `9` for digits."""
        forms: dict[str, int] = {}
        for value, number in list(self.counts.items())[:MOST_VALUES]:
            forms[form_of(value)] = forms.get(form_of(value), 0) + number
        return max(forms, key=lambda text: (forms[text], text), default="")


def look(position: int, header: str, cells: Cells, *, distinct: Distinct | None = None) -> Profile:
    """Look at a column.

    Args:
        position: From 0.
        header: As sent.
        cells: As sent.
        distinct: The distinct values of the whole column, where the cells are only its first.
    """
    counted: dict[str, int] = {}
    rows = len(cells) if distinct is None else int(distinct.counts.sum())
    found = (
        cells.value_counts()
        if distinct is None
        else pd.Series(distinct.counts, index=distinct.texts).sort_values(ascending=False, kind="stable")
    )
    for value, number in found.items():
        text = tidy(str(value))
        if text and fold(text) not in MISSING - NONE - UNKNOWN:
            counted[text] = counted.get(text, 0) + int(number)
    bare = Profile(position=position, header=header, rows=rows, counts=counted)
    shares = {name: bare.share_of(test) for name, test in SIGNS.items()} if counted else {}
    return Profile(position=position, header=header, rows=rows, counts=counted, shares=shares)


def form_of(value: str) -> str:
    """The form of a value, at most 24 characters, without what it says: `KEN-2024/0017` is `AAA-9999/9999`."""
    form = "".join("9" if sign.isdigit() else "A" if sign.isupper() else "a" if sign.isalpha() else sign for sign in value)
    return form if len(form) <= 24 else form[:23] + "\u2026"  # noqa: PLR2004 - as the docstring says


def counts_up(cells: Cells) -> bool:
    """Whether a column numbers its rows: whole numbers from 0 or 1 on, each one more than the one before.

    Args:
        cells: As sent.
    """
    numbers = pd.to_numeric(cells[cells.str.strip() != ""], errors="coerce")
    if len(numbers) < 3 or numbers.isna().any() or numbers.iloc[0] not in {0, 1}:  # noqa: PLR2004 - two rows show no sequence
        return False
    return bool((numbers.diff().iloc[1:] == 1).mean() > 0.95)  # noqa: PLR2004 - a deleted row leaves a gap


def _is_number(value: str) -> bool:
    return bool(parse_number(value, decimal=".").text)


def _is_plain_integer(value: str) -> bool:
    return western_digits(value).lstrip("+-").isdecimal()


def _is_date(value: str) -> bool:
    plain = western_digits(value)
    if len(plain) < 6 or plain.isdecimal():  # noqa: PLR2004 - shorter than a month and a year
        return False
    return bool(parse_date(value, first_is_day=None).text)


def _is_serial(value: str) -> bool:
    return bool(SERIAL.fullmatch(western_digits(value)) and parse_date(value, first_is_day=None).text)


def _is_year(value: str) -> bool:
    plain = western_digits(value)
    return len(plain) == 4 and plain.isdecimal() and int(plain) in YEARS  # noqa: PLR2004 - a year


def _is_month(value: str) -> bool:
    plain = western_digits(value)
    if plain.isdecimal():
        return 1 <= int(plain) <= 12  # noqa: PLR2004 - months
    return bool(SPELLED_MONTH.fullmatch(value) and parse_date(f"{value} 2020", first_is_day=None).text)


def _in_range(limit: float) -> Callable[[str], bool]:
    def inside(value: str) -> bool:
        if not POSITION_DECIMALS.fullmatch(western_digits(value)):
            return False
        return abs(float(western_digits(value).replace(",", "."))) <= limit

    return inside


is_latitude = _in_range(90)
"""Whether a value can be degrees of latitude."""


def _is_country(value: str) -> bool:
    return bool(country(value).codes)


def _are_countries(value: str) -> bool:
    return bool(country(value).codes or countries_in_place(value).codes)


def _is_currency(value: str) -> bool:
    return not value[0].isdigit() and is_currency(value)


def _is_species(value: str) -> bool:
    """Latin names end as Latin does, and are no goods: `Elephant ivory` is none, and neither is `Cedro rojo`, once it is a label."""
    if not SPECIES.fullmatch(value) or country(value).codes or areas_of_label(value):
        return False
    genus, epithet = value.replace("_", " ").split()[:2]
    return bool(LATIN.search(epithet)) and len(genus) > 2  # noqa: PLR2004 - no genus is shorter


def _of_position(value: str) -> bool:
    return all(word in OF_POSITIONS for word in re.findall(r"[a-z]+", value.lower()))


def _is_named(value: str) -> bool:
    """Two to five words that all begin with a capital: a person, and also many places."""
    words = value.replace(",", " ").split()
    return bool(NAMED.fullmatch(value)) and all(word[0].isupper() or not word[0].isascii() for word in words) and not country(value).codes


def _starts(words: Iterable[str]) -> Callable[[str], bool]:
    known = frozenset(fold(word) for word in words)
    return lambda value: fold(value) in known


SIGNS: dict[str, Callable[[str], bool]] = {
    "date": _is_date,
    "serial": _is_serial,
    "epoch_ms": lambda value: bool(EPOCH_MS.fullmatch(value)),
    "epoch_s": lambda value: bool(EPOCH_S.fullmatch(value)),
    "year": _is_year,
    "month": _is_month,
    "number": _is_number,
    "integer": _is_plain_integer,
    "latitude": is_latitude,
    "longitude": _in_range(180),
    "hemisphere": lambda value: bool(HEMISPHERE.search(value)) and any(sign.isdigit() for sign in value[:12]) and _of_position(value),
    "degrees": lambda value: bool(DEGREES.search(value)),
    "pair": lambda value: bool(PAIR.fullmatch(value)),
    "country": _is_country,
    "countries": _are_countries,
    "currency": _is_currency,
    "species": _is_species,
    "yes_no": lambda value: fold(value) in YES_NO_OF,
    "email": lambda value: bool(EMAIL.fullmatch(value)),
    "phone": lambda value: bool(PHONE.fullmatch(value)),
    "url": lambda value: bool(URL.match(value)),
    "titled": lambda value: bool(TITLED.match(value)),
    "named": _is_named,
    "papers": lambda value: bool(PAPERS.fullmatch(value)),
    "company": lambda value: bool(COMPANY.search(value)),
    "long": lambda value: len(value) >= LONG_TEXT,
    "ethnic": _starts(signs()["ethnic_words"]),
}
"""Sign -> whether a tidy value shows it."""
