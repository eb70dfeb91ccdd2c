"""The records that a store has in force, by owner, by contract and by record."""

from collections.abc import Collection

import pandas as pd

from ens_reports.store import ledger
from ens_reports.store.access import Access
from ens_reports.store.held import Held, Revision
from ens_reports.store.submission import SubmissionRow


class Holdings:
    """What one workspace holds.

    Args:
        access: To its ledger and files.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def in_force(self, owner: str) -> pd.DataFrame:
        """The records that a party has in force, to tell duplicates and revisions by.

        Args:
            owner: Code of the party.

        Returns:
            `record_id`, `record_digest`, `submission`; one row per record.
        """
        rows = tuple(row for row in self._with_records() if row.party == owner)
        return Held(submissions=rows, folder=self._access.records).latest(("record_id", "record_digest", "submission"))

    def held(self, contracts: Collection[str], *, owner: str = "", others_than: str = "") -> Held:
        """Submissions in force of some contracts, of one party or of all others.

        Args:
            contracts: Names of the contracts.
            owner: Code of the party; blank for all.
            others_than: Code of the party that is left out; blank for none.
        """
        rows = [row for row in self._with_records() if row.contract in contracts]
        mine = [row for row in rows if (row.party == owner or not owner) and row.party != others_than]
        return Held(submissions=tuple(mine), folder=self._access.records)

    def history(self, record_id: str) -> tuple[Revision, ...]:
        """A record as each submission in force that holds it had it, in the order of arrival.

        Args:
            record_id: Its name.
        """
        rows = self._with_records()
        members = Held(submissions=rows, folder=self._access.records).members()
        found = members[members["record_id"] == record_id]
        names = {row.id: row for row in rows}
        latest = found["submission"].iloc[-1] if len(found) else ""
        return tuple(
            Revision(submission=names[name], record_digest=content, in_force=name == latest)
            for name, content in zip(found["submission"], found["record_digest"], strict=True)
        )

    def places_of(self, record_id: str) -> dict[str, set[int]]:
        """The rows where a record stands, by submission in force, in the order of arrival."""
        members = Held(submissions=self._with_records(), folder=self._access.records).members()
        rows = members[members["record_id"] == record_id]
        return {str(name): set(group.tolist()) for name, group in rows.groupby("submission", sort=False)["source_row"]}

    def _with_records(self) -> tuple[SubmissionRow, ...]:
        """Submissions in force that have records, in the order of arrival."""
        with self._access.reading() as connection:
            return tuple(row for row in ledger.find_submissions(connection) if row.in_force and row.records)
