"""Which rows of a sheet are its header: under titles, in one row or in up to three that are merged."""

from dataclasses import dataclass

from ens_reports.intake.sheets.headers import BAND, meanings
from ens_reports.intake.source import Sheet
from ens_reports.intake.values.fold import fold_header

SEARCH_ROWS = 40
MAX_BANDS = 3
"""Rows that one header can take."""
LISTED = frozenset({"name", "synonym", "reduced"})
TITLE_CELLS = 2
"""A title fills one cell, a band of headers so many at least."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A header.

    Attributes:
        names: Headers by position; empty for an unnamed column. One that says little by itself has its band before it.
        row: Row number of its last row.
    """

    names: tuple[str, ...]
    row: int


def find_heading(sheet: Sheet, known: frozenset[str], *, stated: int | None = None) -> Heading | None:
    """Find the header of a sheet.

    Args:
        sheet: As it was read.
        known: Folded headers that would be recognised.
        stated: Its row number, if a mapping states it.

    Returns:
        The header; none if no row looks like one.
    """
    top = sheet.head(max(SEARCH_ROWS, stated or 0) + MAX_BANDS)
    rows = {int(number): [str(text) for text in row] for number, row in zip(top.index, top.to_numpy(dtype=object), strict=True)}
    searched = dict(list(rows.items())[:SEARCH_ROWS])
    row = stated if stated is not None else _main_row(searched, known)
    if row is None or row not in rows:
        return None
    names = _with_bands_above(rows, row, known)
    return Heading(names=tuple(names), row=row) if stated is not None else _with_band_below(rows, row, names, known)


def _main_row(rows: dict[int, list[str]], known: frozenset[str]) -> int | None:
    """The row with most recognised headers; without any, the first that is filled like the table below it."""
    hits = {number: _hits(texts, known) for number, texts in rows.items()}
    if hits and max(hits.values()) > 1:
        return max(hits, key=lambda number: (hits[number], -number))
    widths = {number: _filled(texts) for number, texts in rows.items()}
    most = max(widths.values(), default=0)
    return next((number for number, width in widths.items() if width >= max(TITLE_CELLS, 0.6 * most)), None)


def _with_bands_above(rows: dict[int, list[str]], row: int, known: frozenset[str]) -> list[str]:
    """The header's texts; an empty one takes its text from a cell above, where headers are merged over several rows."""
    names = rows[row]
    for above in range(row - 1, row - MAX_BANDS, -1):
        band = rows.get(above, [])
        if _filled(band) < TITLE_CELLS or _is_record(band, names):
            break
        names = [text or upper for text, upper in zip(_banded(names, band, known), band, strict=True)]
    return names


def _is_record(texts: list[str], names: list[str]) -> bool:
    """Whether a row above the header shows how to fill it, as our templates do: most names have a text of their own, numbers among them."""
    over = [text for text, name in zip(texts, names, strict=True) if text.strip() and name.strip()]
    return 2 * len(over) > _filled(names) and any(character.isdigit() for text in over for character in text)


def _banded(names: list[str], band: list[str], known: frozenset[str]) -> list[str]:
    """Names that say nothing by themselves, or stand twice, or more with it, with the band that spans them before them."""
    folded = [fold_header(name) for name in names]
    found = []
    for name, text, upper in zip(names, folded, _spread(names, band), strict=True):
        together = f"{upper}{BAND}{name}"
        little = text not in known or folded.count(text) > 1 or _says_more(together, name)
        found.append(together if text and upper and BAND not in name and little else name)
    return found


def _says_more(together: str, name: str) -> bool:
    """Whether a name with its band is a known one, of another field than by itself: `Offence` before `Description`."""
    first, alone = next(iter(meanings(together)), None), next(iter(meanings(name)), None)
    return first is not None and first.how in LISTED and (alone is None or first.field != alone.field)


def _spread(names: list[str], band: list[str]) -> list[str]:
    """The band over each name: a cell of a band holds up to the next one; what is merged downwards is no band, and ends one."""
    found, current = [], ""
    for name, text in zip(names, band, strict=True):
        plain = " ".join(text.split())
        current = ("" if not name.strip() or fold_header(name) == fold_header(plain) else plain) if plain else current
        found.append(current)
    return found


def _with_band_below(rows: dict[int, list[str]], row: int, names: list[str], known: frozenset[str]) -> Heading:
    """The header with the row below it, where that names the parts of what stands above: more is recognised with it than without."""
    below = rows.get(row + 1, [])
    filled = [text for text in below if text.strip()]
    looks_like_names = (
        bool(filled) and len(set(filled)) == len(filled) and not any(character.isdigit() for text in filled for character in text)
    )
    if not looks_like_names or len(filled) >= _filled(rows.get(row + 2, [])):
        return Heading(names=tuple(names), row=row)
    joined = [text or upper for text, upper in zip(_banded(below, names, known), names, strict=True)]
    better = _hits(joined, known) > _hits(names, known)
    return _with_band_below(rows, row + 1, joined, known) if better else Heading(names=tuple(names), row=row)


def _hits(texts: list[str], known: frozenset[str]) -> int:
    return sum(fold_header(text.rpartition(BAND)[2]) in known for text in texts if text)


def _filled(texts: list[str]) -> int:
    return sum(bool(text.strip()) for text in texts)
