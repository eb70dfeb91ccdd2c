"""A column of codes: one word of a list in each cell, or several; labels of any language stand for their code."""

from functools import lru_cache

import pandas as pd

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.publish.shown import BETWEEN
from ens_reports.intake.asked import Asked
from ens_reports.intake.cells import translate
from ens_reports.intake.countries import country
from ens_reports.intake.findings import Cells
from ens_reports.intake.fold import fold, tidy
from ens_reports.intake.words import NONE, UNKNOWN, YES_NO_OF

LIST_BREAKS = r"[;|\n]"


def read_code(cells: Cells, asked: Asked) -> Cells:
    """Read one code in each cell; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.
    """
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


def read_list(cells: Cells, asked: Asked) -> Cells:
    """Read several codes or words in each cell; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.
    """
    known = _labels(asked.field.codes)
    translated = {}
    for value in cells.unique():
        if value:
            parts = [tidy(part) for part in pd.Series([value]).str.split(LIST_BREAKS, regex=True).iloc[0] if part.strip()]
            translated[value] = ";".join(dict.fromkeys(_one_code(part, known, asked.field) if known else part for part in parts))
    return translate(cells, translated)


def read_yes_no(cells: Cells, _asked: Asked) -> Cells:
    """Read yes, no and unknown in five languages; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        _asked: The field and its rule.
    """
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
