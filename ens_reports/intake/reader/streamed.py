"""Large delimited text, block by block into an Arrow file: what is regular by Arrow, every other block as `delimited` reads it."""

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import csv as arrow_csv

from ens_reports.intake.reader.delimited import SAMPLE_RECORDS, find_delimiter, rejoin, split, stated_delimiter, usual_width
from ens_reports.intake.reader.ecomessage import TITLE_BYTES
from ens_reports.intake.reader.encoding import encoding_of
from ens_reports.intake.reader.grid import MAX_CELL_CHARS, MAX_COLUMNS, Note, Reading, UnreadableError
from ens_reports.intake.reader.sniff import sniff
from ens_reports.intake.reader.spelling import GARBLED, MAX_PROPOSALS, spell_out

STREAMED_BYTES = 1_000_000
"""Smaller files are read at once."""
SAMPLE_BYTES = 200_000
BLOCK_BYTES = 8_000_000
MAX_BLOCK_BYTES = 24_000_000
"""A record ends within so many bytes, or the quotation marks are not in pairs."""
PACKED = (b"PK", b"\xd0\xcf\x11\xe0", b"PAR1")
"""Beginnings of files that only the whole of them tells apart."""
LOST = "\ufffd".encode()
MARK_LENGTHS = {"utf-8-sig": len(codecs.BOM_UTF8)}


class WiderError(Exception):
    """A record has more cells than any before it."""

    def __init__(self, width: int) -> None:
        super().__init__(width)
        self.width = width


@dataclass(kw_only=True)
class Form:
    """How a text is written.

    Attributes:
        encoding: As Python names it.
        is_utf8: Its bytes can be taken as they are.
        delimiter: Between cells.
        stated: The first line states the delimiter.
        first: How many cells the first record has.
        usual: How many cells most records have.
        notes: What was seen so far.
    """

    encoding: str
    is_utf8: bool
    delimiter: str
    stated: bool
    first: int
    usual: int
    notes: list[Note] = field(default_factory=list)


@dataclass(kw_only=True)
class Streamed:
    """What was read of a text.

    Attributes:
        reading: Notes, encoding and delimiter; no grid.
        width: Cells of the widest record.
        short: Row numbers of records with fewer cells than most.
    """

    reading: Reading
    width: int
    short: list[int]


def can_stream(path: Path) -> bool:
    """Whether a file is a delimited text, and so large that it is read block by block.

    Args:
        path: The file.
    """
    if path.stat().st_size < STREAMED_BYTES:
        return False
    with path.open("rb") as file:
        beginning = file.read(STREAMED_BYTES)
    if beginning.startswith(PACKED):
        return False
    try:
        return sniff(beginning) == "text" and not TITLE_BYTES.search(beginning.replace(b"\0", b""))
    except UnreadableError:
        return False


def stream(path: Path, target: Path) -> Streamed:
    """Read a delimited text into an Arrow file: column `row`, then `0`, `1`, ... as text.

    Args:
        path: The text.
        target: The Arrow file.

    Raises:
        UnreadableError: A cell is longer, or a record wider, than any is.
    """
    csv.field_size_limit(2 * MAX_CELL_CHARS)
    form = _form(path)
    width = form.usual
    while True:
        try:
            return _write(path, target, form, width)
        except WiderError as wider:
            width = wider.width


def _form(path: Path) -> Form:
    with path.open("rb") as file:
        beginning = file.read(SAMPLE_BYTES)
    is_utf8 = _is_utf8(path)
    encoding, guessed = encoding_of(beginning, is_utf8=is_utf8)
    text = codecs.getincrementaldecoder(encoding)(errors="replace").decode(beginning).replace("\0", "")
    stated, rest = stated_delimiter(text)
    delimiter = stated or find_delimiter(rest)
    records, _ = split(rest[:SAMPLE_BYTES], delimiter)
    notes = [Note(check="encoding_guessed", values={"encoding": encoding})] if guessed else []
    return Form(
        encoding=encoding,
        is_utf8=is_utf8 and encoding in {"utf-8", "utf-8-sig"},
        delimiter=delimiter,
        stated=bool(stated),
        first=len(records[0]) if records else 0,
        usual=usual_width(records[:SAMPLE_RECORDS]) or 1,
        notes=notes,
    )


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while piece := file.read(BLOCK_BYTES):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _write(path: Path, target: Path, form: Form, width: int) -> Streamed:
    schema = pa.schema([("row", pa.int64()), *((str(column), pa.string()) for column in range(width))])
    row, lost, nuls, short, notes = 2 if form.stated else 1, 0, 0, list[int](), list[Note]()
    with pa.OSFile(str(target), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for number, piece in enumerate(_blocks(path, form)):
            block = piece.partition(b"\n")[2] if form.stated and number == 0 else piece
            lost += 0 if block.isascii() else block.count(LOST)
            if b"\0" in block:
                nuls, block = nuls + block.count(b"\0"), block.replace(b"\0", b"")
            if not block:
                continue
            table = _regular(block, form)
            if table is None:
                table, found, shorter, lines = _irregular(block, form, row, width)
                notes, short = [*notes, *found], short + shorter
            else:
                lines = len(table)
                table = _numbered(table, np.arange(row, row + lines), width)
            row += lines
            writer.write_table(table.cast(schema))
    counted = {"characters_lost": lost, "nul_characters": nuls}
    told = [Note(check=check, values={"number": str(count)}) for check, count in counted.items() if count]
    reading = Reading(grids=(), notes=(*form.notes, *told, *_joined(notes)), encoding=form.encoding, delimiter=form.delimiter)
    return Streamed(reading=reading, width=width, short=short)


def _blocks(path: Path, form: Form) -> Iterator[bytes]:
    """The text as UTF-8, in blocks that end with a record."""
    decoder = None if form.is_utf8 else codecs.getincrementaldecoder(form.encoding)(errors="replace")
    kept = b""
    with path.open("rb") as file:
        if decoder is None:
            file.seek(MARK_LENGTHS.get(form.encoding, 0))
        following = file.read(BLOCK_BYTES)
        while piece := following:
            following = file.read(BLOCK_BYTES)
            block = kept + (piece if decoder is None else decoder.decode(piece).encode())
            end = _end_of_record(block) if following else len(block)
            if not end and len(block) > MAX_BLOCK_BYTES:
                end = block.rfind(b"\n") + 1 or len(block)
            if end:
                yield block[:end]
            kept = block[end:]
    kept += b"" if decoder is None else decoder.decode(b"", final=True).encode()
    if kept:
        yield kept


def _end_of_record(block: bytes) -> int:
    """Behind the last line break outside quotation marks."""
    position = block.rfind(b"\n")
    while position >= 0 and block.count(b'"', 0, position) % 2:
        position = block.rfind(b"\n", 0, block.rfind(b'"', 0, position))
    return position + 1


def _regular(block: bytes, form: Form) -> pa.Table | None:
    """A block as Arrow reads it; none where Arrow would read anything else than Python's csv module."""
    if b"\r" in block and block.count(b"\r") != block.count(b"\r\n"):
        return None
    if b'"' in block and not _quotes_are_regular(block, form.delimiter):
        return None
    if not block.isascii() and GARBLED.search(block.decode()):
        return None
    names = [str(column) for column in range(form.usual)]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(block),
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=max(len(block), 1)),
            parse_options=arrow_csv.ParseOptions(delimiter=form.delimiter, newlines_in_values=True, ignore_empty_lines=False),
            convert_options=arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
        )
    except pa.ArrowInvalid:
        return None
    longest = max((pc.max(pc.binary_length(column)).as_py() or 0 for column in table.columns), default=0)
    return table if longest <= MAX_CELL_CHARS else None


