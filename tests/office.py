"""A workspace that takes in real files, and from which records are deleted again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plain import edition

from ens_reports import intake, retention
from ens_reports.intake import FileOutcome
from ens_reports.params import Project, Workspace
from ens_reports.retention import Deleted
from ens_reports.store import EditionInput, Store, rowset

TODAY = date(2026, 1, 15)
HEADS = ("Case number", "Date of seizure", "Species", "Quantity", "Unit", "Country of origin", "retain_until")
ONE = ("K1", "2025-12-31", "Manis spp.", "3.5", "kg", "UGA", "")
TWO = ("K2", "2025-12-30", "Loxodonta africana", "2", "pcs", "UGA", "2026-06-30")
THREE = ("K3", "2025-12-29", "Panthera leo", "1", "pcs", "UGA", "")
AFTER = date(2026, 7, 1)
"""The second case may be kept to the day before."""


@dataclass(frozen=True, kw_only=True)
class Office:
    """A workspace with what can be done in it."""

    place: Workspace
    project: Project

    @property
    def store(self) -> Store:
        """Opened anew each time, as each command does."""
        return Store(self.place.root)

    def put(self, name: str, *rows: Sequence[str]) -> Path:
        """A file of Kenya in the inbox, with a cover sheet beside it."""
        path = self.place.inbox / "KEN" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(",".join(cells) + "\n" for cells in (HEADS, *rows)), encoding="utf-8")
        path.with_name(f"{name}.cover.yaml").write_text("contact_post: Desk 4\n", encoding="utf-8")
        return path

    def take(self, *paths: Path) -> list[FileOutcome]:
        """Take in files, or the whole inbox."""
        return intake.take_in(paths or None, workspace=self.place, project=self.project, today=TODAY)

    def withdraw(self, submission: str) -> Deleted:
        """Take a submission back."""
        return retention.withdraw(self.place, self.store, submission, reason="sent in error", at=AFTER)

    def expire(self, at: date = AFTER) -> Deleted:
        """Delete what may be kept no longer."""
        return retention.expire(self.place, self.store, self.project.policy, at=at)

    def issue(self, name: str, recipient: str, submission: str, *rows: int) -> Path:
        """Enter an edition that used some rows, with a notebook that shows them; returns its folder."""
        used = EditionInput(submission=submission, sha256="0", rows=len(rows), which=rowset.pack(rows))
        self.store.editions.register(edition(name, recipient=recipient, inputs=(used,)))
        folder = self.place.editions / "cta" / name
        folder.mkdir(parents=True)
        for file in ("notebook.ipynb", "report.pdf"):
            (folder / file).write_text("Loxodonta")
        return folder

    def files(self) -> set[str]:
        """All files of the workspace but those of the store."""
        found = (path.relative_to(self.place.root) for path in self.place.root.rglob("*") if path.is_file())
        return {path.as_posix() for path in found if path.parts[0] != "store"}

    def cases(self) -> list[str]:
        """The cases in force."""
        return sorted(self.store.snapshot().records["incident_id"])
