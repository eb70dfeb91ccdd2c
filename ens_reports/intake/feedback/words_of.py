"""Findings in words: the catalogue's wording, filled, in any official language."""

import string
from collections.abc import Callable, Iterable, Mapping

from data_contracts import codelists
from data_contracts.catalogue import CHECKS
from data_contracts.findings import SEVERITIES
from data_contracts.labels import title
from data_contracts.registry import CONTRACTS
from data_contracts.wording.missing import ROWS as RECOMMENDED
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import Detail
from ens_reports.intake.values.fold import fold_header
from ens_reports.intake.values.phrases import PHRASES, SIGNS
from ens_reports.locales import Language

SHOWN_CELLS = 5
SHOWN_CHOICES = 20
"""Words of a list that a sentence can carry."""
COSTS = {name: (one, many) for name, _, _, one, many in RECOMMENDED}
"""What a gap costs: one record, several."""
FIELDS = frozenset({"field", *(name for contract in CONTRACTS.values() for name in contract.fields)})
"""Places of a wording that stand for a column's name."""
ISOLATE = "\u2066{}\u2069"
"""Keeps a code that is written from left to right in one piece within a sentence that is not."""


def detail(located: Located, language: Language) -> Detail:
    """A finding in words that may be printed anywhere: no value of a record is in it.

    Args:
        located: The finding and its places.
        language: Of the words.
    """
    finding = located.finding
    check = CHECKS[finding.check]
    values = _values(located, language)
    one, many = check.cost_one, check.cost
    return Detail(
        check=check.id,
        severity=check.severity,
        field=finding.field,
        header=" ".join(located.header.split()),
        sheet=located.sheet.name if located.sheet else "",
        count=finding.count,
        cells=located.addresses(SHOWN_CELLS),
        message=_say(check.statement, language, values, located),
        fix=_say(check.fix, language, values, located),
        cost=language.plural(one, many, finding.count) if one else _say(many, language, values, located),
        audience=located.audience,
    )


def in_order(found: Iterable[Located]) -> tuple[Located, ...]:
    """Errors first, then warnings, then notes; within these what blocks, and then the catalogue's order."""
    order = {name: place for place, name in enumerate(CHECKS)}
    weights = {name: (SEVERITIES.index(check.severity), not check.blocking, order[name]) for name, check in CHECKS.items()}
    return tuple(sorted(found, key=lambda item: weights[item.finding.check]))


def cost_of_gap(name: str, number: int, language: Language) -> str:
    """What it costs that records do not say something.

    Args:
        name: What they do not say, as the catalogue names it.
        number: How many records.
        language: Of the words.
    """
    one, many = COSTS[name]
    return language.plural(one, many, number)


def label(name: str, language: Language, *, coded: bool = False) -> str:
    """What a column is called, in quotation marks.

    Args:
        name: The contract's field.
        language: Of the words.
        coded: Whether the code stands beside it.
    """
    called = language.text(title(name))
    if not coded:
        return language.text("\u201c{name}\u201d", name=called)
    code = ISOLATE.format(name) if language.right_to_left else name
    return language.text("\u201c{name}\u201d ({code})", name=called, code=code)


def _values(located: Located, language: Language) -> dict[str, str]:
    """What fills the places of a wording that a finding names, in the language too."""
    finding = located.finding
    values = {name: _translate(name, value, language) for name, value in finding.values.items()}
    lists = _lists(finding.values, language) if "fields" in finding.values else {}
    choices = {"choices": _choices(finding.values["list"], language)} if "list" in finding.values else {}
    return {"n": language.number(finding.count), **values, **lists, **choices}


def _translate(name: str, value: str, language: Language) -> str:
    if name in TRANSLATED:
        return TRANSLATED[name](value, language)
    return language.text(PHRASES[name][value]) if name in PHRASES else value


def _party(value: str, language: Language) -> str:
    """Who is meant, as far as the reader may know."""
    return language.country(value) if value else language.text("Another party")


def _signs(value: str, language: Language) -> str:
    return language.join([language.text(SIGNS[sign]) for sign in value.split(";") if sign])


TRANSLATED: dict[str, Callable[[str, Language], str]] = {
    "title": lambda value, language: language.text(title(value)),
    "value": lambda value, language: language.term(value),
    "country": lambda value, language: language.country(value),
    "party": _party,
    "signs": _signs,
}
"""Place in a wording -> how what fills it is said."""


def _lists(values: Mapping[str, str], language: Language) -> dict[str, str]:
    """Fields that a file lacks, in a sentence, and a line for what each costs."""
    names = values["fields"].split(", ")
    costs = [cost_of_gap(name, int(values.get(f"rows_{name}", "2")), language) for name in names]
    return {"fields": language.join([language.term(name) for name in names]), "costs": "".join(f"\n\u2022 {cost}" for cost in costs)}


def _choices(lists: str, language: Language) -> str:
    """The words of one or more code lists, as the reader would write them."""
    words = list(dict.fromkeys(word for name in lists.split(", ") for word in codelists.labels(name, language.code).values()))
    shown, rest = words[:SHOWN_CHOICES], len(words) - SHOWN_CHOICES
    listed = "; ".join(shown)
    return language.plural("{words}; and {n} more word", "{words}; and {n} more words", rest, words=listed) if rest > 0 else listed


def _say(message: str, language: Language, values: Mapping[str, str], located: Located) -> str:
    """A wording, filled; a place that is named like a column, and that no finding fills, is that column, as its sender knows it."""
    if not message:
        return ""
    named = {name for _, name, _, _ in string.Formatter().parse(message) if name in FIELDS and (name == "field" or name not in values)}
    field = located.finding.field or values.get("field", "")
    own = not located.header or fold_header(located.header) == fold_header(field)
    labels = {name: label(field if name == "field" else name, language, coded=own) for name in named}
    return language.text(message, **{**values, **labels})