def _quotes_are_regular(block: bytes, delimiter: str) -> bool:
    """Whether every quotation mark opens or closes a cell, or stands doubled in one."""
    mark = re.escape(delimiter.encode())
    whole = re.compile(rb"(?:(?<=[\n" + mark + rb'])|\A)"[^"]*(?:""[^"]*)*"(?=[\r\n' + mark + rb"]|\Z)")
    return b'"' not in whole.sub(b"", block)


def _irregular(block: bytes, form: Form, row: int, width: int) -> tuple[pa.Table, list[Note], list[int], int]:
    """A block as `delimited` reads it."""
    try:
        records, unbalanced = split(block.decode(), form.delimiter, usual=form.first if row > 1 + form.stated else 0)
    except UnreadableError as error:
        raise _in_file(error, row) from None
    grid, notes = rejoin(records, first_row=row, usual=form.usual)
    if unbalanced:
        notes.append(Note(check="quotes_unbalanced", cells=tuple((row + position, 0) for position in unbalanced)))
    spelt = spell_out(Reading(grids=(grid,), notes=tuple(notes)))
    cells = spelt.grids[0].cells
    widest = max(map(len, cells), default=0)
    if widest > MAX_COLUMNS:
        raise UnreadableError("columns_too_many", number=str(widest), limit=str(MAX_COLUMNS))
    if widest > width:
        raise WiderError(widest)
    short = [number for number, cell in zip(grid.rows, cells, strict=True) if 0 < len(cell) < form.usual]
    filled = [cell + [""] * (width - len(cell)) for cell in cells]
    table = pa.table({str(column): pa.array([cell[column] for cell in filled], pa.string()) for column in range(width)})
    return _numbered(table, grid.rows, width), list(spelt.notes), short, len(records)


def _in_file(error: UnreadableError, row: int) -> UnreadableError:
    """What is wrong in a block, with the number that its row has in the file."""
    here = {"row": str(row - 1 + int(error.values["row"]))} if "row" in error.values else {}
    return UnreadableError(error.check, **{**error.values, **here})


def _numbered(table: pa.Table, rows: NDArray[np.int64] | list[int], width: int) -> pa.Table:
    """The cells with their row numbers, and blanks where other records have more."""
    blank = pa.array([""] * len(table), pa.string()) if table.num_columns < width else None
    columns = [table.column(column) if column < table.num_columns else blank for column in range(width)]
    return pa.table([pa.array(rows, pa.int64()), *columns], names=["row", *map(str, range(width))])


def _joined(notes: list[Note]) -> list[Note]:
    """The notes of all blocks, each cause once."""
    causes: dict[tuple[object, ...], list[Note]] = {}
    for note in notes:
        columns = frozenset(column for _, column in note.cells)
        causes.setdefault((note.check, columns, *(text for name, text in note.values.items() if name != "number")), []).append(note)
    return [_one(several) for several in causes.values()]


def _one(several: list[Note]) -> Note:
    numbers = [int(note.values["number"]) for note in several if "number" in note.values]
    cells = tuple(cell for note in several for cell in note.cells)
    values = {**several[0].values, **({"number": str(sum(numbers))} if numbers else {})}
    sample = tuple(dict.fromkeys(text for note in several for text in note.sample))[:MAX_PROPOSALS]
    return replace(several[0], cells=cells, values=values, sample=sample)
