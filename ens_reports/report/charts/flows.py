"""Alleged routes of one country on the base map, arrows by number of incidents."""

import math

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch

from ens_reports.locales import Language
from ens_reports.report.charts import maps, theme

HEIGHT_MM = 62.0
SHAPE = theme.PAGE_WIDTH_MM / HEIGHT_MM
MOST_LEGS = 18
NEAR_DEG = 9.0
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
    _names(axes, spots, recipient, language)
    axes.set_title(language.text("Alleged routes"))
    axes.legend(handles=_legend(drawn, language), loc="lower left", framealpha=0.9, frameon=True, edgecolor=theme.LINE)
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


def _names(axes: Axes, spots: dict[str, tuple[float, float]], recipient: str, language: Language) -> None:
    for code, (lon, lat) in sorted(spots.items()):
        here = code == recipient
        axes.plot(lon, lat, "o", markersize=6 if here else 3.5, color=theme.ALERT if here else theme.INK, zorder=4)
        crowded = any(0 < other - lon < NEAR_DEG and abs(height - lat) < NEAR_DEG for other, height in spots.values())
        offset, side = ((-5, 4), "right") if crowded else ((5, 4), "left")
        label = axes.annotate(language.country(code), (lon, lat), offset, textcoords="offset points", ha=side, fontsize=7, zorder=5)
        label.set(fontweight="semibold" if here else "normal", bbox={"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 0.8})


def _legend(legs: pd.DataFrame, language: Language) -> list[Line2D]:
    most = int(legs["own"].max())
    once = language.text("Alleged, one incident of yours only")
    one = Line2D([], [], color=theme.ACCENT, linewidth=THINNEST, linestyle=(0, (3, 2)), label=once)
    if most == 1:
        return [one]
    many = language.plural("Alleged, {n} incident", "Alleged, {n} incidents", most)
    return [Line2D([], [], color=theme.ACCENT, linewidth=THICKEST, label=many), one]
