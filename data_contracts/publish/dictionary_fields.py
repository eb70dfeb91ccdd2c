"""The columns of a dictionary, group by group."""

from collections.abc import Collection, Iterator

from data_contracts.fields import Field
from data_contracts.publish.dictionary_lists import anchor
from data_contracts.publish.groups import Group, groups, must_fill
from data_contracts.publish.guidance import blank, how, need
from data_contracts.publish.page import said, tag
from data_contracts.publish.samples import sample
from data_contracts.publish.shown import choices, label
from data_contracts.publish.voice import Voice, mark
from data_contracts.registry import Contract

KINDS: dict[str, str] = {
    "text": mark("Text"),
    "code": mark("A word of a list"),
    "list": mark("Several words, with semicolons"),
    "number": mark("Number"),
    "integer": mark("Whole number"),
    "date": mark("Date"),
    "country": mark("Country"),
    "countries": mark("Several countries, with semicolons"),
    "yes_no_unknown": mark("Yes, no or unknown"),
}
"""What each kind of field is called."""


def field_sections(contract: Contract, voice: Voice, *, shown_below: Collection[tuple[str, ...]]) -> Iterator[str]:
    """One section for each group of columns.

    Args:
        contract: The contract.
        voice: The language.
        shown_below: Lists that are too long for their field, and stand further down.
    """
    examples = sample(contract)
    for place, group in enumerate(groups(contract), start=1):
        cards = [_card(field, contract, voice, (examples[field.name], shown_below)) for field in group.fields]
        yield tag("section", said("h2", voice.text(group.title)), *cards, id=f"group-{place}", style=_band(group))


def _band(group: Group) -> str:
    return f"--band:{group.colour}"


def _card(field: Field, contract: Contract, voice: Voice, told: tuple[str, Collection[tuple[str, ...]]]) -> str:
    example, shown_below = told
    top = said("h3", voice.text(field.label)) + said("code", field.name) + _badges(field, contract, voice)
    meaning = said("p", voice.text(field.description)) + _words(field, voice, shown_below)
    lines = (
        (voice.text("Type"), voice.text(KINDS[field.kind])),
        (voice.text("Required"), need(field, contract, voice)),
        (voice.text("How"), how(field, voice)),
        (voice.text("Blank"), blank(field, contract, voice)),
        (voice.text("Example"), label(example, field, voice.code)),
    )
    about = tag("dl", *(said("dt", name) + said("dd", value) for name, value in lines if value), class_="about")
    return tag("article", tag("div", top, class_="top"), tag("div", meaning), tag("div", about), id=field.name)


def _badges(field: Field, contract: Contract, voice: Voice) -> str:
    found = []
    if must_fill(field, contract):
        found.append(("must", voice.text("required")))
    elif field.required == "condition":
        found.append(("when", voice.text("sometimes required")))
    if field.sensitive:
        found.append(("shut", voice.text("shown to those who need to know")))
    return "".join(said("span", text, class_=f"badge {name}") for name, text in found)


def _words(field: Field, voice: Voice, shown_below: Collection[tuple[str, ...]]) -> str:
    """The words of a short list, or the way to a long one."""
    if not field.codes:
        return ""
    if field.codes in shown_below:
        text = voice.text("{n} words: see the list", n=str(len(field.allowed)))
        return tag("p", said("a", text, href=f"#{anchor(field.codes)}"))
    items = [tag("li", _word(item.label, item.code)) for item in choices(field, voice.code)]
    return tag("ul", *items, class_="chips")


def _word(text: str, code: str) -> str:
    return said("span", text) + (" " + said("code", code) if text != code else "")
