"""One rule of a mapping, carried out: the canonical text of one field for every row."""

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from data_contracts.fields import Field
from ens_reports.intake.columns import proof
from ens_reports.intake.columns.asked import Asked
from ens_reports.intake.columns.cells import Place, extract, note_spellings, translate
from ens_reports.intake.columns.cleaned import Columns
from ens_reports.intake.columns.country_cells import NAMIBIA, keeps_namibia
from ens_reports.intake.columns.kinds import read_kind
from ens_reports.intake.findings import Cells, Mask
from ens_reports.intake.mappings.mapping import Rule
from ens_reports.intake.values.fold import fold
from ens_reports.intake.values.many import distinct_of
from ens_reports.intake.values.taxa import is_open, usual

CODED = frozenset({"code", "list", "country", "countries", "yes_no_unknown"})
"""Kinds whose spellings are compared."""
COUNTRIES = frozenset({"country", "countries"})
UNKNOWN = "unknown"
TAXON = "scientific_name"


@dataclass(frozen=True, kw_only=True)
class Read:
    """What a rule gave.

    Attributes:
        cells: Canonical text, blank for not recorded.
        column: Position of the column it is from, -1 for none.
        beside: Values for other fields that stood in the same cells.
        facts: What was understood of the column, for the sender to confirm.
    """

    cells: Cells
    column: int = -1
    beside: dict[str, Cells] = dataclasses.field(default_factory=dict)
    facts: dict[str, str] = dataclasses.field(default_factory=dict)


TOLD = {
    ("outcome", "annulled"): "outcome_annulled",
    ("crime_area", "undetermined"): "area_undetermined",
    ("commodity", "none"): "nothing_found",
}
"""Values that a reader of counts must know of -> check."""


def read_field(columns: Columns, rule: Rule, field: Field, *, decimal: str, days: Cells | None = None) -> Read:
    """Carry out a rule.

    Args:
        columns: The table.
        rule: What to read, and how.
        field: The contract's field.
        decimal: Decimal mark of the file, empty if it shows none.
        days: Dates of the incidents, for rules `by_date`.

    Returns:
        Canonical text; what can't be translated stays as it came.
    """
    if rule.constant:
        return Read(cells=columns.blank().mask(_where(columns, rule), rule.constant), facts={"constant": rule.constant})
    if rule.template:
        return Read(cells=_fill(columns, rule.template, field.name))
    if rule.by_date and days is not None:
        return Read(cells=_by_date(columns, rule, days, field.name))
    position = columns.position(rule.column, rule.occurrence)
    if position is None:
        return Read(cells=columns.blank())
    return _from_column(columns, rule, field, (position, decimal))


def _from_column(columns: Columns, rule: Rule, field: Field, source: tuple[int, str]) -> Read:
    position, decimal = source
    place = columns.place(position, field.name)
    namibia = field.kind in COUNTRIES and keeps_namibia(distinct_of(columns.raw(position)))
    cells = columns.cleaned(position, field.name, missing=rule.missing, kept=(NAMIBIA,) if namibia else ())
    if field.kind in CODED or rule.table:
        note_spellings(columns.raw(position), place)
    cells = _select(cells if not rule.when else cells.where(_where(columns, rule), ""), rule, place)
    cells, settled = _tables(cells, rule, place)
    asked = Asked(
        place=place,
        header=columns.header[position],
        field=field,
        rule=rule,
        decimal=decimal,
        distinct=proof.distinct(columns, position, cells),
        proven=proof.proven(columns, position),
    )
    rest = read_kind(cells.where(~settled, "") if settled.any() else cells, asked)
    result = cells.where(settled, rest).astype("str") if settled.any() else rest
    styled = _style(result, rule.style)
    place.note("names_restyled", cells, (styled != result) & (rule.style == "species"))
    if field.name == TAXON and not rule.style:
        styled = _usual_names(result, place)
    result = styled
    if rule.digits:
        result = restore_zeros(result, columns, position, digits=rule.digits)
    columns.facts[field.name] = {**columns.facts.get(field.name, {}), **asked.facts}
    return Read(cells=result, column=position, beside=asked.beside, facts=asked.facts)


def _select(cells: Cells, rule: Rule, place: Place) -> Cells:
    """The part of each cell that counts: a group of it, the first of several, or nothing if only "some" is said."""
    if rule.extract:
        cells = extract(cells, rule.extract)
    if rule.several:
        listed = {fold(key) for key in rule.table}
        several = {value for value in cells.unique() if fold(value) not in listed and re.search(rule.several, value)}
        place.note_values("first_of_several", cells, several)
        cells = translate(cells, {value: re.split(rule.several, value)[0].strip() for value in several})
    words = {fold(word) for word in rule.amount_unknown}
    without = {value for value in cells.unique() if fold(value) in words} if words else set()
    place.note_values("amount_unknown", cells, without)
    return translate(cells, dict.fromkeys(without, ""))


