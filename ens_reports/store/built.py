"""The editions that the ledger of a store holds."""

from ens_reports.store import ledger
from ens_reports.store.access import Access
from ens_reports.store.editions import EditionRow


class Editions:
    """What was built in one workspace.

    Args:
        access: To its ledger.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def register(self, edition: EditionRow) -> None:
        """Enter an edition into the ledger."""
        with self._access.writing(), self._access.changing() as connection:
            ledger.put_edition(connection, edition)
            self._access.log(connection, "edition.built", edition.id, as_of=edition.as_of, manifest=edition.manifest)

    def find(self, **having: str) -> tuple[EditionRow, ...]:
        """Editions in the order in which they were built.

        Args:
            having: `product`, `recipient`, `language`, `key`, `id`, ... with the value that they must have.
        """
        with self._access.reading() as connection:
            return ledger.find_editions(connection, having=having)

    def using(self, submission: str) -> tuple[EditionRow, ...]:
        """Editions that used a submission."""
        with self._access.reading() as connection:
            return ledger.find_editions(connection, having={}, using=submission)
