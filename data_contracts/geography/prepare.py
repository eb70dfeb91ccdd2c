"""Make `land.json` from Natural Earth: `python -m data_contracts.geography.prepare countries-50m.json`.

Source: Natural Earth 4.1.0, cultural vectors 1:50m (public domain), as TopoJSON in the npm package world-atlas 2.0.2. Its boundaries are
de facto, and stand for no position on the status of any area: no finding rests on them where an area is disputed.
"""

import json
import sys
from pathlib import Path
from typing import Any

from babel.core import get_global
from shapely import LineString

from data_contracts import codelists

STEP_DEG = 0.01
"""Grid of the stored coordinates: about one kilometre at the equator."""
TOLERANCE_DEG = 0.01
"""How far a simplified line may stand from the original."""
UNCODED = {"Somaliland": "SOL", "Kosovo": "XKX", "N. Cyprus": "CYN", "Indian Ocean Ter.": "IOA", "Siachen Glacier": "KAS"}
"""Natural Earth's own codes for what ISO 3166 has no number for; they are never printed."""
Point = tuple[float, float]


def main(source: Path) -> None:
    """Write `land.json` beside this file.

    Args:
        source: `countries-50m.json` of world-atlas 2.0.2.
    """
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_packed(_simplified(line)) for line in decode(topology)]
    shapes: dict[str, list[list[list[int]]]] = {}
    codes = _codes()
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = codes[str(geometry["id"])] if "id" in geometry else UNCODED[geometry["properties"]["name"]]
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        shapes.setdefault(code, []).extend(parts)
    land = {
        "source": "Natural Earth 4.1.0, 1:50m, by world-atlas 2.0.2 (public domain)",
        "step_deg": STEP_DEG,
        "arcs": arcs,
        "countries": shapes,
    }
    target = Path(__file__).with_name("land.json")
    target.write_text(json.dumps(land, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def decode(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines of a map in TopoJSON, in degrees.

    Args:
        topology: As it was read from the file.
    """
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in deltas:
            x, y = x + step_x, y + step_y
            line.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(line)
    return arcs


def _simplified(line: list[Point]) -> list[Point]:
    """A line with fewer points; a ring keeps at least the four that make a triangle."""
    fewer = [(point[0], point[1]) for point in LineString(line).simplify(TOLERANCE_DEG).coords]
    return fewer if line[0] != line[-1] or len(fewer) > 3 else line  # noqa: PLR2004 - a closed line of three points has no inside


def _packed(line: list[Point]) -> list[int]:
    packed: list[int] = []
    before = (0, 0)
    for lon, lat in line:
        point = (round(lon / STEP_DEG), round(lat / STEP_DEG))
        packed.extend((point[0] - before[0], point[1] - before[1]))
        before = point
    return packed


def _codes() -> dict[str, str]:
    """Alpha-3 by numeric code: the list of countries has alpha-2, and CLDR knows which number stands for it."""
    rows = codelists.load("countries")
    alpha3 = dict(zip(rows["alpha2"], rows["code"], strict=True))
    numbers = {key: names[0] for key, names in get_global("territory_aliases").items() if key.isdigit() and len(names) == 1}
    return {number: alpha3[alpha2] for number, alpha2 in numbers.items() if alpha2 in alpha3}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
