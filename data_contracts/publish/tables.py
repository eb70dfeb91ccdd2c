"""The small world that synthetic records are drawn from: places, goods, routes, and how often each manner occurs."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from data_contracts import codelists

PLAIN_PLACES = ("seaport", "airport", "land_border", "market")
"""Kinds of place that a country without a gazetteer of its own is given."""

Row = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Route:
    """An alleged way of one commodity: where it starts, passes and ends, and how it travels."""

    chain: tuple[str, ...]
    transport_mode: str
    concealment: str
    weight: float


@lru_cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of one table of the world.

    Args:
        name: places, goods, routes, manners, novelties or gaps.
    """
    with files(__package__).joinpath("world", f"{name}.csv").open(encoding="utf-8") as stream:
        return tuple(csv.DictReader(stream))


@lru_cache
def goods(area: str, country: str) -> tuple[Row, ...]:
    """What is taken and traded in an area, in the region of a country; anywhere, if nothing is known of the region.

    Args:
        area: Crime area.
        country: ISO 3166-1 alpha-3.
    """
    found = tuple(row for row in table("goods") if row["area"] == area)
    near = tuple(row for row in found if row["regions"] == "*" or _regions().get(country, "-") in row["regions"].split(";"))
    return near or found


@lru_cache
def places(area: str, country: str) -> tuple[Row, ...]:
    """Where things are found in a country, the likeliest first.

    Args:
        area: Crime area.
        country: ISO 3166-1 alpha-3.
    """
    found = tuple(row for row in table("places") if row["country"] == country)
    fitting = tuple(row for row in found if area in row["areas"].split(";"))
    if fitting or found:
        return fitting or found
    name = codelists.labels("countries").get(country, country)
    nowhere = {"admin1": "", "latitude": "", "longitude": ""}
    return tuple({"place_name": f"{name} ({kind.replace('_', ' ')})", "location_type": kind} | nowhere for kind in PLAIN_PLACES)


@lru_cache
def routes(commodity: str, country: str) -> tuple[Route, ...]:
    """The ways of a commodity that touch a country; those of others, made to start in it, if there are none.

    Args:
        commodity: Code of the commodity.
        country: ISO 3166-1 alpha-3.
    """
    found = tuple(_route(row) for row in table("routes") if row["commodity"] == commodity)
    touching = tuple(route for route in found if country in route.chain)
    return touching or tuple(
        Route(chain=(country, *way.chain[1:]), transport_mode=way.transport_mode, concealment=way.concealment, weight=way.weight)
        for way in found
    )


@lru_cache
def words(area: str, field: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The words of a field in an area, with their weights.

    Args:
        area: Crime area.
        field: Column.
    """
    found = [row for row in table("manners") if row["area"] in {"*", area} and row["field"] == field]
    return tuple(row["word"] for row in found), tuple(float(row["weight"]) for row in found)


def _route(row: Row) -> Route:
    return Route(
        chain=tuple(row["chain"].split(">")),
        transport_mode=row["transport_mode"],
        concealment=row["concealment"],
        weight=float(row["weight"]),
    )


@lru_cache
def _regions() -> dict[str, str]:
    countries = codelists.load("countries")
    return dict(zip(countries["code"], countries["region"], strict=True))