def _tables(cells: Cells, rule: Rule, place: Place) -> tuple[Cells, Mask]:
    """Corrections, then the table, then what holds for everything else; and where one of them held."""
    if not rule.table and not rule.corrections and rule.otherwise is None:
        return cells, pd.Series(data=False, index=cells.index)
    values = [value for value in cells.unique() if value]
    corrected = _listed(values, rule.corrections)
    tabled = _listed([value for value in values if value not in corrected], rule.table)
    known = {**corrected, **tabled}
    told = (place.field, rule.otherwise) in TOLD
    others = [value for value in values if value not in known] if rule.otherwise is not None else []
    in_words = sorted(value for value, text in tabled.items() if text == UNKNOWN and fold(value) != UNKNOWN)
    place.note_values("value_corrected", cells, corrected)
    place.note_values("unknown_in_words", cells, in_words, words=", ".join(in_words))
    place.note_values("value_not_in_table", cells, () if told else others, value=rule.otherwise or "not_recorded")
    if rule.synonyms:
        _note_synonyms(cells, tabled, place)
    known |= dict.fromkeys(others, rule.otherwise or "")
    return translate(cells, known), cells.isin(known.keys())


def _note_synonyms(cells: Cells, tabled: dict[str, str], place: Place) -> None:
    """Note what is said in several words, such as in two languages, at the cells that do not have the usual one."""
    counts = place.count(cells.map(fold))
    words: dict[str, set[str]] = {}
    for value, text in tabled.items():
        words.setdefault(text, set()).add(fold(value))
    several = [group for text, group in words.items() if len(group) > 1 and text not in {"", UNKNOWN}]
    rarer = {word for group in several for word in group if word != max(group, key=lambda item: (counts[item], item))}
    place.note_values("words_several", cells, {value for value in tabled if fold(value) in rarer}, number=str(len(several)))


def _listed(values: Sequence[str], table: dict[str, str]) -> dict[str, str]:
    """The values that a table has, compared folded, with what it says."""
    folded = {fold(key): text for key, text in table.items()}
    return {value: folded[fold(value)] for value in values if fold(value) in folded} if folded else {}


def restore_zeros(cells: Cells, columns: Columns, position: int, *, digits: int, field: str = "") -> Cells:
    """Give codes back the leading zeros that a number format took.

    Args:
        cells: Tidy cells.
        columns: The table.
        position: Of the column.
        digits: How long a code is.
        field: The contract's field.
    """
    lost = cells.str.fullmatch(r"\d+").fillna(value=False).astype(bool) & (cells.str.len() < digits)
    columns.place(position, field).note("codes_lost_zeros", cells, lost, digits=str(digits))
    return cells.mask(lost, cells.str.zfill(digits)).astype("str")


def _fill(columns: Columns, template: str, field: str) -> Cells:
    """Put columns into a text; a row whose first column is blank has none. `{CODE:5}` has at least five digits."""
    result = None
    text = pd.Series("", index=columns.rows.index, dtype="str")
    for part in template.split("{"):
        name, closed, after = part.partition("}")
        if not closed:
            text = text + part
            continue
        header, _, digits = name.partition(":")
        position = columns.position(header)
        cells = columns.blank() if position is None else columns.cleaned(position, field)
        if digits and position is not None:
            cells = restore_zeros(cells, columns, position, digits=int(digits), field=field)
        result = cells if result is None else result
        text = text + cells + after
    return text.mask(result == "", "").astype("str") if result is not None else text


def _by_date(columns: Columns, rule: Rule, days: Cells, field: str) -> Cells:
    """What held on the first day that a date can be; what no longer holds is noted."""
    complete = days.where(days.str.len() != 4, days + "-01-01").where(days.str.len() != 7, days + "-01")  # noqa: PLR2004 - a year, a month
    result = columns.blank()
    for period in sorted(rule.by_date, key=lambda item: item.since):
        result = result.mask((complete != "") & (complete >= period.since.isoformat()), period.value)
    result = result.where(_where(columns, rule), "").astype("str")
    last = max(rule.by_date, key=lambda item: item.since).value
    columns.place(-1, field).note("value_by_date", result, (result != "") & (result != last), last=last)
    return result


def _style(cells: Cells, style: str) -> Cells:
    if style == "species":
        return translate(cells, {value: _species(value) for value in cells.unique() if value})
    return cells.str.lower() if style == "lower" else cells


def _usual_names(cells: Cells, place: Place) -> Cells:
    """Scientific names as they are usually written, without their authors."""
    names = {value: usual(value) for value in cells.unique() if value}
    place.note_values("names_restyled", cells, {value for value, name in names.items() if name != value})
    place.note_values("name_left_open", cells, {value for value, name in names.items() if is_open(name)})
    return translate(cells, names)


def _species(value: str) -> str:
    """`genidens_barbus` -> `Genidens barbus`, `kyphosus_sp` -> `Kyphosus sp.`."""
    words = value.replace("_", " ").strip().lower().split()
    words = [f"{word}." if word in {"sp", "spp"} else word for word in words]
    return " ".join([words[0].capitalize(), *words[1:]]) if words else ""


def _where(columns: Columns, rule: Rule) -> Mask:
    """Rows in which the rule holds."""
    everywhere = pd.Series(data=True, index=columns.rows.index)
    if not rule.when:
        return everywhere
    position = columns.position(rule.when)
    return columns.cleaned(position) != "" if position is not None else ~everywhere
