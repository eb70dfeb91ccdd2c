"""Judgements that a rule can propose: each says what it rests on; none is adopted before an analyst has written it down."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from ens_reports.analysis.assessment import Assessment

MOST = 4
ENOUGH_AGENCIES, ENOUGH_FILLED = 3, 0.6
LARGE, VERY_LARGE = 0.4, 0.6
OFTEN, SOMETIMES = 5, 3
PLACE_SHARE = 0.2


UNDETERMINED = "undetermined"
"""The area of a law that fits several: no one can say that it will lead."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A judgement proposed by a rule.

    Attributes:
        rule: Its name.
        likelihood: A word of the yardstick.
        confidence: Never high: a rule knows no sources.
        codes: Codes and numbers for its wording.
        evidence: Keys of figures and tables.
    """

    rule: str
    likelihood: str
    confidence: Literal["low", "moderate"]
    codes: dict[str, str | int | float] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()


def proposals(found: Assessment) -> tuple[Proposal, ...]:
    """At most four judgements that the records of an assessment allow, in the order in which they print.

    Args:
        found: The assessment; without incidents nothing is proposed.
    """
    if not found.scope.basis.n:
        return ()
    told = [rule(found) for rule in RULES]
    return tuple(proposal for proposal in told if proposal is not None)[:MOST]


def confidence(found: Assessment) -> Literal["low", "moderate"]:
    """Moderate with thirty incidents from three agencies and most key fields filled, else low."""
    coverage = found.coverage
    enough = found.scope.basis.tested and coverage.agencies >= ENOUGH_AGENCIES and coverage.share >= ENOUGH_FILLED
    return "moderate" if enough else "low"


def _gap(found: Assessment) -> Proposal:
    shares = found.coverage.completeness["share"].fillna(0.0)
    silent = found.scope.silent_areas
    codes: dict[str, str | int | float] = {"n": found.scope.basis.n, "field": str(shares.idxmin()), "share": 1 - float(shares.min())}
    return Proposal(
        rule="silent_areas" if silent else "gap",
        likelihood="highly likely",
        confidence=confidence(found),
        codes=codes | {"areas": ";".join(silent)},
        evidence=("agencies", "gaps"),
    )


def _lead(found: Assessment) -> Proposal | None:
    table = found.picture.table
    mine = table[table.index.get_level_values("record_class") == found.scope.principal]["incidents"]
    years = mine.reset_index().pivot_table(index="crime_area", columns="year", values="incidents", aggfunc="sum", fill_value=0)
    totals = years.sum(axis=1)
    area, part = str(totals.idxmax()), float(totals.max() / totals.sum())
    first = bool((years.loc[area] == years.max()).all())
    if not found.scope.basis.charted or part < LARGE or len(totals) == 1 or area == UNDETERMINED:
        return None
    likelihood = "highly likely" if first and part >= VERY_LARGE else "likely" if first else "realistic possibility"
    codes: dict[str, str | int | float] = {"area": area, "part": int(totals[area]), "n": int(totals.sum())}
    return Proposal(rule="lead", likelihood=likelihood, confidence=confidence(found), codes=codes, evidence=("areas", "quarters"))


def _trend(found: Assessment) -> Proposal | None:
    moved = [area for area in found.picture.areas if area.direction in {"up", "down"}]
    if not moved:
        return None
    area = max(moved, key=lambda one: (one.basis.n, one.area))
    agreed = area.change is not None
    return Proposal(
        rule=area.direction,
        likelihood="likely" if agreed else "realistic possibility",
        confidence=confidence(found),
        codes={"area": area.area, "n": area.basis.n},
        evidence=("quarters",),
    )


def _route(found: Assessment) -> Proposal | None:
    legs = found.routes.legs
    if not found.routes.basis.charted or legs.empty or int(legs["own"].iloc[0]) < SOMETIMES:
        return None
    start, end = legs.index[0]
    line = legs.iloc[0]
    recent = str(line["last"]).startswith(str(found.scope.period.last_year))
    often = int(line["own"]) >= OFTEN and recent
    codes: dict[str, str | int | float] = {"start": str(start), "end": str(end), "part": int(line["own"]), "n": found.routes.basis.n}
    codes["last"] = str(line["last"])
    likelihood = "likely" if often else "realistic possibility"
    return Proposal(rule="route", likelihood=likelihood, confidence=confidence(found), codes=codes, evidence=("flows", "legs"))


def _link(found: Assessment) -> Proposal | None:
    table = found.convergence.table
    if not found.convergence.basis.charted or table.empty or int(table["all"].iloc[0]) < SOMETIMES:
        return None
    codes: dict[str, str | int | float] = {
        "offence": str(table.index[0]),
        "part": int(table["all"].iloc[0]),
        "n": found.convergence.basis.n,
    }
    return Proposal(rule="link", likelihood="realistic possibility", confidence="low", codes=codes, evidence=("convergence",))


def _place(found: Assessment) -> Proposal | None:
    table, basis = found.places.table, found.places.basis
    if not basis.charted or table.empty or int(table["incidents"].iloc[0]) < PLACE_SHARE * basis.of:
        return None
    codes: dict[str, str | int | float] = {"place": str(table.index[0]), "part": int(table["incidents"].iloc[0]), "n": basis.of}
    likelihood = "likely" if basis.tested else "realistic possibility"
    return Proposal(rule="place", likelihood=likelihood, confidence=confidence(found), codes=codes, evidence=("cells", "places"))


RULES: tuple[Callable[[Assessment], Proposal | None], ...] = (_lead, _trend, _route, _link, _gap, _place)
"""In the order in which they print; the gap comes before what few records can carry."""
