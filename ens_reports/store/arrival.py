"""What one file, or one of its sheets, brings to the store."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ens_reports.store.kept import KeptAnswer, KeptFinding
from ens_reports.store.submission import Submission


@dataclass(frozen=True, kw_only=True, eq=False)
class Arrival:
    """A submission with all that is kept of it.

    Attributes:
        submission: What arrived.
        frame: Accepted records: the contract's columns, index = row numbers of the source. May be empty (a nil return).
        quarantine: Rejected rows as they came, index = row numbers of the source.
        found: What was found in it.
        answered: What its sender answered in it to earlier findings.
        file_sha256: Of the whole file, where the submission is one of its sheets.
        repeats: Submissions whose rows the file holds too.
    """

    submission: Submission
    frame: pd.DataFrame
    quarantine: pd.DataFrame
    found: Sequence[KeptFinding] = ()
    answered: Sequence[KeptAnswer] = ()
    file_sha256: str = ""
    repeats: Sequence[str] = ()
