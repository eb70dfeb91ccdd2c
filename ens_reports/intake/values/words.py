"""Words that stand for nothing, for yes and no, for units, and for more or less, from `words.yaml`."""

from collections.abc import Iterable

from ens_reports.intake.values.fold import fold
from ens_reports.intake.values.listed import listed

_WORDS = listed(__package__, "words.yaml")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _inverted(table: dict[str, list[str]]) -> dict[str, str]:
    return {fold(word): code for code, words in table.items() for word in words}


MISSING = _folded(_WORDS["missing"])
"""Not recorded."""
NONE = _folded(_WORDS["none"])
"""Looked for, and not there."""
UNKNOWN = _folded(_WORDS["unknown"])
"""Cannot be known."""
UNIT_OF = _inverted(_WORDS["units"])
"""Folded word -> unit of the contracts."""
QUALIFIER_OF = _inverted(_WORDS["qualifiers"])
"""Folded word beside a number -> `quantity_qualifier`."""
PERSONS = _folded(_WORDS["persons"])
"""Words for people, behind a number of them."""
PERCENT = _folded(_WORDS["percent"])
"""Hundredths, which no column of numbers holds."""
TO = _folded(_WORDS["to"])
"""Between the two ends of a range."""
BETWEEN = _folded(_WORDS["between"])
"""Before the first end of a range."""
AND = _folded(_WORDS["and"])
"""Between two quantities of one cell."""
NUMBER_WORDS = _folded(_WORDS["number_words"])
"""Numbers that are written out."""
REPEATS = _folded(_WORDS["repeats"])
"""The value of the row above."""
YES_NO_OF = _inverted(_WORDS["yes_no"])
"""Folded word -> yes, no or unknown."""
