"""Which formulas of a sender may stay formulas in the workbook that returns."""

import re

from openpyxl.utils import FORMULAE

QUOTED = re.compile(r'"[^"]*"')
CALLED = re.compile(r"([\w.]+)\s*\(")
NEWER = {
    "CONCAT",
    "FILTER",
    "IFNA",
    "IFS",
    "LET",
    "MAXIFS",
    "MINIFS",
    "SEQUENCE",
    "SORT",
    "SORTBY",
    "SWITCH",
    "TEXTJOIN",
    "UNIQUE",
    "XLOOKUP",
    "XMATCH",
    "XOR",
}
"""Functions that calculate and that openpyxl does not list yet."""
REACHING = {"HYPERLINK", "RTD"}
"""Functions that openpyxl lists and that ask a place or a program outside the workbook; so do all that begin with CUBE."""
CALCULATING = {name for name in (FORMULAE | NEWER) - REACHING if not name.startswith("CUBE")}
OUTSIDE = re.compile(
    r"""
      \[[^\]]*\.(xl\w+|csv|ods|txt)\]       # another workbook by its name
    | \[\d+\]                                # another workbook by its number
    | \|                                     # a program, as in cmd|' /C calc'!A0
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What names another file or a program."""
PLACE = re.compile(r"\\\\|\b(https?|ftp|file|mailto):", re.IGNORECASE)
"""A place in a network, also between quotation marks."""


def stays(formula: str) -> bool:
    """Whether a formula only calculates with the cells of its own workbook: every function it calls is known to do no more.

    Args:
        formula: With its `=`.
    """
    plain = QUOTED.sub('""', formula)
    called = (name.upper().removeprefix("_XLFN.").removeprefix("_XLWS.") for name in CALLED.findall(plain))
    return not (OUTSIDE.search(plain) or PLACE.search(formula)) and all(name in CALCULATING for name in called)
