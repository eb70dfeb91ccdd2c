"""What a sender can answer, in words and as codes: the words are offered in one language and understood in all."""

from functools import lru_cache

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.registry import Contract
from ens_reports.intake.values.fold import fold
from ens_reports.locales import LANGUAGES, Language, mark
from ens_reports.store import AnswerCode

SAID: dict[AnswerCode, str] = {
    "corrected": mark("Corrected in the file"),
    "not_available": mark("Not available"),
    "law_forbids": mark("Our law forbids it"),
    "right": mark("It is right as it is"),
    "other": mark("Other: see my words"),
}
"""Answers to a finding."""
RIGHT = mark("Right")
NO_FIELD = "none"
FACTS: dict[str, str] = {
    "field": mark("Read as"),
    "date_order": mark("Order of day and month"),
    "decimal": mark("Decimal mark"),
    "unit": mark("Unit"),
    "currency": mark("Currency"),
    "country": mark("Country"),
    "constant": mark("The same in every row"),
}
"""What can be understood of a column, and be confirmed or corrected."""
VALUES: dict[str, dict[str, str]] = {
    "date_order": {
        "day_first": mark("day first: 31/12/2025"),
        "month_first": mark("month first: 12/31/2025"),
        "iso": mark("year first: 2025-12-31"),
        "serial": mark("day numbers of a spreadsheet program"),
        "counted": mark("a count from 1970 on"),
        "words": mark("month in words"),
        "unclear": mark("not to be told from the column"),
    },
    "decimal": {",": mark("comma: 12,5"), ".": mark("point: 12.5")},
}
"""Fact -> value -> in words."""
OFFERED = {"date_order": ("day_first", "month_first"), "decimal": (",", ".")}
LISTS = {"unit": "unit", "currency": "currency", "country": "countries"}
"""Fact -> the code list whose members are offered."""


def value_in_words(fact: str, value: str, contract: Contract, language: Language, *, field: str = "") -> str:
    """What was understood, in words.

    Args:
        fact: One of `FACTS`.
        value: What was understood; for `field` its name.
        contract: Whose fields are meant.
        language: Of the words.
        field: The field, for a constant.
    """
    if fact == "field":
        return f"{language.text(contract.fields[value].label)} ({value})" if value in contract.fields else value
    if fact in VALUES:
        return language.text(VALUES[fact][value]) if value in VALUES[fact] else value
    names = [codelists.labels(name, language.code) for name in _lists(fact, contract.fields.get(field))]
    label = next((found[value] for found in names if value in found), value)
    return f"{label} ({value})" if label != value else value


def options(fact: str, contract: Contract, language: Language, *, field: str = "") -> dict[str, str]:
    """What can be chosen instead of what was understood: words -> code.

    Args:
        fact: One of `FACTS`.
        contract: Whose fields are meant.
        language: Of the words.
        field: The field, for a constant.
    """
    if fact == "field":
        named = {value_in_words("field", name, contract, language): name for name in contract.fields}
        return {**named, language.text("Leave this column out"): NO_FIELD}
    codes = OFFERED.get(fact) or codelists.codes(*_lists(fact, contract.fields.get(field)))
    return {value_in_words(fact, code, contract, language, field=field): code for code in codes}


def _lists(fact: str, field: Field | None) -> tuple[str, ...]:
    """The code lists whose members a fact can be."""
    if fact in LISTS:
        return (LISTS[fact],)
    return field.codes if field is not None else ()


def answer_code(text: str) -> AnswerCode | None:
    """The answer to a finding that a text stands for, in any language; none if it stands for none."""
    return _answers().get(fold(text))


def is_right(text: str) -> bool:
    """Whether a text confirms what was understood, in any language."""
    return fold(text) in {fold(Language(code).text(RIGHT)) for code in LANGUAGES}


def chosen(fact: str, text: str, contract: Contract, *, field: str = "") -> str | None:
    """The code that a text stands for, in any language; none if it stands for none.

    Args:
        fact: One of `FACTS`.
        text: As it was entered: the words that were offered, or the code itself.
        contract: Whose fields are meant.
        field: The field, for a constant.
    """
    wanted = fold(text)
    for code in LANGUAGES:
        for words, value in options(fact, contract, Language(code), field=field).items():
            if wanted in {fold(words), fold(value), fold(words.rpartition(" (")[0])}:
                return value
    return None


@lru_cache(maxsize=1)
def _answers() -> dict[str, AnswerCode]:
    found: dict[str, AnswerCode] = {}
    for language in map(Language, LANGUAGES):
        for code, words in SAID.items():
            found |= {fold(language.text(words)): code, fold(code): code}
    return found
