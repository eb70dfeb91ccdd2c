"""Dated facts that validation computes with: CITES listings, whole-animal and roundwood factors, vessels on lists of regional bodies.

They are partial on purpose: what is not in them is left blank, never guessed. `iuu_vessels` is empty until a list can be given with its
dates; until then the column holds what senders give.
"""

from functools import lru_cache
from importlib.resources import files

import pandas as pd


@lru_cache
def load(name: str) -> pd.DataFrame:
    """One table. The frame is shared: copy it before changing it.

    Args:
        name: `listings`, `whole_animals`, `roundwood` or `iuu_vessels`.

    Returns:
        Text columns of the table, with `source`, `as_of` and `confirmed` (no: not yet compared with the primary source).

    Raises:
        FileNotFoundError: There is no such table.
    """
    with files(__package__).joinpath(f"{name}.csv").open(encoding="utf-8") as stream:
        return pd.read_csv(stream, dtype="str", keep_default_na=False)
