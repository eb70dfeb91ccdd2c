"""Dots in rank order: commodities by incidents, and beside it their quantity in one unit."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ens_reports.analysis.commodities import Commodities
from ens_reports.locales import Language
from ens_reports.report.charts import theme

ROW_MM, FRAME_MM = 5.6, 25.0
SPREAD = 200.0
"""From this ratio of largest to smallest a quantity axis is logarithmic."""


def ranked(found: Commodities, language: Language, *, caveat: str) -> Figure:
    """Commodities by incidents, with a second panel of quantities in the unit that most rows have.

    Args:
        found: The commodities of the period.
        language: The reader's language.
        caveat: What the figure must say of itself.
    """
    table = found.table.iloc[::-1]
    figure = theme.figure(height_mm=FRAME_MM + ROW_MM * max(len(table), 3))
    same_unit = table["unit"].eq(found.unit) if found.unit else pd.Series(data=False, index=table.index)
    panels = figure.subplots(1, 2, sharey=True, width_ratios=[3, 2]) if same_unit.any() else [figure.subplots()]
    _incidents(panels[0], table, language)
    if same_unit.any():
        _quantities(panels[1], table, same_unit, found.unit, language)
    _legend(figure, table, language)
    figure.supxlabel(caveat, fontsize=7.5, color=theme.INK, style="italic" if language.code != "ar" else "normal", x=0.01, ha="left")
    return figure


def _incidents(axes: Axes, table: pd.DataFrame, language: Language) -> None:
    theme.plain(axes, grid="x")
    for at, (count, apart, area) in enumerate(zip(table["incidents"], table["apart"], table["area"], strict=True)):
        axes.plot([0, count], [at, at], color=theme.LINE, linewidth=1.2, zorder=1)
        axes.plot(count, at, marker="o", markersize=6.5, color=theme.AREA_COLOURS[str(area)])
        if apart:
            axes.plot(apart, at, marker="o", markersize=5, markerfacecolor="white", markeredgecolor=theme.INK, zorder=3)
    axes.set_yticks(range(len(table)), [theme.name(str(name), language) for name in table.index])
    axes.set_xlim(left=0)
    axes.margins(x=0.08)
    axes.set_title(language.text("Incidents"))
    theme.numbers(axes.xaxis, language)
    axes.spines["bottom"].set_visible(False)


def _quantities(axes: Axes, table: pd.DataFrame, same_unit: "pd.Series[bool]", unit: str, language: Language) -> None:
    theme.plain(axes, grid="x")
    amounts = table["total"].where(same_unit)
    for at, (amount, area) in enumerate(zip(amounts, table["area"], strict=True)):
        if pd.notna(amount):
            axes.plot(amount, at, marker="D", markersize=5, color=theme.AREA_COLOURS[str(area)])
    positive = amounts[amounts > 0]
    decimals = 0
    if len(positive) and positive.max() / positive.min() > SPREAD:
        axes.set_xscale("log")
        axes.xaxis.set_major_formatter(lambda value, _: language.number(value, decimals=0 if value >= 1 else 2))
        axes.minorticks_off()
    else:
        axes.set_xlim(left=0)
        decimals = 0 if amounts.max() >= 1 else 2
        theme.numbers(axes.xaxis, language, most=4, decimals=decimals)
    axes.margins(x=0.1)
    axes.set_title(language.text("Quantity recorded ({unit})", unit=theme.unit(unit, language)))
    axes.spines["bottom"].set_visible(False)


def _legend(figure: Figure, table: pd.DataFrame, language: Language) -> None:
    areas = [area for area in theme.AREA_COLOURS if table["area"].eq(area).any()]
    handles = [theme.dot(theme.name(area, language), theme.AREA_COLOURS[area]) for area in areas]
    if table["apart"].gt(0).any():
        handles.append(theme.dot(language.text("Other kinds of record, counted apart"), theme.INK, hollow=True))
    figure.legend(handles=handles, loc="outside upper left", ncols=len(handles), handletextpad=0.2, columnspacing=1.2)
