"""Coordinates as people write them: decimal degrees, degrees with minutes and seconds, both in one cell, and UTM."""

import re
from dataclasses import dataclass
from functools import lru_cache, reduce

import pyarrow as pa
import pyarrow.compute as pc
from pyproj import Transformer

from ens_reports.intake.values.fold import fold, western_digits
from ens_reports.intake.values.many import folded, matches

_MARKS = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u2032": "'",
        "\u00b4": "'",
        "\u02b9": "'",
        "`": "'",
        "\u2033": '"',
        "\u201d": '"',
        "\u201c": '"',
        "\u02ba": '"',
        "\u00ba": "\u00b0",
        "\u02da": "\u00b0",
        "\u00a0": " ",
        "\u202f": " ",
        "\u060c": ",",
    }
)
_WORDS = {
    "north": "N", "nord": "N", "norte": "N", "n": "N", "\u0634\u0645\u0627\u0644": "N", "\u0634\u0645\u0627\u0644\u0627": "N",
    "south": "S", "sud": "S", "sur": "S", "sul": "S", "s": "S", "\u062c\u0646\u0648\u0628": "S", "\u062c\u0646\u0648\u0628\u0627": "S",
    "east": "E", "est": "E", "este": "E", "leste": "E", "e": "E", "l": "E", "\u0634\u0631\u0642": "E", "\u0634\u0631\u0642\u0627": "E",
    "west": "W", "ouest": "W", "oeste": "W", "w": "W", "o": "W", "\u063a\u0631\u0628": "W", "\u063a\u0631\u0628\u0627": "W",
}  # fmt: skip
AXES = {"N": "latitude", "S": "latitude", "E": "longitude", "W": "longitude"}
LIMITS = {"latitude": 90.0, "longitude": 180.0}
_LABEL = re.compile(r"\b(?:latitude|longitude|latitud|longitud|lat|long?)\b\.?\s*[:=]?", re.IGNORECASE)
_PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([.,'])\d{3})(?:\1\d{3})+")
_FRACTION = r"\d+(?:[.,]\d+)?"
_ONE = re.compile(
    rf"(?P<before>[NSEW])?\s*(?P<sign>[+-])?\s*(?P<d>{_FRACTION})\s*(?P<mark>\u00b0|d(?:eg)?\b\.?|:)?\s*"
    rf"(?:(?P<m>{_FRACTION})\s*(?:'|m(?:in)?\b\.?|:)?\s*(?:(?P<s>{_FRACTION})\s*(?:\"|''|s(?:ec)?\b\.?)?)?)?\s*(?P<after>[NSEW])?"
)
_PAIR = (
    re.compile(r"(?P<a>[^,;/]*[NSEW])\s*[,;/\s]\s*(?P<b>[^,;/]*[NSEW])"),
    re.compile(r"(?P<a>[NSEW][^NSEW]*?)\s*[,;/\s]?\s*(?P<b>[NSEW][^NSEW]*)"),
    re.compile(r"(?P<a>[^NSEW]*[NSEW])\s*[,;/\s]*\s*(?P<b>[^NSEW]*[NSEW])"),
    re.compile(r"\(?(?P<a>[+-]?\d+(?:\.\d+)?)\s*[,;/]\s*(?P<b>[+-]?\d+(?:\.\d+)?)\)?"),
    re.compile(r"\(?(?P<a>[+-]?\d+[.,]\d+)\s*[;/ ]\s*(?P<b>[+-]?\d+[.,]\d+)\)?"),
)
UTM = re.compile(
    r"(?:utm\s*)?(?:zone?\s*)?(?P<zone>\d{1,2})\s?(?P<band>[C-HJ-NP-X])[\s,:]+(?:e\s*)?(?P<east>\d{6}(?:[.,]\d+)?)\s*(?:m?\s?e)?[\s,;/]+(?:n\s*)?"
    r"(?P<north>\d{5,8}(?:[.,]\d+)?)\s*(?:m?\s?n)?",
    re.IGNORECASE,
)
MGRS = re.compile(r"\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{2}\s?\d{2}|\d{3}\s?\d{3}|\d{4}\s?\d{4}|\d{5}\s?\d{5})", re.IGNORECASE)
SIXTY = 60
_AS_WRITTEN = r"^-?(?:[1-9]\d*|(?:0|[1-9]\d*)\.\d*[1-9]\d*)$"
"""Numbers that are what they say."""
_SIGNS = {"d", "deg", "m", "min", "s", "sec", "latitude", "longitude", "latitud", "longitud", "lat", "lon", "long"}
"""Words of coordinates besides those for the points of the compass."""


@dataclass(frozen=True, kw_only=True)
class Coordinate:
    """A coordinate that was read.

    Attributes:
        text: Decimal degrees, no more exact than it was written; empty if it could not be read.
        other: The other coordinate, where one cell holds both.
        how: What the sender should know: `sexagesimal`, `pair`, `utm` (converted), `projected` (not read), `axis` (it is of the
            other axis, not read), or empty.
    """

    text: str = ""
    other: str = ""
    how: str = ""


def parse_coordinate(text: str, axis: str) -> Coordinate:
    """Read a coordinate.

    Args:
        text: A cell, tidied.
        axis: `latitude` or `longitude`.

    Returns:
        It; with empty text if the cell holds anything else.
    """
    plain = western_digits(text.replace("\u066b", ".")).translate(_MARKS).strip()
    if _PLAIN.fullmatch(plain):
        return Coordinate(text=_clean(plain.replace(",", ".")))
    if _GROUPED.fullmatch(plain):
        return Coordinate(text=_clean(re.sub(r"[.,']", "", plain)))
    if found := UTM.fullmatch(plain):
        return _from_utm(found, axis)
    if MGRS.fullmatch(plain):
        return Coordinate(how="projected")
    lettered = _lettered(_LABEL.sub("", plain)).strip()
    one = _one(lettered)
    if one is not None:
        return _of_axis(one, axis)
    return _pair(lettered, axis)


def may_be_coordinate(texts: pa.LargeStringArray) -> pa.BooleanArray:
    """Which texts `parse_coordinate` makes something else of; the others are plain degrees, or no coordinates.

    Args:
        texts: Tidy, many.
    """
    plain = folded(texts)
    letters = pc.replace_substring_regex(plain, r"[^\pL]+", " ")
    words = "|".join(sorted({word for word in (*_WORDS, *_SIGNS) if word.isascii()}))
    known = matches(letters, rf"^ ?(?:(?:{words}){{1,2}} )*(?:(?:{words}){{1,2}})?$")
    grid = matches(plain, rf"^(?:(?i:{UTM.pattern})|(?i:{MGRS.pattern}))$")
    found = reduce(pc.or_kleene, (pc.is_null(plain), known, grid))
    return pc.and_(found, pc.invert(matches(texts, _AS_WRITTEN)))


def _lettered(plain: str) -> str:
    """The text with N, S, E and W for the words of five languages."""
    return re.sub(r"[^\W\d_]+", lambda found: _WORDS.get(fold(found[0]), found[0]), plain)


def _of_axis(one: tuple[str, str, bool], axis: str) -> Coordinate:
    text, letter, sexagesimal = one
    if letter and AXES[letter] != axis:
        return Coordinate(how="axis")
    return Coordinate(text=text, how="sexagesimal" if sexagesimal else "")


def _pair(lettered: str, axis: str) -> Coordinate:
    for pattern in _PAIR:
        found = pattern.fullmatch(lettered)
        first, second = (_one(found["a"].strip()), _one(found["b"].strip())) if found else (None, None)
        if first and second:
            letters = {AXES[item[1]]: item[0] for item in (first, second) if item[1]}
            both = letters if letters.keys() == LIMITS.keys() else {"latitude": first[0], "longitude": second[0]} if not letters else {}
            if both:
                return Coordinate(text=both[axis], other=both["longitude" if axis == "latitude" else "latitude"], how="pair")
    return Coordinate()


def _one(text: str) -> tuple[str, str, bool] | None:
    """Decimal degrees, the letter of the hemisphere, and whether it has minutes; none for anything else."""
    found = _ONE.fullmatch(text)
    if found is None or (found["before"] and found["after"]):
        return None
    letter = found["before"] or found["after"] or ""
    degrees, minutes, seconds = (float((found[name] or "0").replace(",", ".")) for name in ("d", "m", "s"))
    sexagesimal = found["m"] is not None
    marked = bool(letter or found["mark"] or found["s"])
    broken = sexagesimal and (not degrees.is_integer() or (found["s"] is not None and not minutes.is_integer()) or not marked)
    if broken or minutes >= SIXTY or seconds >= SIXTY or (found["sign"] == "-" and letter):
        return None
    value = degrees + minutes / SIXTY + seconds / SIXTY**2
    sign = "-" if letter in {"S", "W"} or found["sign"] == "-" else ""
    if not sexagesimal:
        return _clean(f"{sign}{found['d'].replace(',', '.')}"), letter, False
    decimals = 4 + _decimals(found["s"]) if found["s"] else 2 + _decimals(found["m"])
    return _clean(f"{sign}{value:.{decimals}f}"), letter, True


def _decimals(written: str) -> int:
    return len(re.split(r"[.,]", written)[1]) if re.search(r"[.,]", written) else 0


def _from_utm(found: re.Match[str], axis: str) -> Coordinate:
    """A position of the grid, if its zone and half of the earth are told; S can be a band of the north and the south itself."""
    zone, band = int(found["zone"]), found["band"].upper()
    if not 1 <= zone <= SIXTY or band == "S":
        return Coordinate(how="projected")
    east, north = (float(found[name].replace(",", ".")) for name in ("east", "north"))
    longitude, latitude = _grid(zone, band >= "N").transform(east, north)
    texts = {"latitude": latitude, "longitude": longitude}
    if not all(abs(texts[name]) <= limit for name, limit in LIMITS.items()):
        return Coordinate(how="projected")
    other = "longitude" if axis == "latitude" else "latitude"
    return Coordinate(text=_clean(f"{texts[axis]:.5f}"), other=_clean(f"{texts[other]:.5f}"), how="utm")


@lru_cache(maxsize=120)
def _grid(zone: int, north: bool) -> Transformer:  # noqa: FBT001 - one half of the earth or the other
    return Transformer.from_crs(f"EPSG:{(32600 if north else 32700) + zone}", "EPSG:4326", always_xy=True)


def _clean(number: str) -> str:
    """Without a plus, leading zeros, or zeros that end a fraction: their number would say how exact it is, so that they are kept."""
    sign = "-" if number.startswith("-") else ""
    whole, dot, part = number.lstrip("+-").partition(".")
    text = (whole.lstrip("0") or "0") + dot + part
    return sign + text if float(text) else text
