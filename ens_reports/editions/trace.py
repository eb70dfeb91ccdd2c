"""Where a submission or a record went: the editions that used it, and who received them."""

from dataclasses import dataclass

from ens_reports.editions import manifest
from ens_reports.editions.again import BatchOf, candidate_of
from ens_reports.editions.prepare import viewed
from ens_reports.errors import EnsError, RequestError
from ens_reports.store import EditionRow, Store


@dataclass(frozen=True, kw_only=True)
class Use:
    """An edition that used it.

    Attributes:
        edition: Its name.
        reference: Its reference number.
        product: Name of the product.
        recipient: Code of the party.
        language: Code.
        as_of: Ledger number that it was built as of.
        rows: Records of the submission in its view; 1 for a record.
        certain: `False` where the view can't be made again to look for the record: the edition used its submission.
    """

    edition: str
    reference: str
    product: str
    recipient: str
    language: str
    as_of: int
    rows: int
    certain: bool = True


def trace(target: str, *, store: Store, batch_of: BatchOf) -> tuple[Use, ...]:
    """The editions that used a submission or a record.

    Args:
        target: Name of a submission, or `record_id` of a record.
        store: The ledger.
        batch_of: Opens the records as of a ledger number.

    Returns:
        In the order in which they were built; none when nothing used it.

    Raises:
        RequestError: There is no such submission or record.
    """
    if any(row.id == target for row in store.submissions()):
        return tuple(_use(row, rows=_rows(row, target)) for row in store.editions.using(target))
    submissions = store.records.submissions_of(target)
    if not submissions:
        raise RequestError(f"{target!r} must be a submission or a record, got neither", hint="`ens submissions` lists what arrived")
    rows = {row.id: row for name in submissions for row in store.editions.using(name)}
    found = (_use_of_record(row, target, batch_of) for row in sorted(rows.values(), key=lambda row: (row.built_at, row.id)))
    return tuple(use for use in found if use is not None)


def _use_of_record(row: EditionRow, record: str, batch_of: BatchOf) -> Use | None:
    """The view is made again: it says for sure whether the record was in it."""
    try:
        held = _holds(row, record, batch_of)
    except EnsError:
        return _use(row, rows=1, certain=False)
    return _use(row, rows=1) if held else None


def _holds(row: EditionRow, record: str, batch_of: BatchOf) -> bool:
    batch = batch_of(row.as_of)
    batch.snapshot.check_can_repeat()
    proof = manifest.read(batch.folder(row.product, row.id))
    view = viewed(batch, candidate_of(batch, proof)).view
    return any((frame["record_id"] == record).any() for frame in (view.incidents, view.capacity))


def _rows(row: EditionRow, submission: str) -> int:
    return next(used.rows for used in row.inputs if used.submission == submission)


def _use(row: EditionRow, *, rows: int, certain: bool = True) -> Use:
    return Use(
        edition=row.id,
        reference=row.reference,
        product=row.product,
        recipient=row.recipient,
        language=row.language,
        as_of=row.as_of,
        rows=rows,
        certain=certain,
    )
