"""Which cells of the sender's are coloured, and which bear a comment."""

from collections import defaultdict
from dataclasses import dataclass

from data_contracts.catalogue import CHECKS
from data_contracts.findings import SEVERITIES
from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.ranges import row_ranges
from ens_reports.intake.feedback.told import Told
from ens_reports.intake.pack.layout import Layout

MAX_COMMENTED = 20
"""Cells of one finding that bear a comment; the heading tells of more, and the colour shows them all."""
MAX_COMMENTS = 2_000
MAX_NOTED = 40
"""A note on more cells than these is no help in the sheet: it would colour all of it."""
MAX_COMMENT_CHARS = 1_500


@dataclass(frozen=True, kw_only=True)
class Fill:
    """Cells of one column that are coloured.

    Attributes:
        sheet: Name of the sender's sheet.
        column: Counted from 0.
        rows: First and last row in the workbook.
        severity: Decides the colour.
    """

    sheet: str
    column: int
    rows: tuple[int, int]
    severity: str


@dataclass(frozen=True, kw_only=True)
class Remark:
    """A comment on one cell.

    Attributes:
        sheet: Name of the sender's sheet.
        column: Counted from 0.
        row: In the workbook.
        text: What it says.
    """

    sheet: str
    column: int
    row: int
    text: str


def fills(answer: Answer, layout: Layout) -> tuple[Fill, ...]:
    """The coloured cells, the weightiest last, so that it covers the others.

    Args:
        answer: What to tell.
        layout: Where the sender's cells are.
    """
    found = [fill for item in answer.told if _is_marked(item) for fill in _fills(item, layout)]
    return tuple(sorted(found, key=lambda fill: -SEVERITIES.index(fill.severity)))


def remarks(answer: Answer, layout: Layout) -> tuple[Remark, ...]:
    """The comments, one for each cell, in the order of findings.

    Args:
        answer: What to tell.
        layout: Where the sender's cells are.
    """
    said: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for item in filter(_is_marked, answer.of_state("open")):
        for place in _places(item, answer, layout):
            said[place].append(_words(item))
    listed = list(said.items())[:MAX_COMMENTS]
    return tuple(
        Remark(sheet=sheet, row=row, column=column, text="\n\n".join(words)[:MAX_COMMENT_CHARS]) for (sheet, row, column), words in listed
    )


def _is_marked(item: Told) -> bool:
    if item.located.sheet is None or item.state == "answered":
        return False
    if item.located.column < 0 and (item.located.finding.field or CHECKS[item.detail.check].gap):
        return False  # the file has no column for it, so there is no cell to correct
    return item.state == "open" or (item.detail.count <= MAX_NOTED and item.located.column >= 0)


def _fills(item: Told, layout: Layout) -> list[Fill]:
    located = item.located
    sheet = located.sheet.name if located.sheet else ""
    ranges = row_ranges(layout.there(located.finding.rows))
    return [Fill(sheet=sheet, column=max(0, located.column), rows=pair, severity=item.detail.severity) for pair in ranges]


def _places(item: Told, answer: Answer, layout: Layout) -> list[tuple[str, int, int]]:
    """Cells that bear this finding's comment: the first ones, and the heading if there are more."""
    located, table = item.located, answer.table
    if located.sheet is None:
        return []
    column = max(0, located.column)
    rows = layout.there(located.finding.rows[:MAX_COMMENTED])
    places = [(located.sheet.name, row, column) for row in rows]
    if item.detail.count > MAX_COMMENTED and table is not None and located.sheet is table.sheet and located.column >= 0:
        head = table.header_row if layout.rows is None else 1
        places.insert(0, (located.sheet.name, head, column))
    return places


def _words(item: Told) -> str:
    return f"{item.reference} \N{MIDDLE DOT} {item.detail.message}\n\N{RIGHTWARDS ARROW} {item.detail.fix}"
