"""A column of numbers: its decimal mark proven by all of its values, its unit by its cells or its header."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow.compute as pc

from data_contracts import codelists
from ens_reports.intake.columns.asked import Asked
from ens_reports.intake.columns.cells import translate
from ens_reports.intake.columns.coordinate_cells import is_coordinate, read_coordinates
from ens_reports.intake.findings import Cells
from ens_reports.intake.values.fold import fold
from ens_reports.intake.values.many import distinct_of, listed, matches, texts_of
from ens_reports.intake.values.numbers import AS_WRITTEN, Number, evidence, parse_number
from ens_reports.intake.values.units import convert, header_currency, header_unit, of_one_kind
from ens_reports.intake.values.words import NONE, UNKNOWN

AMOUNTS = {"value": "currency", "sanction_amount": "sanction_currency"}
"""Fields that are sums of money -> where their currency goes."""
QUANTITY = "quantity"
OTHER_MARK = {",": ".", ".": ","}
UNITS = frozenset(codelists.codes("unit"))
Parsed = dict[str, Number]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The decimal mark of a column.

    Attributes:
        decimal: `,` or `.`.
        how: `rule`, `shown` (by the column's values), `limits` (the other would break the field's limits), `file` (by other
            columns), or empty: nothing shows it.
        mixed: The mark that fewer values show, where both are shown.
    """

    decimal: str
    how: str
    mixed: str = ""

    @property
    def proven(self) -> bool:
        """Whether the column itself leaves no doubt."""
        return self.how in {"rule", "shown", "limits"} and not self.mixed


def read_numbers(cells: Cells, asked: Asked) -> Cells:
    """Read numbers; what can't be read stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.

    Returns:
        Plain decimal notation in the field's unit.
    """
    if is_coordinate(asked):
        return read_coordinates(cells, asked)
    values = _values(cells, asked)
    said = {value: word for value in values if (word := _in_words(value))}
    mark = find_mark(asked)
    parsed = {value: parse_number(value, decimal=mark.decimal) for value in values if value not in said}
    _tell_marks(cells, parsed, mark, asked)
    _tell_forms(cells, parsed, asked)
    known = {value: number.text for value, number in parsed.items() if number.text} | said
    known |= dict.fromkeys((value for value, number in parsed.items() if number.how in {"percent", "words"}), "")
    known |= HANDLERS.get(_sort(asked), _without_unit)(cells, parsed, asked)
    if asked.rule.zero_is_missing:
        zeros = {value for value, text in known.items() if text and text not in said.values() and float(text) == 0}
        asked.place.note_values("zeros_not_recorded", cells, zeros)
        known |= dict.fromkeys(zeros, "")
    return translate(cells, known)


def _values(cells: Cells, asked: Asked) -> list[str]:
    """The distinct values; of many only those that are not plain numbers, unless these are in another unit."""
    turned = _sort(asked) and (asked.rule.unit or asked.rule.currency or header_unit(asked.header) or header_currency(asked.header))
    if not asked.many or turned:
        return distinct_of(cells)
    texts = pc.unique(texts_of(cells))
    return [value for value in listed(texts.filter(pc.invert(matches(texts, AS_WRITTEN)))) if value]


def find_mark(asked: Asked) -> Mark:
    """The decimal mark of a column, and what shows it.

    Args:
        asked: With the distinct values of the whole column.
    """
    if asked.rule.decimal:
        return Mark(decimal=asked.rule.decimal, how="rule")
    commas, dots = asked.once(evidence)
    if commas or dots:
        decimal = "," if commas > dots else "."
        return Mark(decimal=decimal, how="shown", mixed=OTHER_MARK[decimal] if commas and dots else "")
    limits = _by_limits(asked)
    if limits:
        return Mark(decimal=limits, how="limits")
    return Mark(decimal=asked.decimal or ".", how="file" if asked.decimal else "")


def _by_limits(asked: Asked) -> str:
    """The only mark with which all values are of the field's kind and within its limits, empty if both or none are."""
    either = [value for value in asked.distinct if ("," in value or "." in value) and parse_number(value, decimal=".").ambiguous]
    possible = [mark for mark in (",", ".") if all(_fits(parse_number(value, decimal=mark).text, asked) for value in either)]
    return possible[0] if either and len(possible) == 1 else ""


def _fits(text: str, asked: Asked) -> bool:
    number, field = float(text), asked.field
    whole = field.kind != "integer" or number.is_integer()
    return whole and (field.maximum is None or number <= field.maximum) and (field.minimum is None or number >= field.minimum)


