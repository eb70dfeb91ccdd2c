"""A strip of twelve months per route leg: when in the year it was seen."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from ens_reports.locales import Language
from ens_reports.report.charts import theme

ROW_MM, EDGE_MM = 6.0, 14.0
DARK_FROM = 0.6
"""Share of the darkest shade from which the number in the cell is white."""


def seasons(strips: pd.DataFrame, language: Language) -> Figure:
    """Incidents per leg and month of the year.

    Args:
        strips: `Legs.seasons`: one row per leg (start, end), columns 1 to 12.
        language: The reader's language.
    """
    figure = theme.figure(height_mm=EDGE_MM + ROW_MM * len(strips))
    axes = figure.add_subplot()
    values = strips.to_numpy(dtype=float)
    most = max(values.max(), 1.0)
    axes.imshow(values / most, cmap="Blues", vmin=0, vmax=1.25, aspect="auto")
    for (row, column), value in np.ndenumerate(values):
        if value:
            ink = "white" if value / most > DARK_FROM else theme.INK
            axes.text(column, row, language.number(value), ha="center", va="center", fontsize=7, color=ink)
    names = [language.text("{start} to {end}", start=language.country(start), end=language.country(end)) for start, end in strips.index]
    axes.set_yticks(range(len(names)), names)
    axes.set_xticks(range(values.shape[1]), [language.month(int(month)) for month in strips.columns])
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.set_xticks(np.arange(-0.5, values.shape[1]), minor=True)
    axes.set_yticks(np.arange(-0.5, len(names)), minor=True)
    axes.grid(visible=True, which="minor", color="white", linewidth=1.2)
    axes.tick_params(which="minor", length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    return figure
