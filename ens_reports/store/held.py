"""The records of some submissions in force, column by column as they are asked for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ens_reports.store import records
from ens_reports.store.near import Sought, near
from ens_reports.store.submission import SubmissionRow


@dataclass(frozen=True, kw_only=True)
class Held:
    """Submissions in force, and where their records lie.

    Attributes:
        submissions: In the order of arrival, each with records.
        folder: Where the files of records lie.
    """

    submissions: tuple[SubmissionRow, ...]
    folder: Path

    def latest(self, columns: Sequence[str]) -> pd.DataFrame:
        """One row per record, by `record_id`; of several revisions the latest.

        Args:
            columns: Those to read; one that no file has is blank.
        """
        return records.latest(self._files, {row.id: row.seq for row in self.submissions}, columns=columns)

    def near(self, sought: Collection[Sought], columns: Sequence[str]) -> pd.DataFrame:
        """The rows of `latest` of which some revision fits one of what is sought; the others are not read.

        Args:
            sought: What they are found by; letters that are not plain may bring in a few that don't fit.
            columns: Those to read; one that no file has is blank.
        """
        found = near(self._files, sought)
        owners = set(found["owner"])
        rows = [row for row in self.submissions if row.party in owners]
        files = _files(self.folder, rows)
        return records.latest(files, {row.id: row.seq for row in rows}, columns=columns, only=found["record_id"].tolist())

    def distinct(self, columns: Sequence[str]) -> pd.DataFrame:
        """Every combination of values that some columns have, in no order; of a column that no file has, blank."""
        return records.distinct(self._files, columns=columns)

    def members(self, columns: Sequence[str] = ()) -> pd.DataFrame:
        """Every revision of every record, in the order of arrival and rows: `record_id`, `record_digest`, `submission`, `source_row`.

        Args:
            columns: Those to read besides; one that no file has is blank.
        """
        frame = records.members(self._files, columns=columns)
        places = frame["submission"].map({row.id: row.seq for row in self.submissions})
        return frame.assign(seq=places).sort_values(["seq", "source_row"], ignore_index=True).drop(columns="seq")

    @property
    def _files(self) -> dict[Path, str]:
        return _files(self.folder, self.submissions)


@dataclass(frozen=True, kw_only=True)
class Revision:
    """A record as one submission had it.

    Attributes:
        submission: Its name.
        record_digest: Of what it said.
        in_force: Whether no later submission says otherwise.
    """

    submission: SubmissionRow
    record_digest: str
    in_force: bool


def _files(folder: Path, rows: Iterable[SubmissionRow]) -> dict[Path, str]:
    return {records.path_of(folder, row.records): row.records for row in rows}
