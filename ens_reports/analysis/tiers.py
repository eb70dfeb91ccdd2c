"""How much a section may say, by the number of incidents that can answer its question."""

from dataclasses import dataclass
from typing import Literal

Tier = Literal["full", "reduced", "few", "none"]
LEAST: dict[Tier, int] = {"full": 30, "reduced": 10, "few": 1, "none": 0}
"""Smallest number of usable incidents per tier, in falling order."""


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a section rests on.

    Attributes:
        n: Distinct incidents that can answer the section's question, of one record class.
        of: Distinct incidents of that class in the period, so that the reader sees what could not be used.
        at_least: Whether they are others', of which there are at least so many.
    """

    n: int
    of: int
    at_least: bool = False

    @property
    def tier(self) -> Tier:
        """How much the section may say."""
        return tier(self.n)

    @property
    def charted(self) -> bool:
        """Whether there is enough for a chart."""
        return self.tier in {"full", "reduced"}

    @property
    def tested(self) -> bool:
        """Whether there is enough for tests, intervals and percentages on their own."""
        return self.tier == "full"


def tier(number: int) -> Tier:
    """The tier for a number of usable incidents."""
    return next(name for name, least in LEAST.items() if number >= least)
