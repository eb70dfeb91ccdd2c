"""Views to test analyses and notebooks on: small worlds with the columns, types and gaps of the real ones."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from ens_reports.policy.columns import shaped, types_of_persons, types_of_returns
from ens_reports.report.view import Change, Facts, Others, Period, View, WrittenJudgement

AREAS = ("wildlife", "fisheries", "forestry", "pollution", "mining")
NEIGHBOURS = ("UGA", "TZA", "ETH", "SOM", "CMR", "NGA", "VNM", "CHN", "ARE", "MYS")
PLACES = (
    ("Mombasa", "Mombasa", -4.04, 39.66, "seaport"),
    ("Nairobi airport", "Nairobi", -1.32, 36.93, "airport"),
    ("Busia", "Busia", 0.46, 34.09, "land_border"),
    ("Isiolo", "Isiolo", 0.35, 37.58, "road"),
    ("Namanga", "Kajiado", -2.54, 36.79, "land_border"),
    ("Voi", "Taita-Taveta", -3.39, 38.57, "protected_area"),
)
COMMODITIES = {
    "wildlife": (("elephant_ivory", "kg"), ("pangolin_scales", "kg"), ("tortoise", "pcs"), ("timber", "kg")),
    "fisheries": (("tuna", "kg"), ("sea_cucumber", "kg")),
    "forestry": (("charcoal", "kg"), ("rosewood", "m3")),
    "pollution": (("used_batteries", "kg"), ("waste_oil", "l")),
    "mining": (("gold", "g"), ("sand", "t")),
}
AGENCIES = ("wildlife service", "customs", "police", "forest service")
WHOLE = ("item_no", "incident_count", "persons_detected", "persons_charged", "persons_convicted")
FLOAT = ("quantity", "latitude", "longitude", "value", "sanction_amount")
DAYS = ("date_from", "date_to")
FLAGS = ("own", "about_recipient", "in_period")
RETURN = {
    "completed_on": "2026-01-15",
    "agencies_covered": "Police;Customs",
    "nest_status": "active",
    "nest_since": "2019",
    "staff_women": 12,
    "staff_men": 30,
    "border_points": 40,
    "border_points_i247": 10,
    "notices_red": 2,
    "notices_purple": 0,
    "assessed_on": "2025-11-30",
    "score_detection": 3,
    "score_law": 2,
    "score_penalties": 0,
}
"""A return on a country's means; what is not here was not said."""


@dataclass(frozen=True, kw_only=True)
class World:
    """What to put into a view.

    Attributes:
        own: Number of the recipient's own incidents.
        others: Number of other owners' incidents that touch the recipient.
        owners: Number of those owners.
        first_year: First year with records.
        returned: Whether the recipient sent a submission at all.
        nil: Areas for which it declared a nil return.
        returns: Years for which it sent a return on its means.
    """

    recipient: str = "KEN"
    language: str = "en"
    own: int = 40
    others: int = 0
    owners: int = 4
    first_year: int = 2021
    last_year: int = 2025
    returned: bool = True
    nil: tuple[str, ...] = ()
    returns: tuple[int, ...] = ()
    classes: tuple[str, ...] = ("police",)
    judgements: tuple[WrittenJudgement, ...] = ()
    previous: tuple[Change, ...] = ()
    need_to_know: bool = False
    seed: int = 1


def view(world: World) -> View:
    """A view of that world; equal worlds give equal views."""
    random = np.random.default_rng(world.seed)
    mine = _records(world, random, number=world.own, own=True)
    theirs = _records(world, random, number=world.others, own=False)
    return View(
        facts=_facts(world),
        incidents=mine,
        others=Others(theirs),
        submissions=_submissions(world),
        regional=_regional(world),
        capacity=returns(world.recipient, *world.returns),
        persons=persons(),
    )


def parted(records: pd.DataFrame) -> dict[str, pd.DataFrame | Others]:
    """Own records and those of others as the two parts of a view."""
    return {"incidents": records[records["own"]], "others": others(records[~records["own"]])}


def sides(records: pd.DataFrame) -> tuple[pd.DataFrame, Others]:
    """Own records, and those of others, closed."""
    return records[records["own"]], others(records[~records["own"]])


def others(records: pd.DataFrame) -> Others:
    """Records that are nobody's own, closed."""
    return Others(records.assign(own=False))


def incidents(number: int, **changes: object) -> pd.DataFrame:
    """That many own police incidents of a plain kind, with some columns set to a value or a list of values."""
    frame = _records(World(own=number), np.random.default_rng(7), number=number, own=True)
    for name, value in changes.items():
        frame[name] = pd.Series(value, index=frame.index, dtype=frame[name].dtype) if name in frame else value
    return frame


def empty() -> pd.DataFrame:
    """No incidents, with all columns and their types."""
    return incidents(1).iloc[:0]


