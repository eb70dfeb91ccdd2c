"""Records by digest, and the ledger that says which of them are in force."""

from ens_reports.store.answers import SETTLING, AnswerCode, KeptAnswer
from ens_reports.store.editions import EditionInput, EditionRow
from ens_reports.store.findings import Audience, Cause, KeptFinding
from ens_reports.store.held import Held, Revision
from ens_reports.store.identity import OWN_COLUMNS, record_digests, record_ids
from ens_reports.store.snapshot import Snapshot
from ens_reports.store.store import Store, has_ledger
from ens_reports.store.submission import Counts, Cover, Status, Submission, SubmissionRow, submission_id

__all__ = [
    "OWN_COLUMNS",
    "SETTLING",
    "AnswerCode",
    "Audience",
    "Cause",
    "Counts",
    "Cover",
    "EditionInput",
    "EditionRow",
    "Held",
    "KeptAnswer",
    "KeptFinding",
    "Revision",
    "Snapshot",
    "Status",
    "Store",
    "Submission",
    "SubmissionRow",
    "has_ledger",
    "record_digests",
    "record_ids",
    "submission_id",
]
