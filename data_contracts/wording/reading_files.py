"""Whether a file can be read, and what its sheets and rows are."""

from data_contracts.check import Check
from data_contracts.findings import Severity

Row = tuple[str, Severity, str, str, str]

ROWS: tuple[Row, ...] = (
    ("file_empty", "error", "The file must hold records, but it is empty.", "Send the file again.", "Nothing was taken in."),
    (
        "file_damaged",
        "error",
        "The file must be whole, but it cannot be read: {reason}.",
        "Save it again in the program that made it, and send it once more.",
        "Nothing was taken in.",
    ),
    (
        "json_damaged",
        "error",
        "The file must be valid JSON, but line {line}, column {column} is not.",
        "Export it again; the end of the file may be missing.",
        "Nothing was taken in.",
    ),
    (
        "json_without_records",
        "error",
        "The JSON file must hold a list of records, but there is none.",
        "Send a list of objects, one per record, or GeoJSON.",
        "Nothing was taken in.",
    ),
    (
        "password_needed",
        "error",
        "The file must open without a password, but it asks for one.",
        "Remove the password; the channel that carries the file protects it.",
        "Nothing was taken in.",
    ),
    (
        "cells_too_far",
        "error",
        "The cells of sheet {sheet} must lie together, but the last one is {cell}.",
        "Delete the empty rows and columns behind your data, or copy the data to a new sheet.",
        "Nothing was taken in.",
    ),
    (
        "file_too_large",
        "error",
        "The file must be of a size that can be read, but it has {size}.",
        "Send it in parts.",
        "Nothing was taken in.",
    ),
    (
        "reader_ended",
        "error",
        "The file must be readable, but its reader had to be ended.",
        "Save it again as CSV or as a new workbook, and send it once more.",
        "Nothing was taken in.",
    ),
    (
        "format_unknown",
        "error",
        "The file must be CSV, TSV, Excel, OpenDocument, JSON, GeoJSON or Parquet, but it is {kind}.",
        "Send the table itself.",
        "Nothing was taken in.",
    ),
    (
        "header_not_found",
        "error",
        "A row must hold the names of the columns, but none does.",
        "Put the names of the columns in one row above the records.",
        "Nothing of this sheet was taken in.",
    ),
    (
        "party_unknown",
        "error",
        "The file must be of a known party, but it cannot be told whose it is.",
        "Put it in the folder of the party, or name the party.",
        "Nothing was taken in.",
    ),
    (
        "contract_unknown",
        "error",
        "The columns must be those of one contract, but too few of them are known.",
        "Use the names of the template, or name the contract or a mapping.",
        "Nothing of this sheet was taken in.",
    ),
    (
        "extension_wrong",
        "note",
        "The name of the file says another format than its content, which is {format}.",
        "Give the file the right extension.",
        "None: it was read by its content.",
    ),
    (
        "encoding_guessed",
        "note",
        "The file does not say in which encoding it is written; {encoding} was taken.",
        "Save it as UTF-8.",
        "Letters with accents may be wrong.",
    ),
    (
        "characters_lost",
        "warning",
        "Some characters could not be read ({number}).",
        "Save the file as UTF-8.",
        "Names and words with these characters are damaged.",
    ),
    (
        "nul_characters",
        "warning",
        "The file holds characters that mean nothing in a text ({number} NULs).",
        "Export the file again.",
        "They were left out; text near them may be damaged.",
    ),
    (
        "letters_garbled",
        "warning",
        "Letters were garbled before the file was sent ({number} places).",
        "Open the original as UTF-8 and save it again.",
        "Names with accents are not found.",
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
        "formats_not_seen",
        "note",
        "The workbook is too large to look at the formats of its cells ({number} cells).",
        "None is needed.",
        "Error cells and dates shown without their day are not told apart.",
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

FILES = tuple(
    Check(id=name, level=1, severity=severity, statement=statement, fix=fix, cost=cost) for name, severity, statement, fix, cost in ROWS
)
