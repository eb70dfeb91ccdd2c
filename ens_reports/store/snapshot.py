"""What the store held as of one number of its ledger."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

from ens_reports.errors import PolicyError
from ens_reports.store import records
from ens_reports.store.submission import SubmissionRow


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The submissions in force as of one number, and their records.

    Attributes:
        seq: The number.
        day: Day on which the newest submission up to that number arrived.
        submissions: In the order of arrival.
        erased: Submissions that were in force then, and that their owners have withdrawn since: their records are gone.
        folder: Where the files of records lie.
    """

    seq: int
    day: date
    submissions: tuple[SubmissionRow, ...]
    erased: tuple[SubmissionRow, ...]
    folder: Path

    @cached_property
    def files(self) -> dict[Path, str]:
        """Files of records, each with its digest."""
        return {records.path_of(self.folder, row.records): row.records for row in self.submissions if row.records}

    @cached_property
    def records(self) -> pd.DataFrame:
        """One row per record in force, by `record_id`; of several revisions the latest.

        Columns are those of the contracts, and `record_id`, `record_digest`, `owner`, `submission`, `source_row`.
        """
        return records.latest(self.files, {row.id: row.seq for row in self.submissions})

    def check_can_repeat(self) -> None:
        """Refuse to stand for a past state of which something has been lawfully erased.

        Raises:
            PolicyError: With the number of submissions that are gone.
        """
        if self.erased:
            raise PolicyError(
                f"the records as of {self.seq} must be whole, got {len(self.erased)} of its submissions lawfully erased since",
                hint="build as of now; what was issued then stays genuine, `ens verify` says so",
            )
