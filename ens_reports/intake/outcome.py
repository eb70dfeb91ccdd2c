"""What became of a file: the row of `ens intake --json`, with its findings."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Literal

from data_contracts.crashed import CRASHED
from data_contracts.findings import SEVERITIES, Audience, Severity
from ens_reports.errors import DataError

FAULT = 1
"""Exit code of a fault of ours."""
UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a file's name may hold and no terminal or page should: controls, turns of direction, bytes that are no letters."""
Status = Literal["accepted", "partly_accepted", "rejected", "duplicate", "unreadable", "nil_return", "crashed", "withdrawn"]


@dataclass(frozen=True, kw_only=True)
class Detail:
    """One finding, in a form that may be printed: no value of a record is in it.

    Attributes:
        check: Identifier in the catalogue.
        severity: error, warning or note.
        field: The contract's field, empty for none.
        header: The column as it was sent, empty for none.
        sheet: Name of the sheet, empty for none.
        count: Number of places.
        cells: Where they are, the first five.
        message: What is wrong, in English.
        fix: What to do.
        cost: What it costs until then.
        audience: Who may read it.
    """

    check: str
    severity: Severity
    field: str
    header: str
    sheet: str
    count: int
    cells: tuple[str, ...]
    message: str
    fix: str
    cost: str
    audience: Audience = "sender"

    def __str__(self) -> str:
        """One line for people: `warning  B7 Pays (3): ...`."""
        analysts = "FOR ANALYSTS ONLY " if self.audience == "analyst" else ""
        place = " ".join(part for part in (self.cells[0] if self.cells else "", " ".join(self.header.split())[:40]) if part)
        return shown(f"{self.severity:8}{analysts}{place} ({self.count}): {self.message} {self.fix}")


@dataclass(frozen=True, kw_only=True)
class FileOutcome:
    """What became of one file, or of one of its sheets if several hold records.

    Attributes:
        path: As it was given; characters that can't be shown are written as their escapes.
        party: Code of the sender, empty if it is not known.
        contract: Name of the contract, empty if it is not known.
        mapping: Name of the mapping, empty for the contract's own columns.
        submission: Name of the submission, empty if nothing was stored.
        sha256: Of the file.
        rows_read: Non-blank records below the header: the sum of the next three.
        rows_accepted: Rows that are stored, revisions among them.
        rows_rejected: Rows in quarantine, totals and titles among them.
        rows_duplicate: Rows that are in the store already, or twice in the file.
        status: In a word.
        details: Findings, errors first.
        feedback: Folder of the feedback pack, empty for none.
    """

    path: str
    party: str = ""
    contract: str = ""
    mapping: str = ""
    submission: str = ""
    sha256: str = ""
    rows_read: int = 0
    rows_accepted: int = 0
    rows_rejected: int = 0
    rows_duplicate: int = 0
    status: Status
    details: tuple[Detail, ...] = ()
    feedback: str = ""

    def __post_init__(self) -> None:
        """Refuse sums that do not hold: a lost row is a fault of ours."""
        if self.rows_read != self.rows_accepted + self.rows_rejected + self.rows_duplicate:
            raise ValueError(f"{Path(self.path).name}: rows read must be the sum of accepted, rejected and duplicate")

    @property
    def findings(self) -> dict[str, int]:
        """Number of findings for the sender by severity, each cause once."""
        found = Counter(detail.severity for detail in self.details if detail.audience == "sender")
        return {severity: found[severity] for severity in SEVERITIES}

    @property
    def exit_code(self) -> int:
        """1 if a check of ours crashed, 3 if data were rejected, else 0."""
        if any(detail.check == CRASHED for detail in self.details):
            return FAULT
        return DataError.exit_code if self.status in {"rejected", "unreadable"} or self.rows_rejected else 0

    def row(self) -> dict[str, object]:
        """The row that `ens intake --json` prints."""
        named = ("path", "party", "contract", "submission", "sha256", "rows_read", "rows_accepted", "rows_rejected", "rows_duplicate")
        row: dict[str, object] = {name: getattr(self, name) for name in named}
        details = [asdict(detail) for detail in self.details]
        return {
            **row,
            "findings": self.findings,
            "status": self.status,
            "mapping": self.mapping,
            "feedback": self.feedback,
            "details": details,
        }


def shown(path: str) -> str:
    """A path as it may be printed anywhere.

    Args:
        path: As the system gives it.
    """
    return UNSHOWN.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), path)


def together(outcomes: Sequence[FileOutcome]) -> FileOutcome:
    """One outcome for a file with several sheets of records.

    Args:
        outcomes: One for each sheet, at least one.

    Returns:
        Sums, and each finding once; a status that says so if only some of the sheets were accepted.
    """
    first, *others = outcomes
    if not others:
        return first
    accepted, rejected = (sum(getattr(one, f"rows_{what}") for one in outcomes) for what in ("accepted", "rejected"))
    statuses = {one.status for one in outcomes}
    mixed: Status = "partly_accepted" if accepted and (rejected or "rejected" in statuses) else "accepted" if accepted else "rejected"
    mixed = "crashed" if "crashed" in statuses else mixed
    return replace(
        first,
        rows_read=sum(one.rows_read for one in outcomes),
        rows_accepted=accepted,
        rows_rejected=rejected,
        rows_duplicate=sum(one.rows_duplicate for one in outcomes),
        status=first.status if len(statuses) == 1 else mixed,
        details=tuple(dict.fromkeys(detail for one in outcomes for detail in one.details)),
    )
