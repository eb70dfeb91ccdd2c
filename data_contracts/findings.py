"""What validation says: findings that name a cause once and list every place."""

import dataclasses
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Audience = Literal["sender", "analyst"]
"""Who may read a finding: the sender of the file, or the unit's analysts alone."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Finding:
    """One cause, with all its places.

    Attributes:
        check: Identifier of the check in the catalogue; wording, severity and cost stand there.
        field: The column it is about; empty for the whole row or file.
        rows: Index labels of the frame that was validated (row numbers of the source), ascending.
        values: What fills the places of the catalogue's wording, such as `{number}`; never a record's value.
        sample: Distinct offending values, at most five: only for the pack that returns to the sender.
    """

    check: str
    field: str
    rows: NDArray[np.int64]
    values: dict[str, str] = dataclasses.field(default_factory=dict)
    sample: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """Number of places, at least 1: a finding about the whole file has one."""
        return max(1, len(self.rows))


@dataclass(frozen=True, kw_only=True, eq=False)
class Validation:
    """What became of the rows of one frame.

    Attributes:
        accepted: Typed records, index as in the input.
        rejected: Rows that cannot be placed in time, area and owner, as they came.
        findings: In the catalogue's order.
        asked: Of a part of a table: how many rows were asked each question of `missing`.
        crashed: One of our own checks failed.
    """

    accepted: pd.DataFrame
    rejected: pd.DataFrame
    findings: tuple[Finding, ...]
    asked: dict[str, int] = dataclasses.field(default_factory=dict)
    crashed: bool = False
