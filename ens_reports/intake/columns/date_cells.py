"""A column of dates: which of day and month comes first is proven by all of its values, or the sender is asked."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ens_reports.intake.columns.asked import Asked
from ens_reports.intake.columns.cells import translate
from ens_reports.intake.findings import Cells
from ens_reports.intake.values.dates import ISO, PARTS, Day, may_be_date, parse_date, parse_epoch, parse_formats, without_time
from ens_reports.intake.values.fold import western_digits
from ens_reports.intake.values.many import as_texts, distinct_of, listed

UNPADDED = re.compile(r"(?<!\d)\d[./-]\d{1,2}[./-]\d{4}|\d[./-]\d[./-]\d{4}")
PADDED = re.compile(r"(?<!\d)0\d[./-]\d{1,2}[./-]\d{4}|\d[./-]0\d[./-]\d{4}")
KEPT_LONG = "retain_until"
"""Here 9999-12-31 says forever, and is no placeholder."""
TOLD = {
    "serial": "date_serial",
    "counted": "dates_counted",
    "two_digits": "year_two_digits",
    "span": "date_span",
    "part": "date_part_of_year",
    "years": "date_two_years",
    "placeholder": "date_placeholder",
    "hijri": "date_other_calendar",
    "buddhist": "date_other_calendar",
    "spelling": "date_month_misspelt",
}
"""How a date was read -> check."""
LAST_MONTH, LAST_DAY, FOUR = 12, 31, 4
ENOUGH_TO_SORT = 5
"""Fewer dates are in order by chance."""
FACTS = {"serial": "serial", "counted": "counted"}


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a column shows of dates such as 03/04/2024.

    Attributes:
        first_is_day: None if nothing shows it, or some values show one and some the other.
        mixed: Some values show that the day comes first, and some that the month does.
        rarer: If so, whether the values with the day first are the fewer.
        year_first: Some value with two-digit years shows that the year comes first.
        proposal: `day_first` or `month_first`, where only that has the column in order; empty for neither.
    """

    first_is_day: bool | None
    mixed: bool = False
    rarer: bool = False
    year_first: bool = False
    proposal: str = ""


def read_dates(cells: Cells, asked: Asked) -> Cells:
    """Read dates; what can't be read stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.

    Returns:
        ISO 8601 text: a day, a month or a year.
    """
    order = asked.once(order_of)
    values = distinct_of(cells)
    read = listed((texts := as_texts(values)).filter(may_be_date(texts))) if asked.many and not _stated(asked) else values
    days = {value: _read(value, order, asked) for value in read}
    if asked.field.name == KEPT_LONG:
        days |= {value: Day(text="9999-12-31") for value, day in days.items() if day.how == "placeholder" and "9999" in value}
    _tell(cells, days, asked)
    _tell_order(cells, days, order, asked)
    if values:
        unclear = any(day.how == "order" for day in days.values())
        asked.facts.update({"date_order": _main_order(days, order, asked), "proven": "no" if unclear else "yes"})
    _tell_padding(cells, values, days, asked)
    known = {value: day.text for value, day in days.items() if day.text}
    return translate(cells, known | {value: "" for value, day in days.items() if day.how == "placeholder"})


def order_of(texts: Sequence[str]) -> Order:
    """What the values of a column show of the order of day, month and year.

    Args:
        texts: Distinct values, in the order of the rows.
    """
    found = [parts for text in texts if (parts := PARTS.fullmatch(without_time(western_digits(text))[0]))]
    numeric = [(int(parts[1]), int(parts[2]), parts[3]) for parts in found if len(parts[1]) < FOUR]
    year_first = any(first > LAST_DAY and len(third) < FOUR for first, _, third in numeric)
    days = sum(first > LAST_MONTH >= second for first, second, _ in numeric)
    months = sum(second > LAST_MONTH >= first for first, second, _ in numeric)
    if year_first:
        return Order(first_is_day=None, year_first=not any(int(third) > LAST_DAY for *_, third in numeric))
    if days and months:
        return Order(first_is_day=None, mixed=True, rarer=days < months)
    return Order(first_is_day=None if days == months else bool(days), proposal="" if days or months else _sorted_only(texts))


