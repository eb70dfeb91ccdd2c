"""Records of other owners, closed: they can be carried and prepared, but only `analysis.shown` looks at them, under the owner rule."""

from collections.abc import Callable
from typing import Self

import pandas as pd


class Others:
    """Others' records without anything that a frame can do: they can't be counted, printed, selected from or added to own ones."""

    __slots__ = ("_rows",)

    def __init__(self, rows: pd.DataFrame) -> None:
        """Close records.

        Args:
            rows: Records none of which is the recipient's own.

        Raises:
            ValueError: Some are.
        """
        if rows["own"].astype(bool).any():
            raise ValueError("records of others must not hold the recipient's own")
        self._rows = rows

    def through(self, change: Callable[[pd.DataFrame], pd.DataFrame]) -> Self:
        """The same records after a change: rows left out or split, columns added.

        Args:
            change: Rows in, rows out; it must keep nothing of what it sees.
        """
        return type(self)(change(self._rows))

    def __repr__(self) -> str:
        """Nothing of them: not even how many they are."""
        return "Others()"


def opened(others: Others) -> pd.DataFrame:
    """The rows: for `policy`, which writes them, and for `analysis.shown`; nobody else.

    Args:
        others: What is closed.
    """
    return others._rows  # noqa: SLF001 - this module is the one door
