"""A field's kind decides how its cells are read: numbers, dates, countries, codes, lists, texts."""

import dataclasses
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.publish.shown import BETWEEN
from ens_reports.intake.cells import Place, translate
from ens_reports.intake.countries import Found, countries_in_place, country
from ens_reports.intake.dates import day_first, parse_date, parse_epoch, parse_formats
from ens_reports.intake.findings import Cells
from ens_reports.intake.fold import fold, tidy
from ens_reports.intake.mapping import Rule
from ens_reports.intake.numbers import Number, decimal_mark, parse_number
from ens_reports.intake.words import NONE, UNKNOWN, YES_NO_OF

LIST_BREAKS = r"[;|\n]"
UNPADDED = re.compile(r"(?<!\d)\d[./-]\d{1,2}[./-]\d{4}|\d[./-]\d[./-]\d{4}")
PADDED = re.compile(r"(?<!\d)0\d[./-]\d{1,2}[./-]\d{4}|\d[./-]0\d[./-]\d{4}")
PLACE_LIST_BREAKS = r"[;|\n,/+]| - |->|>"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a column is read for.

    Attributes:
        place: Column and findings.
        field: The contract's field.
        rule: The mapping's rule, or an empty one.
        decimal: Decimal mark of the file, empty if it shows none.
        distinct: Tidy distinct values of the whole column, in the order of the rows; what a column proves is proven by all of them.
        facts: What was understood, for the sender to confirm: `date_order`, `decimal`, `unit`, `currency`, `proven` and others.
        beside: Values that a cell holds for other fields: `unit`, `quantity_qualifier`.
    """

    place: Place
    field: Field
    rule: Rule
    decimal: str
    distinct: Sequence[str]
    facts: dict[str, str] = dataclasses.field(default_factory=dict)
    beside: dict[str, Cells] = dataclasses.field(default_factory=dict)


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


def _number(cells: Cells, asked: Asked) -> Cells:
    shown = decimal_mark(asked.distinct)
    decimal = asked.rule.decimal or shown or asked.decimal or "."
    parsed = {value: parse_number(value, decimal=decimal) for value in cells.unique() if value}
    place = asked.place
    unclear = {value for value, number in parsed.items() if number.ambiguous}
    if unclear and not (asked.rule.decimal or shown or asked.decimal):
        place.note("decimal_mark_unclear", cells, cells.isin(unclear))
    for name, check in (("unit", "unit_in_number"), ("qualifier", "number_not_exact")):
        marked = {value: getattr(number, name) for value, number in parsed.items() if getattr(number, name)}
        if marked:
            place.note(check, cells, cells.isin(marked))
            asked.beside[name] = translate(cells.where(cells.isin(marked), ""), marked)
    if asked.rule.zero_is_missing:
        zeros = {value for value, number in parsed.items() if _is_zero(number)}
        place.note("zeros_not_recorded", cells, cells.isin(zeros))
        cells = cells.mask(cells.isin(zeros), "")
    return translate(cells, {value: number.text for value, number in parsed.items() if number.text})


def _is_zero(number: Number) -> bool:
    return number.text != "" and float(number.text) == 0


def _date(cells: Cells, asked: Asked) -> Cells:
    first_is_day = day_first(asked.distinct)
    rule = asked.rule
    values = [value for value in cells.unique() if value]
    if rule.epoch:
        days = {value: parse_epoch(value, rule.epoch) for value in values}
    elif rule.formats:
        days = {value: parse_formats(value, rule.formats) for value in values}
    else:
        days = {value: parse_date(value, first_is_day=first_is_day) for value in values}
    for how, check in (
        ("order", "date_order_unclear"),
        ("serial", "date_serial"),
        ("counted", "dates_counted"),
        ("two_digits", "year_two_digits"),
    ):
        asked.place.note(check, cells, cells.isin({value for value, day in days.items() if day.how == how}))
    unpadded = {value for value, day in days.items() if day.text and UNPADDED.search(value)}
    if unpadded and any(PADDED.search(value) for value in values):
        asked.place.note("dates_padded_or_not", cells, cells.isin(unpadded))
    return translate(cells, {value: day.text for value, day in days.items() if day.text})


def _country(cells: Cells, asked: Asked) -> Cells:
    found = {value: _one_country(value, asked.rule.from_place) for value in cells.unique() if value}
    asked.place.note(
        "country_from_place", cells, cells.isin({value for value, item in found.items() if item.how == "place" and len(item.codes) == 1})
    )
    asked.place.note("countries_several", cells, cells.isin({value for value, item in found.items() if len(item.codes) > 1}))
    return translate(cells, {value: item.codes[0] for value, item in found.items() if len(item.codes) == 1})


def _one_country(value: str, from_place: bool) -> Found:  # noqa: FBT001 - a rule's own switch
    found = country(value)
    return countries_in_place(value) if from_place and not found.codes else found


def _countries(cells: Cells, asked: Asked) -> Cells:
    translated, from_place = {}, set()
    for value in cells.unique():
        if not value:
            continue
        if fold(value) in NONE:
            translated[value] = "none"
            continue
        parts = [tidy(part) for part in pd.Series([value]).str.split(PLACE_LIST_BREAKS, regex=True).iloc[0] if part.strip()]
        found = [country(part) for part in parts]
        if all(item.codes for item in found):
            translated[value] = ";".join(dict.fromkeys(code for item in found for code in item.codes))
        elif asked.rule.from_place and (inside := countries_in_place(value)).codes:
            translated[value] = ";".join(inside.codes)
            from_place.add(value)
        else:
            translated[value] = ";".join(item.codes[0] if item.codes else part for item, part in zip(found, parts, strict=True))
    asked.place.note("country_from_place", cells, cells.isin(from_place))
    return translate(cells, translated)


def _code(cells: Cells, asked: Asked) -> Cells:
    known = _labels(asked.field.codes)
    return translate(cells, {value: _one_code(value, known, asked.field) for value in cells.unique() if value})


def _one_code(value: str, known: dict[str, str], asked: Field) -> str:
    folded = fold(value)
    plain = known.get(folded) or known.get(folded.replace(" ", "_").replace("-", "_"))
    if plain:
        return plain
    if "countries" in asked.codes and (named := country(value).codes):
        return named[0]
    if "unknown" in asked.allowed and folded in UNKNOWN:
        return "unknown"
    return "none" if "none" in asked.allowed and folded in NONE else value


def _list(cells: Cells, asked: Asked) -> Cells:
    known = _labels(asked.field.codes)
    translated = {}
    for value in cells.unique():
        if value:
            parts = [tidy(part) for part in pd.Series([value]).str.split(LIST_BREAKS, regex=True).iloc[0] if part.strip()]
            translated[value] = ";".join(dict.fromkeys(_one_code(part, known, asked.field) if known else part for part in parts))
    return translate(cells, translated)


def _yes_no(cells: Cells, _asked: Asked) -> Cells:
    return translate(cells, {value: YES_NO_OF[fold(value)] for value in cells.unique() if value and fold(value) in YES_NO_OF})


@lru_cache(maxsize=200)
def _labels(lists: tuple[str, ...]) -> dict[str, str]:
    """Folded code or label, in any language, or the code with its label, as templates offer it -> code."""
    found: dict[str, str] = {}
    for name in lists:
        rows = codelists.load(name)
        for column in (label for label in ("label_ar", "label_es", "label_fr", "label_en") if label in rows):
            pairs = [(str(label), str(code)) for label, code in zip(rows[column], rows["code"], strict=True) if label]
            found |= {fold(f"{code}{BETWEEN}{label}"): code for label, code in pairs} | {fold(label): code for label, code in pairs}
        found |= {fold(str(code)): str(code) for code in rows["code"]}
    return found


READERS: dict[str, Callable[[Cells, Asked], Cells]] = {
    "text": _text,
    "number": _number,
    "integer": _number,
    "date": _date,
    "country": _country,
    "countries": _countries,
    "code": _code,
    "list": _list,
    "yes_no_unknown": _yes_no,
}
"""Kind of a field -> how its cells are read."""
