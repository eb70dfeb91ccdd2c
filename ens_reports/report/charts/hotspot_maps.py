"""Two maps side by side: where incidents were detected, and - as a control - where agencies reported at all."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping

import h3
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from ens_reports.analysis.hotspots import Hotspot, Hotspots
from ens_reports.locales import Language, mark
from ens_reports.report.charts import maps, theme
from ens_reports.report.charts.world import Bounds

WIDTH_MM, HEIGHT_MM = theme.PAGE_WIDTH_MM, 90.0
SHAPE = 84.0 / 68.0
SMALLEST_HEXAGON_MM = 1.3
KM_PER_DEGREE = 111.2
TRIM_FROM, TRIMMED = 25, (0.02, 0.98)
"""With so many spots the frame leaves the outermost aside: one far away would shrink all others to dots."""
SHADES = ("#CFE0EC", "#8FB8D6", "#4A86B4", "#123B5D")
DETECTION_STEPS, EFFORT_STEPS = (1, 3, 10, 30), (1, 2, 4, 8)
SYMBOLS: dict[str, tuple[str, str]] = {
    "seaport": ("s", mark("Seaport")),
    "airport": ("^", mark("Airport")),
    "land_border": ("D", mark("Land border post")),
    "mail_centre": ("P", mark("Mail centre")),
}
"""Marker and name of each kind of named point."""


def hotspot_maps(found: Hotspots, language: Language) -> Figure | None:
    """Detections and reporting effort in the same frame.

    Args:
        found: The spots.
        language: The reader's language.

    Returns:
        The figure, or None where no spot has a position.
    """
    located = found.all[found.all["latitude"].notna()]
    if located.empty:
        return None
    bounds = frame(located)
    resolution = drawn_resolution(bounds, located)
    figure = theme.figure(WIDTH_MM, HEIGHT_MM)
    left, right = figure.subplots(1, 2)
    areas = located[~located["kind"].isin(SYMBOLS)]
    detections = areas["n"].groupby(_cells(areas, resolution)).sum()
    effort = found.effort["agency_quarter"].groupby(_cells(found.effort, resolution)).nunique()
    _shaded(left, detections, bounds, DETECTION_STEPS)
    _points(left, located, bounds)
    _numbers(left, found, bounds, resolution)
    _shaded(right, effort, bounds, EFFORT_STEPS)
    left.set_title(language.text("Incidents detected"))
    right.set_title(language.text("Control: your agencies reporting, by quarters"))
    least = areas["others"].notna().any()
    per_cell = language.text("Incidents per cell, at least") if least else language.text("Incidents per cell")
    left.legend(handles=_steps(DETECTION_STEPS, language), title=per_cell, **_below(4))
    right.legend(handles=_steps(EFFORT_STEPS, language), title=language.text("Agencies times quarters, per cell"), **_below(4))
    figure.legend(handles=_symbols(located, language), loc="outside lower center", ncols=4, handletextpad=0.3)
    return figure


def frame(located: pd.DataFrame) -> Bounds:
    """The frame of both maps.

    Args:
        located: Spots with `latitude` and `longitude`.
    """
    spots = located[["longitude", "latitude"]]
    if len(spots) >= TRIM_FROM:
        low, high = spots.quantile(TRIMMED[0]), spots.quantile(TRIMMED[1])
        spots = spots[((spots >= low) & (spots <= high)).all(axis=1)]
    return maps.around(list(spots.itertuples(index=False, name=None)), shape=SHAPE, least_deg=2.0)


def outside(located: pd.DataFrame) -> int:
    """Number of spots that the frame leaves aside."""
    bounds = frame(located)
    lons = located["longitude"].map(lambda lon: maps.turned(lon, bounds))
    inside = lons.between(bounds.west, bounds.east) & located["latitude"].between(bounds.south, bounds.north)
    return int((~inside).sum())


def drawn_resolution(bounds: Bounds, located: pd.DataFrame) -> int:
    """The H3 resolution at which hexagons are large enough to see: that of the spots, or coarser.

    Args:
        bounds: The frame.
        located: Spots; those that are cells are named by their H3 index.
    """
    cells = [spot for spot in located.index if h3.is_valid_cell(str(spot))]
    finest = h3.get_resolution(cells[0]) if cells else 5
    mm_per_degree = HEIGHT_MM * 0.8 / (bounds.north - bounds.south)
    sizes = {step: h3.average_hexagon_edge_length(step, "km") / KM_PER_DEGREE * mm_per_degree for step in range(finest, 0, -1)}
    return next((step for step, size in sizes.items() if size >= SMALLEST_HEXAGON_MM), 1)


def _cells(rows: pd.DataFrame, resolution: int) -> list[str]:
    return [h3.latlng_to_cell(lat, lon, resolution) for lat, lon in zip(rows["latitude"], rows["longitude"], strict=True)]


def _shaded(axes: Axes, values: "pd.Series[int]", bounds: Bounds, steps: tuple[int, ...]) -> None:
    maps.base(axes, bounds)
    corners = [[(_turned(lon, lat, bounds)) for lat, lon in h3.cell_to_boundary(str(cell))] for cell in values.index]
    colours = [SHADES[bisect_right(steps, int(value)) - 1] for value in values]
    whole = [corner for corner in corners if np.ptp([lon for lon, _ in corner]) < 180]  # noqa: PLR2004 - half a turn: across the frame's edge
    kept = [colour for corner, colour in zip(corners, colours, strict=True) if corner in whole]
    axes.add_collection(PolyCollection(whole, facecolor=kept, edgecolor="white", linewidth=0.3, alpha=0.9, zorder=2))


def _turned(lon: float, lat: float, bounds: Bounds) -> tuple[float, float]:
    return maps.turned(lon, bounds), lat


def _points(axes: Axes, located: pd.DataFrame, bounds: Bounds) -> None:
    for kind, (marker, _) in SYMBOLS.items():
        of_kind = located[located["kind"].eq(kind)]
        lons = [maps.turned(lon, bounds) for lon in of_kind["longitude"]]
        sizes = [10 + 14 * math.log2(1 + n) for n in of_kind["n"]]
        axes.scatter(lons, of_kind["latitude"], s=sizes, marker=marker, color=theme.ALERT, edgecolor="white", linewidth=0.5, zorder=4)


def _numbers(axes: Axes, found: Hotspots, bounds: Bounds, resolution: int) -> None:
    """The numbers of the table at their spots; those that would stand on each other share a label."""
    together: dict[str, list[tuple[int, Hotspot]]] = defaultdict(list)
    for number, spot in enumerate(found.top, start=1):
        if math.isfinite(spot.latitude):
            together[h3.latlng_to_cell(spot.latitude, spot.longitude, resolution)].append((number, spot))
    for group in together.values():
        place = (maps.turned(group[0][1].longitude, bounds), group[0][1].latitude)
        words = ", ".join(str(number) for number, _ in group)
        label = axes.annotate(words, place, xytext=(5, 5), textcoords="offset points", fontsize=7.5, fontweight="semibold", zorder=6)
        label.set_clip_on(True)
        label.set_bbox({"facecolor": "white", "alpha": 0.8, "edgecolor": "none", "pad": 0.6})


def _steps(steps: tuple[int, ...], language: Language) -> list[Patch]:
    ends = [*(step - 1 for step in steps[1:]), 0]
    return [Patch(facecolor=shade, label=_span(*span, language)) for shade, span in zip(SHADES, zip(steps, ends, strict=True), strict=True)]


def _span(first: int, last: int, language: Language) -> str:
    if not last:
        return language.text("{number} or more", number=language.number(first))
    return language.number(first) if first == last else f"{language.number(first)}\N{EN DASH}{language.number(last)}"


def _symbols(located: pd.DataFrame, language: Language) -> list[Line2D]:
    kinds = [kind for kind in SYMBOLS if located["kind"].eq(kind).any()]
    return [_symbol(SYMBOLS[kind], language) for kind in kinds]


def _symbol(symbol: tuple[str, str], language: Language) -> Line2D:
    marker, name = symbol
    return Line2D([], [], linestyle="none", marker=marker, color=theme.ALERT, markersize=5, label=language.text(name))


def _below(columns: int) -> Mapping[str, object]:
    return {
        "loc": "upper center",
        "bbox_to_anchor": (0.5, -0.02),
        "ncols": columns,
        "handlelength": 1.2,
        "title_fontsize": 7.5,
        "columnspacing": 1.2,
    }
