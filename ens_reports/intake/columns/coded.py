"""A column of codes: one word of a list in each cell, or several; labels of any language stand for their code."""

import re
from functools import lru_cache, reduce

import pyarrow.compute as pc
from rapidfuzz import fuzz, process

from data_contracts import codelists
from data_contracts.checks.cells import PARTIES
from data_contracts.fields import Field
from data_contracts.publish.shown import BETWEEN
from ens_reports.intake.columns.asked import PROPOSED_OF, Asked
from ens_reports.intake.columns.cells import translate
from ens_reports.intake.findings import Cells
from ens_reports.intake.values.countries import countries_in_list, country
from ens_reports.intake.values.fold import fold, tidy
from ens_reports.intake.values.listed import listed as listed_in
from ens_reports.intake.values.many import distinct_of, is_word, listed, matches, texts_of
from ens_reports.intake.values.words import NONE, QUALIFIER_OF, UNIT_OF, UNKNOWN, YES_NO_OF

LIST_BREAKS = re.compile(r"[;|\n]")
MORE_BREAKS = re.compile(r"[;|\n,/+&]|\s(?:and|et|y|e|و)\s")
MAY_BE_LIST = r"[;|,/+&]|\s(?:and|et|y|e|و)\s"
"""Either of them, for Arrow; a tidy text has no line breaks."""
CLOSE = 88
"""How much of a hundred a misspelt word must share with the right one to be proposed."""
SHORTEST = 5
MOST_WORDS = 5_000
"""Longer lists, such as species, have names too near to one another."""
NOBODY = NONE | {"non"}
"""Instead of a list of parties."""
NORWAY = "NO"
WORDS_OF = {"unit": UNIT_OF, "quantity_qualifier": QUALIFIER_OF}
"""Lists whose words stand beside numbers too."""


def read_code(cells: Cells, asked: Asked) -> Cells:
    """Read one code in each cell; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.
    """
    known = code_words(asked.field.codes)
    codes = {value: one_code(value, known, asked.field) for value in _values(cells, known, asked)}
    allowed = frozenset(asked.field.allowed)
    strange = {value for value, code in codes.items() if code == value and value not in allowed}
    alone = not asked.field.open_list and not asked.field.fallback  # a blank would open what the strict side closes
    several = {value for value in strange if _members(value, known, asked.field)} if alone else set()
    asked.place.note_values("codes_several", cells, several)
    _propose(cells, strange - several, known, asked)
    return translate(cells, codes | dict.fromkeys(several, ""))


def one_code(value: str, known: dict[str, str], asked: Field) -> str:
    """The code that a text stands for, or the text itself.

    Args:
        value: A cell, or a member of its list.
        known: Words of the field's lists.
        asked: The field.
    """
    folded = fold(value)
    plain = known.get(folded) or known.get(folded.replace(" ", "_").replace("-", "_"))
    if plain:
        return plain
    if "unknown" in asked.allowed and folded in UNKNOWN:
        return "unknown"
    if "none" in asked.allowed and folded in NONE:
        return "none"
    named = country(value).codes if "countries" in asked.codes else ()
    return named[0] if len(named) == 1 else value


def read_list(cells: Cells, asked: Asked) -> Cells:
    """Read several codes or words in each cell; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        asked: The field and its rule.
    """
    if asked.field.name in PARTIES:
        return translate(cells, {value: recipients(value, asked.field.name) for value in distinct_of(cells)})
    known = code_words(asked.field.codes)
    translated, strange = {}, set()
    for value in _values(cells, known, asked):
        parts = [tidy(part) for part in LIST_BREAKS.split(value) if part.strip()]
        codes = [one_code(part, known, asked.field) if known else part for part in parts]
        members = _members(value, known, asked.field) if known and any(code not in asked.field.allowed for code in codes) else []
        translated[value] = ";".join(dict.fromkeys(members or codes))
        strange |= {value} if known and not members and len(parts) == 1 and codes[0] not in asked.field.allowed else set()
    _propose(cells, strange, known, asked)
    return translate(cells, translated)


