"""The consents that owners gave, in a store."""

from datetime import date

from sqlalchemy import Connection

from ens_reports.errors import RequestError
from ens_reports.store import consents, ledger
from ens_reports.store.access import Access
from ens_reports.store.consent import ALL, Consent, ConsentRow
from ens_reports.store.holdings import Holdings


class Consents:
    """What owners of one workspace's records said later.

    Args:
        access: To its ledger.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def all(self) -> tuple[ConsentRow, ...]:
        """All, those that ended too, in the order in which they were entered."""
        with self._access.reading() as connection:
            return consents.all_of(connection)

    def add(self, consent: Consent, *, at: date) -> int:
        """Enter a consent.

        Args:
            consent: What an owner opens.
            at: Day on which it is entered.

        Returns:
            Its number.

        Raises:
            RequestError: It is for what its owner did not send.
        """
        if consent.target != ALL and consent.owner not in self._owners(consent.target):
            raise RequestError(
                f"a consent of {consent.owner} must be for all, or for a submission or record that it sent, got {consent.target!r}",
                hint="`ens submissions` lists what arrived",
            )
        with self._access.writing(), self._access.changing() as connection:
            seq = self._access.number(connection, "consent", consent.target, day=at)
            consents.add(connection, consent, seq=seq)
            who = ";".join(consent.recipients)
            self._access.log(connection, "consent.given", consent.target, number=seq, owner=consent.owner, recipients=who)
        return seq

    def revoke(self, number: int, *, at: date) -> ConsentRow:
        """End a consent: it still counts for what is built as of a place in the ledger before.

        Args:
            number: Of the consent.
            at: Day on which it ends.

        Raises:
            RequestError: There is no such consent, or it ended before.
        """
        with self._access.writing(), self._access.changing() as connection:
            row = next((one for one in consents.all_of(connection) if one.seq == number), None)
            if row is None or row.ended_seq is not None:
                got = f"{number}, which ended on {row.ended_on}" if row else str(number)
                raise RequestError(f"a consent must be one that holds, got {got}", hint="`ens consent list` shows all")
            self._end(connection, row, at=at, kind="consent.revoked")
        return row

    def expire(self, *, at: date) -> tuple[ConsentRow, ...]:
        """End the consents whose last day is over."""
        with self._access.reading() as connection:
            if not consents.overdue(consents.all_of(connection), at):
                return ()
        with self._access.writing(), self._access.changing() as connection:
            over = consents.overdue(consents.all_of(connection), at)
            for row in over:
                self._end(connection, row, at=at, kind="consent.expired")
        return over

    def _owners(self, target: str) -> set[str]:
        with self._access.reading() as connection:
            rows = {row.id: row.party for row in ledger.find_submissions(connection)}
        return {rows[target]} if target in rows else {rows[name] for name in Holdings(self._access).places_of(target)}

    def _end(self, connection: Connection, row: ConsentRow, *, at: date, kind: str) -> None:
        seq = self._access.number(connection, kind, row.target, day=at)
        consents.end(connection, row.seq, seq=seq, day=at)
        self._access.log(connection, kind, row.target, number=row.seq, owner=row.owner)
