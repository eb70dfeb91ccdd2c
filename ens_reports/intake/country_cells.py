"""A column of countries: one in each cell, or several."""

import pandas as pd

from ens_reports.intake.asked import Asked
from ens_reports.intake.cells import translate
from ens_reports.intake.countries import Found, countries_in_place, country
from ens_reports.intake.findings import Cells
from ens_reports.intake.fold import fold, tidy
from ens_reports.intake.words import NONE

PLACE_LIST_BREAKS = r"[;|\n,/+]| - |->|>"


def read_country(cells: Cells, asked: Asked) -> Cells:
    """Read one country in each cell; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.
    """
    found = {value: _one_country(value, asked.rule.from_place) for value in cells.unique() if value}
    asked.place.note(
        "country_from_place", cells, cells.isin({value for value, item in found.items() if item.how == "place" and len(item.codes) == 1})
    )
    asked.place.note("countries_several", cells, cells.isin({value for value, item in found.items() if len(item.codes) > 1}))
    return translate(cells, {value: item.codes[0] for value, item in found.items() if len(item.codes) == 1})


def _one_country(value: str, from_place: bool) -> Found:  # noqa: FBT001 - a rule's own switch
    found = country(value)
    return countries_in_place(value) if from_place and not found.codes else found


def read_countries(cells: Cells, asked: Asked) -> Cells:
    """Read the countries of each cell, in their order; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.
    """
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
