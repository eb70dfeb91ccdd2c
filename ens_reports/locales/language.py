"""One language: what a reader sees, from message catalogues (`<code>.po`) and CLDR."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.support import Translations

from ens_reports.errors import RequestError
from ens_reports.locales.compiled import compiled

VARIANTS = {"en": "en_GB"}
LANGUAGES = ("en", "fr", "es", "ar")
"""The official languages, in the order in which a cover lists them."""


@dataclass(frozen=True)
class Language:
    """A language of the organisation.

    Attributes:
        code: ISO 639-1, one of `LANGUAGES`.
    """

    code: str

    @property
    def right_to_left(self) -> bool:
        """Whether the script runs from right to left."""
        return self.locale.text_direction == "rtl"

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale: English as international bodies write it (31 December), Arabic with Western digits."""
        return Locale.parse(VARIANTS.get(self.code, self.code))

    @cached_property
    def name(self) -> str:
        """The language's own name for itself."""
        return (self.locale.get_language_name(self.code) or self.code).capitalize()

    def text(self, message: str, /, **values: object) -> str:
        """The message in this language, with `{name}` places filled.

        Args:
            message: The English message, which is the catalogue's key.
            values: What to fill in; already formatted for the reader.
        """
        return self._translations.ugettext(message).format(**values)

    def plural(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The message in the plural form for a number; `{n}` is the number, formatted.

        Args:
            one: The English singular, which is the catalogue's key.
            many: The English plural.
            number: What is counted.
            values: Further values to fill in.
        """
        return self._translations.ungettext(one, many, number).format(n=self.number(number), **values)

    def number(self, value: float, *, decimals: int = 0) -> str:
        """A number with this language's separators."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, format=pattern, locale=self.locale)

    def percent(self, ratio: float) -> str:
        """A ratio as a whole percentage."""
        return format_percent(ratio, locale=self.locale)

    def day(self, value: date) -> str:
        """A day with the month in words: 31 December 2025."""
        return format_date(value, format="long", locale=self.locale)

    def month(self, number: int) -> str:
        """A month's abbreviated name.

        Args:
            number: 1 for January.
        """
        return str(get_month_names("abbreviated", context="stand-alone", locale=self.locale)[number])

    def quarter(self, year: int, number: int) -> str:
        """A quarter of a year, short: Q3 2025."""
        return self.text("Q{number} {year}", number=number, year=year)

    def join(self, items: list[str]) -> str:
        """A list in words: a, b and c."""
        return format_list(items, locale=self.locale) if items else ""

    def country(self, code: str) -> str:
        """A country's name: the organisation's own list first, then CLDR, else the code itself.

        Args:
            code: ISO 3166-1 alpha-3, or an extra of the countries code list.
        """
        row = _countries().get(code)
        if row is None:
            return code
        return row.get(f"name_{self.code}") or self.locale.territories.get(row["alpha2"]) or row.get("name_en") or code

    def term(self, code: str) -> str:
        """A code within a sentence: as the catalogue says it, else the code lists' label, else the code with spaces for underscores."""
        said = self._translations.ugettext(f"code:{code}")
        if said != f"code:{code}":
            return said
        label = _labels(self.code).get(code, "")
        return _within_sentence(label) if label else code.replace("_", " ")

    @cached_property
    def _translations(self) -> Translations:
        return _translations(self.code)


def mark(message: str) -> str:
    """The message itself: says that a text in a table is translated later, where it is shown."""
    return message


def mark_plural(one: str, many: str) -> tuple[str, str]:
    """The same for a message that counts: for `Language.plural`."""
    return one, many


def open_language(code: str) -> Language:
    """The language of a code.

    Raises:
        RequestError: It is not an official language.
    """
    if code not in LANGUAGES:
        raise RequestError(f"language must be one of {', '.join(LANGUAGES)}, got {code!r}", hint="choose one of these with --language")
    return Language(code)


@lru_cache(maxsize=len(LANGUAGES))
def _translations(code: str) -> Translations:
    return Translations(io.BytesIO(compiled(code)))


@lru_cache(maxsize=len(LANGUAGES))
def _labels(language: str) -> dict[str, str]:
    """Labels of all code lists but the countries; of a code in several lists the shortest: `other`, not `other catch`."""
    rows: dict[str, dict[str, str]] = {}
    for entry in sorted(files("data_contracts.codelists").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".csv") and entry.name != "countries.csv":
            for row in csv.DictReader(io.StringIO(entry.read_text(encoding="utf-8"))):
                known = rows.setdefault(row["code"], row)
                rows[row["code"]] = min(known, row, key=lambda one: len(one["label_en"] or one["code"]))
    return {code: row[f"label_{language}"] or row["label_en"] for code, row in rows.items()}


def _within_sentence(label: str) -> str:
    """`Kilogram` as `kilogram`; what goes on with a capital, such as `CITES`, stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


@lru_cache(maxsize=1)
def _countries() -> dict[str, dict[str, str]]:
    text = files("data_contracts.codelists").joinpath("countries.csv").read_text(encoding="utf-8")
    return {row["code"]: row for row in csv.DictReader(io.StringIO(text))}
