"""The versions of a contract, and what changed from each to the next."""

import csv
from importlib.resources import files

from data_contracts.fields import Field
from data_contracts.publish.page import said, tag
from data_contracts.publish.voice import Voice
from data_contracts.registry import Contract, contract, versions
from data_contracts.versions.released import SHAPE


def history_section(found: Contract, voice: Voice) -> str:
    """Which versions there were, the newest first.

    Args:
        found: The contract in force.
        voice: The language.
    """
    text = voice.text
    rule = text("A version that was used is never edited, only superseded; records of earlier versions are carried over.")
    heads = (text("Version"), text("Since"), text("What changed"))
    rows = [_row(number, found, voice) for number in reversed(versions(found.name))]
    head = tag("thead", tag("tr", *(said("th", title, scope="col") for title in heads)))
    table = tag("table", head, tag("tbody", *rows))
    return tag("section", said("h2", text("Version and history")), said("p", rule), table, id="history")


def _row(number: int, found: Contract, voice: Voice) -> str:
    day = _days().get((found.name, number), "")
    changes = _changes(number, found, voice) if number > 1 else [voice.text("The first version.")]
    items = [said("li", line) for line in changes or [voice.text("Lists of words, or how columns are read.")]]
    return tag("tr", said("td", str(number)), said("td", day), tag("td", tag("ul", *items)))


def _changes(number: int, found: Contract, voice: Voice) -> list[str]:
    """Columns that came, went, or hold something else."""
    before, after = contract(found.name, number - 1).fields, contract(found.name, number).fields
    lines = [voice.text("New: {column}.", column=_called(after[name], voice)) for name in after if name not in before]
    lines += [voice.text("No longer taken: {column}.", column=_called(before[name], voice)) for name in before if name not in after]
    same = [name for name in after if name in before and _shape(before[name]) != _shape(after[name])]
    return lines + [voice.text("Changed: {column}.", column=_called(after[name], voice)) for name in same]


def _called(field: Field, voice: Voice) -> str:
    return f"{voice.text(field.label)} ({field.name})"


def _shape(field: Field) -> list[object]:
    return [getattr(field, part) for part in SHAPE]


def _days() -> dict[tuple[str, int], str]:
    with files("data_contracts.versions").joinpath("released.csv").open(encoding="utf-8") as stream:
        return {(row["contract"], int(row["version"])): row["released_on"] for row in csv.DictReader(stream)}
