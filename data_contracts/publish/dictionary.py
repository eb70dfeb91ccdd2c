"""A contract as a page to read: every column, its words, every check, and how records are known again."""

from data_contracts.publish.dictionary_checks import checks_section
from data_contracts.publish.dictionary_fields import field_sections
from data_contracts.publish.dictionary_history import history_section
from data_contracts.publish.dictionary_lists import list_sections
from data_contracts.publish.dictionary_style import STYLE
from data_contracts.publish.groups import groups, must_fill
from data_contracts.publish.page import page, said, tag
from data_contracts.publish.voice import Voice, mark
from data_contracts.registry import Contract

IDENTITY: dict[str, tuple[str, ...]] = {
    "incidents": (
        mark("A record is known by its owner, its reporting country, its incident number and its line."),
        mark("Send a record again with the same number and another content: it is a revision, and the earlier one stays in its history."),
        mark("Send it again unchanged: it is counted once."),
        mark("An incident with several kinds of goods has one row for each, with one incident number and the lines 1, 2, 3."),
        mark("Without a number of your own a record is known by its content, and a correction looks like another incident."),
    ),
    "": (
        mark("A record is known by its owner and the columns of its key."),
        mark("Send a record again with the same key and another content: it is a revision, and the earlier one stays in its history."),
        mark("Send it again unchanged: it is counted once."),
    ),
}
"""How a record is known again, by the family of the contract."""


def dictionary(contract: Contract, voice: Voice) -> str:
    """The page of a contract.

    Args:
        contract: The contract.
        voice: The language of the reader.

    Returns:
        HTML without scripts that fetches nothing; always the same for the same contract and language.
    """
    lists, appendix = list_sections(contract, voice)
    sections = (
        *field_sections(contract, voice, shown_below=lists),
        _identity(contract, voice),
        checks_section(contract, voice),
        appendix,
        history_section(contract, voice),
    )
    body = tag("header", _head(contract, voice), _contents(contract, voice)) + tag("main", *sections)
    title = voice.text("Data dictionary: {name}", name=contract.name)
    return page(title, body, voice, style=STYLE)


def _head(contract: Contract, voice: Voice) -> str:
    required = sum(must_fill(field, contract) for field in contract.fields.values())
    facts = (
        (voice.text("Contract"), f"{contract.name} {contract.version}"),
        (voice.text("Columns"), str(len(contract.fields))),
        (voice.text("Required in every row"), str(required)),
        (voice.text("Key"), ", ".join(voice.text(contract.fields[name].label) for name in contract.key) or "-"),
    )
    return (
        said("p", voice.text("Data dictionary"), class_="over")
        + said("h1", voice.text(contract.description))
        + tag("dl", *(tag("div", said("dt", name), said("dd", value)) for name, value in facts), class_="facts")
    )


def _contents(contract: Contract, voice: Voice) -> str:
    links = [(f"group-{place}", group.title) for place, group in enumerate(groups(contract), start=1)]
    links += [("identity", IDENTITY_TITLE), ("checks", CHECKS_TITLE), ("lists", LISTS_TITLE), ("history", HISTORY_TITLE)]
    return tag("nav", *(said("a", voice.text(title), href=f"#{place}") for place, title in links), aria_label=voice.text("Contents"))


def _identity(contract: Contract, voice: Voice) -> str:
    lines = IDENTITY.get(contract.family, IDENTITY[""])
    return tag(
        "section", said("h2", voice.text(IDENTITY_TITLE)), tag("ul", *(said("li", voice.text(line)) for line in lines)), id="identity"
    )


IDENTITY_TITLE = mark("How a record is known again")
CHECKS_TITLE = mark("What is checked")
LISTS_TITLE = mark("Lists of words")
HISTORY_TITLE = mark("Version and history")
