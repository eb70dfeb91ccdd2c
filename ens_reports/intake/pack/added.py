"""Our sheets, added to a workbook of the sender's by openpyxl."""

import itertools
from collections.abc import Sequence

from openpyxl.cell.cell import Cell as OwnCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ens_reports.intake.pack.sheet import LOOKS, Cell, PackSheet, Style, height
from ens_reports.intake.pack.texts import clean, looks_like_formula

THIN = Side(style="thin", color="FFC3CED6")
PAPER_A4 = 9
READING_ORDER = {False: 0, True: 2}
"""As the format numbers them: by the text itself, and from right to left."""


def add(book: Workbook, sheets: Sequence[PackSheet]) -> None:
    """Add sheets: those that are to be last behind the sender's, the others before them; the first one opens.

    Args:
        book: The sender's.
        sheets: With names that differ from those of the sender's.
    """
    for style, right_to_left in itertools.product(LOOKS, {sheet.right_to_left for sheet in sheets}):
        if _name(style, right_to_left=right_to_left) not in book.named_styles:
            book.add_named_style(_named(style, right_to_left=right_to_left))
    before = 0
    for sheet in sheets:
        target = book.create_sheet(sheet.name, None if sheet.last else before)
        before += not sheet.last
        _fill(target, sheet)
    for other in book.worksheets:  # sheets that are selected together would all take what is typed into one
        other.sheet_view.tabSelected = False
    book.active = 0


def _fill(target: Worksheet, sheet: PackSheet) -> None:
    for row, line in enumerate(sheet.lines, start=1):
        target.row_dimensions[row].height = height(line, sheet.widths)
        for column, cell in enumerate(line, start=1):
            _write(target.cell(row, column), cell, right_to_left=sheet.right_to_left)
    for column, width in enumerate(sheet.widths, start=1):
        dimension = target.column_dimensions[get_column_letter(column)]
        dimension.width, dimension.hidden = width, column - 1 in sheet.hidden
    _lists(target, sheet)
    shown = len([column for column in range(len(sheet.widths)) if column not in sheet.hidden])
    corner = f"{get_column_letter(shown)}{max(1, len(sheet.lines))}"
    if sheet.head >= 0:
        target.freeze_panes = f"A{sheet.head + 2}"
        target.print_title_rows = f"{sheet.head + 1}:{sheet.head + 1}"
        target.auto_filter.ref = f"A{sheet.head + 1}:{corner}"
    target.print_area = f"A1:{corner}"
    _page(target, sheet)


def _write(target: object, cell: Cell, *, right_to_left: bool) -> None:
    if not isinstance(target, OwnCell):
        return
    text = clean(cell.text)
    if cell.number is not None:
        target.value = cell.number
    elif text:
        target.value = text
        target.data_type = "s"  # openpyxl takes a text that begins with = for a formula
    target.style = _name(cell.style, right_to_left=right_to_left)
    if looks_like_formula(text):
        target.quotePrefix = True
    if cell.link:
        target.hyperlink = Hyperlink(ref=target.coordinate, location=cell.link)
        target.style = _name(cell.style, right_to_left=right_to_left)


def _lists(target: Worksheet, sheet: PackSheet) -> None:
    sources = {}
    for column, (name, items) in enumerate(sheet.options.items(), start=sheet.first_list + 1):
        letters = get_column_letter(column)
        for row, item in enumerate(items, start=1):
            _write(target.cell(row, column), Cell(text=item, style="hidden"), right_to_left=sheet.right_to_left)
        target.column_dimensions[letters].hidden = True
        sources[name] = f"${letters}$1:${letters}${len(items)}"
    for choice in sheet.choices:
        rule = DataValidation(type="list", formula1=sources[choice.options], allow_blank=True)
        rule.showErrorMessage, rule.errorStyle = True, "stop" if choice.closed else "warning"
        letters = get_column_letter(choice.column + 1)
        rule.add(f"{letters}{choice.rows[0] + 1}:{letters}{choice.rows[1] + 1}")
        target.add_data_validation(rule)


def _page(target: Worksheet, sheet: PackSheet) -> None:
    target.sheet_view.rightToLeft = sheet.right_to_left
    target.sheet_view.showGridLines = sheet.head >= 0
    target.page_setup.orientation, target.page_setup.paperSize = "landscape", PAPER_A4
    target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0 if sheet.head >= 0 else 1
    target.HeaderFooter.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text="&P / &N"))
    if sheet.protected:
        guard = target.protection
        guard.sheet = True
        guard.autoFilter = guard.sort = guard.formatColumns = guard.formatRows = False  # False allows it


def _name(style: Style, *, right_to_left: bool) -> str:
    return f"ENS {style} rtl" if right_to_left else f"ENS {style}"


def _named(style: Style, *, right_to_left: bool) -> NamedStyle:
    look = LOOKS[style]
    return NamedStyle(
        name=_name(style, right_to_left=right_to_left),
        font=Font(name="Calibri", size=look.size, bold=look.bold, color=f"FF{look.colour}"),
        fill=PatternFill("solid", fgColor=f"FF{look.fill}") if look.fill else PatternFill(),
        border=Border(left=THIN, right=THIN, top=THIN, bottom=THIN) if look.border else Border(),
        alignment=Alignment(
            wrap_text=look.wrap,
            vertical="top",
            horizontal="center" if look.centred else None,
            readingOrder=READING_ORDER[right_to_left],
        ),
        protection=Protection(locked=look.locked),
        number_format="#,##0" if style == "number" else "General",
    )
