"""Synthetic records that look like a country's: clusters, recurring routes, seasons, a new method at the end, and gaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zlib import crc32

import numpy as np
import pandas as pd

from data_contracts import codelists
from data_contracts.publish import tables
from data_contracts.publish.synth_others import open_rows, others
from data_contracts.registry import contract

AREAS = ("wildlife", "fisheries", "forestry", "pollution", "mining")
SECOND_LINE = 0.12
"""Share of incidents that have a second line."""
ON_A_ROUTE = 0.62
"""Share of incidents that were on their way; the others were found where they arose."""
NEW_METHOD = 0.6
"""Share of the incidents of the last half-year that use the area's new method."""
DAY_KNOWN, MONTH_KNOWN = 0.9, 0.985
SEASON = 0.45
"""How far the number of incidents swings over the year."""
OPERATION_MONTH, IN_OPERATION = 10, 0.1
"""When a yearly operation runs, and the share of the last year's incidents that it adds to its month."""
PLACE_PULL = 0.55
"""Each next place of a country is seen this much less often than the one before it."""


KINDS = {
    "sea": ("seaport",),
    "air": ("airport",),
    "mail": ("airport",),
    "road": ("land_border", "road"),
    "inland": ("river",),
}
"""Kinds of place at which a mode of transport is met, by the mode's first word."""
OWN_AMOUNT = {
    ("fisheries", "kg"): "catch_kg",
    ("forestry", "m3"): "volume_m3",
    ("forestry", "ha"): "area_ha",
    ("pollution", "m3"): "volume_m3",
}
"""The area's own column of a quantity, by area and unit."""


@dataclass(frozen=True, kw_only=True)
class Draw:
    """Where the chances of one country's records in one area come from."""

    area: str
    country: str
    years: tuple[int, ...]
    random: np.random.Generator

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return bool(self.random.random() < share)

    def index(self, weights: Sequence[float]) -> int:
        """A position, drawn by weight."""
        limits = np.cumsum(weights)
        return int(np.searchsorted(limits, self.random.random() * limits[-1], side="right"))

    def word(self, field: str) -> str:
        """A word of a field, drawn by its weight in the area."""
        found, weights = tables.words(self.area, field)
        return found[self.index(weights)]


def synth(contract_name: str, *, country: str, rows: int, seed: int, years: Sequence[int]) -> pd.DataFrame:
    """Synthetic records of one country, as canonical text: what intake hands to `validate`.

    Args:
        contract_name: Name of a contract; `incidents` mixes the areas.
        country: Reporting country, ISO 3166-1 alpha-3.
        rows: Number of rows.
        seed: Equal seeds give equal records.
        years: Years of the incidents; the last two have most of them.

    Returns:
        Columns of the contract in its order, those that have any value; text with missing cells, index from 2 as in a sheet.
    """
    wanted = contract(contract_name)
    if wanted.family != "incidents":
        made = others(wanted, open_rows(country, years=years, first=0, number=rows, seed=(seed, contract_name)))
        return made.set_axis(pd.RangeIndex(2, rows + 2), axis="index")
    random = np.random.default_rng([seed, crc32(country.encode()), crc32(contract_name.encode())])
    records: list[dict[str, str]] = []
    while len(records) < rows:
        area = wanted.area or AREAS[int(random.integers(len(AREAS)))]
        records += _incident(Draw(area=area, country=country, years=tuple(sorted(years)), random=random))
    frame = pd.DataFrame(records[:rows])
    frame = _numbered(frame, country, wanted.name)
    columns = [name for name in wanted.fields if name in frame and frame[name].notna().any()]
    return frame[columns].astype("str").set_axis(pd.RangeIndex(2, rows + 2), axis="index")


def _incident(draw: Draw) -> list[dict[str, str]]:
    """The one or two lines of an incident."""
    record = _good(draw)
    when = _day(draw, peak=int(record.pop("peak")))
    record |= _handling(draw) | _case(draw, when) | _way(draw, record["commodity"])
    record |= _novelty(draw, when, record["commodity"]) | _operation(draw, when)
    record |= _place(draw, "sea" if "marpol_annex" in record else record.get("transport_mode", "")) | _waste_code(record["commodity"], when)
    record = _with_gaps(draw, record)
    lines = [record, _second_line(draw, record)] if draw.chance(SECOND_LINE) else [record]
    return [_with_vessel(line, draw.country) for line in lines]