def returns(country: str, *years: int, **changes: object) -> pd.DataFrame:
    """A country's returns on its means, one per year given, with some columns set to a value or a list of values."""
    whose = {"submission": f"{country}-capacity-0a1b2c3d4e", "reporting_country": country}
    made = {"record_id": [f"r{year}" for year in years], "return_year": list(years), **whose, **RETURN, **changes}
    return shaped(pd.DataFrame(made, index=range(len(years))), types_of_returns())


def persons(*statuses: str) -> pd.DataFrame:
    """Persons of one's own of whom a notice could be asked for, one per legal status given."""
    rows = [(f"r{at}", "KEN-subjects-0a1b2c3d4e", f"S-{at}", name, "2025-11-30", f"W-{at}") for at, name in enumerate(statuses, start=1)]
    return pd.DataFrame(rows, columns=list(types_of_persons())).astype("str")


def _records(world: World, random: np.random.Generator, *, number: int, own: bool) -> pd.DataFrame:
    rows = [_record(world, random, index, own=own) for index in range(number)]
    if not rows:
        return _records(world, random, number=1, own=own).iloc[:0]
    return _typed(pd.DataFrame(rows))


def _record(world: World, random: np.random.Generator, index: int, *, own: bool) -> dict[str, object]:
    owner = world.recipient if own else f"P{index % world.owners + 1}"
    day = _day(world, random)
    row = {
        "incident_id": f"{owner}-{index:05d}",
        "item_no": 1,
        "record_type": "seizure",
        "incident_count": 1,
        "owner": owner,
        "submission": f"{owner}-wildlife-0a1b2c3d4e",
        "own": own,
        "record_id": f"{own}{index:06d}",
        "incident_date": day.isoformat(),
        "date_from": day,
        "date_to": day,
        "date_precision": "day",
        "about_recipient": True,
        "in_period": day.year > world.last_year - 2,
        "reporting_country": world.recipient if own else NEIGHBOURS[index % world.owners],
        "record_class": str(random.choice(world.classes)),
        "source_type": "police",
        "legal_nature": _maybe(random, ["criminal", "criminal", "administrative"], 0.1),
    }
    return row | _what(random) | _where(random) | _how(world, random, own=own) | _after(random)


def _day(world: World, random: np.random.Generator) -> date:
    years = np.arange(world.first_year, world.last_year + 1)
    weights = np.where(years > world.last_year - 2, 3.0, 1.0)
    year = int(random.choice(years, p=weights / weights.sum()))
    return date(year, 1, 1) + timedelta(days=int(random.integers(0, 365)))


def _what(random: np.random.Generator) -> dict[str, object]:
    area = str(random.choice(AREAS, p=(0.5, 0.15, 0.15, 0.1, 0.1)))
    commodity, unit = COMMODITIES[area][int(random.integers(len(COMMODITIES[area])))]
    known = random.random() < 0.75
    return {
        "crime_area": area,
        "commodity": commodity if random.random() < 0.9 else None,
        "commodity_code": None,
        "commodity_system": None,
        "quantity": float(np.round(random.lognormal(3, 1.2), 1)) if known else np.nan,
        "unit": unit if known else None,
        "quantity_basis": _maybe(random, ["measured", "estimated"], 0.4),
        "scientific_name": "Loxodonta africana" if commodity == "elephant_ivory" else None,
        "cites_appendix": _maybe(random, ["I", "II"], 0.2) if area == "wildlife" else None,
        "value": np.nan,
        "currency": None,
        "value_basis": None,
        "offence_text": "unlawful possession",
        "online_channel": None,
    }


def _where(random: np.random.Generator) -> dict[str, object]:
    name, admin1, lat, lon, kind = PLACES[int(random.choice(len(PLACES), p=(0.4, 0.25, 0.15, 0.1, 0.05, 0.05)))]
    placed = random.random() < 0.8
    return {
        "place_name": name if placed else None,
        "admin1": admin1 if placed else None,
        "latitude": lat + random.normal(0, 0.05) if placed else np.nan,
        "longitude": lon + random.normal(0, 0.05) if placed else np.nan,
        "place_precision": "site" if placed else "unknown",
        "location_type": _maybe(random, [kind], 0.15),
    }


