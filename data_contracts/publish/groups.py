"""In which order and under which titles the columns of a contract are shown to people."""

from dataclasses import dataclass

from data_contracts.fields import Field
from data_contracts.publish.grouped import OWN, TABLES
from data_contracts.registry import Contract


@dataclass(frozen=True, kw_only=True)
class Group:
    """Columns that belong together.

    Attributes:
        title: In English: a message to translate.
        colour: Of the band above them, as `#RRGGBB`.
        fields: Those that must be filled come first.
    """

    title: str
    colour: str
    fields: tuple[Field, ...]


LEFT_OUT = frozenset({"offender_count"})
"""Columns that are taken for the sake of older files and offered to nobody."""


def groups(contract: Contract) -> tuple[Group, ...]:
    """The columns of a contract in groups, every column once.

    Args:
        contract: The contract. Of one with a single area the area is not asked again.
    """
    table = TABLES[contract.family]
    left_out = LEFT_OUT | ({"crime_area"} if contract.area else set())
    asked = {name: field for name, field in contract.fields.items() if name not in left_out}
    listed = {name for _, _, names in table for name in names}
    own = tuple(name for name in asked if name not in listed)
    found = []
    for title, colour, names in table:
        fields = [asked[name] for name in (own if names == (OWN,) else names) if name in asked]
        if fields:
            found.append(Group(title=title, colour=colour, fields=tuple(sorted(fields, key=lambda field: not must_fill(field, contract)))))
    return tuple(found)


def must_fill(field: Field, contract: Contract) -> bool:
    """Whether a sender must fill a column in every row: it is required, and a blank stands for nothing.

    Args:
        field: The column.
        contract: Its contract.
    """
    return field.required == "always" and not field.default and field.name not in contract.defaults
