"""CSV and TSV: the delimiter that a file shows, quoted line breaks, and records that lost their quotes at a line break."""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator

from ens_reports.intake.reader.encoding import decode
from ens_reports.intake.reader.grid import MAX_CELL_CHARS, MAX_COLUMNS, Grid, Note, Reading, UnreadableError

DELIMITERS = (";", ",", "\t", "|")
SAMPLE_RECORDS = 200
MUCH_TOO_WIDE = 20 * MAX_COLUMNS
"""Cells of a record at which reading ends; up to there blank ones behind the last column are left out."""
UNNAMED_WEIGHT = 0.2
"""A delimiter that stands in no row of names divides numbers: it is their decimal comma."""
DIGIT = re.compile(r"\d")


def read_delimited(content: bytes) -> Reading:
    """Read a text file with one record a line.

    Args:
        content: The whole file.

    Returns:
        One grid without a name; row numbers are those of a spreadsheet program that opens the file.
    """
    csv.field_size_limit(2 * MAX_CELL_CHARS)
    decoded = decode(content)
    stated, text = stated_delimiter(decoded.text)
    delimiter = stated or find_delimiter(text)
    first = 2 if stated else 1
    records, unbalanced = split(text, delimiter)
    grid, notes = rejoin(records, first_row=first)
    if unbalanced:
        notes.append(Note(check="quotes_unbalanced", cells=tuple((first + position, 0) for position in unbalanced)))
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


def split(text: str, delimiter: str, *, usual: int = 0) -> tuple[list[list[str]], list[int]]:
    """Cut a text into records. A quotation mark that is never closed would swallow the records after it: its line is read by itself.

    Args:
        text: The file's text.
        delimiter: Between cells.
        usual: The usual number of cells; 0: as the first record has.

    Returns:
        Cells of each record, and the positions of the records whose quotation marks are not in pairs.

    Raises:
        UnreadableError: A cell is longer than any record's.
    """
    lines = list(io.StringIO(text, newline=""))
    records: list[list[str]] = []
    unbalanced: list[int] = []
    start = 0
    while start < len(lines):
        reader, done = csv.reader(_from(lines, start), delimiter=delimiter, strict=True), 0
        try:
            for record in reader:
                if len(record) > MUCH_TOO_WIDE:
                    raise UnreadableError("columns_too_many", number=str(len(record)), limit=str(MAX_COLUMNS))
                records.append(record)
                done = reader.line_num
        except csv.Error:
            line = lines[start + done]
            if len(line) > MAX_CELL_CHARS:
                raise UnreadableError("cell_too_long", row=str(len(records) + 1), limit=str(MAX_CELL_CHARS)) from None
            unbalanced.append(len(records))
            records.append(_line(line, delimiter, usual=usual or (len(records[0]) if records else 0)))
            done += 1
        start += done
    return records, unbalanced


def _from(lines: list[str], start: int) -> Iterator[str]:
    """Lines from a place on, without walking there each time: a file may have a broken quotation mark on every line."""
    return (lines[place] for place in range(start, len(lines)))


def _line(line: str, delimiter: str, *, usual: int) -> list[str]:
    """The cells of one line: without its quotation marks if that gives the usual number of cells, else with them as letters."""
    lenient = next(csv.reader([line], delimiter=delimiter))
    return lenient if len(lenient) == usual else next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE))


def rejoin(records: list[list[str]], *, first_row: int, usual: int = 0) -> tuple[Grid, list[Note]]:
    """Put together records that were broken by a line break outside quotes.

    A line that is too short and the next, too short as well, are one record if together they have exactly the
    usual number of cells (the cell at the break counts in both).

    Args:
        records: Cells of each line.
        first_row: Row number of the first line.
        usual: The usual number of cells; 0: as most of these records have.

    Returns:
        The grid, and a note for what was put together.
    """
    usual = usual or usual_width(records)
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


def usual_width(records: list[list[str]]) -> int:
    """How many cells most records have.

    Args:
        records: Cells of each record; those without any do not count.
    """
    widths = Counter(len(record) for record in records if record).most_common(1)
    return widths[0][0] if widths else 0


def _whole(records: list[list[str]], position: int, usual: int) -> tuple[list[str], int]:
    """The record that begins at a line, and how many lines it takes."""
    record = records[position]
    following = records[position + 1] if position + 1 < len(records) else []
    if 1 < len(record) < usual and following and len(record) + len(following) - 1 == usual:
        return [*record[:-1], f"{record[-1]} {following[0]}".strip(), *following[1:]], 2
    return record, 1


def _regularity(sample: str, delimiter: str) -> float:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        records = list(itertools.islice(reader, SAMPLE_RECORDS))
    except csv.Error:
        return 0.0
    widths = [len(record) for record in records if record]
    if not widths:
        return 0.0
    usual, times = Counter(widths).most_common(1)[0]
    named = any(len(record) == usual and not any(DIGIT.search(cell) for cell in record) for record in records)
    return times / len(widths) * (usual - 1) * (1 if named else UNNAMED_WEIGHT) if usual > 1 else 0.0


def stated_delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`, and the text without it.

    Args:
        text: The file's text, or its beginning.
    """
    first, _, rest = text.partition("\n")
    stated = first.strip()
    if stated.lower().startswith("sep=") and len(stated) == len("sep=;"):
        return stated[-1], rest
    return "", text
