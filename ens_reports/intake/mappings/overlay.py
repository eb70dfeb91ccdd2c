"""A mapping with what its sender said of it: which field a column is, and how its values are meant."""

from collections.abc import Callable, Iterable

from data_contracts import codelists
from ens_reports.intake.mappings.mapping import Mapping, Option, Rule
from ens_reports.intake.pack.choices import NO_FIELD, OFFERED
from ens_reports.intake.pack.columns import UNDERSTOOD
from ens_reports.intake.values.fold import fold_header
from ens_reports.store import KeptAnswer

NO_PLACE = "no_place_in_contract"
HOW = {"date_order": OFFERED["date_order"], "decimal": OFFERED["decimal"], "unit": None, "currency": None}
"""Fact that is a setting of a rule -> values that it takes; none: the code list of its name says."""


def with_answers(mapping: Mapping, answers: Iterable[KeptAnswer]) -> Mapping:
    """Lay what a sender confirmed or corrected over a mapping; answers that fit no rule any more change nothing.

    Args:
        mapping: As it is known or was recognised.
        answers: The last of each cause.
    """
    given = [item for item in answers if item.check.startswith(UNDERSTOOD) and item.value]
    for item in given:
        if item.fact in HOW and item.value in _allowed(item.fact):
            mapping = _with_rules(mapping, item, {item.fact: item.value})
        elif item.fact == "constant" and item.answer == "instead":
            mapping = _with_rules(mapping, item, {"constant": item.value})
    for item in given:
        if item.fact == "field" and item.answer == "instead":
            mapping = _moved(mapping, item)
    return mapping


def _allowed(fact: str) -> tuple[str, ...]:
    return HOW[fact] or codelists.codes(fact)


def _with_rules(mapping: Mapping, answer: KeptAnswer, update: dict[str, str]) -> Mapping:
    """Change the rules of a field that read the column which was meant."""

    def change(name: str, rule: Rule) -> Rule:
        return rule.model_copy(update=update) if name == answer.field and _reads(rule, answer) else rule

    return _changed(mapping, change)


def _changed(mapping: Mapping, change: Callable[[str, Rule], Rule]) -> Mapping:
    columns = {name: change(name, rule) for name, rule in mapping.columns.items()}
    options = tuple(
        tuple(Option(when=one.when, fields={name: change(name, rule) for name, rule in one.fields.items()}) for one in group)
        for group in mapping.options
    )
    return mapping.model_copy(update={"columns": columns, "options": options})


def _reads(rule: Rule, answer: KeptAnswer) -> bool:
    """Whether a rule reads the column of an answer; an answer without a header is about what is the same in every row."""
    return fold_header(rule.column or rule.year) == fold_header(answer.header) if answer.header else bool(rule.constant)


def _moved(mapping: Mapping, answer: KeptAnswer) -> Mapping:
    """Read a column as another field, or not at all."""
    columns = {name: rule for name, rule in mapping.columns.items() if not (name == answer.field and _reads(rule, answer))}
    if len(columns) == len(mapping.columns):
        return mapping
    if answer.value == NO_FIELD:
        return mapping.model_copy(update={"columns": columns, "ignored": {**mapping.ignored, answer.header: NO_PLACE}})
    return mapping.model_copy(update={"columns": {**columns, answer.value: Rule(column=answer.header)}})
