"""How all charts look: fonts, colours, sizes in millimetres, numbers in the reader's language."""

import logging
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator, MultipleLocator

from ens_reports.locales import Language

INK, MUTED, LINE, PALE, ACCENT, ALERT = "#1B2733", "#5B6773", "#D5DBE1", "#EEF1F4", "#123B5D", "#B3261E"
"""Text, secondary text, rules, pale fill, the one accent, what asks for attention."""

AREA_COLOURS = {
    "wildlife": "#7A4B12",
    "fisheries": "#0B5A8A",
    "forestry": "#2C6E3F",
    "pollution": "#5B3F8C",
    "mining": "#8A1F3D",
    "undetermined": "#4D5963",
}
"""As on the cards of a page (`render/theme`), dark enough for text on white; a chart never tells an area by colour alone."""

PAGE_WIDTH_MM = 170.0
"""Width of the text block of an A4 page."""

LONGEST_LABEL = 34

SYMBOLS = {code: code for code in ("kg", "g", "t", "l", "ml", "ha", "m", "km", "cm", "ct")} | {
    "m3": "m\N{SUPERSCRIPT THREE}",
    "m2": "m\N{SUPERSCRIPT TWO}",
    "km2": "km\N{SUPERSCRIPT TWO}",
}

HATCH = "//////"
"""Bars of quarters for which records still arrive."""

_RC: dict[Any, object] = {
    "font.family": ["IBM Plex Sans", "IBM Plex Sans Arabic", "DejaVu Sans"],
    "font.size": 8.0,
    "axes.titlesize": 8.5,
    "axes.titleweight": "semibold",
    "axes.titlelocation": "left",
    "axes.titlecolor": INK,
    "axes.labelsize": 8.0,
    "axes.labelcolor": MUTED,
    "axes.edgecolor": LINE,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "grid.color": LINE,
    "grid.linewidth": 0.5,
    "hatch.linewidth": 0.6,
    "legend.fontsize": 7.5,
    "legend.frameon": False,
    "text.color": INK,
    "text.parse_math": False,  # a dollar sign in a place name is a dollar sign
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelsize": 7.5,
    "ytick.labelsize": 7.5,
    "xtick.major.size": 2.5,
    "ytick.major.size": 0.0,
    "figure.facecolor": "white",
    "figure.constrained_layout.use": True,
    "svg.fonttype": "path",
}


def figure(width_mm: float = PAGE_WIDTH_MM, height_mm: float = 70.0) -> Figure:
    """An empty figure in the house style, to draw axes on.

    Args:
        width_mm: Printed width.
        height_mm: Printed height.
    """
    _add_fonts()
    mpl.rcParams.update(_RC)
    return Figure(figsize=(width_mm / 25.4, height_mm / 25.4), layout="constrained")


def plain(axes: Axes, *, grid: str = "") -> Axes:
    """Take frame lines away that carry nothing.

    Args:
        axes: What to tidy.
        grid: `x` or `y` for light rules across that axis.
    """
    for side in ("top", "right", "left" if grid == "y" else "top"):
        axes.spines[side].set_visible(False)
    if grid == "x":
        axes.grid(visible=True, axis="x")
    elif grid == "y":
        axes.grid(visible=True, axis="y")
    return axes


def numbers(axis: Axis, language: Language, *, most: int = 5, decimals: int = 0) -> None:
    """Ticks with the reader's separators.

    Args:
        axis: `axes.xaxis` or `axes.yaxis`.
        language: The reader's language.
        most: How many steps at most.
        decimals: 0 gives whole numbers only.
    """
    axis.set_major_locator(MaxNLocator(most, integer=decimals == 0))
    axis.set_major_formatter(FuncFormatter(lambda value, _: language.number(value, decimals=decimals)))


def percents(axis: Axis, language: Language) -> None:
    """Ticks of ratios as whole percentages, by quarters of the whole."""
    axis.set_major_locator(MultipleLocator(0.25))
    axis.set_major_formatter(FuncFormatter(lambda value, _: language.percent(value)))


def dot(label: str, colour: str, *, hollow: bool = False) -> Line2D:
    """An entry of a legend.

    Args:
        label: Its text.
        colour: Its colour.
        hollow: Whether it is a ring.
    """
    fill = "white" if hollow else colour
    return Line2D([], [], linestyle="none", marker="o", markersize=5.5, markerfacecolor=fill, markeredgecolor=colour, label=label)


def name(code: str, language: Language) -> str:
    """A code as a label, with a capital first letter, cut to fit beside a chart.

    Args:
        code: A code of a code list, or a text as recorded.
        language: The reader's language.
    """
    said = language.term(code)
    label = said[:1].upper() + said[1:]
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"


def unit(code: str, language: Language) -> str:
    """A unit as it stands after a number: the symbol where there is one, which is the same in all languages.

    Args:
        code: A code of the list `unit`.
        language: The reader's language.
    """
    return SYMBOLS.get(code) or language.term(code)


@lru_cache(maxsize=1)
def _add_fonts() -> None:
    # The last fallback has no semibold weight, and says so each time.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for font in files("ens_reports.render.theme.fonts").iterdir():
        if font.name.endswith(".ttf"):
            with as_file(font) as path:
                font_manager.fontManager.addfont(path)
