"""Positions against the land of the reporting country: exchanged, without a sign, without a decimal mark, on other land, far at sea."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_contracts import codelists
from data_contracts.checks import plain
from data_contracts.checks.notes import Notes
from data_contracts.geography import land
from data_contracts.geography.land import Degrees, Mask

LATITUDE, LONGITUDE, COUNTRY = "latitude", "longitude", "reporting_country"
NORTH, EAST = 90.0, 180.0
TOLERANCE_KM = 20.0
"""Coasts and borders are drawn at 1:50 million: nearer than this a position is on both sides."""
AT_SEA_KM = 370.4
"""200 nautical miles: as far as a coastal state's own waters go. Source: UN Convention on the Law of the Sea, article 57."""
PLAUSIBLE_KM = 200.0
"""So near to the country an incident on other land may be real, such as on the far bank of a border river; no mistake is proposed."""
NEAR_BOUNDARY_KM = 150.0
"""So near to a disputed boundary no finding says on which side of it a position is."""
AT_SEA = ("sea_area",)
SEA_PLACES = ("eez", "high_seas")
POWERS = tuple(10.0**power for power in range(1, 9))
"""By how much a number grows whose decimal mark was lost."""
PROPOSED = ("position_swapped", "position_sign")
"""What is left out until the sender confirms it."""
SIGNS = ((-1, 1), (1, -1), (-1, -1))
Named = NDArray[np.object_]
Rows = NDArray[np.intp]


@dataclass(frozen=True, kw_only=True)
class _Points:
    """Positions of records of one country, each once."""

    country: str
    longitude: Degrees
    latitude: Degrees

    def part(self, mask: Mask) -> "_Points":
        return self.rows(np.flatnonzero(mask))

    def rows(self, rows: Rows) -> "_Points":
        return _Points(country=self.country, longitude=self.longitude[rows], latitude=self.latitude[rows])

    def fits(self, longitude: Degrees, latitude: Degrees) -> Mask:
        """Whether other positions than these are on the country's land, or so near that the map can't tell."""
        real = (np.abs(latitude) <= NORTH) & (np.abs(longitude) <= EAST)
        found = np.zeros(len(latitude), dtype=bool)
        home = land.home(self.country)
        found[real] = land.is_inside(home, longitude[real], latitude[real])
        open_ones = np.flatnonzero(real & ~found)
        distance = land.distance_km(home, longitude[open_ones], latitude[open_ones], within_km=TOLERANCE_KM)
        found[open_ones] = distance <= TOLERANCE_KM
        return found


@dataclass(frozen=True, kw_only=True)
class _Where:
    """On whose land positions are: `names[numbers]`, empty at sea."""

    names: Named
    numbers: NDArray[np.intp]

    def among(self, codes: Iterable[str]) -> Mask:
        """Whether it is one of some countries; a million names are compared by their numbers."""
        return np.asarray(np.isin(self.names.astype(str), sorted(codes))[self.numbers], dtype=bool)

    def part(self, rows: Rows) -> "_Where":
        return _Where(names=self.names, numbers=self.numbers[rows])


def set_right(placed: pd.DataFrame, notes: Notes) -> pd.DataFrame:
    """Find positions that are nowhere on earth, and what they may be meant as; they are left out until the sender confirms it.

    Args:
        placed: Canonical text: `latitude`, `longitude`, `reporting_country`.
        notes: Takes the findings.

    Returns:
        The frame without those positions; it is not changed itself.
    """
    if not {LATITUDE, LONGITUDE, COUNTRY} <= set(placed.columns):
        return placed
    both = placed[LATITUDE].notna() & placed[LONGITUDE].notna()
    if not both.any():
        return placed
    latitude, longitude = (plain.numbers(placed[name].where(both)) for name in (LATITUDE, LONGITUDE))
    outside = (latitude.abs() > NORTH) | (longitude.abs() > EAST)
    if not outside.any():
        return placed
    turned = outside & (latitude.abs() <= EAST) & (longitude.abs() <= NORTH)
    swapped = _explained((latitude, longitude), placed[COUNTRY], turned, _fits_swapped)
    without_mark = ~placed[LATITUDE].str.contains(".", regex=False, na=False) | ~placed[LONGITUDE].str.contains(".", regex=False, na=False)
    slipped = _explained((latitude, longitude), placed[COUNTRY], outside & ~swapped & without_mark, _fits_smaller)
    for check, hit in (("position_swapped", swapped), ("position_slipped", slipped)):
        notes.add(check, LATITUDE, hit, cells=placed[LATITUDE])
    left_out = swapped | slipped
    return placed.assign(**{name: placed[name].mask(left_out) for name in (LATITUDE, LONGITUDE)})


