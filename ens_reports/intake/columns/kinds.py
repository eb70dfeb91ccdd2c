"""A field's kind decides how its cells are read: numbers, dates, countries, codes, lists, texts."""

from collections.abc import Callable

from ens_reports.intake.columns.asked import Asked
from ens_reports.intake.columns.coded import read_code, read_list, read_yes_no
from ens_reports.intake.columns.country_cells import read_countries, read_country
from ens_reports.intake.columns.date_cells import read_dates
from ens_reports.intake.columns.numeric import read_numbers
from ens_reports.intake.findings import Cells

__all__ = ["READERS", "Asked", "read_kind"]


def read_kind(cells: Cells, asked: Asked) -> Cells:
    """Read tidy cells as their field's kind says; what can't be read stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.

    Returns:
        Canonical text.
    """
    return READERS[asked.field.kind](cells, asked)


def _text(cells: Cells, _asked: Asked) -> Cells:
    return cells


READERS: dict[str, Callable[[Cells, Asked], Cells]] = {
    "text": _text,
    "number": read_numbers,
    "integer": read_numbers,
    "date": read_dates,
    "country": read_country,
    "countries": read_countries,
    "code": read_code,
    "list": read_list,
    "yes_no_unknown": read_yes_no,
}
"""Kind of a field -> how its cells are read."""
