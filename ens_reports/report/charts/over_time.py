"""Small multiples: incidents per quarter, one panel per area, with the number of reporting agencies above."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from ens_reports.analysis.ahead import Ahead
from ens_reports.analysis.trends import AreaTrend, Picture
from ens_reports.locales import Language
from ens_reports.report.charts import theme

EFFORT_MM, FRAME_MM = 15.0, 10.0
PANELS_MM, LEAST_PANEL_MM, MOST_PANEL_MM = 96.0, 18.0, 32.0
MOST_YEARS_LABELLED = 8
BAND = 0.25


def over_time(picture: Picture, language: Language) -> Figure:
    """Incidents by area and quarter: bars of the principal record class, hollow markers for the others, open quarters hatched.

    Args:
        picture: All areas over time, at least one.
        language: The reader's language.
    """
    panel = min(max(PANELS_MM / len(picture.areas), LEAST_PANEL_MM), MOST_PANEL_MM)
    rows = [EFFORT_MM, *[panel] * len(picture.areas)]
    figure = theme.figure(height_mm=FRAME_MM + sum(rows))
    grid = figure.subplots(len(rows), 1, sharex=True, height_ratios=rows)
    _effort(grid[0], picture, language)
    for axes, area in zip(grid[1:], picture.areas, strict=True):
        _panel(axes, area, picture, language)
    _years(grid[-1], _drawn_quarters(picture))
    figure.legend(handles=_legend(picture, language), loc="outside lower right", ncols=3)
    return figure


def _drawn_quarters(picture: Picture) -> pd.PeriodIndex:
    """Those of the history, and those that any range speaks of."""
    last = max([picture.quarters[-1], *(area.ahead.quarters[-1] for area in picture.areas if area.ahead)])
    return pd.period_range(picture.quarters[0], last, freq="Q")


def _legend(picture: Picture, language: Language) -> list[Patch]:
    handles = [Patch(facecolor="white", edgecolor=theme.MUTED, hatch=theme.HATCH, label=language.text("Records still arriving"))]
    if any(area.ahead for area in picture.areas):
        handles.append(Patch(facecolor=theme.MUTED, alpha=BAND, label=language.text("Range if nothing changed")))
    return handles


def _effort(axes: Axes, picture: Picture, language: Language) -> None:
    theme.plain(axes, grid="y").step(range(len(picture.quarters)), picture.agencies.to_numpy(), where="mid", color=theme.INK, linewidth=1.2)
    axes.set_ylim(0, max(2, int(picture.agencies.max()) * 1.3))
    axes.set_title(language.text("Agencies with a record"), color=theme.MUTED)
    theme.numbers(axes.yaxis, language, most=2)


def _panel(axes: Axes, area: AreaTrend, picture: Picture, language: Language) -> None:
    theme.plain(axes, grid="y")
    colour, at = theme.AREA_COLOURS[area.area], np.arange(len(picture.quarters))
    done = picture.complete.to_numpy()
    axes.bar(at[done], area.counts.to_numpy()[done], width=0.82, color=colour)
    axes.bar(at[~done], area.counts.to_numpy()[~done], width=0.82, facecolor="white", edgecolor=colour, hatch=theme.HATCH, linewidth=0.8)
    apart = area.apart.to_numpy()
    axes.plot(
        at[apart > 0], apart[apart > 0], linestyle="none", marker="o", markersize=3.5, markerfacecolor="white", markeredgecolor=theme.INK
    )
    axes.set_title(theme.name(area.area, language), color=colour)
    axes.set_ylim(0, max(2, int(max(area.counts.max(), apart.max(), area.ahead.high if area.ahead else 0)) * 1.15))
    theme.numbers(axes.yaxis, language, most=3)
    if area.ahead is not None:
        _range_ahead(axes, area.ahead, picture.quarters)
    if area.change is not None:
        _mark_change(axes, list(picture.quarters).index(area.change), area.change, language)


def _range_ahead(axes: Axes, ahead: Ahead, quarters: pd.PeriodIndex) -> None:
    start = (ahead.first - quarters[0]).n - 0.41
    ends = [start, start + len(ahead.quarters) - 0.18]
    axes.fill_between(ends, ahead.low, ahead.high, color=theme.MUTED, alpha=BAND, linewidth=0)
    axes.plot(ends, [ahead.middle, ahead.middle], color=theme.INK, linewidth=0.9)


def _mark_change(axes: Axes, at: int, quarter: pd.Period, language: Language) -> None:
    axes.axvline(at - 0.5, color=theme.INK, linewidth=0.9, linestyle=(0, (4, 2)))
    label = language.text("Level changes from {quarter}", quarter=language.quarter(quarter.year, quarter.quarter))
    side = "left" if at < len(axes.containers[0]) / 2 else "right"
    axes.annotate(label, (at - 0.5, 1), xycoords=("data", "axes fraction"), xytext=(0, 3), textcoords="offset points", ha=side, fontsize=7)


def _years(axes: Axes, quarters: pd.PeriodIndex) -> None:
    firsts = [at for at, quarter in enumerate(quarters) if quarter.quarter == 1]
    step = 1 + (len(firsts) - 1) // MOST_YEARS_LABELLED
    axes.set_xticks([at - 0.5 for at in firsts[::step]], [str(quarters[at].year) for at in firsts[::step]], ha="left")
    axes.set_xlim(-0.6, len(quarters) - 0.4)
