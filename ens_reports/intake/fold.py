"""Words compared as people read them: without case, accents, outer blanks, and whichever apostrophe."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u00b4": "'", "`": "'", "\u02bc": "'"})
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_ARABIC = str.maketrans(
    {"\u0623": "\u0627", "\u0625": "\u0627", "\u0622": "\u0627", "\u0649": "\u064a", "\u0629": "\u0647", "\u0640": None}
)
"""Letters that Arabic writers interchange, and the stretching mark."""
_DIGITS = {ord(first) + number: str(number) for first in "\u0660\u06f0" for number in range(10)}
"""Arabic-Indic and Persian digits."""
_SEPARATORS = re.compile(r"[\s_/\\.,:;()\[\]*#\u00b0\"?!-]+")
_SPACES = re.compile(r"[\s\u00a0\u2007\u202f\ufeff\u200b\u200e\u200f]+")


def tidy(text: str) -> str:
    """A text with single blanks and composed letters, as it would be typed."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """A text as it is compared: `Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire ` and `COTE D'IVOIRE` are the same."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).translate(_DASHES).translate(_ARABIC))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SPACES.sub(" ", letters.translate(_DIGITS)).strip().casefold()


def fold_header(text: str) -> str:
    """A header as it is compared: also without punctuation, underlines and line breaks."""
    return _SEPARATORS.sub(" ", fold(text)).strip()


def western_digits(text: str) -> str:
    """The text with 0 to 9 for other digits, and a dot and comma for the Arabic separators."""
    return text.translate(_DIGITS).replace("\u066b", ".").replace("\u066c", "")
