"""Values between the readers: a sheet as text cells with the row numbers of the source."""

from dataclasses import dataclass, field


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
    """

    check: str
    sheet: str = ""
    cells: tuple[tuple[int, int], ...] = ()
    values: dict[str, str] = field(default_factory=dict)


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
