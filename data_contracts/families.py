"""What kinds of contract there are, and what names a record of each; nothing here needs pandera, which takes a second to import."""

from typing import Literal

Family = Literal["incidents", "subjects", "movements", "capacity", "osint", "cover"]
"""What the rows of a contract are: only incidents are counted by reports."""
AREAS = ("wildlife", "fisheries", "forestry", "pollution", "mining")
OTHERS: tuple[Family, ...] = ("subjects", "movements", "capacity", "osint", "cover")
"""Families of one contract, which has their name."""
KEYS: dict[Family, tuple[str, ...]] = {
    "incidents": ("reporting_country", "incident_id", "item_no"),
    "subjects": ("reporting_country", "subject_id"),
    "movements": ("reporting_country", "movement_id", "item_no"),
    "capacity": ("reporting_country", "return_year"),
    "osint": ("source_id",),
    "cover": (),
}
"""Columns that, with the owner, name a record: the same record when it is sent again."""

CURRENT = dict.fromkeys((*AREAS, "incidents"), 2) | dict.fromkeys(OTHERS, 1)
"""The version in force of each contract."""
ADDED = ("computed", "roundwood_m3")
"""Columns that only say what other columns amount to: what a record says is the same without them."""


def family_of(contract: str) -> Family:
    """What the rows of a contract are.

    Args:
        contract: Its name.
    """
    return next((family for family in OTHERS if family == contract), "incidents")
