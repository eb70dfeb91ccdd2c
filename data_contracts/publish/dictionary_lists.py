"""The long lists of a dictionary: words in the reader's language, codes, the days on which they are valid, and where they are from."""

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.publish.page import said, tag
from data_contracts.publish.shown import choices
from data_contracts.publish.voice import Voice
from data_contracts.registry import Contract

SHORT = 14
"""Lists up to this length stand with their field."""
OPEN_START, OPEN_END = "0001-01-01", "9999-12-31"


def list_sections(contract: Contract, voice: Voice) -> tuple[frozenset[tuple[str, ...]], str]:
    """The lists that are too long for their fields.

    Args:
        contract: The contract.
        voice: The language.

    Returns:
        Which lists they are, and their section.
    """
    long: dict[tuple[str, ...], Field] = {}
    for field in contract.fields.values():
        if field.codes and _is_long(field):
            long.setdefault(field.codes, field)
    title = said("h2", voice.text("Lists of words"))
    shown = [_one(field, voice) for field in long.values()]
    return frozenset(long), tag("section", title, _sources(contract, voice), *shown, id="lists")


def anchor(codes: tuple[str, ...]) -> str:
    """Where a list stands on the page."""
    return "list-" + "-".join(codes)


def _is_long(field: Field) -> bool:
    return len(field.allowed) > SHORT or any(codelists.dated(name) for name in field.codes)


def _one(field: Field, voice: Voice) -> str:
    days = {code: period for name in field.codes for code, period in codelists.dated(name).items()}
    items = []
    for item in choices(field, voice.code):
        code = "" if item.label.startswith(item.code) else " " + said("code", item.code)
        period = _period(days.get(item.code, (OPEN_START, OPEN_END)), voice)
        items.append(tag("li", said("span", item.label), code, said("span", f" {period}", class_="source") if period else ""))
    return said("h3", voice.text(field.label), id=anchor(field.codes)) + tag("ul", *items, class_="list")


def _period(days: tuple[str, str], voice: Voice) -> str:
    """From when to when a code holds; empty if it always did."""
    first, last = days
    if first != OPEN_START and last != OPEN_END:
        return voice.text("({first} to {last})", first=first, last=last)
    if first != OPEN_START:
        return voice.text("(from {first})", first=first)
    return voice.text("(until {last})", last=last) if last != OPEN_END else ""


def _sources(contract: Contract, voice: Voice) -> str:
    """Where each list is from, of which day, and whether it was compared with its source."""
    names = dict.fromkeys(name for field in contract.fields.values() for name in field.codes)
    heads = (voice.text("List"), voice.text("Source"), voice.text("As of"), voice.text("Compared with the source"))
    rows = []
    for name in names:
        frame = codelists.load(name)
        compared = "confirmed" not in frame or (frame["confirmed"] == "yes").all()
        cells = (
            name,
            "; ".join(dict.fromkeys(frame["source"])),
            max(frame["as_of"]),
            voice.text("yes") if compared else voice.text("not yet"),
        )
        rows.append(tag("tr", *(said("td", cell) for cell in cells)))
    head = tag("thead", tag("tr", *(said("th", text, scope="col") for text in heads)))
    return tag("div", tag("table", said("caption", voice.text("Where the lists are from")), head, tag("tbody", *rows)), class_="wide")
