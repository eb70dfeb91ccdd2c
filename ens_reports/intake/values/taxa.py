"""Scientific names as they are usually written: `genidens_barbus`, `MANIS GIGANTEA` and `Manis gigantea Illiger, 1815` are names."""

import re

_BINOMIAL = r"[A-Z][a-z]+(?:-[a-z]+)?(?: (?:[a-z][a-z-]+|x|\u00d7|(?:sub)?spp?\.|ssp\.|var\.|cf\.|aff\.)){1,4}"
_AUTHOR = re.compile(
    rf"(?P<name>{_BINOMIAL}) (?:\(?[A-Z\u00c0-\u00de][\w.'\u2019-]*(?:,? (?:&|et|and|ex|in|de|von|van|[A-Z\u00c0-\u00de][\w.'\u2019-]*))*"
    r",? (?:1[789]|20)\d{2}\)?|\(?(?:L|Linn|Linnaeus|Cuvier|Gray|Desmarest|Gmelin|Bonnaterre|Lacep\u00e8de|Valenciennes)\.?\)?)"
)
_OPEN = re.compile(r"(?<![\w.])(sp|spp|ssp|subsp|cf|aff|var)(?![\w.])")
_SHAPES = (re.compile(r"[A-Za-z]+(?:_[A-Za-z.-]+)+"), re.compile(r"[A-Z]{3,}(?: [A-Z.-]{2,}){1,3}"))
_NAME = re.compile(_BINOMIAL)


def usual(text: str) -> str:
    """A scientific name as it is usually written; anything else as it is.

    Args:
        text: A cell, tidied.
    """
    plain = text.replace("_", " ")
    if any(shape.fullmatch(text) for shape in _SHAPES):
        plain = plain.capitalize()
    plain = _OPEN.sub(r"\1.", plain) if re.match(r"[A-Z][a-z]+ ", plain) else plain
    found = _AUTHOR.fullmatch(plain)
    plain = found["name"] if found else plain
    return plain if _NAME.fullmatch(plain) else text


def is_open(text: str) -> bool:
    """Whether a name leaves the species open: `cf.` and `aff.` say what it is like, not what it is.

    Args:
        text: A scientific name.
    """
    return re.search(r"\b(?:cf|aff)\.", text) is not None
