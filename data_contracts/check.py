"""What the catalogue says about one check."""

from collections.abc import Iterable
from dataclasses import dataclass

from data_contracts.findings import Severity

Row = tuple[str, Severity, str, str, str]
"""Name, severity, statement, what to do, what it costs."""


@dataclass(frozen=True, kw_only=True)
class Check:
    """One row of the catalogue. The three sentences are English, and the keys of their translations.

    Attributes:
        id: Name that findings refer to; never used again for something else.
        level: 1 structure: file, sheets, header, and whether a row can be placed; 2 within the file: cells, rows, incidents, gaps;
            3 against the sender's own earlier submissions; 4 between parties.
        severity: `error` loses something, `warning` may, `note` tells.
        blocking: The row is rejected, or the whole file where the finding is about the whole file.
        gap: It tells of what is not there.
        statement: What must hold, with places such as `{field}` and `{n}` (number of rows) that a finding fills.
        fix: What the sender can do.
        cost: What it costs the sender's own reports as long as nothing is done.
        cost_one: The same for one place, where the cost speaks of `{n}` places.
    """

    id: str
    level: int
    severity: Severity
    statement: str
    fix: str
    cost: str
    cost_one: str = ""
    blocking: bool = False
    gap: bool = False

    @property
    def messages(self) -> tuple[str | tuple[str, str], ...]:
        """What is to be translated; a pair is a singular and its plural."""
        return (self.statement, self.fix, (self.cost_one, self.cost) if self.cost_one else self.cost)


def checks_of(rows: Iterable[Row], *, level: int) -> tuple[Check, ...]:
    """The checks of a table, none of which rejects a row.

    Args:
        rows: One for each.
        level: Of all of them.
    """
    return tuple(
        Check(id=name, level=level, severity=severity, statement=statement, fix=fix, cost=cost)
        for name, severity, statement, fix, cost in rows
    )
