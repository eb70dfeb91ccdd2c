"""CSV and TSV: the delimiter that a file shows, quoted line breaks, and records that lost their quotes at a line break."""

import csv
import io
from collections import Counter

from ens_reports.intake.reader.encoding import decode
from ens_reports.intake.reader.grid import Grid, Note, Reading, UnreadableError

DELIMITERS = (";", ",", "\t", "|")
SAMPLE_RECORDS = 200
MAX_CELL_CHARS = 10_000_000


def read_delimited(content: bytes) -> Reading:
    """Read a text file with one record a line.

    Args:
        content: The whole file.

    Returns:
        One grid without a name; row numbers are those of a spreadsheet program that opens the file.
    """
    csv.field_size_limit(MAX_CELL_CHARS)
    decoded = decode(content)
    stated, text = _stated_delimiter(decoded.text)
    delimiter = stated or find_delimiter(text)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableError("file_damaged", reason=str(error)) from error
    first = 2 if stated else 1
    grid, notes = rejoin(records, first_row=first)
    return Reading(grids=(grid,), notes=(*decoded.notes, *notes), encoding=decoded.encoding, delimiter=delimiter)


def find_delimiter(text: str) -> str:
    """The delimiter under which most records have the same number of cells, and the more cells the better.

    Args:
        text: The file's text.

    Returns:
        One of `DELIMITERS`; a comma if there is one column only.
    """
    sample = text[:200_000]
    best = max(DELIMITERS, key=lambda delimiter: _regularity(sample, delimiter))
    return best if _regularity(sample, best) > 0 else ","


def rejoin(records: list[list[str]], *, first_row: int) -> tuple[Grid, list[Note]]:
    """Put together records that were broken by a line break outside quotes.

    A line that is too short and the next, too short as well, are one record if together they have exactly the
    usual number of cells (the cell at the break counts in both).

    Args:
        records: Cells of each line.
        first_row: Row number of the first line.

    Returns:
        The grid, and a note for what was put together.
    """
    width = Counter(len(record) for record in records if record).most_common(1)
    usual = width[0][0] if width else 0
    rows: list[int] = []
    cells: list[list[str]] = []
    joined = []
    position = 0
    while position < len(records):
        record, lines = _whole(records, position, usual)
        rows.append(first_row + position)
        cells.append(record)
        if lines > 1:
            joined.append((first_row + position, 0))
        position += lines
    notes = [Note(check="record_rejoined", cells=tuple(joined))] if joined else []
    return Grid(name="", rows=rows, cells=cells), notes


def _whole(records: list[list[str]], position: int, usual: int) -> tuple[list[str], int]:
    """The record that begins at a line, and how many lines it takes."""
    record = records[position]
    following = records[position + 1] if position + 1 < len(records) else []
    if 1 < len(record) < usual and following and len(record) + len(following) - 1 == usual:
        return [*record[:-1], f"{record[-1]} {following[0]}".strip(), *following[1:]], 2
    return record, 1


def _regularity(sample: str, delimiter: str) -> float:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    widths: list[int] = []
    try:
        for record in reader:
            widths.append(len(record))
            if len(widths) == SAMPLE_RECORDS:
                break
    except csv.Error:
        return 0.0
    widths = [width for width in widths if width]
    if not widths:
        return 0.0
    usual, times = Counter(widths).most_common(1)[0]
    return times / len(widths) * (usual - 1) if usual > 1 else 0.0


def _stated_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, and the text without it."""
    first, _, rest = text.partition("\n")
    stated = first.strip()
    if stated.lower().startswith("sep=") and len(stated) == len("sep=;"):
        return stated[-1], rest
    return "", text
