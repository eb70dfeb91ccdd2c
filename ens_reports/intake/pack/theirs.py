"""What becomes of the sender's own cells in the workbook that returns: outside formulas and links end, marks are set."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import Cell as OwnCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ens_reports.intake.pack.formulas import stays
from ens_reports.intake.pack.marker import SEARCH_ROWS, SIGN
from ens_reports.intake.pack.marks import Fill, Remark
from ens_reports.intake.pack.sheet import FILLS
from ens_reports.intake.pack.texts import AUTHOR, clean, comment_size, looks_like_formula
from ens_reports.locales.hidden import HIDDEN, marked

BEFORE_THEIRS = "\n\u2014\n"
"""Between our comment on a cell and the one that its sender had written there."""
SOLID = {name: PatternFill("solid", fgColor=f"FF{colour}") for name, colour in FILLS.items()}


def take_out_ours(book: Workbook) -> None:
    """Take the sheets, comments and colours of an earlier pack out of a workbook that came back.

    Args:
        book: The sender's.
    """
    for sheet in book.worksheets:
        if _is_ours(sheet):
            book.remove(sheet)
    ours = {f"FF{colour}" for colour in FILLS.values()}
    for cell in (cell for sheet in book.worksheets for cell in cells_of(sheet)):
        if cell.comment is not None and cell.comment.author == AUTHOR:
            _, found, theirs = cell.comment.text.partition(BEFORE_THEIRS)
            cell.comment = Comment(theirs, "") if found else None
        if cell.has_style and cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb in ours:
            cell.fill = PatternFill()


def end_outside(book: Workbook, path: Path) -> tuple[str, ...]:
    """End what reaches outside the file: formulas become their last result as text, links go.

    Args:
        book: The sender's.
        path: Where it lies, to find the last results.

    Returns:
        What was found: `results` for any formula, `formulas`, `hyperlinks`.
    """
    formulas = [cell for sheet in book.worksheets for cell in cells_of(sheet) if cell.data_type == "f"]
    outside = [cell for cell in formulas if not stays(_formula(cell))]
    if outside:
        results = openpyxl.load_workbook(path, data_only=True, keep_links=False)
        for cell in outside:
            _set_text(cell, results[cell.parent.title][cell.coordinate].value)
    linked = [cell for sheet in book.worksheets for cell in cells_of(sheet) if cell.hyperlink is not None and cell.hyperlink.target]
    for cell in linked:
        cell.hyperlink = None
    dropped = _drop_named(book) | _drop_rules(book)
    found = {"results": len(formulas) > len(outside), "formulas": bool(outside) or dropped, "hyperlinks": bool(linked)}
    return tuple(name for name, there in found.items() if there)


def make_inert(book: Workbook) -> None:
    """Mark what nobody sees in cells and comments of the sender's, and keep text text that could be taken for a formula when it is edited.

    Args:
        book: The sender's.
    """
    for cell in (cell for sheet in book.worksheets for cell in cells_of(sheet)):
        if cell.data_type == "s" and isinstance(cell.value, str) and (HIDDEN.search(cell.value) or looks_like_formula(cell.value)):
            _set_text(cell, cell.value)
        if cell.comment is not None and HIDDEN.search(cell.comment.text):
            cell.comment = Comment(marked(cell.comment.text), cell.comment.author)


def mark(book: Workbook, fills: Sequence[Fill], remarks: Sequence[Remark]) -> None:
    """Colour cells and write comments; what their sender had written there stays below.

    Args:
        book: The sender's.
        fills: Coloured cells, the weightiest last.
        remarks: Comments.
    """
    for fill in fills:
        if fill.sheet in book.sheetnames:
            sheet = book[fill.sheet]
            for row in range(fill.rows[0], fill.rows[1] + 1):
                sheet.cell(row, fill.column + 1).fill = SOLID[fill.severity]
    for remark in remarks:
        cell = book[remark.sheet].cell(remark.row, remark.column + 1) if remark.sheet in book.sheetnames else None
        if isinstance(cell, OwnCell):
            theirs = f"{BEFORE_THEIRS}{cell.comment.text}" if cell.comment is not None else ""
            width, height = comment_size(remark.text + theirs)
            cell.comment = Comment(clean(remark.text + theirs), AUTHOR, width=width, height=height)


def cells_of(sheet: Worksheet) -> Iterator[OwnCell]:
    """The cells that a sheet holds; blank ones between them are not made."""
    held = sheet._cells  # noqa: SLF001 - the public way makes a cell for each place up to the last
    return (cell for cell in list(held.values()) if isinstance(cell, OwnCell))


def _is_ours(sheet: Worksheet) -> bool:
    top = (cell for cell in cells_of(sheet) if cell.row <= SEARCH_ROWS)
    return any(isinstance(cell.value, str) and cell.value.startswith(f"{SIGN};") for cell in top)


def _formula(cell: OwnCell) -> str:
    """A formula's text; array formulas and tables of results hold it within."""
    return str(getattr(cell.value, "text", None) or getattr(cell.value, "r1", None) or cell.value or "")


def _set_text(cell: OwnCell, value: object) -> None:
    text = "" if value is None else clean(str(value))
    cell.value = text
    cell.data_type = "s"
    if looks_like_formula(text):
        cell.quotePrefix = True


def _drop_named(book: Workbook) -> bool:
    """Names that stand for something outside."""
    dropped = False
    for names in (book.defined_names, *(sheet.defined_names for sheet in book.worksheets)):
        outside = [name for name, item in names.items() if not stays(str(item.attr_text or ""))]
        for name in outside:
            del names[name]
        dropped |= bool(outside)
    return dropped


def _drop_rules(book: Workbook) -> bool:
    """Rules for entries whose formula reaches outside."""
    dropped = False
    for sheet in book.worksheets:
        rules = sheet.data_validations.dataValidation
        kept = [rule for rule in rules if stays(str(rule.formula1 or "")) and stays(str(rule.formula2 or ""))]
        dropped |= len(kept) < len(rules)
        sheet.data_validations.dataValidation = kept
    return dropped
