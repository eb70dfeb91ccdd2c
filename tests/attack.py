"""An attacker on small cells: recipients who pool what they own with all numbers of all their editions, and solve for what was not told.

The unknowns are the counts of others by owner, area, leg, place, year and arrival. Each number that an edition tells bounds a sum of
them, and so does the rule that let it be told. What a linear program can narrow down to one whole number has been recovered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import product
from typing import Any

import h3
import numpy as np
import pandas as pd
import worlds
from scipy.optimize import linprog
from scipy.sparse import csr_array

from ens_reports.analysis import shown
from ens_reports.analysis.plan import plan
from ens_reports.analysis.region import region
from ens_reports.analysis.routes_of_country import routes
from ens_reports.analysis.scope import scope
from ens_reports.report.view import Others, Period, View

OWNERS = ("KEN", "ARE", "UGA", "TZA", "VNM", "CHN")
AREAS = ("wildlife", "mining")
LEGS = (("KEN", "ARE"), ("ARE", "VNM"))
PLACES = {"a": (-1.29, 36.82), "b": (-1.29, 36.95), "c": (1.5, 34.0)}
"""The first two lie in one cell of resolution 4, and in two of resolution 5."""
YEARS = (2024, 2025)
COMES = ("first", "operation", "second")
"""What came at first, what an operation brought then, and what came later."""
PLAIN = {"transit_countries": None, "place_name": None, "admin1": None, "place_precision": "site", "location_type": "road"}
RATES = (0.0, 0.04, 0.12, 0.3)
LEAST_GAP = 1e-6

Unit = tuple[str, str, tuple[str, str], str, int, str]
"""Owner, area, leg, place, year, arrival: records that no edition tells apart."""
UNITS: tuple[Unit, ...] = tuple(product(OWNERS, AREAS, LEGS, PLACES, YEARS, COMES))
Cell = frozenset[Unit]


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What an edition speaks of."""

    recipient: str
    late: bool
    years: tuple[int, ...]

    def holds(self, unit: Unit) -> bool:
        """Whether its view has the records of a unit, own ones among them."""
        owner, _, leg, _, year, comes = unit
        return year in self.years and (self.late or comes != "second") and self.recipient in (owner, *leg)


@dataclass(frozen=True, kw_only=True)
class Told:
    """At least how many incidents an edition says others have in a cell; None where it says nothing."""

    recipient: str
    cell: Cell
    number: int | None


@dataclass(frozen=True, kw_only=True)
class World:
    """Counts by unit."""

    counts: dict[Unit, int]

    @cached_property
    def records(self) -> pd.DataFrame:
        """A row per incident."""
        rows = [unit for unit, number in self.counts.items() for _ in range(number)]
        owner, area, leg, place, year, comes = (list(column) for column in zip(*rows, strict=True))
        days = pd.to_datetime([f"{one}-05-01" for one in year])
        frame = worlds.incidents(
            len(rows),
            incident_id=[f"I-{number}" for number in range(len(rows))],
            owner=owner,
            reporting_country=owner,
            crime_area=area,
            origin_country=[start for start, _ in leg],
            destination_country=[end for _, end in leg],
            latitude=[PLACES[one][0] for one in place],
            longitude=[PLACES[one][1] for one in place],
            operation_code=["OP-1" if one == "operation" else None for one in comes],
            **PLAIN,
        )
        return frame.assign(date_from=days, date_to=days, late=[one == "second" for one in comes])

    def view(self, edition: Edition, *, rounding: bool) -> View:
        """What the recipient may see: in these worlds nobody restricts anything."""
        base = worlds.view(worlds.World(own=0, recipient=edition.recipient))
        code, rows = edition.recipient, self.records
        on_route = rows["origin_country"].eq(code) | rows["destination_country"].eq(code)
        own = rows["owner"].eq(code)
        rows = rows.assign(own=own, about_recipient=on_route | own, in_period=rows["date_from"].dt.year.isin(edition.years))
        rows = rows[rows["about_recipient"] & (edition.late | ~rows["late"])].drop(columns="late")
        period = Period(first_year=min(edition.years), last_year=max(edition.years), history_from=2021)
        facts = base.facts.model_copy(update={"period": period, "rounding": rounding})
        return replace(base, facts=facts, incidents=rows[rows["own"]], others=Others(rows[~rows["own"]]))


def world(seed: int) -> World:
    """A random world, with owners of many sizes."""
    random = np.random.default_rng(seed)
    rates = {key: random.choice(RATES) for key in product(OWNERS, AREAS)}
    counts = {unit: int(random.poisson(rates[unit[0], unit[1]])) for unit in UNITS}
    counts[UNITS[0]] += 1
    return World(counts=counts)


def editions(recipient: str) -> tuple[Edition, ...]:
    """All that a recipient is sent: two periods, before and after more has come."""
    return tuple(Edition(recipient=recipient, late=late, years=years) for late, years in product((False, True), (YEARS, YEARS[1:])))


