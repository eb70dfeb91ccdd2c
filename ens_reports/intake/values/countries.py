"""Countries by whatever they are called: alpha-3, alpha-2, a number, a name in five languages, or a nationality."""

import csv
import io
import re
from dataclasses import dataclass
from functools import lru_cache, reduce
from importlib.resources import files

import pyarrow as pa
import pyarrow.compute as pc
from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process

from data_contracts import codelists
from ens_reports.intake.values.fold import fold, western_digits
from ens_reports.intake.values.many import as_texts, folded, matches

LANGUAGES = ("en", "fr", "es", "pt", "ar")
ENDINGS = (
    ("", "s", "e", "es", "a", "as", "ne", "nes"), ("o", "a", "os", "as"), ("ao", "a", "aos", "oes", "as"), ("es", "esa", "eses", "esas"),
    ("is", "ise", "ises"), ("eu", "eia"), ("c", "que", "ques"),
)  # fmt: skip
"""How nationalities change for women and for several: an ending, and what it becomes. Accents do not count."""
CLOSE = 86
"""How much of a hundred a misspelt name must share with the right one to be proposed."""
SHORTEST = 5
"""Shorter names are like too many others."""
_ASIDE = re.compile(r"\s*[(\[].*?[)\]]\s*")
_ARTICLE = re.compile(
    r"^(?:the|la|le|les|el|los|las|o|a|os|as|republic of(?: the)?|republique (?:de|du|d')|republica (?:de|del|do|da)|rep\.? of)\s+"
)
_PLACE_BREAKS = re.compile(r"[,;/()\n\"]|\s-\s|\band\b|\bet\b|\by\b")
_LIST_BREAKS = re.compile(r"([;|\n,/+&]|\s-\s|->|>|\s(?:and|et|y|e|und|to|then|puis|luego|و)\s|\sو(?=\w))", re.IGNORECASE)
_APART = frozenset({";", "|", ">", "->"})
"""Breaks that no name has."""
_MAY_BE_LIST = r"(?i)[;|,/+&>]| (?:-|and|et|y|e|und|to|then|puis|luego) |[(\[]"
"""Where a tidy text of western letters is more than one name, or has something aside."""
_DOTTED = re.compile(r"\.\s+(?=\w\.)")
_SPELLED = re.compile(r"\w{2}\.")
"""A dot behind a shortened word, not behind a letter."""
_NUMERIC = re.compile(r"\d{3}")
Parts = tuple[tuple[str, "Found"], ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    """Countries in a cell.

    Attributes:
        codes: Alpha-3, in the order of the cell, each once.
        how: `code`, `name`, `nationality`, `place` (inside a description of a place), `ambiguous` (the codes are what it can mean), or
            empty for none.
    """

    codes: tuple[str, ...] = ()
    how: str = ""


@lru_cache(maxsize=10_000)
def country(text: str) -> Found:
    """The country that a text names as a whole.

    Args:
        text: Alpha-3, alpha-2, the number of ISO 3166-1, a name or a nationality; case, accents and apostrophes do not count.
    """
    plain = text.strip()
    if plain.upper() in _codes() and len(plain) in {2, 3}:
        return Found(codes=(_codes()[plain.upper()],), how="code")
    if _NUMERIC.fullmatch(western_digits(plain)) and western_digits(plain) in _numbers():
        return Found(codes=(_numbers()[western_digits(plain)],), how="code")
    whole = fold(plain)
    folded = whole.strip(" .")
    if folded in _ambiguous():
        return Found(codes=_ambiguous()[folded], how="ambiguous")
    known, bare = names(), _ARTICLE.sub("", folded)
    without_aside = fold(_ASIDE.sub(" ", plain)) if "(" in plain or "[" in plain else whole
    code = known.get(whole) or known.get(folded) or known.get(without_aside) or known.get(bare)
    code = code or _loose_names().get(_loose(folded)) or (_loose_names().get(_loose(bare)) if bare != folded else None)
    if code:
        return Found(codes=(code,), how="name")
    code = _nationalities().get(folded)
    return Found(codes=(code,), how="nationality") if code else Found()


def countries_in_list(text: str) -> Parts:
    """The members of a list of countries: `Kenya / Ethiopia and Uganda`; names that hold such a word are kept whole.

    Args:
        text: A cell.

    Returns:
        Each member as sent, and the country that it names, in order.
    """
    pieces = _LIST_BREAKS.split(text)
    words, breaks = pieces[::2], pieces[1::2]
    members: list[tuple[str, Found]] = []
    start = 0
    apart = () if "(" in text or "[" in text else [place for place, sign in enumerate(breaks, start=1) if sign in _APART]
    while start < len(words):
        last = next((place for place in apart if place > start), len(words))
        end = next((stop for stop in range(last, start, -1) if _joined(words, breaks, start, stop)[1].codes), start + 1)
        member, found = _joined(words, breaks, start, end)
        if member:
            members.append((member, found))
        start = end
    return tuple(members)


def countries_in_place(text: str) -> Found:
    """Countries named among the parts of a place: `Quang Ninh Province, Vietnam`.

    Args:
        text: Parts separated by commas, brackets, dashes or `and`.
    """
    parts = [part.strip(" .") for part in _PLACE_BREAKS.split(text)]
    found = [names()[fold(part)] for part in parts if fold(part) in names() and fold(part) not in _ambiguous()]
    return Found(codes=tuple(dict.fromkeys(found)), how="place" if found else "")


def may_name(texts: pa.LargeStringArray) -> pa.BooleanArray:
    """Which texts can name a country, or several; of those it leaves out `country` finds none, and they are no lists.

    Args:
        texts: Tidy, many.
    """
    plain = folded(texts)
    bare = pc.replace_substring_regex(pc.utf8_trim(plain, characters=" ."), _ARTICLE.pattern, "", max_replacements=1)
    known = (pc.is_in(_bones(name), value_set=_known_bones()) for name in (plain, bare))
    return reduce(pc.or_kleene, (pc.is_null(plain), matches(texts, _MAY_BE_LIST), *known))


def _bones(texts: pa.LargeStringArray) -> pa.LargeStringArray:
    """Texts without anything but letters and digits: what they have in common with a name however it is dotted and hyphened."""
    return pc.replace_substring_regex(texts, r"[^\pL\pN]+", "")


@lru_cache(maxsize=1)
def _known_bones() -> pa.LargeStringArray:
    """Those of whatever `country` knows."""
    words = {*names(), *_ambiguous(), *_nationalities(), *_numbers(), *(code.lower() for code in _codes())}
    return pc.unique(_bones(as_texts(sorted(words))))


@lru_cache(maxsize=50_000)
def nearest(text: str) -> str:
    """The country that a misspelt name may mean: only ever proposed.

    Args:
        text: A text that names no country.

    Returns:
        Alpha-3; empty if none is near, or several are.
    """
    folded = fold(text)
    if len(folded) < SHORTEST:
        return ""
    near = process.extract(folded, _long_names(), scorer=fuzz.ratio, score_cutoff=CLOSE, limit=5)
    best = {names()[name] for name, score, _ in near if score == near[0][1]}
    return best.pop() if len(best) == 1 else ""


def is_alpha2(text: str) -> bool:
    """Whether a text is a code of two letters."""
    return len(text) == 2 and text.upper() in _codes()  # noqa: PLR2004 - that many letters


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """Folded name -> alpha-3: CLDR's names, above them the organisation's, above them common aliases."""
    rows = codelists.load("countries")
    by_alpha2 = dict(zip(rows["alpha2"], rows["code"], strict=True))
    found: dict[str, str] = {}
    for language in LANGUAGES:
        territories = Locale(language).territories
        found |= {fold(name): by_alpha2[alpha2] for alpha2, name in territories.items() if alpha2 in by_alpha2}
    for column in ("name_en", "name_fr", "name_es", "name_ar"):
        found |= {
            fold(str(name)): str(code) for name, code in zip(rows[column], rows["code"], strict=True) if isinstance(name, str) and name
        }
    found |= {fold(row["name"]): row["code"] for row in _table("country_aliases.csv")}
    return {name: code for name, code in found.items() if name not in _ambiguous()}


def _loose(name: str) -> str:
    """A folded name without dots, and with blanks for hyphens: `r.d. congo`, `burkina-faso`, `e.u.a.`."""
    if "." not in name and "-" not in name:
        return name
    return " ".join(_DOTTED.sub(".", name).replace(".", " " if _SPELLED.search(name) else "").replace("-", " ").split())


@lru_cache(maxsize=1)
def _loose_names() -> dict[str, str]:
    """Names as they are compared loosely, but for those that two countries would share."""
    meant: dict[str, set[str]] = {}
    for name, code in names().items():
        meant.setdefault(_loose(name), set()).add(code)
    ambiguous = {_loose(name) for name in _ambiguous()}
    return {name: codes.pop() for name, codes in meant.items() if len(codes) == 1 and name not in ambiguous}


@lru_cache(maxsize=1)
def _long_names() -> tuple[str, ...]:
    return tuple(name for name in names() if len(name) >= SHORTEST)


@lru_cache(maxsize=1)
def _ambiguous() -> dict[str, tuple[str, ...]]:
    return {fold(row["name"]): tuple(row["codes"].split()) for row in _table("country_ambiguous.csv")}


@lru_cache(maxsize=1)
def _nationalities() -> dict[str, str]:
    """Folded adjective in any gender and number -> alpha-3; one that is of two countries in two languages is left out."""
    meant: dict[str, set[str]] = {}
    for row in _table("nationalities.csv"):
        for language in LANGUAGES:
            for word in filter(None, row[language].split("/")):
                for form in _forms(fold(word)):
                    meant.setdefault(form, set()).add(row["code"])
    return {form: codes.pop() for form, codes in meant.items() if len(codes) == 1 and form not in names()}


def _forms(word: str) -> set[str]:
    arabic = {word + ending for ending in ("", "\u0647", "ون", "ين")} if not word.isascii() else set()
    turned = {word[: len(word) - len(first)] + ending for first, *others in ENDINGS if word.endswith(first) for ending in (first, *others)}
    return turned | arabic | {word}


def _joined(words: list[str], breaks: list[str], start: int, stop: int) -> tuple[str, Found]:
    text = words[start] + "".join(breaks[place - 1] + words[place] for place in range(start + 1, stop))
    return text.strip(), country(text.strip()) if text.strip() else Found()


def _table(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    rows = codelists.load("countries")
    short = {
        str(alpha2): str(code) for alpha2, code in zip(rows["alpha2"], rows["code"], strict=True) if isinstance(alpha2, str) and alpha2
    }
    return short | {str(code): str(code) for code in rows["code"]}


@lru_cache(maxsize=1)
def _numbers() -> dict[str, str]:
    """Numbers of ISO 3166-1 -> alpha-3."""
    aliases = {key: found[0] for key, found in get_global("territory_aliases").items() if _NUMERIC.fullmatch(key) and len(found) == 1}
    return {number: _codes()[alpha2] for number, alpha2 in aliases.items() if alpha2 in _codes()}
