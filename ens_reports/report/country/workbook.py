"""Annex C: the recipient's own records as a workbook whose bytes depend on the records alone."""

import io
from datetime import UTC, datetime

import pandas as pd
import xlsxwriter

from ens_reports.analysis.assessment import Assessment

LEAVE_OUT = ("own", "owner", "record_id", "about_recipient", "in_period", "date_from", "date_to")
MIME_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST = 40


def workbook(found: Assessment) -> bytes:
    """The own records of the period, one sheet, columns that hold something.

    Args:
        found: The assessment.

    Returns:
        XLSX: texts stay texts (nothing is ever a formula or a link), created at the cut-off of the edition.
    """
    rows = found.view.incidents.loc[found.scope.own.index].drop(columns=list(LEAVE_OUT)).dropna(axis="columns", how="all")
    rows = rows.sort_values(["incident_date", "incident_id", "item_no"], kind="stable")
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        day = found.view.facts.cut_off
        book.set_properties({"title": found.view.facts.reference, "created": datetime(day.year, day.month, day.day, tzinfo=UTC)})
        _sheet(book, rows)
    return buffer.getvalue()


def _sheet(book: xlsxwriter.Workbook, rows: pd.DataFrame) -> None:
    sheet, bold = book.add_worksheet("records"), book.add_format({"bold": True})
    for at, name in enumerate(rows.columns):
        sheet.write_string(0, at, name, bold)
        values = rows[name]
        longest = max([len(name), *values.dropna().astype("str").str.len()])
        sheet.set_column(at, at, min(longest, WIDEST) + 1)
        write = sheet.write_number if pd.api.types.is_numeric_dtype(values) else sheet.write_string
        for line, value in enumerate(values, 1):
            if not pd.isna(value):
                write(line, at, value if write == sheet.write_number else str(value))
    sheet.freeze_panes(1, 0)
    if len(rows.columns):
        sheet.autofilter(0, 0, len(rows), len(rows.columns) - 1)