def recipients(value: str, field: str) -> str:
    """Codes of the parties that a text names, separated by `;`; what names no one country stays as it is, for validation to judge.

    Args:
        value: Codes of parties, or names of countries in any language.
        field: `allowed_recipients` or `barred_recipients`: that none is barred is a blank, that none is allowed is not.
    """
    if fold(value) in NOBODY and value != NORWAY:
        return "" if field == "barred_recipients" else value
    members = countries_in_list(value)
    codes = [found.codes[0] if len(found.codes) == 1 else tidy(member) for member, found in members]
    return ";".join(dict.fromkeys(codes))


def _values(cells: Cells, known: dict[str, str], asked: Asked) -> list[str]:
    """The distinct values; of many only those that can stand for a code, or for several."""
    if not asked.many or "countries" in asked.field.codes:
        return distinct_of(cells)
    texts = pc.unique(texts_of(cells))
    words = {*known, *UNKNOWN, *NONE}
    joined = is_word(pc.replace_substring_regex(texts, "[ -]", "_"), words)
    return listed(texts.filter(reduce(pc.or_kleene, (is_word(texts, words), joined, matches(texts, MAY_BE_LIST)))))


def _members(value: str, known: dict[str, str], asked: Field) -> list[str]:
    """Several codes in one cell, none if any part of it is no code."""
    parts = MORE_BREAKS.split(value)
    codes = []
    for part in parts if len(parts) > 1 else ():
        if part.strip():
            codes.append(one_code(tidy(part), known, asked))
            if codes[-1] not in asked.allowed:
                return []
    return codes if len(codes) > 1 else []


def _propose(cells: Cells, strange: set[str], known: dict[str, str], asked: Asked) -> None:
    """Say which code a misspelt word may mean."""
    proposed: dict[str, set[str]] = {}
    for value in strange if known and len(known) < MOST_WORDS and len(asked.distinct) <= PROPOSED_OF else ():
        folded = fold(value)
        near = process.extractOne(folded, known.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE) if len(folded) >= SHORTEST else None
        if near and near[0] != folded:
            proposed.setdefault(known[near[0]], set()).add(value)
    for code in sorted(proposed):
        asked.place.note_values("code_misspelt", cells, proposed[code], code=code)


def read_yes_no(cells: Cells, _asked: Asked) -> Cells:
    """Read yes, no and unknown in five languages; what is not known stays as it is, for validation to judge.

    Args:
        cells: Tidy cells, empty for not recorded.
        _asked: The field and its rule.
    """
    texts = pc.unique(texts_of(cells))
    values = listed(texts.filter(is_word(texts, YES_NO_OF)))
    return translate(cells, {value: YES_NO_OF[fold(value)] for value in values if value and fold(value) in YES_NO_OF})


@lru_cache(maxsize=200)
def code_words(lists: tuple[str, ...]) -> dict[str, str]:
    """Words of lists: code, label in any language, both together as templates offer them, and what else parties write.

    Args:
        lists: Names of lists.

    Returns:
        Folded word -> code.
    """
    found: dict[str, str] = {}
    for name in lists:
        rows = codelists.load(name)
        found |= {fold(word): code for code, words in _more_words().get(name, {}).items() for word in words}
        found |= WORDS_OF.get(name, {})
        for column in (label for label in ("label_ar", "label_es", "label_fr", "label_en") if label in rows):
            pairs = [(str(label), str(code)) for label, code in zip(rows[column], rows["code"], strict=True) if label]
            found |= {fold(f"{code}{BETWEEN}{label}"): code for label, code in pairs} | {fold(label): code for label, code in pairs}
        found |= {fold(str(code)): str(code) for code in rows["code"]}
    return found


@lru_cache(maxsize=1)
def _more_words() -> dict[str, dict[str, list[str]]]:
    return dict(listed_in(__package__, "code_words.yaml"))
