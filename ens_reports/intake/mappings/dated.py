"""The date of the incident: from its column, else from a column of the year, and whether the two agree."""

from data_contracts.fields import Field
from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.findings import Cells, Mask
from ens_reports.intake.mappings.mapping import Rule
from ens_reports.intake.mappings.rules import read_field

ISO = r"\d{4}(-\d{2}(-\d{2})?)?"
YEAR = r"(?:19|20)\d{2}"


def read_dates(columns: Columns, rule: Rule, field: Field) -> tuple[Cells, int]:
    """Read dates under a rule.

    Args:
        columns: The table.
        rule: With `column`, or `year` (and `month`), or both.
        field: The contract's field.

    Returns:
        ISO text - a day, a month or a year; what can't be read stays as it came - and the position of the column.
    """
    if not rule.column:
        return _from_parts(columns, rule, field)
    read = read_field(columns, rule, field, decimal=".")
    if not rule.year or read.column < 0:
        return read.cells, read.column
    return _with_year(columns, rule, field, (read.cells, read.column)), read.column


def _from_parts(columns: Columns, rule: Rule, field: Field) -> tuple[Cells, int]:
    position = columns.position(rule.year)
    if position is None:
        return columns.blank(), -1
    years = columns.cleaned(position, field.name, missing=rule.missing)
    months = columns.position(rule.month) if rule.month else None
    if months is None:
        columns.place(position, field.name).note("dates_by_year", years, _is_year(years))
        return years, position
    cells = columns.cleaned(months, field.name)
    usable = cells.str.fullmatch(r"0?[1-9]|1[0-2]") & _is_year(years)
    columns.place(months, field.name).note("dates_by_month", cells, usable)
    return years.mask(usable, years + "-" + cells.str.zfill(2)).astype("str"), position


def _with_year(columns: Columns, rule: Rule, field: Field, read: tuple[Cells, int]) -> Cells:
    dates, position = read
    year_position = columns.position(rule.year)
    if year_position is None:
        return dates
    years = columns.cleaned(year_position, field.name)
    usable, dated = _is_year(years), dates.str.fullmatch(ISO)
    place, year_place = columns.place(position, field.name), columns.place(year_position, field.name)
    sent = columns.raw(position)
    place.note("date_missing_year_used", sent, (dates == "") & usable)
    place.note("date_unreadable_year_used", sent, (dates != "") & ~dated & usable)
    place.note("year_disagrees", sent, dated & usable & (dates.str[:4] != years))
    year_place.note("year_unreadable", columns.raw(year_position), (years != "") & ~usable)
    return dates.mask(~dated & usable, years).astype("str")


def _is_year(cells: Cells) -> Mask:
    return cells.str.fullmatch(YEAR).astype(bool)