def told(world: World, edition: Edition, *, rounding: bool) -> Iterator[Told]:
    """Every number on others that the products give, and every cell on which they give none."""
    view = world.view(edition, rounding=rounding)
    sorted_out = scope(view)
    held = frozenset(unit for unit in UNITS if edition.holds(unit))
    ways = routes(sorted_out)
    yield Told(recipient=edition.recipient, cell=held, number=ways.abroad)
    yield from _cells(edition, held, 1, region(view, sorted_out).reported["others"])
    yield from _cells(edition, held, 2, ways.legs["others"])
    for bare, resolution in ((False, 5), (True, 5), (False, 4)) if edition.late else ((False, 5),):
        found = plan(view, exclude_operations=bare, resolution=resolution)
        inside = frozenset(unit for unit in held if not (bare and unit[5] == "operation"))
        yield Told(recipient=edition.recipient, cell=inside, number=found.hotspots.others)
        yield from _cells(edition, inside, 2, found.legs.table["others"])
        spots = {place: h3.latlng_to_cell(*PLACES[place], resolution) for place in PLACES}
        for spot in set(spots.values()):
            cell = frozenset(unit for unit in inside if spots[unit[3]] == spot)
            yield Told(recipient=edition.recipient, cell=cell, number=_number(found.hotspots.all["others"], spot))


def _cells(edition: Edition, held: Cell, at: int, numbers: pd.Series) -> Iterator[Told]:
    for key in {unit[at] for unit in held}:
        cell = frozenset(unit for unit in held if unit[at] == key)
        yield Told(recipient=edition.recipient, cell=cell, number=_number(numbers, key))


def _number(numbers: pd.Series, key: object) -> int | None:
    return int(numbers[key]) if key in numbers.index and pd.notna(numbers[key]) else None


def closed(world: World, recipients: tuple[str, ...], limits: shown.Rule) -> list[Cell]:
    """Cells of others that none of the recipients may be told: of their editions, of a single year, of what came in between."""
    found: dict[Cell, None] = {}
    for one, (at, key), years, comes in product(recipients, _keys(), ((2024,), (2025,), YEARS), _arrivals()):
        edition = Edition(recipient=one, late=True, years=years)
        whole = frozenset(u for u in UNITS if edition.holds(u) and u[5] in comes and (at == 0 or u[at] == key))
        rest = frozenset(unit for unit in whole if unit[0] not in recipients)
        if sum(world.counts[unit] for unit in rest) and not _may_be_told(world, whole, limits):
            found[rest] = None
    return list(found)


def _keys() -> list[tuple[int, object]]:
    return [(0, None), *((at, key) for at, keys in ((1, AREAS), (2, LEGS), (3, PLACES)) for key in keys)]


def _arrivals() -> tuple[tuple[str, ...], ...]:
    return (COMES, ("first", "operation"), ("first",), ("operation",), ("second",))


def _may_be_told(world: World, cell: Cell, limits: shown.Rule) -> bool:
    """The rule in plain words: whoever takes its own away, enough, of enough owners, none of which dominates."""
    numbers = {owner: sum(world.counts[unit] for unit in cell if unit[0] == owner) for owner in OWNERS}
    present = {owner: number for owner, number in numbers.items() if number}
    views = [[number for other, number in present.items() if other != owner] for owner in present]
    return all(
        sum(rest) >= limits.threshold and len(rest) >= limits.min_owners and max(rest) <= limits.dominance * sum(rest) for rest in views
    )


