"""Where a submission or a record went: the editions that used it, and who received them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ens_reports.errors import RequestError
from ens_reports.store import EditionInput, EditionRow, Mark, Store, rowset, worst_of


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
        certain: `False` where it was not kept which rows the edition used: it used the record's submission.
        mark: Whether it is to be superseded or recalled, for what it used was deleted; blank for neither.
    """

    edition: str
    reference: str
    product: str
    recipient: str
    language: str
    as_of: int
    rows: int
    certain: bool = True
    mark: str = ""


def trace(target: str, *, store: Store) -> tuple[Use, ...]:
    """The editions that used a submission or a record, also where it has been deleted since.

    Args:
        target: Name of a submission, or `record_id` of a record.
        store: The ledger.

    Returns:
        In the order in which they were built; none when nothing used it.

    Raises:
        RequestError: There is no such submission or record, and never was.
    """
    marks = store.editions.marks()
    if any(row.id == target for row in store.submissions()):
        return tuple(_use(row, target, _of(row, marks), record=False) for row in store.editions.using(target))
    places = _places(target, store)
    if not places:
        raise RequestError(f"{target!r} must be a submission or a record, got neither", hint="`ens submissions` lists what arrived")
    found = {(row.built_at, row.id): _use(row, name, _of(row, marks)) for name, at in places.items() for row in _using(store, name, at)}
    return tuple(use for _, use in sorted(found.items()))


def _places(record: str, store: Store) -> dict[str, set[int]]:
    """The rows where a record stands or stood, by submission."""
    found = store.records.places_of(record)
    for one in store.deletions.tombstones(record):
        found.setdefault(one.submission, set()).add(one.source_row)
    return found


def _using(store: Store, submission: str, rows: set[int]) -> list[EditionRow]:
    return [row for row in store.editions.using(submission) if rowset.has_any(_input(row, submission).which, rows)]


def _input(row: EditionRow, submission: str) -> EditionInput:
    return next(used for used in row.inputs if used.submission == submission)


def _of(row: EditionRow, marks: Iterable[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.edition == row.id]


def _use(row: EditionRow, submission: str, marks: list[Mark], *, record: bool = True) -> Use:
    used = _input(row, submission)
    return Use(
        edition=row.id,
        reference=row.reference,
        product=row.product,
        recipient=row.recipient,
        language=row.language,
        as_of=row.as_of,
        rows=1 if record else used.rows,
        certain=bool(used.which) or not record,
        mark=worst_of(marks),
    )
