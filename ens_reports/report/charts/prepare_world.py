"""Make `world.json`, the base map, from Natural Earth: `python -m ens_reports.report.charts.prepare_world countries-50m.json`.

Source: Natural Earth 4.1.0, cultural vectors 1:50m (public domain), as TopoJSON in the npm package world-atlas 2.0.2. Its boundaries are
de facto. An arc of that topology is used by one country (a coast) or by two (a border), so lines need no geometry to be told apart.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import cast

from babel.core import get_global
from shapely import LineString, Polygon

from data_contracts.geography.prepare import decode

STEP_DEG = 0.01
"""Grid of the stored coordinates: about one kilometre at the equator."""
TOLERANCE_DEG = 0.03
"""How far a simplified line may stand from the original: a third of a millimetre on a map that shows fifteen degrees."""
SMALLEST_ISLAND_DEG2 = 0.002
"""Islands below this (some 25 square kilometres) are left out, unless a country has nothing larger."""
FAR_DEG = 12.0
"""Parts farther than this from the largest are not in a country's frame, so that France is not framed with Guiana."""
HALF_TURN_DEG, FULL_TURN_DEG = 180.0, 360.0
FEW_POINTS = 40
"""A closed line with fewer points is a small island, which the full tolerance would make a triangle."""

UNCODED = {"Somaliland": "SOL", "Kosovo": "XKX", "N. Cyprus": "CYN", "Indian Ocean Ter.": "CXR", "Siachen Glacier": "KAS"}
"""Natural Earth's own codes for what ISO 3166 has no number for; they only tell which two sides a line has, and are never printed."""

Ring = list[int]
Shape = list[list[Ring]]
Point = tuple[float, float]


def main(source: Path) -> None:
    """Write `world.json` beside this file.

    Args:
        source: `countries-50m.json` of world-atlas 2.0.2.
    """
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode(topology)
    shapes = _shapes(topology)
    land = [part for geometry in _geometries(topology, "land") for part in _parts(geometry)]
    used = sorted({abs_arc(arc) for shape in [land, *shapes.values()] for part in _large(shape, arcs) for ring in part for arc in ring})
    place = {arc: number for number, arc in enumerate(used)}
    sides = _sides(shapes)
    world = {
        "source": "Natural Earth 4.1.0, 1:50m, by world-atlas 2.0.2 (public domain)",
        "step_deg": STEP_DEG,
        "arcs": [_packed(_simplified(arcs[arc])) for arc in used],
        "sides": [sorted(sides[arc]) for arc in used],
        "land": [[_moved(ring, place) for ring in part] for part in land if all(abs_arc(arc) in place for ring in part for arc in ring)],
        "countries": {code: _extent(shape, arcs) for code, shape in sorted(shapes.items())},
    }
    target = Path(__file__).with_name("world.json")
    target.write_text(json.dumps(world, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def abs_arc(arc: int) -> int:
    """The arc's number; TopoJSON writes an arc that runs backwards as its ones' complement."""
    return ~arc if arc < 0 else arc


def joined(ring: Iterable[int], arcs: Mapping[int, list[Point]] | list[list[Point]]) -> list[Point]:
    """The points of a ring of arcs, each shared end once.

    Args:
        ring: Arc numbers, complemented where the arc runs backwards.
        arcs: Points of each arc.
    """
    points: list[Point] = []
    for arc in ring:
        line = arcs[abs_arc(arc)]
        points.extend((line if arc >= 0 else line[::-1])[1 if points else 0 :])
    return points


def _shapes(topology: dict[str, object]) -> dict[str, Shape]:
    codes = _codes()
    shapes: dict[str, Shape] = defaultdict(list)
    for geometry in _geometries(topology, "countries"):
        code = codes[str(geometry["id"])] if "id" in geometry else UNCODED[cast("dict[str, str]", geometry["properties"])["name"]]
        shapes[code].extend(_parts(geometry))
    return shapes


def _codes() -> dict[str, str]:
    """Alpha-3 by numeric code: the list of countries has alpha-2, and CLDR knows which number stands for it."""
    text = files("data_contracts.codelists").joinpath("countries.csv").read_text(encoding="utf-8")
    alpha3 = {row["alpha2"]: row["code"] for row in csv.DictReader(text.splitlines())}
    numbers = {key: names[0] for key, names in get_global("territory_aliases").items() if key.isdigit() and len(names) == 1}
    return {number: alpha3[alpha2] for number, alpha2 in numbers.items() if alpha2 in alpha3}


def _geometries(topology: dict[str, object], name: str) -> list[dict[str, object]]:
    objects = cast("dict[str, dict[str, list[dict[str, object]]]]", topology["objects"])
    return objects[name]["geometries"]


def _parts(geometry: dict[str, object]) -> Shape:
    arcs = geometry["arcs"]
    return cast("Shape", [arcs] if geometry["type"] == "Polygon" else arcs)


def _large(shape: Shape, arcs: list[list[Point]]) -> Shape:
    sizes = [Polygon(joined(part[0], arcs)).area for part in shape]
    return [part for part, size in zip(shape, sizes, strict=True) if size >= min(SMALLEST_ISLAND_DEG2, max(sizes))]


def _sides(shapes: dict[str, Shape]) -> dict[int, set[str]]:
    sides: dict[int, set[str]] = defaultdict(set)
    for code, shape in shapes.items():
        for arc in (arc for part in shape for ring in part for arc in ring):
            sides[abs_arc(arc)].add(code)
    return sides


def _moved(ring: Ring, place: dict[int, int]) -> Ring:
    return [~place[~arc] if arc < 0 else place[arc] for arc in ring]


def _simplified(line: list[Point]) -> list[Point]:
    small = line[0] == line[-1] and len(line) < FEW_POINTS
    return cast("list[Point]", list(LineString(line).simplify(TOLERANCE_DEG / 4 if small else TOLERANCE_DEG).coords))


def _packed(line: list[Point]) -> list[int]:
    packed: list[int] = []
    before = (0, 0)
    for lon, lat in line:
        point = (round(lon / STEP_DEG), round(lat / STEP_DEG))
        if packed and point == before:
            continue
        packed.extend((point[0] - before[0], point[1] - before[1]))
        before = point
    return packed


def _extent(shape: Shape, arcs: list[list[Point]]) -> list[float]:
    """A point inside the largest part, and west, south, east, north of the parts near it; east is above 180 across the date line."""
    whole = [Polygon(_unwrapped(joined(part[0], arcs), around=0)).buffer(0) for part in shape]
    largest = max(whole, key=lambda part: part.area)
    inside = largest.representative_point()
    moved = [Polygon(_unwrapped(joined(part[0], arcs), around=inside.x)) for part in shape]
    near = [part.bounds for part in moved if part.distance(largest) < FAR_DEG]
    west, south = (min(values) for values in list(zip(*near, strict=True))[:2])
    east, north = (max(values) for values in list(zip(*near, strict=True))[2:])
    return [round(value, 2) for value in (inside.x, inside.y, west, south, east, north)]


def _unwrapped(points: list[Point], *, around: float) -> list[Point]:
    """The same ring in one piece: Natural Earth cuts at the date line, and a ring that touches both edges runs across it."""
    crosses = max(x for x, _ in points) - min(x for x, _ in points) > HALF_TURN_DEG
    turned = [(x + FULL_TURN_DEG if crosses and x < 0 else x, y) for x, y in points]
    shift = round((around - turned[0][0]) / FULL_TURN_DEG) * FULL_TURN_DEG
    return [(x + shift, y) for x, y in turned]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
