"""Excel and OpenDocument workbooks: values by calamine, and by openpyxl what calamine does not give."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date

import openpyxl
import python_calamine as calamine
from openpyxl.utils import column_index_from_string, get_column_letter

from ens_reports.intake.reader.documents import text
from ens_reports.intake.reader.grid import Grid, Note, Reading, UnreadableError, check_size

MAX_CELLS = 20_000_000
"""Rows times columns of a sheet; calamine holds all of them, empty ones too, and aborts the process where memory ends."""
MAX_LOOKED_AT = 400_000
"""Cells up to which openpyxl looks a second time (about two seconds)."""
CELL = re.compile(rb"<(?:\w+:)?c (?:[^>]*?\s)?r=\"([A-Z]{1,3})(\d{1,7})\"")
HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row (?=[^>]*hidden=\"(?:1|true)\")[^>]*?\br=\"(\d+)\"")
CHUNK_BYTES = 4_000_000
OVERLAP_BYTES = 400


def read_workbook(content: bytes, *, format_name: str) -> Reading:
    """Read every sheet of a workbook, hidden ones too: what is hidden was sent all the same.

    Args:
        content: The whole file.
        format_name: `xlsx`, `xls` or `ods`.

    Returns:
        One grid per sheet that holds something, from cell A1 on.

    Raises:
        UnreadableError: A password, damage, or cells too far out to be held.
    """
    hidden = _look_at_extent(content) if format_name == "xlsx" else {}
    try:
        workbook = calamine.load_workbook(io.BytesIO(content))
        sheets = [_sheet(workbook, item.name) for item in workbook.sheets_metadata if item.typ == calamine.SheetTypeEnum.WorkSheet]
    except calamine.PasswordError as error:
        raise UnreadableError("password_needed") from error
    except (calamine.CalamineError, OSError, ValueError, KeyError) as error:
        raise UnreadableError("file_damaged", reason="reader_gave_up") from error
    grids = [grid for grid, _ in sheets if grid.cells]
    for grid in grids:
        check_size(grid)
    notes = [note for _, found in sheets for note in found]
    notes += [
        Note(check="rows_hidden", sheet=grid.name, cells=tuple((row, 0) for row in hidden[grid.name]))
        for grid in grids
        if grid.name in hidden
    ]
    unseen = {item.name for item in workbook.sheets_metadata if item.visible != calamine.SheetVisibleEnum.Visible}
    notes += [Note(check="sheet_hidden", sheet=grid.name) for grid in grids if grid.name in unseen]
    if format_name == "xlsx":
        notes += _second_look(content, grids)
    return Reading(grids=tuple(grids), notes=tuple(notes))


def _sheet(workbook: calamine.CalamineWorkbook, name: str) -> tuple[Grid, list[Note]]:
    sheet = workbook.get_sheet_by_name(name)
    cells = [[text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    notes = []
    filled = _fill_merged(cells, list(sheet.merged_cell_ranges or []))
    if filled:
        notes.append(Note(check="cells_merged", sheet=name, cells=tuple(filled)))
    return Grid(name=name, rows=list(range(1, len(cells) + 1)), cells=cells), notes


def _fill_merged(cells: list[list[str]], ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> list[tuple[int, int]]:
    """Repeat the value of cells merged down a column; cells merged across are titles and stay."""
    filled = []
    for (top, left), (bottom, right) in ranges:
        if left == right and top < bottom < len(cells) and cells[top][left]:
            for row in range(top + 1, bottom + 1):
                cells[row][left] = cells[top][left]
            filled.append((top + 1, left + 1))
    return filled


def _look_at_extent(content: bytes) -> dict[str, list[int]]:
    """Refuse a sheet whose cells lie too far out, and find its hidden rows by sheet name."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = _sheet_names(package)
            hidden = {}
            for part, name in names.items():
                rows = _scan(package, part, name)
                if rows:
                    hidden[name] = rows
            return hidden
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
        raise UnreadableError("file_damaged", reason="part_missing") from error