def _good(draw: Draw) -> dict[str, str]:
    found = tables.goods(draw.area, draw.country)
    row = found[draw.index([float(good["weight"]) for good in found])]
    amount = float(row["median"]) * float(np.exp(float(row["spread"]) * draw.random.standard_normal()))
    whole = row["unit"] == "pcs"
    quantity = str(max(1, round(amount))) if whole else f"{max(amount, 0.1):.1f}"
    known = {"crime_area": draw.area, "commodity": row["commodity"], "unit": row["unit"], "quantity": quantity, "peak": row["peak"]}
    known["quantity_basis"] = "counted" if whole else ("measured" if draw.chance(0.7) else "estimated")
    known["quantity_qualifier"] = "exact" if draw.chance(0.75) else "about"
    details = dict(pair.split("=", 1) for pair in row["details"].split("|"))
    own = OWN_AMOUNT.get((draw.area, row["unit"]))
    return known | details | ({own: quantity} if own else {})


def _day(draw: Draw, *, peak: int) -> date:
    """A day: most in the last two years, and more in the commodity's season."""
    first = len(draw.years) - 2
    year = draw.years[draw.index([2.6 + 0.5 * (position - first) if position >= first else 1.0 for position in range(len(draw.years))])]
    weights = [1 + SEASON * float(np.cos((month - peak) * np.pi / 6)) for month in range(1, 13)]
    month = OPERATION_MONTH if year == draw.years[-1] and draw.chance(IN_OPERATION) else draw.index(weights) + 1
    return date(year, month, 1) + timedelta(days=int(draw.random.integers(28)))


def _handling(draw: Draw) -> dict[str, str]:
    source = draw.word("source_type")
    return {
        "evaluation_system": "4x4",
        "source_evaluation": "AABBBX"[int(draw.random.integers(6))],
        "information_evaluation": "112234"[int(draw.random.integers(6))],
        "reporting_country": draw.country,
        "source_type": source,
        "detecting_agency": codelists.labels("source_type")[source],
        "confidentiality": "restricted" if draw.chance(0.2) else "official",
        "consortium": "no" if draw.chance(0.05) else "yes",
        "climate_related": "yes" if draw.chance(0.1) else "no",
    }


def _case(draw: Draw, when: date) -> dict[str, str]:
    """The date as exactly as it is known, and what became of the case."""
    known = draw.random.random()
    text = when.isoformat()[: 10 if known < DAY_KNOWN else 7 if known < MONTH_KNOWN else 4]
    detected = int(draw.random.geometric(0.5)) - (1 if draw.chance(0.3) else 0)
    outcome = draw.word("outcome")
    charged = detected if outcome in {"charged", "convicted", "acquitted"} else 0
    case = {
        "incident_date": text,
        "_day": when.isoformat(),
        "date_basis": "detection",
        "legal_nature": "administrative" if draw.chance(0.22) else "criminal",
        "detection_method": draw.word("detection_method"),
        "permit_status": draw.word("permit_status"),
        "linked_offences": draw.word("linked_offences"),
        "outcome": outcome,
        "disposal": draw.word("disposal"),
        "persons_detected": str(detected),
        "persons_charged": str(charged),
        "persons_convicted": str(charged if outcome == "convicted" else 0),
    }
    if outcome in {"convicted", "settled"}:
        case |= {"sanction_type": "custody" if outcome == "convicted" and draw.chance(0.4) else "fine"}
    return case


def _way(draw: Draw, commodity: str) -> dict[str, str]:
    ways = tables.routes(commodity, draw.country)
    if not ways or not draw.chance(ON_A_ROUTE):
        return {"supply_chain_stage": draw.word("local_stage"), "origin_country": draw.country}
    way = ways[draw.index([way.weight for way in ways])]
    role = {0: "export", len(way.chain) - 1: "import"}.get(way.chain.index(draw.country), "transit")
    return {
        "origin_country": way.chain[0],
        "transit_countries": ";".join(way.chain[1:-1]) or "none",
        "destination_country": way.chain[-1],
        "transport_mode": way.transport_mode,
        "concealment": way.concealment,
        "supply_chain_stage": role,
    }


