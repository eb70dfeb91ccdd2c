"""Rows of a ledger of a plain kind, with what a test is about set to something else."""

from datetime import date

from ens_reports.store import Counts, Cover, EditionInput, EditionRow, Submission, SubmissionRow

DAY = date(2026, 1, 20)


def submission(name: str, *, rows: int = 1, **changes: object) -> Submission:
    """A submission of that many accepted rows by Kenya."""
    return Submission(**_submission(name, rows) | changes)  # type: ignore[arg-type]  # values of different types


def row(name: str, *, rows: int = 1, **changes: object) -> SubmissionRow:
    """The same as a ledger holds it, in force and first of all."""
    held = {"seq": 1, "records": "", "quarantine": "", "withdrawn_seq": None, "withdrawn_on": None, "withdrawn_reason": ""}
    return SubmissionRow(**_submission(name, rows) | held | changes)  # type: ignore[arg-type]  # values of different types


def edition(name: str, **changes: object) -> EditionRow:
    """An edition for Kenya that used two rows of `KEN-1`, which rows was not kept."""
    plain: dict[str, object] = {
        "id": name, "product": "cta", "level": "strategic", "recipient": "KEN", "language": "en", "period": "2024-2025", "reference": "R",
        "number": 1, "key": "k", "as_of": 1, "marking": "M", "manifest": "0", "pages": 10, "seconds": 1.5, "built_at": name,
        "inputs": (EditionInput(submission="KEN-1", sha256="KEN-1", rows=2),),
    }  # fmt: skip
    return EditionRow(**plain | changes)  # type: ignore[arg-type]  # values of different types


def _submission(name: str, rows: int) -> dict[str, object]:
    return {
        "id": name,
        "party": "KEN",
        "contract": "wildlife",
        "contract_version": 1,
        "file_name": "a.csv",
        "sha256": name,
        "received_on": DAY,
        "cover": Cover(),
        "counts": Counts(read=rows, accepted=rows, rejected=0, duplicate=0),
    }
