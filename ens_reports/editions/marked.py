"""Editions that used what was deleted since: what is to become of each, and whether another took its place."""

from dataclasses import dataclass

from ens_reports.store import Store, worst_of


@dataclass(frozen=True, kw_only=True)
class Marked:
    """An edition that is to be superseded or recalled.

    Attributes:
        edition: Its name.
        reference: Its reference number.
        recipient: Code of the party that received it.
        mark: `supersede` or `recall`.
        submissions: Of which records were deleted.
        superseded_by: The edition that took its place; blank for none yet.
    """

    edition: str
    reference: str
    recipient: str
    mark: str
    submissions: tuple[str, ...]
    superseded_by: str

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done: a recall is told to its recipient, whatever took the place of the edition."""
        return self.mark == "recall" or not self.superseded_by


def marked(store: Store) -> tuple[Marked, ...]:
    """All editions that are to be superseded or recalled, in the order in which they were built."""
    marks = store.editions.marks()
    rows = store.editions.heads() if marks else ()
    after = {row.supersedes: row.id for row in rows if row.supersedes}
    of = {row.id: [mark for mark in marks if mark.edition == row.id] for row in rows}
    return tuple(
        Marked(
            edition=row.id,
            reference=row.reference,
            recipient=row.recipient,
            mark=worst_of(of[row.id]),
            submissions=tuple(dict.fromkeys(mark.submission for mark in of[row.id])),
            superseded_by=after.get(row.id, ""),
        )
        for row in rows
        if of[row.id]
    )