def _novelty(draw: Draw, when: date, commodity: str) -> dict[str, str]:
    """The area's new method, which is seen in the last half-year only, and in every country that has the commodity."""
    found = [row for row in tables.table("novelties") if (row["area"], row["commodity"]) == (draw.area, commodity)]
    if when < date(draw.years[-1], 7, 1) or not found or not draw.chance(NEW_METHOD):
        return {}
    return {name: word for name, word in found[0].items() if name not in {"area", "commodity"}}


def _operation(draw: Draw, when: date) -> dict[str, str]:
    """The tag of the yearly operation, which catches more than its month's share."""
    if when.month != OPERATION_MONTH or not draw.chance(0.6):
        return {}
    return {"operation_code": f"EXAMPLE-{when.year}"}


def _place(draw: Draw, mode: str) -> dict[str, str]:
    found = tables.places(draw.area, draw.country)
    kinds = KINDS.get(mode.partition("_")[0], ())
    found = tuple(row for row in found if row["location_type"] in kinds) or found
    row = found[draw.index([PLACE_PULL**position for position in range(len(found))])]
    place = {name: row[name] for name in ("place_name", "admin1", "location_type") if row[name]}
    if not row["latitude"]:
        return place
    near = [f"{float(row[name]) + 0.03 * draw.random.standard_normal():.4f}" for name in ("latitude", "longitude")]
    return place | {"latitude": near[0], "longitude": near[1], "place_precision": "locality"}


def _waste_code(commodity: str, when: date) -> dict[str, str]:
    """Electronic waste under the code of its day: the lists changed at the start of 2025."""
    if commodity != "e_waste":
        return {}
    return {"waste_list_code": "A1181" if when >= date(2025, 1, 1) else "A1180"}


def _second_line(draw: Draw, record: dict[str, str]) -> dict[str, str]:
    """Another commodity of the same incident: its own goods, the same everything else."""
    other = _good(draw)
    own = set(other) | set(_good_columns(draw.area))
    when = date.fromisoformat(record["_day"])
    kept = {name: word for name, word in record.items() if name not in own}
    return kept | {name: word for name, word in other.items() if name != "peak"} | _waste_code(other["commodity"], when) | {"item_no": "2"}


def _good_columns(area: str) -> set[str]:
    """The columns that describe goods in an area, and not the incident."""
    details = [row["details"] for row in tables.table("goods") if row["area"] == area]
    return {pair.split("=", 1)[0] for row in details for pair in row.split("|")} | {"waste_list_code", *OWN_AMOUNT.values()}


def _with_gaps(draw: Draw, record: dict[str, str]) -> dict[str, str]:
    """Some fields left blank, as senders leave them; a quantity goes with its unit, a latitude with its longitude."""
    together = {"quantity": ("unit", "quantity_basis", "quantity_qualifier"), "latitude": ("longitude", "place_precision")}
    together["source_evaluation"] = ("information_evaluation", "evaluation_system")
    gone = {row["field"] for row in tables.table("gaps") if draw.chance(float(row["share"]))}
    gone |= {other for name in gone for other in together.get(name, ())}
    return {name: word for name, word in record.items() if name not in gone}


def _with_vessel(record: dict[str, str], country: str) -> dict[str, str]:
    """A vessel whose type is known has a name and a flag too; no chance is drawn for it."""
    if "vessel_type" not in record:
        return record
    number = crc32("".join(record.values()).encode()) % 500
    return record | {"vessel_name": f"Example {number}", "vessel_flag": country}


def _numbered(frame: pd.DataFrame, country: str, name: str) -> pd.DataFrame:
    """Rows in the order of their days, with the authority's own numbers: a new series every year."""
    second = frame["item_no"].eq("2") if "item_no" in frame else pd.Series(data=False, index=frame.index)
    frame["_incident"] = (~second).cumsum()
    frame = frame.sort_values(["_day", "_incident"], kind="stable", ignore_index=True)
    year = frame["_day"].str[:4]
    order = frame.groupby(year)["_incident"].transform(lambda numbers: pd.factorize(numbers)[0] + 1)
    frame["incident_id"] = country + "-" + name[:2].upper() + "-" + year + "-" + order.astype("str").str.zfill(4)
    frame["item_no"] = np.where(frame["item_no"].isna(), "1", "2") if "item_no" in frame else "1"
    return frame
