"""Words that stand for nothing, for yes and no, for units, and for more or less, from `words.yaml`."""

from collections.abc import Iterable
from importlib.resources import files

import yaml

from ens_reports.intake.fold import fold

_WORDS = yaml.safe_load(files(__package__).joinpath("words.yaml").read_text(encoding="utf-8"))


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
"""Folded word before a number -> `quantity_qualifier`."""
YES_NO_OF = _inverted(_WORDS["yes_no"])
"""Folded word -> yes, no or unknown."""
