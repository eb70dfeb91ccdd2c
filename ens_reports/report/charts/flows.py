"""Alleged routes of one country on the base map, arrows by number of incidents."""

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox, BboxBase

from ens_reports.locales import Language
from ens_reports.report.charts import maps, theme

HEIGHT_MM = 62.0
SHAPE = theme.PAGE_WIDTH_MM / HEIGHT_MM
MOST_LEGS = 18
DOT = 3.0
SIDES = (
    *((5.0, 4.0, "left"), (-5.0, 4.0, "right"), (5.0, -6.0, "left"), (-5.0, -6.0, "right")),
    *(
        (0.0, 9.0, "center"),
        (0.0, -10.0, "center"),
        (8.0, 13.0, "left"),
        (-8.0, 13.0, "right"),
        (8.0, -15.0, "left"),
        (-8.0, -15.0, "right"),
    ),
)
"""Where a name may stand beside its place: points across and up, and its alignment, the best first."""
THINNEST, THICKEST = 0.7, 4.0


def flows(legs: pd.DataFrame, recipient: str, language: Language) -> Figure | None:
    """A map of the legs, none when the map knows fewer than two of their countries.

    Args:
        legs: `Routes.legs`: own incidents per leg, most first.
        recipient: The country in the middle.
        language: The reader's language.
    """
    drawn = legs[legs["own"].gt(0)].head(MOST_LEGS)
    places = known_places(drawn)
    if len(places) < 2:  # noqa: PLR2004 - a leg has two ends
        return None
    bounds = maps.around(places.values(), shape=SHAPE, least_deg=20, margin=0.14)
    figure = theme.figure(height_mm=HEIGHT_MM)
    axes = figure.add_subplot()
    maps.base(axes, bounds)
    spots = {code: (maps.turned(lon, bounds), lat) for code, (lon, lat) in places.items()}
    _arrows(axes, drawn, spots)
    axes.set_title(language.text("Alleged routes"))
    legend = axes.legend(handles=_legend(drawn, language), loc="lower left", framealpha=0.9, frameon=True, edgecolor=theme.LINE)
    figure.draw_without_rendering()  # names are placed by where the layout puts things
    _names(axes, spots, recipient, language, taken=[legend.get_window_extent()])
    return figure


def known_places(legs: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Where the map puts the countries of the legs, by code in order; those that it does not know are left out.

    Args:
        legs: `Routes.legs`.
    """
    codes = sorted({str(code) for level in ("start", "end") for code in legs.index.get_level_values(level)})
    return {code: spot for code in codes if (spot := maps.place_of(code))}


def _arrows(axes: Axes, legs: pd.DataFrame, spots: dict[str, tuple[float, float]]) -> None:
    most = int(legs["own"].max())
    ends = legs.reset_index()
    for start, end, count in zip(ends["start"], ends["end"], ends["own"], strict=True):
        if start in spots and end in spots:
            style = (0, (3, 2)) if count == 1 else "solid"
            width = THINNEST + (THICKEST - THINNEST) * math.sqrt((count - 1) / max(most - 1, 1))
            arrow = FancyArrowPatch(
                spots[start],
                spots[end],
                connectionstyle="arc3,rad=0.16",
                arrowstyle="-|>",
                mutation_scale=7 + width * 1.5,
                shrinkA=4,
                shrinkB=5,
                linewidth=width,
                linestyle=style,
                color=theme.ACCENT,
                alpha=0.8,
                zorder=3,
            )
            axes.add_patch(arrow)


def _names(axes: Axes, spots: dict[str, tuple[float, float]], recipient: str, language: Language, *, taken: list[Bbox]) -> None:
    """The recipient's name first, then each at the first of its sides where it covers no other name and no other place."""
    order = sorted(spots, key=lambda code: (code != recipient, code))
    for code in order:
        here = code == recipient
        axes.plot(*spots[code], "o", markersize=6 if here else 3.5, color=theme.ALERT if here else theme.INK, zorder=4)
    points = axes.transData.transform([spots[code] for code in order])
    dots = [Bbox.from_bounds(x - DOT, y - DOT, 2 * DOT, 2 * DOT) for x, y in points]
    taken = [*taken, *dots]
    for code, own in zip(order, dots, strict=True):
        label = axes.annotate(language.country(code), spots[code], (0, 0), textcoords="offset points", fontsize=7, zorder=5)
        label.set(fontweight="semibold" if code == recipient else "normal")
        label.set_bbox({"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 0.8})
        taken.append(_placed(label, [box for box in taken if box is not own], axes))


def _placed(label: Annotation, taken: list[Bbox], axes: Axes) -> Bbox:
    """Put a name where it overlaps what stands there the least, and leaves the map the least."""
    best: tuple[float, tuple[float, float, str]] | None = None
    for side in SIDES:
        _at(label, side)
        cost = _overlap(label.get_window_extent(), taken, axes.bbox)
        if best is None or cost < best[0]:
            best = cost, side
    if best is not None:
        _at(label, best[1])
    return label.get_window_extent()


def _at(label: Annotation, side: tuple[float, float, str]) -> None:
    across, up, align = side
    label.set_position((across, up))
    label.set(ha=align, va="center")


def _overlap(box: Bbox, taken: list[Bbox], frame: BboxBase) -> float:
    shared = [both.width * both.height for other in taken if (both := Bbox.intersection(box, other)) is not None]
    inside = Bbox.intersection(box, frame)
    return sum(shared) + box.width * box.height - (inside.width * inside.height if inside is not None else 0.0)


def _legend(legs: pd.DataFrame, language: Language) -> list[Line2D]:
    most = int(legs["own"].max())
    once = language.text("Alleged, one incident of yours only")
    one = Line2D([], [], color=theme.ACCENT, linewidth=THINNEST, linestyle=(0, (3, 2)), label=once)
    if most == 1:
        return [one]
    many = language.plural("Alleged, {n} incident", "Alleged, {n} incidents", most)
    return [Line2D([], [], color=theme.ACCENT, linewidth=THICKEST, label=many), one]
