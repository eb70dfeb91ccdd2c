"""Synthetic records of the families besides incidents: subjects, movements, yearly returns, open sources."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_contracts import codelists
from data_contracts.families import Family
from data_contracts.publish import tables
from data_contracts.registry import Contract

Texts = NDArray[np.str_]
Whole = NDArray[np.int64]
KINDS = (("person", 60), ("organisation", 18), ("vessel", 10), ("vehicle", 8), ("account", 4))
STATUSES = (("suspect", 45), ("charged", 20), ("convicted", 20), ("acquitted", 4), ("witness", 5), ("victim", 4), ("other", 2))
MOVES = (("position", 70), ("leg", 22), ("gap", 8))
PUBLISHERS = (("news", 60), ("government", 20), ("ngo", 15), ("social_media", 5))
AREAS = ("wildlife", "fisheries", "forestry", "pollution", "mining")
HANDLING = {"evaluation_system": "4x4", "source_evaluation": "B", "information_evaluation": "2", "confidentiality": "restricted"}
FIRST_RETURN = 1990
SCORES = ("proactive", "detection", "investigation", "techniques", "law", "prosecution", "penalties", "holistic")
COLOURS = ("red", "blue", "green", "purple")


@dataclass(frozen=True, kw_only=True)
class Rows:
    """A number of rows of one country, and where their chances come from.

    Attributes:
        country: ISO 3166-1 alpha-3.
        years: Years of the records.
        first: Place of the first row among all rows of the country.
        number: How many.
        random: The chances.
    """

    country: str
    years: Sequence[int]
    first: int
    number: int
    random: np.random.Generator

    def pick(self, weighted: Sequence[tuple[str, int]]) -> Texts:
        """Words, drawn by their whole weights."""
        words = np.repeat([word for word, _ in weighted], [weight for _, weight in weighted])
        return np.asarray(words[self.random.integers(len(words), size=self.number)], dtype=np.str_)

    def whole(self, low: int, high: int) -> Whole:
        """Whole numbers, both ends included."""
        return self.random.integers(low, high + 1, size=self.number)

    def days(self) -> Texts:
        """Days of the years, as text; the last month is left out, so that something can follow."""
        start = np.datetime64(f"{min(self.years)}-01-01")
        span = int((np.datetime64(f"{max(self.years)}-12-01") - start).astype(int))
        return (start + self.random.integers(span, size=self.number).astype("timedelta64[D]")).astype(str)

    def numbers(self, letter: str) -> Texts:
        """Numbers that no two rows share."""
        return np.array([f"{letter}-{self.country}-{place:07d}" for place in range(self.first, self.first + self.number)])

    def places(self) -> tuple[tables.Row, ...]:
        """Places of the country, one for each row."""
        found = tables.places("fisheries", self.country)
        return tuple(found[index] for index in self.random.integers(len(found), size=self.number))


def others(contract: Contract, rows: Rows) -> pd.DataFrame:
    """Synthetic records.

    Args:
        contract: Of a family besides incidents.
        rows: How many, of whom.

    Returns:
        Columns of the contract in its order, those that have any value; text with missing cells.
    """
    made = {"reporting_country": rows.country, **HANDLING, **MAKERS[contract.family](rows)}
    frame = pd.DataFrame(made, index=pd.RangeIndex(rows.number), dtype="str")
    frame = frame.mask(frame == "")
    return frame[[name for name in contract.fields if name in frame and frame[name].notna().any()]]


def open_rows(country: str, *, years: Sequence[int], first: int, number: int, seed: tuple[int, str]) -> Rows:
    """Rows with chances of their own: equal seeds give equal chances.

    Args:
        country: ISO 3166-1 alpha-3.
        years: Years of the records.
        first: Place of the first row.
        number: How many.
        seed: Of the run, and the name of the contract.
    """
    run, name = seed
    random = np.random.default_rng([run, crc32(country.encode()), crc32(name.encode()), first])
    return Rows(country=country, years=tuple(years), first=first, number=number, random=random)


def imo(number: int) -> str:
    """An IMO number of six digits and its check digit.

    Args:
        number: The six digits.
    """
    digits = f"{number:06d}"
    return digits + str(sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=True)) % 10)


def _subjects(rows: Rows) -> dict[str, object]:
    kind, number = rows.pick(KINDS), rows.numbers("S")
    person = kind == "person"
    status = np.where(person, rows.pick(STATUSES), "")
    return {
        "subject_id": number,
        "subject_type": kind,
        "source_type": "police",
        "incident_id": np.char.replace(number, "S-", "EX-"),
        "person_status": status,
        "status_date": np.where(person, rows.days(), ""),
        "basis_reference": np.where(person, np.char.replace(number, "S-", "CASE-"), ""),
        "minor": np.where(person, "no", ""),
        "role": np.where(
            np.isin(status, ("witness", "victim")), "", rows.pick((("transporter", 4), ("taker", 3), ("broker", 2), ("buyer", 1)))
        ),
        "family_name": np.where(person, np.char.replace(number, "S-", "Example "), ""),
        "given_names": np.where(person, "Person", ""),
        "birth_date": np.where(person, rows.whole(1950, 2000).astype(str), ""),
        "nationalities": np.where(person, rows.country, ""),
        "organisation_name": np.where(kind == "organisation", np.char.replace(number, "S-", "Example Trading "), ""),
        "registration_country": np.where(kind == "organisation", rows.country, ""),
        "vessel_name": np.where(kind == "vessel", np.char.replace(number, "S-", "Example "), ""),
        "vessel_flag": np.where(kind == "vessel", rows.country, ""),
        "vessel_imo": np.where(kind == "vessel", [imo(place) for place in rows.whole(900_000, 999_999)], ""),
        "vehicle_type": np.where(kind == "vehicle", rows.pick((("lorry", 5), ("car", 4), ("bus", 1))), ""),
        "licence_plate": np.where(kind == "vehicle", np.char.replace(number, "S-", "EX "), ""),
        "account_type": np.where(kind == "account", "mobile_money", ""),
        "account_no": np.where(kind == "account", np.char.replace(number, "S-", "EX-"), ""),
    }


def _movements(rows: Rows) -> dict[str, object]:
    kind, places, ends, day = rows.pick(MOVES), rows.places(), rows.places(), rows.days()
    leg = kind == "leg"
    number = rows.numbers("M")
    arrival = (day.astype("datetime64[D]") + rows.whole(1, 9).astype("timedelta64[D]")).astype(str)
    return {
        "movement_id": number,
        "item_no": "1",
        "source_type": "fisheries",
        "movement_kind": kind,
        "carrier_type": "vessel",
        "vessel_name": np.array([f"Example {place}" for place in rows.whole(1, 400)]),
        "vessel_flag": rows.country,
        "vessel_imo": np.array([imo(place) for place in rows.whole(900_000, 900_399)]),
        "start_date": day,
        "start_time": np.array([f"{minute // 60:02d}:{minute % 60:02d}" for minute in rows.whole(0, 1439)]),
        "place_name": [place["place_name"] for place in places],
        "latitude": [place["latitude"] for place in places],
        "longitude": [place["longitude"] for place in places],
        "start_country": rows.country,
        "end_date": np.where(leg, arrival, ""),
        "end_place": np.where(leg, [place["place_name"] for place in ends], ""),
        "end_country": np.where(leg, rows.country, ""),
        "speed_knots": np.where(kind == "gap", "", [f"{tenth / 10:.1f}" for tenth in rows.whole(5, 160)]),
        "course_degrees": rows.whole(0, 359).astype(str),
        "position_source": "ais",
        "tracking_status": np.where(kind == "gap", "off", "on"),
    }


def _capacity(rows: Rows) -> dict[str, object]:
    """One return a year, back from the last of the years: a country has no two."""
    year = max(rows.years) - np.arange(rows.first, rows.first + rows.number)
    if year.min() < FIRST_RETURN:
        raise ValueError(f"yearly returns of a country must be at most {max(rows.years) - FIRST_RETURN + 1}, got more rows")
    back, points, cases = max(year) - year, np.repeat(rows.whole(2, 60)[:1], rows.number), rows.whole(5, 200)
    counts = {f"{kind}_{colour}": rows.whole(0, 9).astype(str) for kind in ("notices", "diffusions") for colour in COLOURS}
    people = {name: _grown(rows, back).astype(str) for name in ("staff_women", "staff_men", "trained_women", "trained_men")}
    return {
        "return_year": year.astype(str),
        "completed_on": np.char.add(year.astype(str), "-12-20"),
        "agencies_covered": "Police;Customs",
        "national_priorities": "",
        "nest_status": np.where(year >= min(rows.years), "active", "planned"),
        "nest_since": np.where(year >= min(rows.years), str(min(rows.years)), ""),
        "nest_members": np.where(year >= min(rows.years), "police;customs;environment", ""),
        "ness_held_on": np.char.add(year.astype(str), "-05-14"),
        **people,
        "training_courses": rows.whole(0, 12).astype(str),
        "border_points": points.astype(str),
        "border_points_i247": np.minimum(points, _grown(rows, back)).astype(str),
        "database_of_cases": rows.pick((("yes", 3), ("no", 2))),
        "international_cases": cases.astype(str),
        "international_cases_reported": (cases * rows.whole(10, 100) // 100).astype(str),
        **counts,
        "eia_participation": rows.pick((("none", 5), ("on_request", 3), ("consulted", 2))),
        "assessed_on": np.char.add(year.astype(str), "-11-30"),
        **{f"score_{name}": np.maximum(rows.whole(0, 3)[0] - rows.whole(0, 1) * np.sign(back), 0).astype(str) for name in SCORES},
    }


def _grown(rows: Rows, back: Whole) -> Whole:
    """A number of things that a country had a tenth less of in each year before."""
    return np.asarray(np.rint(rows.whole(8, 90)[0] * 0.9**back), dtype=np.int64)


def _sources(rows: Rows) -> dict[str, object]:
    number, area, day = rows.numbers("W"), rows.pick(tuple((area, 1) for area in AREAS)), rows.days()
    read = (day.astype("datetime64[D]") + rows.whole(0, 20).astype("timedelta64[D]")).astype(str)
    name = codelists.labels("countries").get(rows.country, rows.country)
    return {
        "source_id": number,
        "link": np.char.add("https://news.example/", np.char.lower(number)),
        "title": np.char.add(np.char.add("Example report on ", area), f" in {name}"),
        "publisher": np.array([f"Example News {place}" for place in rows.whole(1, 40)]),
        "publisher_type": rows.pick(PUBLISHERS),
        "source_language": "en",
        "published_on": day,
        "accessed_on": read,
        "about_country": rows.country,
        "crime_area": area,
        "summary": "Synthetic example: nothing of this happened",
    }


MAKERS: dict[Family, Callable[[Rows], dict[str, object]]] = {
    "subjects": _subjects,
    "movements": _movements,
    "capacity": _capacity,
    "osint": _sources,
}
"""What makes the records of a family."""
