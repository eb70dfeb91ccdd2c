"""What earlier runs found out of editions: while all that a view depends on is what it was, period and key are what they were.

Digests only, kept beside the ledger; without them everything is worked out again.
"""

from contextlib import suppress
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

from ens_reports import atomic
from ens_reports.params import Period

FILE = "known.json"


class Found(BaseModel, frozen=True):
    """What came out of a view.

    Attributes:
        key: Of its edition.
        incidents: Of the period that it may tell of.
    """

    key: str
    incidents: int


class Years(BaseModel, frozen=True):
    """What an edition is about.

    Attributes:
        period: Its years.
        moved: Whether they were moved back.
    """

    period: Period
    moved: bool


class _Kept(BaseModel):
    """What the file holds, by digest of what each rests on."""

    years: dict[str, Years] = {}
    found: dict[str, Found] = {}


class Known:
    """What is known by digest; `save` keeps what was asked for or told in this run, and forgets the rest.

    Args:
        path: Where it is kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used = _Kept()

    def years(self, basis: str) -> Years | None:
        """The years of an edition."""
        known = self._used.years.get(basis) or self._kept.years.get(basis)
        return None if known is None else self.tell_years(basis, known)

    def tell_years(self, basis: str, years: Years) -> Years:
        """Keep the years of an edition."""
        self._used.years[basis] = years
        return years

    def found(self, basis: str) -> Found | None:
        """What came out of a view."""
        known = self._used.found.get(basis) or self._kept.found.get(basis)
        return None if known is None else self.tell(basis, known)

    def tell(self, basis: str, found: Found) -> Found:
        """Keep what came out of a view."""
        self._used.found[basis] = found
        return found

    def save(self) -> None:
        """Keep it for the next run, where this workspace can be written to."""
        if self._used != self._kept:
            with suppress(OSError):
                atomic.write_text(self._path, self._used.model_dump_json() + "\n")

    @cached_property
    def _kept(self) -> _Kept:
        """From earlier runs; a file that is damaged, or not ours to read, tells nothing."""
        with suppress(OSError, ValueError):
            return _Kept.model_validate_json(self._path.read_bytes())
        return _Kept()