@dataclass
class Attack:
    """A linear program that grows: counts of units, each contributor's part of a cell, and what stands of it after rounding."""

    world: World
    recipients: tuple[str, ...]
    limits: shown.Rule
    names: dict[object, int] = field(default_factory=dict)
    bounds: list[tuple[float, float | None]] = field(default_factory=list)
    most: list[tuple[dict[int, float], float]] = field(default_factory=list)
    sums: list[dict[int, float]] = field(default_factory=list)

    def learn(self, facts: Iterable[Told]) -> None:
        """Take in what editions tell, each number of a cell once."""
        for fact in facts:
            if fact.number is not None:
                self._told(fact, fact.number)

    def recovered(self, cells: Iterable[Cell]) -> list[Cell]:
        """The cells for which only one whole number is left.

        Each solution is one that all that was told allows, so it bounds every cell from within: what two of them tell apart is not
        recovered, and needs no program of its own.
        """
        wanted = list(cells)
        goals = _matrix([dict.fromkeys(map(self._unit, cell), 1.0) for cell in wanted], len(self.names))
        low, high = np.full(len(wanted), np.inf), np.full(len(wanted), -np.inf)
        found = []
        for at, cell in enumerate(wanted):
            for way in (1, -1):
                if not _is_one(low[at], high[at]):
                    break
                allowed = self._end(way * goals[[at]].toarray()[0])
                if allowed is None:  # nothing bounds it
                    low[at], high[at] = (-np.inf, high[at]) if way == 1 else (low[at], np.inf)
                    continue
                seen = goals @ allowed
                low, high = np.minimum(low, seen), np.maximum(high, seen)
            if _is_one(low[at], high[at]):
                found.append(cell)
        return found

    def _end(self, goal: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any] | None":
        """What is allowed and makes the goal least; none where nothing does."""
        left, right = _matrix([row for row, _ in self.most], len(self.names)), [value for _, value in self.most]
        sums = _matrix(self.sums, len(self.names))
        done = linprog(goal, A_ub=left, b_ub=right, A_eq=sums, b_eq=np.zeros(len(self.sums)), bounds=self.bounds)
        return done.x if done.status == 0 else None

    def _told(self, fact: Told, number: int) -> None:
        parts = {owner: frozenset(unit for unit in fact.cell if unit[0] == owner) for owner in OWNERS}
        parts = {owner: units for owner, units in parts.items() if units}
        others = [units for owner, units in parts.items() if owner != fact.recipient]
        if self.limits.rounding:
            self._between([self._rounded(units) for units in others], number, number + self.limits.threshold - 1)
        else:
            self._between([self._part(units) for units in others], number, number)
        self._passes([self._part(units) for units in parts.values()])

    def _passes(self, parts: list[int]) -> None:
        """What is told passes the rule for every contributor: that is known too."""
        for one in parts:
            rest = [part for part in parts if part != one]
            self.most.append((dict.fromkeys(rest, -1.0), -float(self.limits.threshold)))
            share = dict.fromkeys(rest, -self.limits.dominance)
            self.most.extend(((share | {part: 1.0 - self.limits.dominance}), 0.0) for part in rest)

    def _between(self, names: list[int], low: int, high: int) -> None:
        self.most.append((dict.fromkeys(names, 1.0), float(high)))
        self.most.append((dict.fromkeys(names, -1.0), -float(low)))

    def _unit(self, unit: Unit) -> int:
        return self._variable(unit, self._known([unit], 1))

    def _part(self, units: Cell) -> int:
        if ("whole", units) not in self.names:
            whole = self._variable(("whole", units), self._known(units, 1))
            self.sums.append({whole: -1.0} | dict.fromkeys(map(self._unit, units), 1.0))
        return self.names["whole", units]

    def _rounded(self, units: Cell) -> int:
        if ("rounded", units) not in self.names:
            rounded, whole = self._variable(("rounded", units), self._known(units, shown.STEP)), self._part(units)
            self.most.append(({rounded: 1.0, whole: -1.0}, 0.0))
            self.most.append(({rounded: -1.0, whole: 1.0}, shown.STEP - 1.0))
        return self.names["rounded", units]

    def _known(self, units: Iterable[Unit], step: int) -> tuple[float, float | None]:
        """Attackers know their own."""
        if next(iter(units))[0] not in self.recipients:
            return 0.0, None
        number = float(sum(self.world.counts[unit] for unit in units) // step * step)
        return number, number

    def _variable(self, name: object, bounds: tuple[float, float | None]) -> int:
        if name not in self.names:
            self.names[name] = len(self.names)
            self.bounds.append(bounds)
        return self.names[name]


def _is_one(low: float, high: float) -> bool:
    """Whether two whole numbers can't be told from what was seen of a cell."""
    return bool(np.floor(high + LEAST_GAP) <= np.ceil(low - LEAST_GAP))


def _matrix(rows: list[dict[int, float]], width: int) -> csr_array:
    entries = [(at, name, value) for at, row in enumerate(rows) for name, value in row.items()]
    lines, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_array((values, (lines, columns)), shape=(len(rows), width))


def recovered(seed: int, recipients: tuple[str, ...], *, rounding: bool) -> tuple[int, int]:
    """Attack a world.

    Args:
        seed: Of the world.
        recipients: Who pools what it knows.
        rounding: Whether what is told is rounded.

    Returns:
        How many closed cells were recovered, and how many there are.
    """
    here, limits = world(seed), shown.Rule(threshold=5, min_owners=3, dominance=0.8, rounding=rounding)
    attack, cells = Attack(world=here, recipients=recipients, limits=limits), closed(here, recipients, limits)
    for one in recipients:
        attack.learn(_of_seed(seed, one, rounding=rounding))
    return len(attack.recovered(cells)), len(cells)


def attacked(here: World, recipients: tuple[str, ...], limits: shown.Rule) -> Attack:
    """What recipients know after all of their editions.

    Args:
        here: The world.
        recipients: Who pools what it knows.
        limits: The rule, and whether what is told is rounded.
    """
    attack = Attack(world=here, recipients=recipients, limits=limits)
    for one in recipients:
        attack.learn(_of_all(here, one, rounding=limits.rounding))
    return attack


@cache
def _of_seed(seed: int, recipient: str, *, rounding: bool) -> tuple[Told, ...]:
    """Recipients who attack alone and in pairs get their editions once."""
    return _of_all(world(seed), recipient, rounding=rounding)


def _of_all(here: World, recipient: str, *, rounding: bool) -> tuple[Told, ...]:
    return tuple(dict.fromkeys(fact for edition in editions(recipient) for fact in told(here, edition, rounding=rounding)))
