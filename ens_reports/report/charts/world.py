"""Where things are: coasts, borders and land of the base map, and questions about a position."""

import csv
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import cast

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

EDGE_DEG = 179.985
"""Natural Earth cuts the land at 180 degrees and at the South Pole; a line along that cut is no coast."""
POLE_DEG = -85.0
"""South of this lies only the ring that closes Antarctica."""
FULL_TURN_DEG = 360.0
SIDES = 2
"""A border has a country on either side, a coast at most one."""
SHORE_DEG = 0.06
"""A position this near to land is on land: ports lie off a simplified coast."""

Points = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """A frame in degrees. `east` is above 180 where the frame crosses the date line."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, kw_only=True, eq=False)
class Border:
    """A land border.

    Attributes:
        pair: The two sides in alphabetical order; ISO 3166-1 alpha-3, or Natural Earth's code where there is none.
        points: Longitude and latitude, one row per point.
        disputed: Whether the dated list of disputed boundaries names this stretch.
    """

    pair: tuple[str, str]
    points: Points
    disputed: bool


@dataclass(frozen=True, kw_only=True, eq=False)
class World:
    """The base map.

    Attributes:
        source: Where the map comes from, for the line under it.
        coasts: Coastlines.
        borders: Land borders.
        land: All land and inland water.
        places: A point inside each country, by code.
        frames: The frame of each country, by code.
    """

    source: str
    coasts: tuple[Points, ...]
    borders: tuple[Border, ...]
    land: tuple[shapely.Polygon, ...]
    places: dict[str, tuple[float, float]]
    frames: dict[str, Bounds]


@lru_cache(maxsize=1)
def world() -> World:
    """The base map, decoded once."""
    stored = json.loads(files(__package__).joinpath("world.json").read_text(encoding="utf-8"))
    arcs = [_unpacked(packed) * stored["step_deg"] for packed in stored["arcs"]]
    sides = stored["sides"]
    lines = [(tuple(side), line) for side, line in zip(sides, arcs, strict=True)]
    return World(
        source=stored["source"],
        coasts=tuple(piece for side, line in lines if len(side) < SIDES for piece in _off_the_edge(line)),
        borders=tuple(part for side, line in lines if len(side) == SIDES for part in _stretches(cast("tuple[str, str]", side), line)),
        land=tuple(_polygon(part, arcs) for part in stored["land"]),
        places={code: (values[0], values[1]) for code, values in stored["countries"].items()},
        frames={code: _bounds(values[2:]) for code, values in stored["countries"].items()},
    )


def on_land(longitude: ArrayLike, latitude: ArrayLike) -> NDArray[np.bool_]:
    """Whether positions are on land, or within some six kilometres of it.

    Args:
        longitude: Degrees east.
        latitude: Degrees north, as many.

    Returns:
        One truth value per position; false where a coordinate is missing.
    """
    lon, lat = np.atleast_1d(np.asarray(longitude, dtype=float)), np.atleast_1d(np.asarray(latitude, dtype=float))
    known = np.isfinite(lon) & np.isfinite(lat)
    found = np.zeros(len(lon), dtype=bool)
    for turn in (-FULL_TURN_DEG, 0.0, FULL_TURN_DEG):  # land across the date line goes on beyond 180 degrees
        places = shapely.points(lon[known] + turn, lat[known])
        hits = _land_tree().query(places, predicate="dwithin", distance=SHORE_DEG)[0]
        found[np.flatnonzero(known)[np.unique(hits)]] = True
    return found


def border_near(longitude: float, latitude: float, *, within_deg: float) -> tuple[str, str] | None:
    """The undisputed land border nearest to a position.

    Args:
        longitude: Degrees east.
        latitude: Degrees north.
        within_deg: How far it may be, in degrees.

    Returns:
        The codes of its two sides, or None where no such border is near.
    """
    nearest = _border_tree().query_nearest(shapely.Point(longitude, latitude), max_distance=within_deg, all_matches=False)
    return _named_borders()[int(nearest[0])].pair if len(nearest) else None


def _unpacked(packed: list[int]) -> Points:
    return np.cumsum(np.asarray(packed, dtype=float).reshape(-1, 2), axis=0)


def _off_the_edge(line: Points) -> Iterator[Points]:
    """The pieces of a coast that do not run along the cut of the map, or across it."""
    edge = (np.abs(line[:, 0]) >= EDGE_DEG) | (line[:, 1] <= POLE_DEG)
    far = np.abs(np.diff(line[:, 0])) > FULL_TURN_DEG / 2
    cut = np.flatnonzero((edge[:-1] & edge[1:]) | far) + 1
    return (piece for piece in np.split(line, cut) if len(piece) > 1)


def _stretches(pair: tuple[str, str], line: Points) -> Iterator[Border]:
    """The border cut where the list of disputed boundaries begins and ends to apply."""
    middles = (line[:-1] + line[1:]) / 2
    disputed = np.zeros(len(middles), dtype=bool)
    for frame in _disputed().get("-".join(pair), []):
        disputed |= True if frame is None else _inside(frame, middles)
    cuts = [0, *(np.flatnonzero(disputed[:-1] != disputed[1:]) + 1), len(middles)]
    for start, end in itertools.pairwise(cuts):
        yield Border(pair=pair, points=line[start : end + 1], disputed=bool(disputed[start]))


def _inside(frame: Bounds, points: Points) -> NDArray[np.bool_]:
    across = (points[:, 0] >= frame.west) & (points[:, 0] <= frame.east)
    return across & (points[:, 1] >= frame.south) & (points[:, 1] <= frame.north)


@lru_cache(maxsize=1)
def _disputed() -> dict[str, list[Bounds | None]]:
    text = files("data_contracts.codelists").joinpath("disputed_boundaries.csv").read_text(encoding="utf-8")
    frames: dict[str, list[Bounds | None]] = {}
    for row in csv.DictReader(text.splitlines()):
        sides = [row[side] for side in ("west", "south", "east", "north")]
        frames.setdefault(row["code"], []).append(_bounds([float(side) for side in sides]) if all(sides) else None)
    return frames


def _polygon(part: list[list[int]], arcs: list[Points]) -> shapely.Polygon:
    rings = [np.concatenate([arcs[arc] if arc >= 0 else arcs[~arc][::-1] for arc in ring]) for ring in part]
    return shapely.Polygon(_in_one_piece(rings[0]), rings[1:])


def _in_one_piece(ring: Points) -> Points:
    """A ring across the date line goes on above 180 degrees; Antarctica's goes around the pole, and is as it should be."""
    if ring[:, 1].min() < POLE_DEG:
        return ring
    return np.column_stack([np.unwrap(ring[:, 0], period=FULL_TURN_DEG), ring[:, 1]])


def _bounds(sides: list[float]) -> Bounds:
    west, south, east, north = sides
    return Bounds(west=west, south=south, east=east, north=north)


@lru_cache(maxsize=1)
def _land_tree() -> shapely.STRtree:
    return shapely.STRtree([shapely.make_valid(part) for part in world().land])


@lru_cache(maxsize=1)
def _named_borders() -> tuple[Border, ...]:
    return tuple(border for border in world().borders if not border.disputed)


@lru_cache(maxsize=1)
def _border_tree() -> shapely.STRtree:
    return shapely.STRtree([shapely.LineString(border.points) for border in _named_borders()])
