"""Land of countries by position: on whose land a position is, and how far a country's land is from it."""

import csv
import io
import json
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

if TYPE_CHECKING:
    from scipy.spatial import cKDTree

EARTH_RADIUS_KM = 6371.0088
HALF_TURN_KM = EARTH_RADIUS_KM * np.pi
STEP_KM = 5.0
"""Points along coasts and borders are at most so far apart, so that the nearest of them is about as far as the line is."""
KM_PER_DEG = 111.2
FEW = 100
"""So many positions are compared with each point of a line as fast as the library of trees is imported."""
Degrees = NDArray[np.float64]
Mask = NDArray[np.bool_]


def has_land(code: str) -> bool:
    """Whether a country, or one that its land belongs to, is on the map.

    Args:
        code: Alpha-3.
    """
    return bool(home(code) & _land()["countries"].keys())


@lru_cache(maxsize=300)
def home(code: str) -> frozenset[str]:
    """A country and the territories whose records may be its own: none of them is another country's land to it.

    Args:
        code: Alpha-3.
    """
    pairs = _dependencies()
    above = {sovereign for territory, sovereign in pairs if territory == code}
    below = {territory for territory, sovereign in pairs if sovereign == code}
    return frozenset({code} | above | below)


def is_inside(codes: Iterable[str], longitude: Degrees, latitude: Degrees) -> Mask:
    """Whether positions are on the land of any of the countries.

    Args:
        codes: Alpha-3.
        longitude: Degrees.
        latitude: Degrees.
    """
    found = np.zeros(len(longitude), dtype=bool)
    for code in codes:
        if code in _land()["countries"]:
            shape = _shape(code)
            rest = np.flatnonzero(~found & _in_frame(shape.bounds, longitude, latitude))
            found[rest] = shapely.contains_xy(shape, longitude[rest], latitude[rest])
    return found


def country_at(longitude: Degrees, latitude: Degrees) -> NDArray[np.object_]:
    """On whose land positions are.

    Args:
        longitude: Degrees.
        latitude: Degrees.

    Returns:
        Alpha-3, or a code of Natural Earth for an area without one; empty at sea.
    """
    found = np.full(len(longitude), "", dtype=object)
    codes, parts, tree = _parts()
    which, part_of = tree.query(shapely.points(longitude, latitude))
    if not which.size:
        return found
    order = np.argsort(part_of, kind="stable")
    numbers, starts = np.unique(part_of[order], return_index=True)
    for number, rows in zip(numbers, np.split(which[order], starts[1:]), strict=True):
        found[rows[shapely.contains_xy(parts[number], longitude[rows], latitude[rows])]] = codes[number]
    return found


def distance_km(codes: Iterable[str], longitude: Degrees, latitude: Degrees, *, within_km: float = HALF_TURN_KM) -> Degrees:
    """How far positions are from the coasts and borders of the countries, along the earth.

    Args:
        codes: Alpha-3; at least one is on the map.
        longitude: Degrees.
        latitude: Degrees.
        within_km: How far is looked; farther is half a turn of the earth.
    """
    if not len(longitude):
        return np.zeros(0)
    reach = 2 * np.sin(min(within_km, HALF_TURN_KM) / EARTH_RADIUS_KM / 2) * (1 + 1e-9)
    points, lines = _on_sphere(longitude, latitude), frozenset(codes)
    chord = _by_each(lines, points, reach) if len(points) <= FEW else _tree(lines).query(points, distance_upper_bound=reach)[0]
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.clip(chord / 2, 0, 1)), dtype=np.float64)


def _in_frame(bounds: tuple[float, ...], longitude: Degrees, latitude: Degrees) -> Mask:
    west, south, east, north = bounds
    return (longitude >= west) & (longitude <= east) & (latitude >= south) & (latitude <= north)


def _on_sphere(longitude: Degrees, latitude: Degrees) -> Degrees:
    east, north = np.radians(longitude), np.radians(latitude)
    return np.column_stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])


