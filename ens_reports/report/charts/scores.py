"""Bars from 0 to 3: what a country says of its own means, outcome by outcome."""

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MultipleLocator

from ens_reports.locales import Language
from ens_reports.report.charts import theme

HIGHEST = 3
ROW_MM, FRAME_MM = 5.4, 14.0
MARGIN = 0.06
"""Room for a ring at either end."""


def scores(table: pd.DataFrame, labels: tuple[str, ...], language: Language, *, before: str = "") -> Figure:
    """One bar per outcome, with a ring where the return before stood; an outcome that was not assessed says so.

    Args:
        table: `score` and `before`, one row per outcome.
        labels: What each is called.
        language: The reader's language.
        before: What the rings are called; blank for none.
    """
    figure = theme.figure(height_mm=FRAME_MM + ROW_MM * len(table))
    axes = theme.plain(figure.add_subplot(), grid="x")
    for at, (score, earlier) in enumerate(zip(*(table[name].astype("float64") for name in ("score", "before")), strict=True)):
        _bar(axes, at, score, language)
        if before and not math.isnan(earlier):
            axes.plot(earlier, at, "o", markersize=5.5, markerfacecolor="white", markeredgecolor=theme.INK, zorder=3)
    axes.set_yticks(range(len(table)), labels)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.set_xlim(-MARGIN, HIGHEST + MARGIN)
    axes.xaxis.set_major_locator(MultipleLocator(1))
    axes.xaxis.set_major_formatter(lambda value, _: language.number(value))
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    if before and table["before"].notna().any():
        figure.legend(handles=[theme.dot(before, theme.INK, hollow=True)], loc="outside upper left", handletextpad=0.2)
    return figure


def _bar(axes: Axes, at: int, score: float, language: Language) -> None:
    if math.isnan(score):
        axes.annotate(language.text("not assessed"), (0, at), xytext=(7, 0), textcoords="offset points", va="center", color=theme.MUTED)
        return
    axes.barh(at, score, height=0.55, color=theme.ACCENT)
    axes.plot([0, 0], [at - 0.275, at + 0.275], color=theme.ACCENT, linewidth=2)  # a bar of 0 must be told from none