def _how(world: World, random: np.random.Generator, *, own: bool) -> dict[str, object]:
    routed = random.random() < 0.6 or not own
    origin = world.recipient if not own else str(random.choice([world.recipient, "UGA", "TZA", "CMR"]))
    linked = random.choice(
        ["", "none", "money_laundering", "corruption;document_fraud", "human_trafficking"], p=(0.5, 0.2, 0.12, 0.13, 0.05)
    )
    return {
        "origin_country": origin if routed else None,
        "transit_countries": _maybe(random, ["ARE", "ARE;MYS"], 0.6) if routed else None,
        "destination_country": _maybe(random, ["VNM", "CHN", world.recipient], 0.2) if routed else None,
        "transport_mode": _maybe(random, ["sea", "road", "air"], 0.3),
        "concealment": _maybe(random, ["misdeclared", "hidden_compartment"], 0.5),
        "permit_status": _maybe(random, ["none", "forged", "not_checked"], 0.6),
        "supply_chain_stage": _maybe(
            random, ["taking", "processing", "storage", "transport", "export", "sale", "possession", "transport;export"], 0.25
        ),
        "detection_method": _maybe(random, ["scanner", "risk_profiling", "tip_off"], 0.4),
        "detecting_agency": _maybe(random, list(AGENCIES), 0.1),
        "linked_offences": str(linked) or None,
    }


def _after(random: np.random.Generator) -> dict[str, object]:
    outcome = random.choice(["unknown", "", "under_investigation", "charged", "convicted"], p=(0.3, 0.45, 0.1, 0.1, 0.05))
    detected = int(random.integers(0, 4))
    return {
        "outcome": str(outcome) or None,
        "persons_detected": detected,
        "persons_charged": detected if outcome in {"charged", "convicted"} else pd.NA,
        "persons_convicted": 1 if outcome == "convicted" else pd.NA,
        "sanction_type": "fine" if outcome == "convicted" else None,
        "sanction_amount": 500.0 if outcome == "convicted" else np.nan,
        "sanction_currency": "KES" if outcome == "convicted" else None,
        "disposal": _maybe(random, ["stored", "destroyed"], 0.7),
        "operation_code": None,
        "evaluation_system": "4x4" if random.random() < 0.15 else None,
        "source_evaluation": None,
        "information_evaluation": None,
    }


def _maybe(random: np.random.Generator, values: list[str], blank: float) -> str | None:
    return None if random.random() < blank else str(random.choice(values))


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    kinds = dict.fromkeys(WHOLE, "Int64") | dict.fromkeys(FLOAT, "float64") | dict.fromkeys(FLAGS, "bool")
    days = {name: pd.to_datetime(frame[name]).astype("datetime64[us]") for name in DAYS}
    return frame.assign(**days).astype({name: kinds.get(name, "str") for name in frame.columns if name not in DAYS})


def _facts(world: World) -> Facts:
    period = Period(first_year=world.last_year - 1, last_year=world.last_year, history_from=world.first_year)
    return Facts(
        product="country-threat-assessment",
        level="strategic",
        recipient=world.recipient,
        recipient_kind="country",
        language=world.language,
        languages_available=("en", "fr", "es", "ar"),
        reference="ENS/CTA/2026/0A1B2C3D",
        marking="INTERPOL FOR OFFICIAL USE ONLY",
        period=period,
        period_moved=False,
        cut_off=date(world.last_year + 1, 1, 31),
        synthetic=True,
        threshold=1 if world.need_to_know else 5,
        min_owners=3,
        dominance=0.8,
        need_to_know=world.need_to_know,
        next_due=date(world.last_year + 2, 1, 31),
        judgements=world.judgements,
        previous=world.previous,
    )


def _submissions(world: World) -> pd.DataFrame:
    last = world.last_year
    row = {
        "own": True,
        "owner": world.recipient,
        "contract": "wildlife",
        "reference": f"{world.recipient}-wildlife-0a1b2c3d4e",
        "received_on": date(last + 1, 1, 20),
        "period_from": date(last - 1, 1, 1),
        "period_to": date(last, 12, 31),
        "agencies_covered": "; ".join(AGENCIES[:3]),
        "completeness": "all",
        "nil_return": ";".join(world.nil) or None,
        "rows_accepted": world.own,
    }
    frame = pd.DataFrame([row]).iloc[: int(world.returned)]
    frame = frame.astype(dict.fromkeys(("owner", "contract", "reference", "agencies_covered", "completeness", "nil_return"), "str"))
    return frame.assign(
        **{name: pd.to_datetime(frame[name]).astype("datetime64[us]") for name in ("received_on", "period_from", "period_to")}
    )


def _regional(world: World) -> pd.DataFrame:
    names = [world.recipient, *(f"C{number}" for number in range(1, 8))]
    measures = ("completeness", "timeliness_days", "share_with_route", "areas_reported")
    values = np.random.default_rng(3).uniform(0.2, 0.9, size=(len(names), len(measures)))
    values[:, 1], values[:, 3] = np.round(values[:, 1] * 300), np.round(values[:, 3] * 5)
    rows = [(name, measure, float(values[i, j])) for i, name in enumerate(names) for j, measure in enumerate(measures)]
    return pd.DataFrame(rows, columns=["country", "measure", "value"]).astype({"country": "str", "measure": "str"})
