"""A column of countries: one in each cell, or several."""

from collections.abc import Iterable, Sequence

import pyarrow.compute as pc

from ens_reports.intake.columns.asked import PROPOSED_OF, Asked
from ens_reports.intake.columns.cells import translate
from ens_reports.intake.findings import Cells
from ens_reports.intake.values.countries import Found, countries_in_list, countries_in_place, country, is_alpha2, may_name, nearest
from ens_reports.intake.values.fold import fold
from ens_reports.intake.values.many import distinct_of, is_word, listed, texts_of
from ens_reports.intake.values.words import MISSING, NONE

NAMIBIA = "NA"
REPORTING = "reporting_country"
"""The position of an incident can decide which country is meant, so that it is asked about later."""
LEFT = 8
"""How many possible countries a question names at most."""


def read_country(cells: Cells, asked: Asked) -> Cells:
    """Read one country in each cell; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.
    """
    found = {value: _one_country(value, from_place=asked.rule.from_place) for value in _values(cells, asked)}
    single = {value: item for value, item in found.items() if len(item.codes) == 1}
    several = {value for value, item in found.items() if len(item.codes) > 1 and item.how != "ambiguous"}
    asked.place.note_values("country_from_place", cells, {value for value, item in single.items() if item.how == "place"})
    asked.place.note_values("country_from_nationality", cells, {value for value, item in single.items() if item.how == "nationality"})
    asked.place.note_values("countries_several", cells, several)
    _tell_namibia(cells, found, asked)
    _ask(cells, ((value, value, item) for value, item in found.items()), asked)
    return translate(cells, {value: item.codes[0] for value, item in single.items()})


def read_countries(cells: Cells, asked: Asked) -> Cells:
    """Read the countries of each cell, in their order; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.
    """
    translated, from_place, members = {}, set(), {}
    for value in _values(cells, asked):
        if fold(value) in NONE:
            translated[value] = "none"
        else:
            members[value] = countries_in_list(value)
            inside = countries_in_place(value) if asked.rule.from_place else Found()
            if inside.codes and not all(_is_sure(item) for _, item in members[value]):
                translated[value] = ";".join(inside.codes)
                from_place.add(value)
            else:
                texts = [item.codes[0] if _is_sure(item) else member for member, item in members[value]]
                translated[value] = ";".join(dict.fromkeys(texts))
    asked.place.note_values("country_from_place", cells, from_place)
    _tell_namibia(cells, dict(item for found in members.values() for item in found), asked)
    _ask(cells, ((value, *item) for value, found in members.items() if value not in from_place for item in found), asked)
    return translate(cells, translated)


def _values(cells: Cells, asked: Asked) -> list[str]:
    """The distinct values; of many only those that can name a country or none, or are lists."""
    if not asked.many or asked.rule.from_place:
        return distinct_of(cells)
    texts = pc.unique(texts_of(cells))
    return listed(texts.filter(pc.or_kleene(may_name(texts), is_word(texts, NONE))))


def keeps_namibia(values: Sequence[str]) -> bool:
    """Whether NA is a country in a column, and not a word for "not recorded": most of its other values are codes of two letters.

    Args:
        values: Distinct values as sent.
    """
    if not any(value.strip() == NAMIBIA for value in values):
        return False
    others = [value.strip() for value in values if value.strip() and fold(value) not in MISSING]
    codes = [value for value in others if is_alpha2(value)]
    return bool(codes) and 2 * len(codes) >= len(others)


def _is_sure(found: Found) -> bool:
    return len(found.codes) == 1 and found.how != "ambiguous"


def _one_country(value: str, *, from_place: bool) -> Found:
    found = country(value)
    if found.codes:
        return found
    if from_place:
        return countries_in_place(value)
    members = countries_in_list(value)
    codes = tuple(dict.fromkeys(item.codes[0] for _, item in members if _is_sure(item)))
    return Found(codes=codes, how="list") if len(members) > 1 and all(_is_sure(item) for _, item in members) else Found()


def _tell_namibia(cells: Cells, found: dict[str, Found], asked: Asked) -> None:
    if NAMIBIA in found:
        asked.place.note_values("na_is_namibia", cells, {value for value in cells.unique() if NAMIBIA in value.replace(";", " ").split()})


def _ask(cells: Cells, found: Iterable[tuple[str, str, Found]], asked: Asked) -> None:
    """Ask about names of several countries, and propose what misspelt names may mean."""
    possible: dict[str, set[str]] = {}
    proposed: dict[str, set[str]] = {}
    few = len(asked.distinct) <= PROPOSED_OF
    for value, member, item in found:
        if item.how == "ambiguous" and asked.field.name == REPORTING:
            continue
        if item.how == "ambiguous":
            possible.setdefault(", ".join(item.codes[:LEFT]), set()).add(value)
        elif not item.codes and few and (near := nearest(member)):
            proposed.setdefault(near, set()).add(value)
    for codes in sorted(possible):
        asked.place.note_values("country_ambiguous", cells, possible[codes], countries=codes)
    for code in sorted(proposed):
        asked.place.note_values("country_misspelt", cells, proposed[code], country=code)