def day_first(texts: Sequence[str]) -> bool | None:
    """Whether dates like 03/04/2024 begin with the day, as the others of the column show.

    Args:
        texts: Distinct values.

    Returns:
        None if no cell tells, or cells tell both.
    """
    return order_of(texts).first_is_day


def _sorted_only(texts: Sequence[str]) -> str:
    """The reading in which the dates follow one another, if they do not in the other."""
    read = {
        name: [parse_date(text, first_is_day=first).text for text in texts] for name, first in (("day_first", True), ("month_first", False))
    }
    runs = {name: [day for day in days if len(day) > len("2024-01")] for name, days in read.items()}
    ordered = [name for name, days in runs.items() if len(days) >= ENOUGH_TO_SORT and days in (sorted(days), sorted(days, reverse=True))]
    return ordered[0] if len(ordered) == 1 else ""


def _stated(asked: Asked) -> bool:
    """Whether the rule says how dates are written: nothing else is read then."""
    return bool(asked.rule.epoch or asked.rule.formats)


def _read(value: str, order: Order, asked: Asked) -> Day:
    rule = asked.rule
    if rule.epoch:
        return parse_epoch(value, rule.epoch)
    if rule.formats:
        return parse_formats(value, rule.formats)
    if rule.date_order:
        return parse_date(value, first_is_day=rule.date_order == "day_first")
    return parse_date(value, first_is_day=order.first_is_day, year_first=order.year_first)


def _tell(cells: Cells, days: dict[str, Day], asked: Asked) -> None:
    placed = ("years",) if asked.rule.year else ()  # told there: another column says the year
    for how in (name for name in ("serial", "counted", "two_digits", "span", "part", "years", "placeholder") if name not in placed):
        asked.place.note_values(TOLD[how], cells, {value for value, day in days.items() if day.how == how})
    for calendar in ("hijri", "buddhist"):
        asked.place.note_values(TOLD[calendar], cells, {value for value, day in days.items() if day.how == calendar}, calendar=calendar)
    for month in sorted({day.proposal for day in days.values() if day.proposal}):
        asked.place.note_values(
            TOLD["spelling"], cells, {value for value, day in days.items() if day.proposal == month}, month=f"{month:02}"
        )
    asked.place.note_values("time_not_taken", cells, {value for value, day in days.items() if day.time})


def _tell_order(cells: Cells, days: dict[str, Day], order: Order, asked: Asked) -> None:
    unclear = {value for value, day in days.items() if day.how == "order"}
    if order.mixed and not (asked.rule.formats or asked.rule.date_order):
        rarer = {value for value in days if day_first([value]) is order.rarer}
        asked.place.note_values("date_orders_mixed", cells, rarer)
    check = "date_order_unclear_in_order" if order.proposal else "date_order_unclear"
    asked.place.note_values(check, cells, unclear, **({"order": order.proposal} if order.proposal else {}))


def _main_order(days: dict[str, Day], order: Order, asked: Asked) -> str:
    """How most of the dates are written."""
    counts = Counter(_order_of_one(value, day, order, asked) for value, day in days.items() if day.text or day.how)
    return max(counts, key=lambda name: (counts[name], name)) if counts else "unclear"


def _order_of_one(value: str, day: Day, order: Order, asked: Asked) -> str:
    if day.how in FACTS:
        return FACTS[day.how]
    if asked.rule.formats:
        return "day_first" if asked.rule.formats[0].startswith("d") else "month_first" if asked.rule.formats[0].startswith("m") else "iso"
    plain = without_time(western_digits(value))[0]
    parts = PARTS.fullmatch(plain)
    if parts and len(parts[1]) < FOUR:
        if asked.rule.date_order:
            return asked.rule.date_order
        return "unclear" if order.first_is_day is None else "day_first" if order.first_is_day else "month_first"
    return "iso" if ISO.fullmatch(plain) or parts else "words"


def _tell_padding(cells: Cells, values: Sequence[str], days: dict[str, Day], asked: Asked) -> None:
    without = {value for value, day in days.items() if day.text and UNPADDED.search(value)}
    if without and any(PADDED.search(value) for value in values):
        asked.place.note_values("dates_padded_or_not", cells, without)