def _scan(package: zipfile.ZipFile, part: str, name: str) -> list[int]:
    last_row, last_column, hidden = 0, 0, set()
    for chunk in _chunks(package, part):
        found = set(CELL.findall(chunk))
        last_row = max(last_row, max((int(row) for _, row in found), default=0))
        last_column = max(last_column, max((column_index_from_string(letters.decode()) for letters in {x for x, _ in found}), default=0))
        hidden |= {int(row) for row in HIDDEN_ROW.findall(chunk)}
        if last_row * last_column > MAX_CELLS:
            raise UnreadableError("cells_too_far", sheet=name, cell=f"{get_column_letter(last_column)}{last_row}")
    return sorted(hidden)


def _chunks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with package.open(part) as stream:
        kept = b""
        while piece := stream.read(CHUNK_BYTES):
            yield kept + piece
            kept = piece[-OVERLAP_BYTES:]


def _sheet_names(package: zipfile.ZipFile) -> dict[str, str]:
    """Part of each worksheet -> its name."""
    workbook = package.read("xl/workbook.xml").decode(errors="replace")
    links = package.read("xl/_rels/workbook.xml.rels").decode(errors="replace")
    targets = {}
    for link in re.findall(r"<Relationship\b[^>]*>", links):
        identifier, target = re.search(r'\bId="([^"]+)"', link), re.search(r'\bTarget="([^"]+)"', link)
        if identifier and target:
            targets[identifier[1]] = target[1].lstrip("/") if target[1].startswith("/") else f"xl/{target[1]}"
    present = set(package.namelist())
    sheets = re.findall(r'<(?:\w+:)?sheet\b[^>]*\bname="([^"]*)"[^>]*\b\w+:id="([^"]+)"', workbook)
    return {targets[link]: name for name, link in sheets if targets.get(link) in present}


def _second_look(content: bytes, grids: list[Grid]) -> list[Note]:
    """Error cells, cells that hold only blanks, and dates shown without their day."""
    size = sum(len(grid.cells) * max((len(row) for row in grid.cells), default=0) for grid in grids)
    if size > MAX_LOOKED_AT:
        return [Note(check="formats_not_seen", values={"number": str(size)})]
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception:  # noqa: BLE001 - openpyxl raises almost anything on files that calamine reads
        return [Note(check="formats_not_seen", values={"number": str(size)})]
    notes: list[Note] = []
    for grid in grids:
        if grid.name in workbook.sheetnames:
            notes += _look_at_cells(workbook[grid.name], grid)
    return notes


def _look_at_cells(sheet: object, grid: Grid) -> list[Note]:
    errors, shortened = [], []
    for cells in sheet.iter_rows():  # type: ignore[attr-defined]  # openpyxl's read-only sheet has no type
        for cell in cells:
            if cell.value is None:
                continue
            row, column = cell.row, cell.column
            if row > len(grid.cells) or column > len(grid.cells[row - 1]):
                continue
            if cell.data_type == "e":
                grid.cells[row - 1][column - 1] = str(cell.value)
                errors.append((row, column))
            elif isinstance(cell.value, str) and not cell.value.strip():
                grid.cells[row - 1][column - 1] = cell.value
            elif isinstance(cell.value, date) and (shown := _shown_date(cell.value, cell.number_format)):
                grid.cells[row - 1][column - 1] = shown
                shortened.append((row, column))
    found = (("cells_with_errors", errors), ("dates_shown_short", shortened))
    return [Note(check=check, sheet=grid.name, cells=tuple(cells)) for check, cells in found if cells]


def _shown_date(value: date, number_format: str) -> str:
    """A date whose format shows no day, as much of it as is shown; empty if the day is shown."""
    shown = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", number_format or "").lower()
    if "y" not in shown or "d" in shown:
        return ""
    return f"{value.year:04d}-{value.month:02d}" if "m" in shown else f"{value.year:04d}"
