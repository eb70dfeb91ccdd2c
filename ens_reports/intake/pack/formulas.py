"""Which formulas of a sender may stay formulas in the workbook that returns."""

import re

QUOTED = re.compile(r'"[^"]*"')
OUTSIDE = re.compile(
    r"""
    \b(WEBSERVICE|FILTERXML|HYPERLINK|IMAGE|RTD|DDE|DDEAUTO|CALL|EXEC|EVALUATE|REGISTER(\.ID)?|SQL\.REQUEST|STOCKHISTORY|
       IMPORT(XML|DATA|HTML|FEED|RANGE)|CUBE\w+|GET\.\w+|RUN|PY|FIELDVALUE|TRANSLATE|DETECTLANGUAGE)\s*\(
    | \[[^\]]*\.(xl\w+|csv|ods|txt)\]       # another workbook by its name
    | \[\d+\]                                # another workbook by its number
    | \|                                     # a program, as in cmd|' /C calc'!A0
    | \\\\ | \b(https?|ftp|file|mailto):     # a place in a network
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What asks something of a network, another file or a program."""
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text that begins so can be taken for a formula when it is typed or imported."""


def stays(formula: str) -> bool:
    """Whether a formula only calculates with the cells of its own workbook.

    Args:
        formula: With its `=`.
    """
    return not OUTSIDE.search(QUOTED.sub('""', formula)) and not re.search(r"(?i)\b(https?|ftp|file):|\\\\", formula)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet program could take a text for a formula."""
    return text.startswith(STARTS)
