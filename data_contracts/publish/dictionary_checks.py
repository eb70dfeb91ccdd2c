"""The checks of a dictionary: what must hold, what to do, and what it costs."""

from string import Formatter

from data_contracts.checks.shared import FIRST_YEAR
from data_contracts.publish.asked import Asked, asked
from data_contracts.publish.page import said, tag
from data_contracts.publish.voice import Voice, mark
from data_contracts.registry import Contract

OPEN = "\N{HORIZONTAL ELLIPSIS}"
"""Stands where only a file can say what fills a wording."""
MOST = 6
"""Columns that are named before "and n more"."""
WEIGHTS: dict[str, str] = {"error": mark("Error"), "warning": mark("Warning"), "note": mark("Note")}
LEVELS: dict[int, str] = {
    1: mark("Whether a row can be placed"),
    2: mark("Within the file"),
    3: mark("Against what you sent before"),
    4: mark("Between parties"),
}
"""What the levels of checks are called."""


def checks_section(contract: Contract, voice: Voice) -> str:
    """All checks of a contract, by level.

    Args:
        contract: The contract.
        voice: The language.
    """
    found = asked(contract)
    intro = said(
        "p", voice.text("A row is refused only where it cannot be placed. Everything else is taken in, and you are told what it costs.")
    )
    tables = [_table([item for item in found if item.check.level == level], title, contract, voice) for level, title in LEVELS.items()]
    return tag("section", said("h2", voice.text("What is checked")), intro, *tables, id="checks")


def _table(items: list[Asked], title: str, contract: Contract, voice: Voice) -> str:
    if not items:
        return ""
    heads = (
        voice.text("Weight"),
        voice.text("What must hold"),
        voice.text("Columns"),
        voice.text("What to do"),
        voice.text("What it costs"),
    )
    head = tag("thead", tag("tr", *(said("th", text, scope="col") for text in heads)))
    rows = [_row(item, contract, voice, heads) for item in items]
    return tag("table", said("caption", voice.text(title)), head, tag("tbody", *rows), class_="cards")


def _row(item: Asked, contract: Contract, voice: Voice, heads: tuple[str, ...]) -> str:
    """A row; on a telephone each cell says itself what it is."""
    check, places = item.check, _places(item, contract, voice)
    weight, columns, to_do, cost = voice.text(WEIGHTS[check.severity]), *heads[2:]
    refused = said("p", voice.text("The row is refused."), class_="source") if check.blocking else ""
    return tag(
        "tr",
        tag("td", said("strong", weight), refused, class_=check.severity),
        tag("td", said("span", voice.text(check.statement, **places)), tag("p", said("code", check.id))),
        said("td", _columns(item, contract, voice) or "-", data_head=columns),
        said("td", voice.text(check.fix, **places), data_head=to_do),
        said("td", voice.text(check.cost, **places), data_head=cost),
    )


def _columns(item: Asked, contract: Contract, voice: Voice) -> str:
    labels = [voice.text(contract.fields[name].label) for name in item.fields]
    more = len(labels) - MOST
    return ", ".join(labels[:MOST]) + (" " + voice.text("and {n} more", n=str(more)) if more > 0 else "")


def _places(item: Asked, contract: Contract, voice: Voice) -> dict[str, str]:
    """What fills the places of a wording where no file is at hand."""
    single = contract.fields[item.fields[0]] if len(item.fields) == 1 else None
    low, high = (single.minimum, single.maximum) if single else (None, None)
    known = {
        "field": voice.text(single.label) if single else voice.text("The column"),
        "list": voice.text("of the column"),
        "n": "n",
        "minimum": voice.text("the lowest value") if low is None else f"{low:g}",
        "maximum": voice.text("the highest value") if high is None else f"{high:g}",
        "year": str(FIRST_YEAR),
        "example": voice.text("the example"),
    }
    wording = f"{item.check.statement} {item.check.fix} {item.check.cost}"
    return {name: known.get(name, OPEN) for _, name, _, _ in Formatter().parse(wording) if name}
