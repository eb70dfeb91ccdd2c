"""Records by digest, and the ledger that says which of them are in force.

`Store` is the way in. Its parts share one `access`: `holdings` (records in force), `told` (findings and answers), `built` (editions),
`deletions` and `consented`. Below them each table has its functions on a connection: `ledger` (submissions and editions), `findings`,
`answers`, `files`, `consents`, `tombstones`, `marks`, `audit`; `erasing` puts a deletion together; `records` and `near` alone open files.

A check without a ledger needs no database, so what speaks to one is imported on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ens_reports.store.arrival import Arrival
    from ens_reports.store.consent import ALL, Consent, ConsentRow
    from ens_reports.store.editions import EditionHead, EditionInput, EditionRow
    from ens_reports.store.erasing import Deletion, Erased, Gone
    from ens_reports.store.held import Held, Revision
    from ens_reports.store.identity import OWN_COLUMNS, record_digests, record_ids
    from ens_reports.store.kept import SETTLING, AnswerCode, Audience, Cause, KeptAnswer, KeptFinding
    from ens_reports.store.marks import Mark, worst_of
    from ens_reports.store.near import Numbers, Route, Sought
    from ens_reports.store.snapshot import Snapshot
    from ens_reports.store.store import Store
    from ens_reports.store.submission import Counts, Cover, Status, Submission, SubmissionRow, submission_id
    from ens_reports.store.tombstones import Tombstone
    from ens_reports.store.where import has_ledger

__all__ = [
    "ALL",
    "OWN_COLUMNS",
    "SETTLING",
    "AnswerCode",
    "Arrival",
    "Audience",
    "Cause",
    "Consent",
    "ConsentRow",
    "Counts",
    "Cover",
    "Deletion",
    "EditionHead",
    "EditionInput",
    "EditionRow",
    "Erased",
    "Gone",
    "Held",
    "KeptAnswer",
    "KeptFinding",
    "Mark",
    "Numbers",
    "Revision",
    "Route",
    "Snapshot",
    "Sought",
    "Status",
    "Store",
    "Submission",
    "SubmissionRow",
    "Tombstone",
    "has_ledger",
    "record_digests",
    "record_ids",
    "submission_id",
    "worst_of",
]

_MODULES = {
    "arrival": ("Arrival",),
    "consent": ("ALL", "Consent", "ConsentRow"),
    "editions": ("EditionHead", "EditionInput", "EditionRow"),
    "erasing": ("Deletion", "Erased", "Gone"),
    "held": ("Held", "Revision"),
    "identity": ("OWN_COLUMNS", "record_digests", "record_ids"),
    "kept": ("SETTLING", "AnswerCode", "Audience", "Cause", "KeptAnswer", "KeptFinding"),
    "marks": ("Mark", "worst_of"),
    "near": ("Numbers", "Route", "Sought"),
    "snapshot": ("Snapshot",),
    "store": ("Store",),
    "submission": ("Counts", "Cover", "Status", "Submission", "SubmissionRow", "submission_id"),
    "tombstones": ("Tombstone",),
    "where": ("has_ledger",),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    """What `__all__` names, imported on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
