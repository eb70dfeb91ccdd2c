"""Text that can be printed: what no font of ours shows, and what would change the order or the end of a line, becomes visible."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

from ens_reports.errors import ToolError

SPACES = re.compile(r"[\t\n\r\x85\u2028\u2029]+")
SILENT = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060")
"""Characters that guide joining, breaking or direction of their neighbours only, and need no glyph. Overrides are not among them."""
STYLES = {
    "plain": ("IBMPlexSans-Regular.ttf", "IBMPlexSansArabic-Regular.ttf", "DejaVuSans.ttf"),
    "strong": ("IBMPlexSans-SemiBold.ttf", "IBMPlexSansArabic-SemiBold.ttf", "DejaVuSans-Bold.ttf"),
    "emphasis": ("IBMPlexSans-Italic.ttf", "IBMPlexSansArabic-Regular.ttf", "DejaVuSans-Oblique.ttf"),
}
"""Faces that a style is set in. One that lacks a character stops the PDF, so that a character counts when every style shows it."""


def own_fonts() -> Path:
    """Folder of the fonts that come with this package."""
    return Path(str(files("ens_reports.render.theme").joinpath("fonts")))


def fallback_fonts() -> Path:
    """Folder of the DejaVu fonts, which come with matplotlib; found without importing it."""
    found = find_spec("matplotlib")
    places = found.submodule_search_locations if found else None
    if not places:
        raise ToolError("matplotlib must be installed for its fonts, got none", hint="install again: see README.md")
    return Path(places[0]) / "mpl-data" / "fonts" / "ttf"


def visible(text: str) -> str:
    """The text as it can be printed.

    Args:
        text: Any text, also from data.

    Returns:
        The text with line ends and tabs as spaces, and each character that has no glyph, or that overrides direction, as `[U+4E2D]`.
    """
    line = SPACES.sub(" ", text)
    shown = _shown()
    return line if shown.issuperset(line) else "".join(char if char in shown else f"[U+{ord(char):04X}]" for char in line)


@lru_cache(maxsize=1)
def _shown() -> frozenset[str]:
    styles = [frozenset(char for name in names for char in _characters(name)) for names in STYLES.values()]
    return SILENT.union(char for char in frozenset.intersection(*styles) if _is_plain(char))


@cache
def _characters(name: str) -> frozenset[str]:
    own = own_fonts() / name
    with TTFont(own if own.is_file() else fallback_fonts() / name, lazy=True) as font:
        return frozenset(chr(code) for code in font.getBestCmap())


def _is_plain(char: str) -> bool:
    """Not a control, a line end, a direction override or isolate, nor a private or unassigned place that a font fills all the same."""
    return char == " " or char.isprintable() or char in "\u00a0\u202f\u2009\u2007\u2002\u2003"
