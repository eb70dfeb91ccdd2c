"""Countries by whatever they are called: alpha-3, alpha-2, or a name in five languages."""

import csv
import io
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from babel import Locale

from data_contracts import codelists
from ens_reports.intake.fold import fold

LANGUAGES = ("en", "fr", "es", "pt", "ar")
_ASIDE = re.compile(r"\s*[(\[].*?[)\]]\s*")
_PLACE_BREAKS = re.compile(r"[,;/()\n\"]|\s-\s|\band\b|\bet\b|\by\b")


@dataclass(frozen=True, kw_only=True)
class Found:
    """Countries in a cell.

    Attributes:
        codes: Alpha-3, in the order of the cell, each once.
        how: `code`, `name`, `place` (inside a description of a place), or empty for none.
    """

    codes: tuple[str, ...] = ()
    how: str = ""


def country(text: str) -> Found:
    """The country that a text names as a whole.

    Args:
        text: Alpha-3, alpha-2 or a name; case, accents and apostrophes do not count.
    """
    plain = text.strip()
    if plain.upper() in _codes() and len(plain) in {2, 3}:
        return Found(codes=(_codes()[plain.upper()],), how="code")
    code = names().get(fold(plain)) or names().get(fold(_ASIDE.sub(" ", plain)))
    return Found(codes=(code,), how="name") if code else Found()


def countries_in_place(text: str) -> Found:
    """Countries named among the parts of a place: `Quang Ninh Province, Vietnam`.

    Args:
        text: Parts separated by commas, brackets, dashes or `and`.
    """
    parts = [part.strip(" .") for part in _PLACE_BREAKS.split(text)]
    found = [names()[fold(part)] for part in parts if fold(part) in names()]
    return Found(codes=tuple(dict.fromkeys(found)), how="place" if found else "")


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
    text = files(__package__).joinpath("country_aliases.csv").read_text(encoding="utf-8")
    return found | {fold(row["name"]): row["code"] for row in csv.DictReader(io.StringIO(text))}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    rows = codelists.load("countries")
    short = {
        str(alpha2): str(code) for alpha2, code in zip(rows["alpha2"], rows["code"], strict=True) if isinstance(alpha2, str) and alpha2
    }
    return short | {str(code): str(code) for code in rows["code"]}
