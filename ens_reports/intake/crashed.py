"""A step of ours that crashed on a file: it is told by name, nothing of the file counts as checked, and the file stays where it is."""

from collections.abc import Iterable, Sequence

from data_contracts.crashed import CRASHED, crash_of
from data_contracts.findings import Finding
from ens_reports.intake.findings import NO_ROWS, Located


def crashed(name: str, error: Exception) -> Located:
    """The finding for a step that crashed.

    Args:
        name: Of the step.
        error: What it raised; its message can hold a value of a record and is not told.
    """
    return Located(finding=Finding(check=CRASHED, field="", rows=NO_ROWS, values=crash_of(name, error)), sheet=None)


def has_crashed(found: Iterable[Located]) -> bool:
    """Whether a step of ours crashed on what the sender sent; one that crashed on records of others is no answer to the sender."""
    return any(item.finding.check == CRASHED and item.audience == "sender" for item in found)


def without_consequences(found: Sequence[Located]) -> list[Located]:
    """Findings without those about a column that our own fault left unread: that it is blank now is not the sender's doing."""
    names = {item.finding.values["name"] for item in found if item.finding.check == CRASHED}
    return [item for item in found if item.finding.check == CRASHED or item.finding.field not in names]
