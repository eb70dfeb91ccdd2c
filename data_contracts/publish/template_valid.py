"""What a spreadsheet program lets a sender write into a cell: lists, dates, numbers, lengths."""

import re
from collections.abc import Callable

from data_contracts.fields import Field
from data_contracts.publish.guidance import how
from data_contracts.publish.voice import Voice

Rule = dict[str, object]
FIRST_SERIAL, LAST_SERIAL = 18264, 73050
"""1950-01-01 and 2099-12-31, as spreadsheet programs count days."""
IS_DATE = (
    "=IF(ISNUMBER({cell}),AND({cell}>={first},{cell}<={last}),"
    'AND(ISNUMBER(VALUE(SUBSTITUTE({cell},"-",""))),'
    'OR(LEN({cell})=4,AND(MID({cell},5,1)="-",OR(LEN({cell})=7,AND(LEN({cell})=10,MID({cell},8,1)="-"))))))'
)
"""A true date between those days, or text such as 2025, 2025-03 or 2025-03-14; at most 255 characters, as Excel asks."""
MESSAGE_CHARS = 255
LONGEST_TEXT = 8000
FIXED = re.compile(r"(?:\\d|\[A-Z\]|\[A-Z0-9\])\{(\d+)(?:,(\d+))?\}")
"""A pattern that is one class of characters, so many times."""
CODED = frozenset({"code", "country", "yes_no_unknown"})


def valid(field: Field, voice: Voice, *, cell: str, source: str) -> Rule:
    """The rule of a column's cells, as xlsxwriter takes it.

    Args:
        field: The column.
        voice: The language of messages.
        cell: Address of the first cell.
        source: Where a drop-down takes its choices from; empty for fields without lists.
    """
    message = (how(field, voice) or voice.text("Please look at the note of the header."))[:MESSAGE_CHARS]
    told: Rule = {"error_title": voice.text("Please check")[:32], "error_message": message}
    if source:
        return {**told, **_choice(field, source)}
    return {**told, **RULES.get(field.kind, _text)(field, cell)}


def _choice(field: Field, source: str) -> Rule:
    """One of a list; where several or other words may stand, the list only offers."""
    free = field.several or field.open_list or field.kind not in CODED or field.kind == "country"
    return {"validate": "list", "source": source, "show_error": not free, "error_type": "stop"}


def _date(_field: Field, cell: str) -> Rule:
    """A true date, or a day, a month or a year as text."""
    return {"validate": "custom", "value": IS_DATE.format(cell=cell, first=FIRST_SERIAL, last=LAST_SERIAL)}


def _number(field: Field, _cell: str) -> Rule:
    kind = "integer" if field.kind == "integer" else "decimal"
    if field.maximum is not None and field.minimum is not None:
        return {"validate": kind, "criteria": "between", "minimum": field.minimum, "maximum": field.maximum}
    if field.minimum is not None:
        return {"validate": kind, "criteria": ">=", "value": field.minimum}
    return {"validate": kind, "criteria": "between", "minimum": -1e15, "maximum": 1e15}


def _text(field: Field, _cell: str) -> Rule:
    """The length of a text: that of its pattern, where this has one; none and unknown can be as long as they are."""
    found = FIXED.fullmatch(field.pattern)
    if found is None or field.several:
        return {"validate": "length", "criteria": "<=", "value": LONGEST_TEXT}
    least = int(found[1])
    most = int(found[2] or least)
    return {"validate": "length", "criteria": "between", "minimum": min(least, 4), "maximum": max(most, 12), "error_type": "warning"}


RULES: dict[str, Callable[[Field, str], Rule]] = {"date": _date, "number": _number, "integer": _number}
"""Kind of a field -> its rule; everything else is text."""
