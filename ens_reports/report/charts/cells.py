"""Hexagons on the base map: detections per reporting agency-quarter, with those outlined that stand out."""

import h3
import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.collections import PolyCollection
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ens_reports.analysis.places import Places
from ens_reports.locales import Language
from ens_reports.report.charts import maps, theme

HEIGHT_MM = 74.0
MAP_SHARE = 0.64
TINTS = LinearSegmentedColormap.from_list("tints", ["#D6E4EE", "#5D8FB3", theme.ACCENT])
MOST_KINDS = 9


def places_map(found: Places, language: Language) -> Figure:
    """Left the map of cells, right incidents by kind of place.

    Args:
        found: Places of detection with at least one cell.
        language: The reader's language.
    """
    figure = theme.figure(height_mm=HEIGHT_MM)
    left, right = figure.subplots(1, 2, width_ratios=[MAP_SHARE, 1 - MAP_SHARE])
    _map(figure, left, found, language)
    _kinds(right, found, language)
    return figure


def _map(figure: Figure, axes: Axes, found: Places, language: Language) -> None:
    edges = [np.array([(lon, lat) for lat, lon in h3.cell_to_boundary(cell)]) for cell in found.cells.index]
    shape = MAP_SHARE * theme.PAGE_WIDTH_MM / HEIGHT_MM
    bounds = maps.around([tuple(point) for edge in edges for point in edge], shape=shape, least_deg=6)
    maps.base(axes, bounds)
    turned = [np.array([(maps.turned(lon, bounds), lat) for lon, lat in edge]) for edge in edges]
    rates, scale = found.cells["rate"].to_numpy(), Normalize(vmin=0, vmax=max(float(found.cells["rate"].max()), 1.0))
    outlined = found.cells["standing_out"].to_numpy(dtype=bool)
    lines = [theme.ALERT if out else "white" for out in outlined]
    widths = [1.6 if out else 0.5 for out in outlined]
    axes.add_collection(PolyCollection(turned, facecolors=TINTS(scale(rates)), edgecolors=lines, linewidths=widths, alpha=0.9, zorder=2))
    bar = figure.colorbar(ScalarMappable(scale, TINTS), ax=axes, orientation="horizontal", shrink=0.7, aspect=40, pad=0.02)
    bar.set_label(language.text("Incidents per agency and quarter with a detection there"), fontsize=7.5)
    bar.ax.xaxis.set_major_locator(MaxNLocator(4))
    bar.ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: language.number(value, decimals=1)))
    bar.outline.set_visible(False)
    if outlined.any():
        label = language.text("More than its neighbourhood explains")
        axes.legend(handles=[Patch(facecolor="white", edgecolor=theme.ALERT, linewidth=1.6, label=label)], loc="upper left", frameon=True)


def _kinds(axes: Axes, found: Places, language: Language) -> None:
    theme.plain(axes, grid="x")
    kinds = found.kinds.head(MOST_KINDS).iloc[::-1]
    names = [theme.name(str(kind), language) for kind in kinds.index]
    values = [int(count) for count in kinds]
    axes.barh(range(1, len(values) + 1), values, height=0.6, color=theme.ACCENT)
    axes.barh(0, found.untyped, height=0.6, facecolor="white", edgecolor=theme.MUTED, hatch=theme.HATCH, linewidth=0.8)
    axes.set_yticks(range(len(values) + 1), [language.text("Not recorded"), *names])
    axes.set_title(language.text("Incidents by kind of place"))
    theme.numbers(axes.xaxis, language, most=4)
