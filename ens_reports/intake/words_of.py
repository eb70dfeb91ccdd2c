"""Findings in words: the catalogue's wording, filled, in any official language."""

from collections.abc import Iterable, Mapping

from data_contracts.catalogue import CHECKS, Check
from data_contracts.findings import SEVERITIES
from data_contracts.labels import title
from data_contracts.wording.missing import ROWS as RECOMMENDED
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import Detail
from ens_reports.intake.phrases import PHRASES
from ens_reports.locales import Language

SHOWN_CELLS = 5
COSTS = {name: cost for name, _, _, cost in RECOMMENDED}


def detail(located: Located, language: Language) -> Detail:
    """A finding in words that may be printed anywhere: no value of a record is in it.

    Args:
        located: The finding and its places.
        language: Of the words.
    """
    finding = located.finding
    check = CHECKS[finding.check]
    places = _places(located, language)
    return Detail(
        check=check.id,
        severity=check.severity,
        field=finding.field,
        header=" ".join(located.header.split()),
        sheet=located.sheet.name if located.sheet else "",
        count=finding.count,
        cells=located.addresses(SHOWN_CELLS),
        message=_say(check.statement, language, places),
        fix=_say(check.fix, language, places),
        cost=_say(check.cost, language, places),
        audience=located.audience,
    )


def in_order(found: Iterable[Located]) -> tuple[Located, ...]:
    """Errors first, then warnings, then notes; within these what blocks, and then the catalogue's order."""
    order = {name: place for place, name in enumerate(CHECKS)}
    weights = {name: (SEVERITIES.index(check.severity), not check.blocking, order[name]) for name, check in CHECKS.items()}
    return tuple(sorted(found, key=lambda item: weights[item.finding.check]))


def check_of(located: Located) -> Check:
    """The row of the catalogue."""
    return CHECKS[located.finding.check]


def _places(located: Located, language: Language) -> dict[str, str]:
    """What fills the places of a wording, in the language too."""
    finding = located.finding
    values = {name: _translate(name, value, language) for name, value in finding.values.items()}
    lists = _lists(finding.values.get("fields", "").split(", "), language) if "fields" in finding.values else {}
    return {"n": language.number(finding.count), "field": finding.field, **values, **lists}


def _translate(name: str, value: str, language: Language) -> str:
    if name == "title":
        return language.text(title(value))
    if name in PHRASES:
        return language.text(PHRASES[name][value])
    return language.term(value) if name == "value" else value


def _lists(fields: list[str], language: Language) -> dict[str, str]:
    """Fields that a file lacks, in a sentence, and a line for what each costs."""
    costs = [language.text("{field}: {cost}", field=language.term(name), cost=language.text(COSTS[name])) for name in fields]
    return {"fields": language.join([language.term(name) for name in fields]), "costs": "".join(f"\n\u2022 {cost}" for cost in costs)}


def _say(message: str, language: Language, places: Mapping[str, str]) -> str:
    return language.text(message, **places) if message else ""
