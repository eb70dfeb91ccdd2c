"""A sheet of ours as plain values, whichever library writes it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Style = Literal[
    "title",
    "lead",
    "plain",
    "strong",
    "head",
    "text",
    "small",
    "number",
    "error",
    "warning",
    "note",
    "answered",
    "fixed",
    "entry",
    "hidden",
]
BLANK_HEIGHT, MAX_HEIGHT = 15.0, 400.0
FILLED = 0.92
"""So much of a line is filled before a word goes to the next."""
LAST_ROW = 1_048_576
LAST_COLUMN = 16_384


@dataclass(frozen=True, kw_only=True)
class Look:
    """What a style looks like.

    Attributes:
        size: Of the letters, in points.
        bold: Whether they are bold.
        colour: Of the letters, as six hexadecimal digits.
        fill: Behind them; none if empty.
        border: Whether a thin line is around the cell.
        wrap: Whether long texts are broken into lines.
        locked: Whether the cell is protected.
        centred: Whether its text stands in the middle.
    """

    size: int = 10
    bold: bool = False
    colour: str = "1C2730"
    fill: str = ""
    border: bool = True
    wrap: bool = True
    locked: bool = True
    centred: bool = False


FILLS = {"error": "F7C9C7", "warning": "FBE0A8", "note": "D9E7F2"}
"""Severity -> what marks a cell; each is told from the others in grey too."""
LOOKS: dict[Style, Look] = {
    "title": Look(size=16, bold=True, colour="14324A", border=False, wrap=False),
    "lead": Look(size=11, colour="14324A", border=False, wrap=False),
    "plain": Look(border=False),
    "strong": Look(bold=True, border=False),
    "head": Look(bold=True, colour="FFFFFF", fill="14324A"),
    "text": Look(),
    "small": Look(size=9, colour="4D5963"),
    "number": Look(centred=True),
    "error": Look(bold=True, fill=FILLS["error"]),
    "warning": Look(bold=True, fill=FILLS["warning"]),
    "note": Look(bold=True, fill=FILLS["note"]),
    "answered": Look(bold=True, fill="E4E0F0"),
    "fixed": Look(bold=True, fill="D5EBD8"),
    "entry": Look(fill="FFFDE7", locked=False),
    "hidden": Look(size=8, colour="8A949C", border=False),
}
"""What each style looks like, in every workbook of ours."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell.

    Attributes:
        text: What stands in it; never a formula.
        number: Instead of a text.
        style: How it looks.
        link: A place in the same workbook that it leads to, such as `'Sheet1'!F12`.
    """

    text: str = ""
    number: int | None = None
    style: Style = "text"
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Cells of one column that offer the same list.

    Attributes:
        column: Counted from 0.
        rows: First and last, counted from 0.
        options: Which list of the sheet.
        closed: Whether nothing else may be typed.
    """

    column: int
    rows: tuple[int, int]
    options: str
    closed: bool = True


@dataclass(frozen=True, kw_only=True)
class PackSheet:
    """One sheet.

    Attributes:
        name: As it is wanted; a name that is taken gets a number.
        lines: Cells from the first row on.
        widths: Of the columns, in characters.
        head: Row of the header, counted from 0: it stays in view and is printed on every page; none has -1.
        options: Lists to choose from, by name.
        choices: Where they are offered.
        hidden: Columns that only programs read, counted from 0.
        right_to_left: Whether the sheet runs from right to left.
        protected: Whether only entry cells can be written in.
        last: Whether it stands behind the sender's own sheets.
    """

    name: str
    lines: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    head: int = -1
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)
    choices: tuple[Choice, ...] = ()
    hidden: tuple[int, ...] = ()
    right_to_left: bool = False
    protected: bool = True
    last: bool = False

    @property
    def first_list(self) -> int:
        """The column from which on the lists stand, out of sight."""
        return len(self.widths)


def from_plain(plain: Mapping[str, Any]) -> PackSheet:
    """A sheet that went through JSON.

    Args:
        plain: As `dataclasses.asdict` gives it.
    """
    lines = tuple(tuple(Cell(**cell) for cell in line) for line in plain["lines"])
    choices = tuple(Choice(**item | {"rows": tuple(item["rows"])}) for item in plain["choices"])
    options = {name: tuple(items) for name, items in plain["options"].items()}
    changed = {"lines": lines, "choices": choices, "options": options, "widths": tuple(plain["widths"]), "hidden": tuple(plain["hidden"])}
    return PackSheet(**{**plain, **changed})


def unique_name(wanted: str, taken: set[str]) -> str:
    """A name that a sheet can have: without signs that are not allowed, at most 31 characters, and not there yet.

    Args:
        wanted: Any text.
        taken: Names in lower case; the new one is added.
    """
    plain = "".join("-" if letter in "[]:*?/\\" or ord(letter) < ord(" ") else letter for letter in wanted).strip("' ")[:31] or "-"
    name, number = plain, 2
    while name.casefold() in taken:
        name = f"{plain[: 31 - len(str(number)) - 1]} {number}"
        number += 1
    taken.add(name.casefold())
    return name


def height(line: tuple[Cell, ...], widths: tuple[float, ...]) -> float:
    """How high a row must be for its texts to be seen, in points: programs that do not look when they open a file cut them off.

    Args:
        line: Its cells.
        widths: Of the columns, in characters.
    """
    needed = BLANK_HEIGHT
    for cell, width in zip(line, widths, strict=False):
        if cell.style == "hidden":
            continue
        look = LOOKS[cell.style]
        wide = max(1.0, width * 10 / look.size * FILLED)
        lines = sum(max(1, math.ceil(len(part) / wide)) for part in cell.text.split("\n")) if look.wrap else 1
        needed = max(needed, lines * look.size * 1.32 + 3)
    return min(needed, MAX_HEIGHT)
