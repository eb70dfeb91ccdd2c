"""What senders were told and what they said to that, by the submissions of a store."""

from collections.abc import Sequence

from ens_reports.store import answers, findings, ledger
from ens_reports.store.access import Access
from ens_reports.store.kept import KeptAnswer, KeptFinding


class Told:
    """Findings and answers of one workspace.

    Args:
        access: To its ledger.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def keep(self, submission: str, found: Sequence[KeptFinding]) -> None:
        """Keep what was found in a submission after it was taken in, such as by comparing it with a later one.

        Raises:
            RequestError: There is no such submission, or it was withdrawn.
        """
        with self._access.writing(), self._access.changing() as connection:
            ledger.check_in_force(ledger.submission(connection, submission), hint="nothing is kept of it")
            findings.add(connection, submission, found)

    def findings(self, submission: str) -> tuple[KeptFinding, ...]:
        """What was found in a submission, in the order of its feedback; nothing once it was withdrawn."""
        with self._access.reading() as connection:
            return findings.of_submission(connection, submission)

    def findings_for_analysts(self) -> dict[str, tuple[KeptFinding, ...]]:
        """What only analysts may read, by submission."""
        with self._access.reading() as connection:
            return findings.for_analysts(connection)

    def answers(self, party: str, contract: str, *, as_of: int | None = None) -> tuple[KeptAnswer, ...]:
        """What a party said last to each finding, and to how each column was read.

        Args:
            party: Code of the sender.
            contract: Name of the contract.
            as_of: A number of the ledger; what came later does not count.
        """
        with self._access.reading() as connection:
            return answers.of_party(connection, party, contract, until=as_of)
