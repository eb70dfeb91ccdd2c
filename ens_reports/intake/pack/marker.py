"""How a sheet of ours is known again when it comes back, whatever its language and whoever saved it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from ens_reports.intake.source import Sheet

Kind = Literal["start", "corrections", "understood", "findings"]
SIGN = "ENS-PACK"
SEARCH_ROWS = 12
WITHOUT_STORE = "@"
"""Begins what stands for the submission where nothing was stored."""
KEY = "key:"
"""Begins the heading of a column that only programs read."""


@dataclass(frozen=True, kw_only=True)
class Marker:
    """What is written on a sheet of ours.

    Attributes:
        kind: Which sheet it is.
        submission: The submission that it answers; if nothing was stored, what `made_without_store` gives.
        sheet: Name of the sender's sheet that it is about.
    """

    kind: Kind
    submission: str
    sheet: str

    def __str__(self) -> str:
        """As it stands in a cell."""
        return f"{SIGN};{self.kind};{self.submission};{self.sheet}"


def made_without_store(party: str, contract: str) -> str:
    """What stands for the submission in a workbook for which nothing was stored.

    Args:
        party: Code of the sender.
        contract: Name of the contract, empty if it is not known.
    """
    return f"{WITHOUT_STORE}{party}/{contract}"


def find_marker(sheet: Sheet) -> Marker | None:
    """The marker on a sheet; none if it is not one of ours.

    Args:
        sheet: As it was read.
    """
    for row in sheet.head(SEARCH_ROWS).to_numpy():
        for text in row:
            marker = _parse(str(text)) if SIGN in str(text)[: len(SIGN)] else None
            if marker is not None:
                return marker
    return None


def is_ours(sheet: Sheet, kinds: Collection[str] = get_args(Kind)) -> bool:
    """Whether a sheet is one that we added.

    Args:
        sheet: As it was read.
        kinds: Which sheets are meant.
    """
    marker = find_marker(sheet)
    return marker is not None and marker.kind in kinds


def _parse(text: str) -> Marker | None:
    parts = text.split(";", 3)
    kinds = {str(kind): kind for kind in get_args(Kind)}
    if len(parts) != 4 or parts[1] not in kinds:  # noqa: PLR2004 - sign, kind, submission, sheet
        return None
    return Marker(kind=kinds[parts[1]], submission=parts[2], sheet=parts[3])