def judge(records: pd.DataFrame, notes: Notes) -> pd.DataFrame:
    """Hold positions against the land of the reporting country.

    Args:
        records: Typed: `latitude`, `longitude`, `reporting_country`, `place_precision`, `location_type`.
        notes: Takes the findings.

    Returns:
        Without positions that only fit exchanged or with another sign, until the sender confirms them; what is on other land, or
        far at sea, is kept. The frame is not changed itself.
    """
    if not {LATITUDE, LONGITUDE, COUNTRY} <= set(records.columns):
        return records
    verdicts = _verdicts(records)
    if (verdicts == "").all():
        return records
    at_sea = records["place_precision"].isin(AT_SEA) | records["location_type"].isin(SEA_PLACES)
    numbers, names = pd.factorize(verdicts)
    left_out = pd.Series(data=False, index=records.index)
    for number, verdict in sorted(enumerate(names), key=lambda item: str(item[1])):
        check, _, country = str(verdict).partition(":")
        hit = pd.Series(numbers == number, index=records.index)
        if check == "position_far_at_sea":
            hit &= ~at_sea
        left_out |= hit & (check in PROPOSED)
        if check:
            notes.add(check, LATITUDE, hit, cells=records[LATITUDE], values={"country": country} if country else None)
    if not left_out.any():
        return records
    return records.assign(**{name: records[name].mask(left_out) for name in (LATITUDE, LONGITUDE)})


def _verdicts(records: pd.DataFrame) -> pd.Series:
    """What is to be said of each row's position, empty for nothing: each distinct position of a country is looked at once."""
    found = pd.Series("", index=records.index, dtype="object")
    there = records[LATITUDE].notna() & records[LONGITUDE].notna() & records[COUNTRY].notna() & (records["record_type"] != "nil")
    for country, rows in records.loc[there, [LATITUDE, LONGITUDE, COUNTRY]].groupby(COUNTRY, sort=True):
        if not land.has_land(str(country)):
            continue
        pairs = rows[LONGITUDE].to_numpy(dtype=float) + 1j * rows[LATITUDE].to_numpy(dtype=float)
        numbers, distinct = pd.factorize(pairs)
        points = _Points(country=str(country), longitude=np.real(distinct).copy(), latitude=np.imag(distinct).copy())
        found.loc[rows.index] = _judged(points)[numbers]
    return found


def _judged(points: _Points) -> Named:
    found = np.full(len(points.latitude), "", dtype=object)
    strange = np.flatnonzero(~points.fits(points.longitude, points.latitude))
    if not strange.size:
        return found
    rest = points.rows(strange)
    names, numbers = np.unique(land.country_at(rest.longitude, rest.latitude), return_inverse=True)
    where = _Where(names=names, numbers=numbers)
    far = land.distance_km(land.home(points.country), rest.longitude, rest.latitude, within_km=AT_SEA_KM)
    at_sea = where.among([""])
    others = ~at_sea & ~_undecided(points.country, where, rest)
    verdict = np.array([f"position_elsewhere:{name}" for name in names], dtype=object)[numbers]
    verdict[others & _contested(where, rest)] = "position_outside"
    verdict[~others] = ""
    verdict[at_sea & (far > AT_SEA_KM)] = "position_far_at_sea"
    doubtful = (at_sea | others) & (far > PLAUSIBLE_KM) & (others | (far > AT_SEA_KM))
    for check, fits in (("position_sign", _fits_with_sign), ("position_swapped", _fits_swapped)):
        verdict[np.flatnonzero(doubtful)[fits(rest.part(doubtful))]] = check
    found[strange] = verdict
    return found


