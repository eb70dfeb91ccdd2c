"""Values between the readers: a sheet as text cells with the row numbers of the source."""

from dataclasses import dataclass, field

MAX_CELL_CHARS = 1_000_000
"""A cell of a spreadsheet program holds 32,767; what is longer is a document, or a quotation mark that is missing."""
MAX_COLUMNS = 1_000


class UnreadableError(Exception):
    """The file cannot be read; `check` says why, in the words of the catalogue.

    Args:
        check: Identifier of the check.
        values: What fills the places of its wording.
    """

    def __init__(self, check: str, **values: str) -> None:
        super().__init__(check)
        self.check = check
        self.values = values


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something seen while reading.

    Attributes:
        check: Identifier of the check in the catalogue.
        sheet: Name of the sheet, empty for a file without sheets.
        cells: (row, column) of each place, counted from 1; column 0 is the whole row.
        values: What fills the places of the check's wording.
        sample: Values, such as how garbled letters would read: only for the pack that returns to the sender.
    """

    check: str
    sheet: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    sample: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One sheet as text.

    Attributes:
        name: Name of the sheet, empty for a file without sheets.
        rows: Row numbers of the source, counted from 1, ascending.
        cells: Cells of each row, as text; a blank cell is empty.
        header: Names that the format itself gives to the columns (JSON, Parquet); empty where the header is a row.
        pointer: For formats without cells: how a place is written, with `{item}` (counted from 0) and `{name}`.
    """

    name: str
    rows: list[int]
    cells: list[list[str]]
    header: tuple[str, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a reader made of a file.

    Attributes:
        grids: Its sheets, in order.
        notes: What was seen on the way.
        encoding: Of a text file, else empty.
        delimiter: Of a text file, else empty.
    """

    grids: tuple[Grid, ...]
    notes: tuple[Note, ...] = ()
    encoding: str = ""
    delimiter: str = ""


def check_size(grid: Grid) -> None:
    """Refuse a table with more columns, or longer cells, than any record has.

    Args:
        grid: As it was read.

    Raises:
        UnreadableError: It has.
    """
    width = max([len(grid.header), *(_filled(row) for row in grid.cells if len(row) > MAX_COLUMNS)])
    if width > MAX_COLUMNS:
        raise UnreadableError("columns_too_many", number=str(width), limit=str(MAX_COLUMNS))
    for number, row in zip(grid.rows, grid.cells, strict=True):
        if sum(map(len, row)) > MAX_CELL_CHARS and max(map(len, row)) > MAX_CELL_CHARS:
            raise UnreadableError("cell_too_long", row=str(number), limit=str(MAX_CELL_CHARS))


def _filled(row: list[str]) -> int:
    """Cells up to the last that is filled."""
    return next((position for position in range(len(row), 0, -1) if row[position - 1]), 0)
