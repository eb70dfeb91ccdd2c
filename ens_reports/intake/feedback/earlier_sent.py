"""The submission that a file replaces, with what its sender was told of it."""

from dataclasses import dataclass
from datetime import date

from ens_reports.store import KeptFinding


@dataclass(frozen=True, kw_only=True, eq=False)
class Earlier:
    """The submission that this one replaces.

    Attributes:
        submission: Its name.
        received_on: Day on which it came.
        found: What was found in it, for its sender.
    """

    submission: str
    received_on: date
    found: tuple[KeptFinding, ...]
