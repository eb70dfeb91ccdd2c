"""What the catalogue says about one check."""

from dataclasses import dataclass

from data_contracts.findings import Severity


@dataclass(frozen=True, kw_only=True)
class Check:
    """One row of the catalogue. The three sentences are English, and the keys of their translations.

    Attributes:
        id: Name that findings refer to; never used again for something else.
        level: 1 can the row be placed, or the file be read; 2 one cell; 3 cells of one row, or rows of one incident, against
            each other; 4 what is not there.
        severity: `error` loses something, `warning` may, `note` tells.
        blocking: The row is rejected.
        statement: What must hold, with places such as `{field}` and `{n}` (number of rows) that a finding fills.
        fix: What the sender can do.
        cost: What it costs the sender's own reports as long as nothing is done.
    """

    id: str
    level: int
    severity: Severity
    statement: str
    fix: str
    cost: str
    blocking: bool = False
