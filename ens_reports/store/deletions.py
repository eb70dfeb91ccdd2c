"""Deletions from a store: the ledger decides in one transaction, its files follow; what lies elsewhere is named to those who reach it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from ens_reports.store import erasing, files, health, ledger, records, tombstones
from ens_reports.store.access import Access
from ens_reports.store.erasing import Deletion, Erased, Gone, Why
from ens_reports.store.marks import Cause
from ens_reports.store.tombstones import Tombstone
from ens_reports.store.where import KINDS

ACTS: dict[Cause, str] = {"withdrawal": "submission.withdrawn", "expiry": "records.expired"}


class Deletions:
    """What is deleted from one workspace.

    Args:
        access: To its ledger and files.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def withdraw(self, submission: str, *, reason: str, at: date) -> Erased:
        """Take a submission back: its records are deleted, its row in the ledger stays as a tombstone.

        Args:
            submission: Its name.
            reason: As the owner gives it.
            at: Day of the withdrawal.

        Returns:
            What was deleted, and which editions had used it.

        Raises:
            RequestError: There is no such submission, or it was withdrawn before.
        """
        with self._access.writing():
            with self._access.reading() as connection:
                row = ledger.submission(connection, submission)
            ledger.check_in_force(row, hint="nothing is left to do")
            return self._delete([Deletion(submission=row)], cause="withdrawal", day=at, reason=reason)[0]

    def expire(self, wanted: Iterable[Deletion], *, at: date) -> tuple[Erased, ...]:
        """Delete what may be kept no longer.

        Args:
            wanted: As it was found; what was deleted since, or is no longer as it was, is left for the next time.
            at: Day of the deletion.

        Returns:
            One for each submission that lost anything.
        """
        with self._access.writing():
            with self._access.reading() as connection:
                there = {row.id: row for row in ledger.find_submissions(connection)}
            same = [one for one in wanted if there.get(one.submission.id) == one.submission]
            return self._delete(same, cause="expiry", day=at) if same else ()

    def note_repeats(self, digests: Iterable[str], submissions: Collection[str]) -> None:
        """Note that a file holds rows that came before, and nothing new: when they are deleted, so is the file.

        Args:
            digests: Of the file, and of its sheet.
            submissions: That brought the rows.
        """
        with self._access.reading() as connection:
            known = files.links(connection, submissions)
        new = [sha256 for sha256 in dict.fromkeys(digests) if not set(submissions) <= set(known.get(sha256, ()))]
        if new:
            with self._access.writing(), self._access.changing() as connection:
                for sha256 in new:
                    files.add(connection, sha256, submissions)

    def sweep(self) -> None:
        """Delete files of the store that the ledger does not name: of deleted records, and of a run that ended midway."""
        with self._access.writing():
            self._sweep()

    def gone(self) -> Gone:
        """What must lie nowhere in the workspace any longer."""
        with self._access.reading() as connection:
            return erasing.gone(connection)

    def unfinished(self) -> tuple[str, ...]:
        """Submissions of which something that was deleted may still lie somewhere."""
        with self._access.reading() as connection:
            return erasing.unfinished(connection)

    def finish(self, names: Iterable[str]) -> None:
        """Enter that nothing that was deleted of some submissions lies anywhere any longer."""
        with self._access.writing(), self._access.changing() as connection:
            erasing.finish(connection, names)

    def tombstones(self, record_id: str) -> tuple[Tombstone, ...]:
        """What is left of a record, by the submissions that held it."""
        with self._access.reading() as connection:
            return tombstones.of_record(connection, record_id)

    def _delete(self, wanted: Sequence[Deletion], *, cause: Cause, day: date, reason: str = "") -> tuple[Erased, ...]:
        with self._access.changing() as connection:
            found = []
            for one in wanted:
                name = one.submission.id
                seq = self._access.number(connection, cause, name, day=day)
                why = Why(cause=cause, day=day, reason=reason, seq=seq)
                found.append(erasing.erase(connection, one, why, folder=self._access.records))
                file, used_by = one.submission.records, len(found[-1].marks)
                self._access.log(connection, ACTS[cause], name, records=file, reason=reason, rows=found[-1].records, editions=used_by)
        ledger.tidy(self._access.engine)
        self._sweep()
        return tuple(found)

    def _sweep(self) -> None:
        with self._access.changing() as connection:  # as who holds the right to write, so that nobody else is writing files
            rows = ledger.find_submissions(connection)
        for kind in KINDS:
            for path in records.unreferenced(self._access.folder / kind, health.names_of(rows, kind)):
                path.unlink(missing_ok=True)
