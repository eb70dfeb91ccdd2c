"""The records of a snapshot, sorted out once, so that what one reader needs of them is found without a look at all others."""

import shutil
import tempfile
import weakref
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports.params import ReleasePolicy
from ens_reports.policy.sheets import Places, Sheets, lay
from ens_reports.policy.sieve import Handled, Kind, handle, kinds_of
from ens_reports.store import Snapshot

ROUTE = ("reporting_country", "origin_country", "transit_countries", "destination_country")
"""A record is about a country when it was reported in it, or when the country is on its alleged route."""
LIST = ";"
NOWHERE: Places = np.array([], dtype=np.int64)
Found = defaultdict[str, list[Places]]
"""Places by code, in parts."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Ground:
    """All records of a snapshot, whoever may see them.

    Attributes:
        sheets: The records.
        handled: How each is handled.
        owned: Places of the records of each owner.
        about: Places of the records about each country.
    """

    sheets: Sheets
    handled: Handled
    owned: Mapping[str, Places]
    about: Mapping[str, Places]

    def places(self, *, owners: Iterable[str], country: str) -> Places:
        """Places of the records of some owners, and of those about a country, in order.

        Args:
            owners: Codes of parties.
            country: Code; blank for none.
        """
        parts = [*(self.owned.get(code, NOWHERE) for code in owners), self.about.get(country, NOWHERE)]
        return np.unique(np.concatenate(parts))


def ground(snapshot: Snapshot, policy: ReleasePolicy) -> Ground:
    """The records of a snapshot, sorted out when they are first asked for.

    Args:
        snapshot: Records and submissions.
        policy: The rules by which they are handled.
    """
    asked = (Ground, policy.digest)
    if asked not in snapshot.kept:
        if snapshot.scratch is not None:
            snapshot.scratch.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="ens-ground-", dir=snapshot.scratch))
        snapshot.kept[asked] = _sorted(snapshot, policy, folder)
        weakref.finalize(snapshot.kept[asked].sheets, shutil.rmtree, folder, ignore_errors=True)
    found: Ground = snapshot.kept[asked]
    return found


@dataclass(kw_only=True)
class _Sorting:
    """What is gathered while the records come by."""

    starts: list[int] = field(default_factory=lambda: [0])
    kind: list[NDArray[np.int32]] = field(default_factory=list)
    kinds: dict[tuple[tuple[str, str], ...], int] = field(default_factory=dict)
    owned: Found = field(default_factory=lambda: defaultdict(list))
    about: Found = field(default_factory=lambda: defaultdict(list))

    def add(self, sent: pd.DataFrame, laid: pd.DataFrame) -> None:
        """The records of one sheet, as they came and as they were laid down."""
        number, kinds = kinds_of(sent)
        known = [self.kinds.setdefault(tuple(kind.items()), len(self.kinds)) for kind in kinds]
        self.kind.append(np.array(known, dtype=np.int32)[number])
        start = self.starts[-1]
        _enter(self.owned, laid["owner"], start)
        for name in ROUTE:
            if name in laid:
                _enter(self.about, laid[name], start)
        self.starts.append(start + len(laid))


def _sorted(snapshot: Snapshot, policy: ReleasePolicy, folder: Path) -> Ground:
    found = _Sorting()
    for number, sent in enumerate(snapshot.pieces()):
        found.add(sent, lay(folder, number, sent))
    kinds: list[Kind] = [dict(kind) for kind in found.kinds]
    kind = np.concatenate([np.array([], dtype=np.int32), *found.kind])
    submissions = {row.id: row for row in snapshot.submissions}
    return Ground(
        sheets=Sheets(folder=folder, starts=found.starts),
        handled=handle(kind, kinds, submissions, policy=policy, day=snapshot.day),
        owned=_whole(found.owned),
        about=_whole(found.about),
    )


def _enter(found: Found, codes: pd.Series, start: int) -> None:
    """Places of each code of some cells, which can hold several."""
    for said, rows in codes.groupby(codes.to_numpy()).indices.items():
        for code in str(said).split(LIST):
            found[code].append(np.asarray(rows, dtype=np.int64) + start)


def _whole(found: Found) -> dict[str, Places]:
    """Places of each code, in order and each once."""
    return {code: np.unique(np.concatenate(parts)) for code, parts in found.items()}
