"""What is deleted, and when: at once what its owner takes back, day by day what may be kept no longer."""

from dataclasses import dataclass, replace
from datetime import date

from data_contracts.families import CURRENT
from ens_reports.params import ReleasePolicy, Workspace
from ens_reports.policy import retention
from ens_reports.retention.remains import Leftover, sweep
from ens_reports.store import ConsentRow, Deletion, Erased, Mark, Store


@dataclass(frozen=True, kw_only=True)
class Deleted:
    """What was deleted.

    Attributes:
        erased: By submission.
        files: Files and folders of the workspace besides the store.
        consents: Those whose last day was over.
    """

    erased: tuple[Erased, ...] = ()
    files: tuple[Leftover, ...] = ()
    consents: tuple[ConsentRow, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Editions that used it."""
        return tuple(mark for one in self.erased for mark in one.marks)


def withdraw(place: Workspace, store: Store, submission: str, *, reason: str, at: date) -> Deleted:
    """Take a submission back, from every place of the workspace.

    Args:
        place: The workspace.
        store: Its records and ledger.
        submission: Its name.
        reason: As the owner gives it.
        at: Day of the withdrawal.

    Returns:
        What was deleted, of that submission and of what an earlier deletion that was stopped left.

    Raises:
        RequestError: There is no such submission, or it was withdrawn before.
    """
    erased = store.deletions.withdraw(submission, reason=reason, at=at)
    return Deleted(erased=(erased,), files=sweep(place, store))


def due(store: Store, policy: ReleasePolicy, *, at: date) -> tuple[Deletion, ...]:
    """What may be kept no longer. What came today stays for today, though it may be over: its sender is still to be answered.

    Args:
        store: Records and ledger.
        policy: For how long records are kept that do not say.
        at: The first day on which what ended the day before is deleted.

    Returns:
        One for each submission that would lose anything, in the order of arrival.

    Raises:
        DamageError: A file of records is not what its digest says.
    """
    held = store.records.held(CURRENT)
    earlier = replace(held, submissions=tuple(row for row in held.submissions if row.received_on < at))
    waiting = [row for row in store.submissions() if row.in_force and row.quarantine and row.received_on < at]
    return retention.expired(earlier, waiting, policy, day=at)


def expire(place: Workspace, store: Store, policy: ReleasePolicy, *, at: date) -> Deleted:
    """Delete what may be kept no longer, and whatever an earlier deletion that was stopped left.

    Args:
        place: The workspace.
        store: Its records and ledger.
        policy: For how long records are kept that do not say.
        at: Day of the deletion.

    Returns:
        What was deleted, and the consents that ended.

    Raises:
        DamageError: A file of records is not what its digest says.
    """
    erased = store.deletions.expire(due(store, policy, at=at), at=at)
    return Deleted(erased=erased, files=sweep(place, store), consents=store.consents.expire(at=at))
