"""Columns that no field takes but whose dirt the sender should know."""

import re
from collections.abc import Callable

from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.findings import Cells
from ens_reports.intake.mappings.mapping import ColumnCheck
from ens_reports.intake.mappings.rules import restore_zeros

DOTTED = r"\d{1,2}\.\d{1,2}(\.\d{1,2})?"
WITH_COLON = r"\d{1,2}:\d{2}(:\d{2})?"


def look_at(columns: Columns, check: ColumnCheck) -> None:
    """Look at one column.

    Args:
        columns: The table; takes the findings.
        check: The column, and what to look for.
    """
    position = columns.position(check.column)
    if position is not None:
        narrow = columns.narrow(position)
        LOOKS[check.check](narrow.columns, position, check)
        narrow.tell()


def _times_mixed(columns: Columns, position: int, _check: ColumnCheck) -> None:
    """Times written in two ways: the rarer one is noted."""
    cells = columns.cleaned(position)
    dotted, colon = cells.str.fullmatch(DOTTED).astype(bool), cells.str.fullmatch(WITH_COLON).astype(bool)
    if dotted.any() and colon.any():
        place = columns.place(position)
        dots, colons = place.total(dotted), place.total(colon)
        place.note("times_mixed", cells, colon if colons <= dots else dotted, dots=str(dots), colons=str(colons))


def _codes_lost_zeros(columns: Columns, position: int, check: ColumnCheck) -> None:
    restore_zeros(columns.cleaned(position), columns, position, digits=check.digits)


def _positions_zero(columns: Columns, position: int, _check: ColumnCheck) -> None:
    """Coordinates of 0 beside a geometry: the geometry is taken."""
    cells = columns.cleaned(position)
    columns.place(position).note("attribute_position_zero", cells, _is_zero(cells))


def _value_misplaced(columns: Columns, position: int, check: ColumnCheck) -> None:
    cells = columns.cleaned(position)
    expected = re.compile(check.expected, re.IGNORECASE)
    strange = {value for value in cells.unique() if value and not expected.search(value)}
    columns.place(position).note("value_misplaced", cells, cells.isin(strange))


def _is_zero(cells: Cells) -> Cells:
    return cells.str.fullmatch(r"-?0+([.,]0+)?").astype(bool)


LOOKS: dict[str, Callable[[Columns, int, ColumnCheck], None]] = {
    "times_mixed": _times_mixed,
    "codes_lost_zeros": _codes_lost_zeros,
    "positions_zero": _positions_zero,
    "value_misplaced": _value_misplaced,
}
"""Name in a mapping -> what is looked for; `mapping.SpecialCheck` has the same names."""
