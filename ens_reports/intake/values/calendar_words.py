"""Dates in words: months in five languages and their dialects, quarters, parts of a year, and months of other calendars."""

import re
from functools import lru_cache

from babel.dates import get_day_names, get_month_names
from rapidfuzz import fuzz, process

from ens_reports.intake.values.fold import fold

LOCALES = ("ar_DZ", "ar_TN", "ar_MA", "ar_SY", "ar_IQ", "ar", "pt", "es", "fr", "en")
"""The later ones win where two languages write the same."""
MORE_MONTHS = {
    "sept": 9,
    "septiembre": 9,
    "setiembre": 9,
    "set": 9,
    "fev": 2,
    "fevr": 2,
    "juil": 7,
    "jul": 7,
    "avr": 4,
    "dec": 12,
    "ene": 1,
    "ago": 8,
    "dic": 12,
    "abr": 4,
    "out": 10,
    "dez": 12,
    "mai": 5,
    "maio": 5,
    "aout": 8,
}
QUARTER_WORDS = r"trimestres?|trim|quarter|qtr|الربع|ربع"
HALF_WORDS = r"semestres?|sem|half|semester"
ORDINALS = {
    "premier": "1",
    "primer": "1",
    "primero": "1",
    "primeiro": "1",
    "first": "1",
    "i": "1",
    "الاول": "1",
    "deuxieme": "2",
    "second": "2",
    "segundo": "2",
    "ii": "2",
    "الثاني": "2",
    "troisieme": "3",
    "third": "3",
    "tercer": "3",
    "tercero": "3",
    "terceiro": "3",
    "iii": "3",
    "الثالث": "3",
    "quatrieme": "4",
    "fourth": "4",
    "cuarto": "4",
    "quarto": "4",
    "iv": "4",
    "الرابع": "4",
}
_NUMBER = rf"(?:[1-4](?:er|ere|re|eme|e|st|nd|rd|th|o|a|ro|do|to|\.)?|{'|'.join(ORDINALS)})"
_OF = r"(?:\s*(?:de l'|de|du|del|of|d'|من|عام|سنه|/|-|,))*\s*"
_PART = (
    r"(?:debut|fin|mi|milieu|courant|early|late|mid|middle|end|beginning|start|inicios?|principios?|comienzos?|finales|fines|final|mediados"
    r"|meados|comeco|bout|ete|printemps|automne|hiver|summer|spring|autumn|fall|winter|verano|otono|primavera|invierno|verao|outono|inverno"
    r"|vers|circa|about|around|hacia|cerca|environ|اوائل|بدايه|اواخر|نهايه|منتصف|حوالي|صيف|شتاء|ربيع|خريف)"
)
PART_OF = re.compile(rf"(?:a |en |au |in |the |el |l')?{_PART}[\s.-]*{_OF}(?P<rest>.+)")
QUARTER = re.compile(
    rf"(?:[qt]\s?[1-4]{_OF}(?P<a>\d{{4}})|(?P<b>\d{{4}})[\s/-]*[qt]\s?[1-4]|{_NUMBER}\s*(?:{QUARTER_WORDS})\.?{_OF}(?P<c>\d{{4}})"
    rf"|(?:{QUARTER_WORDS})\.?\s*{_NUMBER}{_OF}(?P<d>\d{{4}})|(?P<e>\d{{4}})[\s,-]*{_NUMBER}\s*(?:{QUARTER_WORDS})\.?)"
)
HALF = re.compile(
    rf"(?:[sh]\s?[12]{_OF}(?P<a>\d{{4}})|(?P<b>\d{{4}})[\s/-]*[sh]\s?[12]|{_NUMBER}\s*(?:{HALF_WORDS})\.?{_OF}(?P<c>\d{{4}})"
    rf"|(?:{HALF_WORDS})\.?\s*{_NUMBER}{_OF}(?P<d>\d{{4}}))"
)
HIJRI_MONTHS = (
    "محرم",
    "صفر",
    "ربيع الاول",
    "ربيع الاخر",
    "ربيع الثاني",
    "جمادي الاولي",
    "جمادي الاخره",
    "جمادي الثانيه",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعده",
    "ذي القعده",
    "ذو الحجه",
    "ذي الحجه",
    "muharram",
    "safar",
    "rabi",
    "jumada",
    "rajab",
    "shaban",
    "shaaban",
    "ramadan",
    "shawwal",
    "dhu al",
    "dhul",
)
HIJRI = re.compile(rf"(?:{'|'.join(HIJRI_MONTHS)})|\d\s*(?:\u0647|a\.?h\.?|h)\.?$")
DATE_WORDS = rf"[qtsh]\s?[1-4]|\d[\s/-]*[qtsh]|{QUARTER_WORDS}|{HALF_WORDS}|{_PART}|{'|'.join(HIJRI_MONTHS)}"
"""A folded text without any of these, and without a month, is no date in words."""
CLOSE = 80
"""How much of a hundred a misspelt month must share with the name."""


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Folded names of months in the languages that parties write -> number."""
    named = {
        fold(name).rstrip("."): number
        for locale in LOCALES
        for width in ("abbreviated", "wide")
        for number, name in get_month_names(width, locale=locale).items()
    }
    return {fold(name): number for name, number in MORE_MONTHS.items()} | named


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """Folded names of the days of the week, which say nothing that the date does not."""
    return frozenset(
        fold(name).rstrip(".")
        for locale in LOCALES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, locale=locale).values()
    )


@lru_cache(maxsize=1)
def month_pattern() -> str:
    """A pattern of all names of months, the longest first."""
    return "|".join(re.escape(name) for name in sorted(months(), key=lambda name: (-len(name), name)))


def nearest_month(folded: str) -> int:
    """The month that a misspelt word may mean, 0 for none: only ever proposed.

    Args:
        folded: A date whose month is no known word.
    """
    words = [word for word in re.findall(r"[^\W\d_]+", folded) if len(word) > 3]  # noqa: PLR2004 - shorter words are like too many
    found = [process.extractOne(word, list(months()), scorer=fuzz.ratio, score_cutoff=CLOSE) for word in words]
    close = {months()[item[0]] for item in found if item}
    return close.pop() if len(close) == 1 else 0
