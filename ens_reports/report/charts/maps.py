"""The base map: coasts and de facto borders as lines, disputed ones dashed, no country filled or named; the same for every recipient."""

import math
from collections.abc import Iterable

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection

from ens_reports.locales import Language
from ens_reports.report.charts.theme import LINE
from ens_reports.report.charts.world import Bounds, Points, World, world

SEA, LAND, COAST, BORDER = "#F3F6F9", "#FFFFFF", "#8A97A3", "#A9B3BC"
FULL_TURN_DEG = 360.0
WIDEST_DEG = 340.0
HIGHEST_LATITUDE = 84.0
DASHES = (0, (3.0, 2.0))


def base(axes: Axes, bounds: Bounds) -> None:
    """Draw the base map and fix the axes to it: longitude and latitude in degrees, one length east as long as one north in the middle.

    Args:
        axes: Where to draw. Positions west of `bounds.west` belong 360 degrees further east (`turned`).
        bounds: The frame; `around` makes one that fills an axes of known shape.
    """
    atlas = world()
    for shift in (-FULL_TURN_DEG, 0.0, FULL_TURN_DEG):
        _draw(axes, atlas, bounds, shift)
    axes.set(xlim=(bounds.west, bounds.east), ylim=(bounds.south, bounds.north), xticks=[], yticks=[], facecolor=SEA)
    axes.set_aspect(1 / math.cos(math.radians((bounds.south + bounds.north) / 2)))
    for spine in axes.spines.values():
        spine.set(visible=True, color=LINE, linewidth=0.6)


def around(points: Iterable[tuple[float, float]], *, shape: float, least_deg: float = 4.0, margin: float = 0.12) -> Bounds:
    """A frame that holds positions, grown to the shape of the axes that it is for.

    Args:
        points: Longitudes and latitudes in degrees, at least one.
        shape: Width of the axes divided by its height.
        least_deg: The smallest side, so that one place still shows where in the world it is.
        margin: Share of the extent left free on each side.

    Returns:
        The frame; across the date line where that is the shorter way around.
    """
    places = np.asarray(list(points), dtype=float)
    lons, lats = _short_way(places[:, 0]), places[:, 1]
    middle = (float(lats.min()) + float(lats.max())) / 2
    stretch = math.cos(math.radians(min(abs(middle), 75.0)))
    width = max((float(lons.max()) - float(lons.min())) * (1 + 2 * margin), least_deg / stretch)
    height = max((float(lats.max()) - float(lats.min())) * (1 + 2 * margin), least_deg)
    width, height = max(width, height * shape / stretch), max(height, width * stretch / shape)
    width, height = min(width, WIDEST_DEG), min(height, 2 * HIGHEST_LATITUDE)
    south = min(max(middle - height / 2, -HIGHEST_LATITUDE), HIGHEST_LATITUDE - height)
    centre = (float(lons.min()) + float(lons.max())) / 2
    return Bounds(west=centre - width / 2, south=south, east=centre + width / 2, north=south + height)


def turned(longitude: float, bounds: Bounds) -> float:
    """The longitude by which a position stands inside the frame, 360 degrees on where the frame crosses the date line."""
    return longitude + FULL_TURN_DEG * math.ceil((bounds.west - longitude) / FULL_TURN_DEG)


def place_of(code: str) -> tuple[float, float] | None:
    """A point inside a country, for arrows and labels.

    Args:
        code: ISO 3166-1 alpha-3.

    Returns:
        Longitude and latitude, or None where the map has no such country.
    """
    return world().places.get(code)


def frame_of(code: str) -> Bounds | None:
    """A country's frame, without its far islands; None where the map has no such country."""
    return world().frames.get(code)


def disclaimer(language: Language) -> str:
    """What stands under every map."""
    return language.text(
        "The boundaries and names shown and the designations used on this map do not imply official endorsement or acceptance. "
        "Dashed lines are boundaries that are disputed or not finally agreed."
    )


def source(language: Language) -> str:
    """Where the base map comes from."""
    return language.text("Base map: Natural Earth 4.1.0, 1:50m (public domain)")


def _draw(axes: Axes, atlas: World, bounds: Bounds, shift: float) -> None:
    land = [np.asarray(part.exterior.coords) for part in atlas.land]
    axes.add_collection(PolyCollection(_seen(land, bounds, shift), facecolor=LAND, edgecolor="none", zorder=0))
    axes.add_collection(LineCollection(_seen(atlas.coasts, bounds, shift), colors=COAST, linewidths=0.5, zorder=1))
    for disputed in (False, True):
        lines = _seen((border.points for border in atlas.borders if border.disputed == disputed), bounds, shift)
        style = DASHES if disputed else "solid"
        axes.add_collection(LineCollection(lines, colors=BORDER, linewidths=0.6, linestyles=style, zorder=1))


def _seen(lines: Iterable[Points], bounds: Bounds, shift: float) -> list[Points]:
    """The lines that touch the frame: the rest would only make the file larger."""
    low, high = np.array([bounds.west, bounds.south]), np.array([bounds.east, bounds.north])
    moved = (line + np.array([shift, 0.0]) for line in lines)
    return [line for line in moved if (line.max(axis=0) >= low).all() and (line.min(axis=0) <= high).all()]


def _short_way(lons: Points) -> Points:
    across = np.where(lons < 0, lons + FULL_TURN_DEG, lons)
    return across if np.ptp(across) < np.ptp(lons) else lons
