"""The records of a snapshot, sorted out once, so that what one reader needs of them is found without a look at all others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports.policy.columns import shaped, types
from ens_reports.policy.sieve import Kinds, kinds_of
from ens_reports.store import Snapshot

ROUTE = ("reporting_country", "origin_country", "transit_countries", "destination_country")
"""A record is about a country when it was reported in it, or when the country is on its alleged route."""
STORED = {"source_row": "int64"}
"""What the store knows of a record besides the columns of a view."""
Places = NDArray[np.int64]
NOWHERE: Places = np.array([], dtype=np.int64)


@dataclass(frozen=True, kw_only=True, eq=False)
class Ground:
    """All records of a snapshot, whoever may see them.

    Attributes:
        records: With the columns of a view, typed and with marks for what nobody sees in a text, and `source_row`.
        kinds: How each is handled.
        owned: Places of the records of each owner.
        about: Places of the records about each country.
    """

    records: pd.DataFrame
    kinds: Kinds
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


def ground(snapshot: Snapshot) -> Ground:
    """The records of a snapshot, sorted out when they are first asked for.

    Args:
        snapshot: Records and submissions.
    """
    if Ground not in snapshot.kept:
        snapshot.kept[Ground] = _sorted(snapshot.records)
    found: Ground = snapshot.kept[Ground]
    return found


def _sorted(sent: pd.DataFrame) -> Ground:
    records = shaped(sent.reset_index(drop=True), {**types(), **STORED})
    return Ground(records=records, kinds=kinds_of(sent), owned=_places(records["owner"]), about=_about(records))


def _about(records: pd.DataFrame) -> dict[str, Places]:
    named = [records[name].dropna().str.split(";").explode() for name in ROUTE]
    return _places(pd.concat(named))


def _places(codes: pd.Series) -> dict[str, Places]:
    """Places of each code, in order and each once; a place is a label of the index."""
    at = codes.index.to_numpy()
    return {str(code): np.unique(at[rows]) for code, rows in codes.groupby(codes.to_numpy()).indices.items()}
