"""Excel and OpenDocument workbooks: values by calamine, and by a second look what calamine does not give."""

import io
import warnings
from collections.abc import Iterable
from dataclasses import dataclass

import python_calamine as calamine

from ens_reports.intake.reader import look_ods, look_xlsx
from ens_reports.intake.reader.documents import text
from ens_reports.intake.reader.facts import Facts, use
from ens_reports.intake.reader.grid import Grid, Note, Reading, UnreadableError, check_size
from ens_reports.intake.reader.package import open_package

LOOKS = {"xlsx": look_xlsx.look, "ods": look_ods.look}
"""Formats whose own text is looked at."""
PARTS_TOLD = (
    ("xl/vbaProject.bin", "macros_not_run"),
    ("Basic/", "macros_not_run"),
    ("Scripts/", "macros_not_run"),
    ("xl/externalLinks/", "links_not_followed"),
    ("xl/connections.xml", "links_not_followed"),
    ("xl/media/", "pictures_not_read"),
    ("xl/embeddings/", "pictures_not_read"),
    ("Pictures/", "pictures_not_read"),
)
"""Beginning of a part's name -> what its sender is told of it."""
MACROS = "_VBA_PROJECT".encode("utf-16-le")
MAX_SHEETS = 200


def read_workbook(content: bytes, *, format_name: str) -> Reading:
    """Read every sheet of a workbook, hidden ones too: what is hidden was sent all the same.

    Args:
        content: The whole file.
        format_name: `xlsx`, `xlsb`, `xls` or `ods`.

    Returns:
        One grid per sheet that holds something, from cell A1 on.

    Raises:
        UnreadableError: A password, damage, or cells too far out to be held.
    """
    names = open_package(content).namelist() if format_name != "xls" else []
    facts = LOOKS[format_name](open_package(content)) if format_name in LOOKS else {}
    try:
        workbook = calamine.load_workbook(io.BytesIO(content))
        shown = [item for item in workbook.sheets_metadata if item.typ == calamine.SheetTypeEnum.WorkSheet]
        sheets = [_sheet(_values(workbook, item.name, content), facts.get(item.name, Facts())) for item in _not_too_many(shown)]
    except calamine.PasswordError as error:
        raise UnreadableError("password_needed") from error
    except (calamine.CalamineError, OSError, ValueError, KeyError) as error:
        raise UnreadableError("file_damaged", reason="reader_gave_up") from error
    grids = [grid for grid, _ in sheets if grid.cells]
    notes = [note for grid, found in sheets if grid.cells for note in found]
    unseen = {item.name for item in shown if item.visible != calamine.SheetVisibleEnum.Visible}
    notes += [Note(check="sheet_hidden", sheet=grid.name) for grid in grids if grid.name in unseen]
    told = {check for start, check in PARTS_TOLD if any(name.startswith(start) for name in names)}
    told |= {"macros_not_run"} if format_name == "xls" and MACROS in content else set()
    told |= {"formats_not_seen"} if format_name not in LOOKS and grids else set()
    return Reading(grids=tuple(grids), notes=(*notes, *(Note(check=check) for check in sorted(told))))


def _not_too_many(sheets: list[calamine.SheetMetadata]) -> list[calamine.SheetMetadata]:
    if len(sheets) > MAX_SHEETS:
        raise UnreadableError("sheets_too_many", number=str(len(sheets)), limit=str(MAX_SHEETS))
    return sheets


@dataclass(frozen=True, kw_only=True)
class Values:
    """What a reader gives of a sheet.

    Attributes:
        name: Of the sheet.
        cells: As text, from cell A1 on.
        merged: First row and column, last row and column of merged cells, counted from 1.
    """

    name: str
    cells: list[list[str]]
    merged: list[tuple[int, int, int, int]]


def _values(workbook: calamine.CalamineWorkbook, name: str, content: bytes) -> Values:
    """A sheet by calamine; by openpyxl where calamine gives up on one cell, such as a number formatted as a date beyond all years."""
    sheet = workbook.get_sheet_by_name(name)
    left = [""] * (sheet.start[1] if sheet.start else 0)
    try:
        cells = [left + [value if type(value) is str else text(value) for value in row] for row in sheet.iter_rows()]
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        cells = _slowly(content, name)
    merged = [(top + 1, first + 1, bottom + 1, last + 1) for (top, first), (bottom, last) in sheet.merged_cell_ranges or []]
    return Values(name=name, cells=cells, merged=merged)


def _slowly(content: bytes, name: str) -> list[list[str]]:
    if content.startswith(b"\xd0\xcf"):
        raise UnreadableError("file_damaged", reason="reader_gave_up")
    import openpyxl  # noqa: PLC0415 - hardly any workbook needs it, and it takes long to import

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dates beyond all years, which become errors in their cells
        try:
            sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)[name]
            return [[text(value) for value in row] for row in sheet.iter_rows(min_row=1, min_col=1, values_only=True)]
        except Exception as error:
            raise UnreadableError("file_damaged", reason="reader_gave_up") from error


def _sheet(values: Values, facts: Facts) -> tuple[Grid, list[Note]]:
    """A sheet as text, and what is told of it."""
    grid = Grid(name=values.name, rows=list(range(1, len(values.cells) + 1)), cells=values.cells)
    check_size(grid)
    ranges = values.merged + [(row, left, row, right) for row, left, right in facts.across]
    return grid, use(facts, grid) + _merged(grid, ranges)


def _merged(grid: Grid, ranges: Iterable[tuple[int, int, int, int]]) -> list[Note]:
    """Repeat the value of cells merged down a column; of those merged across say so where they are no title alone in its row."""
    down, across = [], []
    for top, left, bottom, right in ranges:
        last = min(bottom, len(grid.cells))
        if not 0 < top <= last or left > len(grid.cells[top - 1]) or not grid.cells[top - 1][left - 1]:
            continue
        if right > left and any(cell for column, cell in enumerate(grid.cells[top - 1], start=1) if not left <= column <= right):
            across.append((top, left))
        if left == right and top < last:
            for row in range(top, last):
                grid.cells[row][left - 1] = grid.cells[top - 1][left - 1]
            down.append((top, left))
    found = (("cells_merged", down), ("cells_merged_across", across))
    return [Note(check=check, sheet=grid.name, cells=tuple(cells)) for check, cells in found if cells]
