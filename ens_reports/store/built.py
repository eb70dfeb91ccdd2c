"""The editions that the ledger of a store holds."""

from ens_reports.errors import PolicyError
from ens_reports.store import erasing, ledger, marks
from ens_reports.store.access import Access
from ens_reports.store.editions import EditionHead, EditionRow
from ens_reports.store.marks import Mark


class Editions:
    """What was built in one workspace.

    Args:
        access: To its ledger.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def register(self, edition: EditionRow) -> None:
        """Enter an edition into the ledger.

        Raises:
            PolicyError: Records that it was made of were deleted while it was built.
        """
        with self._access.writing(), self._access.changing() as connection:
            gone = erasing.lacking(connection, edition.as_of).intersection(one.submission for one in edition.inputs)
            if gone:
                raise PolicyError(
                    f"edition {edition.id} must rest on records that are there, got {len(gone)} of its submissions erased meanwhile",
                    hint="run it again",
                )
            ledger.put_edition(connection, edition)
            self._access.log(connection, "edition.built", edition.id, as_of=edition.as_of, manifest=edition.manifest)

    def find(self, **having: str) -> tuple[EditionRow, ...]:
        """Editions in the order in which they were built.

        Args:
            having: `product`, `recipient`, `language`, `key`, `id`, ... with the value that they must have.
        """
        with self._access.reading() as connection:
            return ledger.find_editions(connection, having=having)

    def heads(self) -> tuple[EditionHead, ...]:
        """All editions in the order in which they were built, without what they used."""
        with self._access.reading() as connection:
            return ledger.edition_heads(connection)

    def using(self, submission: str) -> tuple[EditionRow, ...]:
        """Editions that used a submission."""
        with self._access.reading() as connection:
            return ledger.find_editions(connection, having={}, using=submission)

    def marks(self) -> tuple[Mark, ...]:
        """Editions that used what was deleted since, in the order of the deletions."""
        with self._access.reading() as connection:
            return marks.all_of(connection)
