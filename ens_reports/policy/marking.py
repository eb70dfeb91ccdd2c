"""The marking of a product and of its parts: the highest of the records that went in, or a higher one that is asked for."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from ens_reports.errors import PolicyError
from ens_reports.params import Confidentiality
from ens_reports.params.release_policy import CONFIDENTIALITIES

Asked = Confidentiality | Literal[""]
"""What a product is to be marked with at least; blank for nothing."""


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What bounds every marking of one product from below.

    Attributes:
        asked: What it is asked to be marked with.
        lowest: What unmarked records count as.
    """

    asked: Asked
    lowest: Confidentiality

    def whole(self, marked: pd.Series, *, what: str) -> Confidentiality:
        """The marking of the product.

        Args:
            marked: Confidentiality of each record that it rests on.
            what: The product and its recipient, for people.

        Raises:
            PolicyError: Less is asked for than its records have, with their counts.
        """
        highest = self._highest(marked)
        if self.asked and _rank(self.asked) < _rank(highest):
            above = marked[marked.map(_rank) > _rank(self.asked)].value_counts().sort_index()
            counts = ", ".join(f"{number} are {word}" for word, number in above.items())
            told = f"the marking of {what} must be {highest} at least, got {self.asked!r}: of its records {counts}"
            raise PolicyError(told, hint="leave --marking out")
        return self.asked or highest

    def parts(self, **records: pd.DataFrame) -> dict[str, Confidentiality]:
        """The marking of each frame of a view, for the sections that rest on it alone.

        Args:
            records: What is behind each frame, with `marked`.
        """
        return {name: max(self._highest(records[name]["marked"]), self.asked or self.lowest, key=_rank) for name in sorted(records)}

    def _highest(self, marked: pd.Series) -> Confidentiality:
        found = {self.lowest, *marked.unique()}
        return max((known for known in CONFIDENTIALITIES if known in found), key=_rank)


def _rank(word: Confidentiality) -> int:
    return CONFIDENTIALITIES.index(word)
