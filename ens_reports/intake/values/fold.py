"""Words compared as people read them: without case, accents, outer blanks, and whichever apostrophe."""

import html
import re
import unicodedata
from functools import lru_cache

from ens_reports.locales.hidden import unmarked

_APOSTROPHES = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u00b4": "'", "`": "'", "\u02bc": "'", "\u2032": "'"}
    | dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"')
)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_ARABIC = str.maketrans(
    {"\u0623": "\u0627", "\u0625": "\u0627", "\u0622": "\u0627", "\u0649": "\u064a", "\u0629": "\u0647", "\u0640": None}
)
"""Letters that Arabic writers interchange, and the stretching mark."""
_DIGITS = {ord(first) + number: str(number) for first in "\u0660\u06f0" for number in range(10)}
"""Arabic-Indic and Persian digits."""
_WIDE = {number: number - 0xFEE0 for number in range(0xFF01, 0xFF5F)} | {ord("\u2212"): "-", ord("\u3000"): " "}
"""Full-width letters and signs, as East Asian programs write them, and the minus of typesetters."""
_SEPARATORS = re.compile(r"[\s_/\\.,:;()\[\]*#\u00b0\u203a\"?!-]+")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
INVISIBLE = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, marks of direction, joiners and blanks without width: nobody sees them, and words with them are not found."""
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
"""A character as web pages write it: `&amp;`, `&#233;`."""
_JOINER = re.compile(r"(?<=[\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d](?=[\u0600-\u06ff\u0900-\u0dff])")
"""Joiners between letters that change their form with them; Persian and Indic words are written so."""
_KEPT = "\ue000"


def tidy(text: str) -> str:
    """A text with single blanks, composed letters and nothing invisible, as it would be typed; `&amp;` is `&`."""
    if text.isascii() and "&" not in text and "[U+" not in text:
        return " ".join(text.split())
    text = unmarked(text)
    plain = ENTITY.sub(lambda found: html.unescape(found[0]), text)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _without_invisible(plain))).strip()


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """A text as it is compared: `Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire ` and `COTE D'IVOIRE` are the same."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split()).lower()
    text = INVISIBLE.sub("", text)
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).translate(_DASHES).translate(_ARABIC))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SPACES.sub(" ", letters.translate(_DIGITS)).strip().casefold()


def fold_header(text: str) -> str:
    """A header as it is compared: also without punctuation, underlines and line breaks."""
    return _SEPARATORS.sub(" ", fold(text)).strip()


def western_digits(text: str) -> str:
    """The text with 0 to 9 for the digits of any script, full-width ones too, and a dot and nothing for the Arabic separators."""
    if text.isascii():
        return text
    digits = "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text.translate(_WIDE))
    return digits.replace("\u066b", ".").replace("\u066c", "")


def _without_invisible(text: str) -> str:
    kept = _JOINER.sub(lambda found: _KEPT if found[0] == "\u200c" else found[0], text)
    return INVISIBLE.sub("", kept).replace(_KEPT, "\u200c")
