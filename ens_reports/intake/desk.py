"""What every file of a run is received with, and what is known of one before its rows are looked at."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ens_reports.intake.feedback.earlier_sent import Earlier
from ens_reports.intake.feedback.returned import Returned
from ens_reports.intake.findings import Located
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.sheets.cover import CoverRead
from ens_reports.intake.sheets.identify import Asked
from ens_reports.intake.source import Source
from ens_reports.params import Project
from ens_reports.store import KeptAnswer

if TYPE_CHECKING:  # a check without a ledger needs no database
    from ens_reports.store import Store


@dataclass(frozen=True, kw_only=True, eq=False)
class Desk:
    """What every file of a run is received with.

    Attributes:
        project: Parties.
        mappings: All mappings.
        asked: What the caller says about the files.
        today: Day of arrival.
        inbox: Folder whose subfolders name parties; none if there is none.
        store: Where records go; none: nothing is stored.
        feedback: Where answers go; none: none is written.
        beside: Store that files are compared with, which is only read; none: the comparison is skipped.
        whole_inbox: Nobody named the files: one that its owner took back stays taken back, though it still lies there.
    """

    project: Project
    mappings: tuple[Mapping, ...]
    asked: Asked
    today: date
    inbox: Path | None = None
    store: "Store | None" = None
    feedback: Path | None = None
    beside: "Store | None" = None
    whole_inbox: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Known:
    """What is known of a file before its rows are looked at.

    Attributes:
        path: As it was given.
        sha256: Of the file.
        party: By the caller or the folder; empty if only a mapping can tell.
        cover: The cover sheet.
        found: Findings about the whole file.
        source: What was read of it, without what we had added; none before that.
        returned: What came back in it, if it is a workbook of ours.
        cover_again: Whether the cover is that of the submission for which the workbook was made.
        answers: What its sender said, before and in it.
        earlier: The submission that it replaces; none if it is the first, or not known yet.
    """

    path: Path
    sha256: str
    party: str
    cover: CoverRead
    found: tuple[Located, ...]
    source: Source | None = None
    returned: Returned | None = None
    cover_again: bool = False
    answers: tuple[KeptAnswer, ...] = ()
    earlier: Earlier | None = None