def _tell_marks(cells: Cells, parsed: Parsed, mark: Mark, asked: Asked) -> None:
    unclear = {value for value, number in parsed.items() if number.ambiguous}
    if matches(texts_of(cells), "[,.\u066b]").true_count:
        asked.facts.update({"decimal": mark.decimal, "proven": "yes" if mark.proven or not unclear else "no"})
    if mark.mixed:
        rarer = {value for value in distinct_of(cells) if evidence([value])[mark.mixed == "."]}
        asked.place.note_values("decimal_marks_mixed", cells, rarer)
    if mark.how == "file":
        asked.place.note_values("decimal_mark_of_file", cells, unclear, mark=mark.decimal)
    elif not mark.proven:
        asked.place.note_values("decimal_mark_unclear", cells, unclear, mark=mark.decimal)


def _tell_forms(cells: Cells, parsed: Parsed, asked: Asked) -> None:
    ranges = {value for value, number in parsed.items() if number.how == "range"}
    loose = {value for value, number in parsed.items() if number.qualifier} - ranges
    place, exactness = asked.place, asked.field.name == QUANTITY
    place.note_values("range_at_least" if exactness else "range_lower_end", cells, ranges)
    place.note_values("number_not_exact" if exactness else "exactness_not_kept", cells, loose)
    for how, check in (("percent", "number_percent"), ("words", "number_in_words")):
        place.note_values(check, cells, {value for value, number in parsed.items() if number.how == how and not number.text})


def _in_words(value: str) -> str:
    folded = fold(value) if value and not value[0].isdigit() else ""
    return "none" if folded in NONE else "unknown" if folded in UNKNOWN else ""


def _sort(asked: Asked) -> str:
    name = asked.field.name
    return "money" if name in AMOUNTS else name if name == QUANTITY else "measured" if asked.field.unit in UNITS else ""


def _quantity(cells: Cells, parsed: Parsed, asked: Asked) -> dict[str, str]:
    """A quantity takes any unit: its own, else that of the unit's column, else that of the header."""
    asked.place.note_values("unit_in_number", cells, {value for value, number in parsed.items() if number.unit})
    _put(asked, "unit", cells, {value: number.unit for value, number in parsed.items()})
    _put(asked, "qualifier", cells, {value: number.qualifier for value, number in parsed.items()})
    _put(asked, "more", cells, {value: ";".join(f"{text} {unit}" for text, unit in number.rest) for value, number in parsed.items()})
    unit = asked.rule.unit or header_unit(asked.header)
    if unit:
        asked.facts["unit"] = unit
        _put(asked, "header_unit", cells, {value: unit for value, number in parsed.items() if number.text})
    return {}


def _money(cells: Cells, parsed: Parsed, asked: Asked) -> dict[str, str]:
    """A sum of money takes the currency that stands beside it, else that of the currency's column, else that of the header."""
    asked.place.note_values("currency_in_number", cells, {value for value, number in parsed.items() if number.currency})
    _put(asked, "currency", cells, {value: number.currency for value, number in parsed.items()})
    currency = asked.rule.currency or header_currency(asked.header)
    if currency:
        asked.facts["currency"] = currency
        _put(asked, "header_currency", cells, {value: currency for value, number in parsed.items() if number.text})
    return _without_unit(cells, parsed, asked)


def _measured(cells: Cells, parsed: Parsed, asked: Asked) -> dict[str, str]:
    """A field with a unit of its own: what is in another unit is turned into it, what can't be is left out."""
    target = asked.field.unit
    column = asked.rule.unit or header_unit(asked.header)
    asked.facts["unit"] = column or target
    units = {value: number.unit or column or target for value, number in parsed.items() if number.text}
    turned = {value: unit for value, unit in units.items() if unit != target and of_one_kind(unit, target)}
    for unit in sorted(set(turned.values())):
        asked.place.note_values(
            "unit_converted", cells, {value for value, item in turned.items() if item == unit}, unit=unit, target=target
        )
    unfit = {value for value, unit in units.items() if unit != target and value not in turned}
    asked.place.note_values("unit_unfit", cells, unfit, target=target)
    asked.place.note_values("second_quantity_in_cell", cells, {value for value, number in parsed.items() if number.rest})
    return {value: convert(parsed[value].text, unit, target) for value, unit in turned.items()} | dict.fromkeys(unfit, "")


def _without_unit(cells: Cells, parsed: Parsed, asked: Asked) -> dict[str, str]:
    """A number of things or money: kilograms and the like are no number of them."""
    unfit = {value for value, number in parsed.items() if number.unit not in {"", "pcs"}}
    asked.place.note_values("unit_unfit", cells, unfit, target=asked.field.unit or "pcs")
    asked.place.note_values("second_quantity_in_cell", cells, {value for value, number in parsed.items() if number.rest} - unfit)
    return dict.fromkeys(unfit, "")


def _put(asked: Asked, what: str, cells: Cells, known: dict[str, str]) -> None:
    """Keep what stood beside values, if anything did."""
    if any(known.values()):
        asked.beside[what] = cells.map(known).fillna("").astype("str")


HANDLERS: Mapping[str, Callable[[Cells, Parsed, Asked], dict[str, str]]] = {
    "quantity": _quantity,
    "money": _money,
    "measured": _measured,
}
"""What a field does with units and currencies."""
