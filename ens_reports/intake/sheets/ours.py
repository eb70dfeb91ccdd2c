"""Sheets of our own templates that hold no records: instructions, and the lists of drop-downs."""

from data_contracts.publish.marks import TEMPLATE
from ens_reports.intake.source import Sheet
from ens_reports.intake.values.fold import tidy


def is_ours(sheet: Sheet) -> bool:
    """Whether the first cell of a sheet says that it is a page of a template.

    Args:
        sheet: As it was read.
    """
    first = sheet.head(1)
    return bool(first.size) and tidy(str(first.iat[0, 0])).startswith(TEMPLATE)