def _fits_swapped(points: _Points) -> Mask:
    return points.fits(points.latitude, points.longitude)


def _fits_with_sign(points: _Points) -> Mask:
    found = np.zeros(len(points.latitude), dtype=bool)
    for north, east in SIGNS:
        found |= points.fits(points.longitude * east, points.latitude * north)
    return found


def _undecided(country: str, where: _Where, points: _Points) -> Mask:
    """Whether the land that positions are on is its own to the country, or one of an area whose boundary is disputed."""
    mine = land.home(country)
    undecided = where.among(mine)
    for sides, box in _disputes():
        if mine & sides:
            undecided |= where.among(sides) & (_in_box(box, points) if box else np.ones(len(undecided), dtype=bool))
    return undecided


def _contested(where: _Where, points: _Points) -> Mask:
    """Whether to say on whose land positions are would take a side: within a disputed area, or near a disputed boundary."""
    contested = ~where.among(codelists.codes("countries"))
    for sides, box in _disputes():
        rows = np.flatnonzero(where.among(sides) & ~contested)
        near = points.rows(rows)
        contested[rows] = _in_box(box, near) if box else _near_other_side(where.part(rows), sides, near)
    return contested


def _near_other_side(where: _Where, sides: frozenset[str], points: _Points) -> Mask:
    near = np.zeros(len(where.numbers), dtype=bool)
    for side in sorted(sides):
        there = where.among([side])
        other = points.part(there)
        distance = land.distance_km(sides - {side}, other.longitude, other.latitude, within_km=NEAR_BOUNDARY_KM)
        near[there] = distance <= NEAR_BOUNDARY_KM
    return near


def _in_box(box: tuple[float, ...], points: _Points) -> Mask:
    west, south, east, north = box
    return (points.longitude >= west) & (points.longitude <= east) & (points.latitude >= south) & (points.latitude <= north)


@lru_cache(maxsize=1)
def _disputes() -> tuple[tuple[frozenset[str], tuple[float, ...]], ...]:
    """Pairs of countries with a disputed boundary, and the frame of it, empty where the list gives none."""
    rows = codelists.load("disputed_boundaries")
    boxes = rows[["west", "south", "east", "north"]].to_numpy()
    return tuple(
        (frozenset(code.split("-")), tuple(float(edge) for edge in box) if all(box) else ())
        for code, box in zip(rows["code"], boxes, strict=True)
    )


def _explained(
    sent: tuple[pd.Series, pd.Series], countries: pd.Series, candidates: pd.Series, fits: Callable[[_Points], Mask]
) -> pd.Series:
    """Whether one mistake explains a position: without it, it is in the reporting country."""
    latitude, longitude = sent
    found = pd.Series(data=False, index=latitude.index)
    usable = candidates & np.isfinite(latitude) & np.isfinite(longitude)
    for country, rows in countries[usable].groupby(countries[usable]):
        if land.has_land(str(country)):
            points = _Points(country=str(country), longitude=longitude[rows.index].to_numpy(), latitude=latitude[rows.index].to_numpy())
            found.loc[rows.index] = fits(points)
    return found


def _fits_smaller(points: _Points) -> Mask:
    """Whether the position is in the country with a decimal mark in each number that has none."""
    found = np.zeros(len(points.latitude), dtype=bool)
    for north in _powers(points.latitude):
        for east in _powers(points.longitude):
            rest = np.flatnonzero(~found)
            found[rest] = points.part(~found).fits(points.longitude[rest] / east, points.latitude[rest] / north)
    return found


def _powers(numbers: Degrees) -> tuple[float, ...]:
    return (1.0,) if (np.abs(numbers) <= NORTH).all() and (numbers % 1 != 0).any() else (1.0, *POWERS)
