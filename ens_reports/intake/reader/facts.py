"""What a second look at a workbook's own text finds beside the values."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ens_reports.intake.reader.formats import TOLD, Shown
from ens_reports.intake.reader.grid import Grid, Note

Place = tuple[int, int]
"""Row and column, counted from 1."""


@dataclass(kw_only=True)
class Facts:
    """What was seen in one sheet.

    Attributes:
        texts: Cells that must hold another text than the value reader gives: error cells, cells that hold only blanks.
        styled: Cells whose format says more than their value.
        places: Check of the catalogue -> where.
        across: Row, first and last column of cells merged within a row, where calamine does not give them.
        last_row: Of all cells.
        last_column: Of all cells.
        cells: How many cells the file writes down.
    """

    texts: dict[Place, str] = field(default_factory=dict)
    styled: list[tuple[Place, Shown]] = field(default_factory=list)
    places: dict[str, list[Place]] = field(default_factory=dict)
    across: list[tuple[int, int, int]] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    cells: int = 0

    def tell(self, check: str, places: Iterable[Place]) -> None:
        """Note places of one check."""
        if found := list(places):
            self.places.setdefault(check, []).extend(found)


def use(facts: Facts, grid: Grid) -> list[Note]:
    """Write into a grid what its cells show, and say so.

    Args:
        facts: Of the sheet.
        grid: Its cells, changed in place.
    """
    for (row, column), text in facts.texts.items():
        if _is_in(grid, row, column):
            grid.cells[row - 1][column - 1] = text
    restyled: dict[str, list[Place]] = {}
    for (row, column), shown in facts.styled:
        if not _is_in(grid, row, column):
            continue
        before = grid.cells[row - 1][column - 1]
        grid.cells[row - 1][column - 1] = shown.text(before)
        if (shown.kind == "scaled" and before) or grid.cells[row - 1][column - 1] != before:
            restyled.setdefault(TOLD[shown.kind], []).append((row, column))
    told = {check: [place for place in places if _is_seen(grid, *place)] for check, places in (facts.places | restyled).items()}
    return [Note(check=check, sheet=grid.name, cells=tuple(places)) for check, places in told.items() if places]


def _is_seen(grid: Grid, row: int, column: int) -> bool:
    """Whether a place is one of the table's: programs hide all rows and columns that nobody uses."""
    return row <= len(grid.cells) and column <= max(map(len, grid.cells), default=0)


def _is_in(grid: Grid, row: int, column: int) -> bool:
    return 0 < row <= len(grid.cells) and 0 < column <= len(grid.cells[row - 1])