def _by_each(codes: frozenset[str], points: Degrees, reach: float) -> Degrees:
    """Distance to the nearest point of the lines, looked for one by one; infinite beyond the reach."""
    found = np.array([np.sqrt(((_lines(codes) - point) ** 2).sum(axis=1).min()) for point in points])
    return np.where(found < reach, found, np.inf)


@lru_cache(maxsize=60)
def _tree(codes: frozenset[str]) -> "cKDTree":
    from scipy.spatial import cKDTree  # noqa: PLC0415 - a few positions need no tree, and it takes long to import

    return cKDTree(_lines(codes))


@lru_cache(maxsize=60)
def _lines(codes: frozenset[str]) -> Degrees:
    rings = [ring for code in sorted(codes & _land()["countries"].keys()) for ring in _rings(code)]
    points = np.concatenate([_dense(ring) for ring in rings])
    return _on_sphere(points[:, 0], points[:, 1])


def _rings(code: str) -> list[Degrees]:
    return [np.asarray(ring.coords) for part in shapely.get_parts(_shape(code)) for ring in (part.exterior, *part.interiors)]


def _dense(ring: Degrees) -> Degrees:
    """A line with points at most `STEP_KM` apart."""
    steps = np.diff(ring, axis=0)
    lengths = np.hypot(steps[:, 0] * np.cos(np.radians(ring[:-1, 1])), steps[:, 1]) * KM_PER_DEG
    counts = np.maximum(1, np.ceil(lengths / STEP_KM)).astype(int)
    starts = np.repeat(np.arange(len(steps)), counts)
    fractions = np.concatenate([np.arange(count) / count for count in counts])
    return np.asarray(ring[starts] + steps[starts] * fractions[:, None], dtype=np.float64)


@lru_cache(maxsize=300)
def _shape(code: str) -> BaseGeometry:
    """The land of a country, ready for many questions."""
    polygons = [_polygon([_joined(ring) for ring in part]) for part in _land()["countries"][code]]
    shape = shapely.union_all([polygon for polygon in polygons if not polygon.is_empty])
    shapely.prepare(shape)
    return shape


@lru_cache(maxsize=1)
def _parts() -> tuple[list[str], list[BaseGeometry], shapely.STRtree]:
    """Each island and mainland by itself, its country, and a tree of them: some countries reach around the earth."""
    found = [(code, part) for code in sorted(_land()["countries"]) for part in shapely.get_parts(_shape(code))]
    parts = [part for _, part in found]
    shapely.prepare(parts)
    return [code for code, _ in found], parts, shapely.STRtree(parts)


@lru_cache(maxsize=1)
def _land() -> dict[str, Any]:
    return dict(json.loads(files(__package__).joinpath("land.json").read_text(encoding="utf-8")))


@lru_cache(maxsize=4000)
def _arc(number: int) -> Degrees:
    """The points of a line, the first stored as it is and each other by its distance from the one before."""
    steps = np.array(_land()["arcs"][number], dtype=np.int64).reshape(-1, 2)
    return np.asarray(np.cumsum(steps, axis=0) * _land()["step_deg"], dtype=np.float64)


def _joined(ring: list[int]) -> Degrees:
    lines = [_arc(arc) if arc >= 0 else _arc(~arc)[::-1] for arc in ring]
    return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])


def _polygon(rings: list[Degrees]) -> BaseGeometry:
    """A valid polygon; a ring that rounding made too small is left out."""
    whole = [ring for ring in rings if len(np.unique(ring, axis=0)) > 2]  # noqa: PLR2004 - two points have no inside
    if not whole or len(whole[0]) != len(rings[0]):
        return shapely.Polygon()
    return shapely.buffer(shapely.Polygon(whole[0], whole[1:]), 0)


@lru_cache(maxsize=1)
def _dependencies() -> tuple[tuple[str, str], ...]:
    text = files(__package__).joinpath("dependencies.csv").read_text(encoding="utf-8")
    return tuple((row["territory"], row["sovereign"]) for row in csv.DictReader(io.StringIO(text)))
