"""Characters that no text can carry, and letters that were garbled before a file was sent."""

import re
from dataclasses import replace

from ens_reports.intake.reader.grid import Grid, Note, Reading, check_size

NUL = re.compile("\0")
HALF = re.compile("[\ud800-\udfff]")
"""Half of a character beyond the first 65,536, without its other half."""
CONTINUED = (
    "\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
"""What bytes from 80 to BF are in cp1252."""
GARBLED = re.compile(f"[\u00c2-\u00df\u00e2-\u00ef\u0102\u0139\u010e][{CONTINUED}]")
"""The first byte of a letter in UTF-8 and one that follows it, both read as signs of another encoding."""
ODD = re.compile(f"[\0\ud800-\udfff]|{GARBLED.pattern}")
MAX_PROPOSALS = 5
MAX_PROPOSED_CHARS = 200


def spell_out(reading: Reading) -> Reading:
    """Take characters out that no text can carry: NULs, and halves of characters that JSON can name; tell garbled letters.

    Args:
        reading: As it was read.

    Returns:
        The same with the replacement character for halves, and notes. Garbled letters stay as they were sent: how they would read is a
        proposal.

    Raises:
        UnreadableError: A table is larger than any record needs.
    """
    notes, grids = list(reading.notes), []
    for grid in reading.grids:
        check_size(grid)
        odd = [place for place, row in enumerate(grid.cells) if _is_odd("\t".join(row))]
        notes += _garbled(grid, odd)
        nuls, halves = (sum(len(found.findall(cell)) for row in _rows(grid, odd) for cell in row) for found in (NUL, HALF))
        notes += [Note(check="nul_characters", sheet=grid.name, values={"number": str(nuls)})] if nuls else []
        notes += [Note(check="characters_lost", sheet=grid.name, values={"number": str(halves)})] if halves else []
        grids.append(_clean(grid, odd) if nuls or halves else grid)
    return replace(reading, grids=tuple(grids), notes=tuple(notes))


def proposed(text: str) -> str:
    """How garbled letters would read; the text itself where nothing is wrong with it.

    Args:
        text: A cell.
    """
    import ftfy  # noqa: PLC0415 - most files are not garbled, and it takes long to import

    return ftfy.fix_encoding(text[:MAX_PROPOSED_CHARS])


def _is_odd(text: str) -> bool:
    return (not text.isascii() or "\0" in text) and ODD.search(text) is not None


def _rows(grid: Grid, odd: list[int]) -> list[list[str]]:
    return [list(grid.header), *(grid.cells[place] for place in odd)]


def _clean(grid: Grid, odd: list[int]) -> Grid:
    header = tuple(HALF.sub("\ufffd", NUL.sub("", cell)) for cell in grid.header)
    cells = list(grid.cells)
    for place in odd:
        cells[place] = [HALF.sub("\ufffd", NUL.sub("", cell)) for cell in cells[place]]
    return replace(grid, header=header, cells=cells)


def _garbled(grid: Grid, odd: list[int]) -> list[Note]:
    """A note for each column, with how some of its values would read."""
    suspects = {cell for place in odd for cell in grid.cells[place] if GARBLED.search(cell)}
    better = {cell: text for cell in sorted(suspects) if (text := proposed(cell)) != cell[:MAX_PROPOSED_CHARS]}
    places: dict[int, list[int]] = {}
    for place in odd if better else ():
        for column, cell in enumerate(grid.cells[place], start=1):
            if cell in better:
                places.setdefault(column, []).append(place)
    notes = []
    for column, found in sorted(places.items()):
        cells = dict.fromkeys(grid.cells[place][column - 1] for place in found)
        sample = tuple(f"{cell[:MAX_PROPOSED_CHARS]} → {better[cell]}" for cell in list(cells)[:MAX_PROPOSALS])
        rows = tuple((grid.rows[place], column) for place in found)
        notes.append(Note(check="letters_garbled", sheet=grid.name, cells=rows, values={"number": str(len(found))}, sample=sample))
    return notes
