"""Where the files of a workspace lie."""

from dataclasses import dataclass
from pathlib import Path

COVER_SUFFIX = ".cover.yaml"
"""What the name of a cover sheet has after that of the file beside which it lies."""


@dataclass(frozen=True)
class Workspace:
    """The folder that holds what arrives and what is made; the project folder holds how it is made.

    Attributes:
        root: The folder itself.
    """

    root: Path

    @property
    def inbox(self) -> Path:
        """Files as they came, in one folder per party; never changed."""
        return self.root / "inbox"

    @property
    def feedback(self) -> Path:
        """Feedback packs, in one folder per party and submission."""
        return self.root / "feedback"

    @property
    def store(self) -> Path:
        """Records and ledger."""
        return self.root / "store"

    @property
    def editions(self) -> Path:
        """Editions, in one folder per product."""
        return self.root / "editions"

    @property
    def releases(self) -> Path:
        """Release packs, in one folder per recipient."""
        return self.root / "releases"

    @property
    def portal(self) -> Path:
        """The static site."""
        return self.root / "portal"

    def prepare(self) -> None:
        """Make the folders that people put files into or look for files in."""
        for folder in (self.inbox, self.feedback, self.store, self.editions):
            folder.mkdir(parents=True, exist_ok=True)
