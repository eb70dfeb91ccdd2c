"""What the sheets, the header and the rows of a file are."""

from data_contracts.check import Check
from data_contracts.findings import Severity

Row = tuple[str, Severity, str, str, str]

ROWS: tuple[Row, ...] = (
    (
        "sheet_hidden",
        "note",
        "The sheet is hidden; it was read like all others.",
        "Delete sheets that are not meant to be sent.",
        "None.",
    ),
    (
        "record_rejoined",
        "warning",
        "A record was broken over two lines, and was put together again.",
        "Put texts with line breaks in quotes.",
        "None, if it was put together rightly: please check it.",
    ),
    (
        "rows_hidden",
        "note",
        "Rows are hidden in the sheet; they were read like all others.",
        "Delete rows that are not meant to be sent.",
        "None.",
    ),
    (
        "cells_merged",
        "note",
        "Cells are merged over several rows; each row got their value.",
        "Write the value in each row.",
        "None, if that is what was meant.",
    ),
    (
        "cells_merged_across",
        "note",
        "Cells are merged over several columns; only the first of them has the value.",
        "Write each value in the column where it belongs.",
        "None for names above several columns; in a record the other columns count as blank.",
    ),
    (
        "columns_hidden",
        "note",
        "Columns are hidden in the sheet; they were read like all others.",
        "Delete columns that are not meant to be sent.",
        "None.",
    ),
    (
        "formats_not_seen",
        "note",
        "In a workbook of this kind the formats of the cells cannot be seen.",
        "Save it as XLSX if dates are shown without their day, or numbers with a unit that is only in the format.",
        "Cells with errors count as blank; dates and numbers were taken as they are stored.",
    ),
    (
        "percents_shown",
        "note",
        "Cells show per cent; they were read as shown: 50 %, not 0.5.",
        "None is needed, if the column is one of percentages.",
        "None, if that is what was meant.",
    ),
    (
        "units_in_formats",
        "note",
        "A unit or currency stands only in the format of the cells; it was read with the numbers.",
        "Give the unit or currency a column of its own.",
        "None, as long as the format is that of the numbers.",
    ),
    (
        "numbers_padded",
        "note",
        "Numbers are shown with leading zeros; they were read as shown.",
        "Write codes and numbers of cases as text.",
        "None.",
    ),
    (
        "numbers_scaled",
        "warning",
        "Cells show their numbers in thousands or millions; the whole numbers that they hold were taken.",
        "Show the whole numbers, and look whether they are what you mean.",
        "If the numbers were typed as thousands, they count a thousand times too little.",
    ),
    (
        "formulas_read",
        "note",
        "Cells are formulas; the values that were saved with them were taken, and nothing was calculated.",
        "Send values instead of formulas.",
        "None, if the workbook was calculated before it was saved.",
    ),
    (
        "formulas_without_value",
        "warning",
        "Formulas were saved without their values.",
        "Open the workbook in a spreadsheet program, let it calculate, save it, and send it once more.",
        "These cells count as blank.",
    ),
    (
        "macros_not_run",
        "note",
        "The workbook holds macros, which were not run.",
        "Send a workbook without macros (XLSX).",
        "None: the cells were read as they were saved.",
    ),
    (
        "links_not_followed",
        "note",
        "The workbook takes values from other files or programs; nothing of that was opened or run.",
        "Send values instead of links.",
        "None, if the saved values are up to date.",
    ),
    (
        "pictures_not_read",
        "note",
        "The workbook holds pictures or other files, which were not read.",
        "Write into cells what they say.",
        "What they show is not counted.",
    ),
    (
        "comments_not_read",
        "note",
        "Remarks hang on cells; they were not read.",
        "Write into cells what they say.",
        "What they say is not counted.",
    ),
    ("cells_with_errors", "warning", "Cells show an error of the spreadsheet program.", "Correct the formula.", "The values are missing."),
    (
        "dates_shown_short",
        "note",
        "Dates are shown without their day; they were taken as shown.",
        "Show the whole date if the day is known.",
        "The records count for their month or year only.",
    ),
    (
        "reference_system",
        "note",
        "Positions are in {system}, and were taken as WGS 84.",
        "Send positions in WGS 84.",
        "Positions may be off by a few metres.",
    ),
    (
        "header_repeated",
        "note",
        "Several columns have the same name ({number}, but for case, accents and punctuation).",
        "Give each column its own name.",
        "Only the columns that a mapping tells apart are read.",
    ),
    (
        "header_misspelt",
        "note",
        "The name of a column is misspelt; it was read as {name}.",
        "Correct the name.",
        "None, as long as it stays misspelt in the same way.",
    ),
    ("header_unnamed", "note", "A column has no name.", "Give the column a name, or delete it.", "The column is not read."),
    ("header_with_line_breaks", "note", "Names of columns are broken over several lines ({number}).", "Write them in one line.", "None."),
    (
        "headers_cut",
        "note",
        "Names of columns were cut after {length} characters ({number}).",
        "Send a format that keeps long names.",
        "Columns may be mistaken for one another.",
    ),
    (
        "sheet_not_read",
        "note",
        "A sheet of the workbook holds no records that are known.",
        "None is needed, if it holds no records.",
        "The sheet was not read.",
    ),
    ("rows_total", "note", "A row adds up other rows; it was read and set aside.", "Leave totals out.", "None: totals are not records."),
    (
        "rows_not_records",
        "note",
        "A row is a title or a repeated header, not a record; it was read and set aside.",
        "Leave such rows out.",
        "None, if it is no record.",
    ),
    (
        "rows_short",
        "note",
        "Rows have fewer cells than the others; the missing ones count as blank.",
        "Check whether cells were lost.",
        "Values at the end of the row may be missing.",
    ),
)
"""Name, severity, statement, what to do, what it costs."""

SHEETS = tuple(
    Check(id=name, level=1, severity=severity, statement=statement, fix=fix, cost=cost) for name, severity, statement, fix, cost in ROWS
)
