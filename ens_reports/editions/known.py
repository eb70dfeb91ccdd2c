"""What earlier runs found out of editions: while all that a view depends on is what it was, period and key are what they were.

Digests only, kept beside the ledger; without them everything is worked out again.
"""

from contextlib import suppress
from pathlib import Path

from pydantic import BaseModel

from ens_reports import atomic
from ens_reports.params import Period

FILE = "known.json"


class Years(BaseModel, frozen=True):
    """What an edition is about.

    Attributes:
        basis: Digest of all that this depends on.
        period: Its years.
        moved: Whether they were moved back.
    """

    basis: str
    period: Period
    moved: bool


class Found(BaseModel, frozen=True):
    """What came out of a view.

    Attributes:
        basis: Digest of all that this depends on.
        key: Of its edition.
        incidents: Of the period that it may tell of.
    """

    basis: str
    key: str
    incidents: int


class _Kept(BaseModel):
    """What the file holds: the last that was found of each name."""

    years: dict[str, Years] = {}
    found: dict[str, Found] = {}


class Known:
    """What is known.

    Args:
        path: Where it is kept; a file that is damaged, or not ours to read, tells nothing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept, self._told = _Kept(), False
        with suppress(OSError, ValueError):
            self._kept = _Kept.model_validate_json(path.read_bytes())

    def years(self, name: str, basis: str) -> Years | None:
        """The years of an edition.

        Args:
            name: Of its product and recipient.
            basis: What they depend on, as it is now.
        """
        known = self._kept.years.get(name)
        return known if known is not None and known.basis == basis else None

    def found(self, name: str, basis: str) -> Found | None:
        """What comes out of a view.

        Args:
            name: Of its series.
            basis: What it depends on, as it is now.
        """
        known = self._kept.found.get(name)
        return known if known is not None and known.basis == basis else None

    def tell(self, name: str, one: Years | Found) -> None:
        """Keep what was found, instead of what was found before under the name."""
        if isinstance(one, Years):
            self._kept.years[name] = one
        else:
            self._kept.found[name] = one
        self._told = True

    def save(self) -> None:
        """Keep it for the next run, where this workspace can be written to."""
        if self._told:
            with suppress(OSError):
                atomic.write_text(self._path, self._kept.model_dump_json() + "\n")
