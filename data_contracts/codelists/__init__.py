"""Code lists: what a coded cell may say, with source, date and the days on which a code is valid."""

import csv
import io
from functools import lru_cache
from importlib.resources import files

import pandas as pd

ALWAYS = ("none", "unknown")
"""Every optional coded field takes these: looked for and there is none; cannot be known. A blank says: not recorded."""


@lru_cache
def load(name: str) -> pd.DataFrame:
    """One list, in its published order. The frame is shared: copy it before changing it.

    Args:
        name: The list's name, such as `outcome`.

    Returns:
        Text columns `code`, `label_en`, `label_fr`, `label_es`, `label_ar`, `valid_from`, `valid_to` (ISO days, blank for
        open), `source`, `as_of` and `confirmed` (no: not yet compared with the primary source); `unit` adds `dimension`,
        `base` and `factor`, `evaluation` adds `scheme` and `part`, `countries` has names and regions instead of labels.

    Raises:
        KeyError: There is no such list.
    """
    header, *rows = _rows(name)
    return pd.DataFrame(rows, columns=header, dtype="str")


@lru_cache
def _rows(name: str) -> tuple[list[str], ...]:
    """The header and the rows of a list; there are a hundred lists, and most are asked for their codes alone."""
    place = files(__package__).joinpath(f"{name}.csv")
    if not place.is_file():
        raise KeyError(f"a code list must be one of {', '.join(names())}, got {name!r}")
    return tuple(row for row in csv.reader(io.StringIO(place.read_text(encoding="utf-8"))) if row)


@lru_cache
def names() -> tuple[str, ...]:
    """All lists, in alphabetical order."""
    return tuple(sorted(entry.name.removesuffix(".csv") for entry in files(__package__).iterdir() if entry.name.endswith(".csv")))


@lru_cache(maxsize=1_000)
def codes(*lists: str) -> tuple[str, ...]:
    """The codes of one or more lists, each once, in the lists' order, whatever their dates.

    Args:
        lists: Names of lists.
    """
    return tuple(dict.fromkeys(code for name in lists for code in _codes(name)))


def _codes(name: str) -> list[str]:
    header, *rows = _rows(name)
    place = header.index("code")
    return [row[place] for row in rows]


@lru_cache(maxsize=1_000)
def labels(name: str, language: str = "en") -> dict[str, str]:
    """What to call each code; in English where the language has no label, and the code itself where there is none at all.

    Args:
        name: The list's name.
        language: ISO 639-1, one of en, fr, es, ar.
    """
    header, *rows = _rows(name)
    kind = "name" if name == "countries" else "label"
    code, own, english = (header.index(column) for column in ("code", f"{kind}_{language}", f"{kind}_en"))
    return {row[code]: row[own] or row[english] or row[code] for row in rows}


@lru_cache
def dated(name: str) -> dict[str, tuple[str, str]]:
    """The codes of a list that were not valid at all times, with their first and last day.

    Args:
        name: The list's name.

    Returns:
        ISO days by code; 0001-01-01 and 9999-12-31 for open ends.
    """
    frame = load(name)
    frame = frame[(frame["valid_from"] != "") | (frame["valid_to"] != "")]
    start, end = frame["valid_from"].replace("", "0001-01-01"), frame["valid_to"].replace("", "9999-12-31")
    return {code: (first, last) for code, first, last in zip(frame["code"], start, end, strict=True)}
