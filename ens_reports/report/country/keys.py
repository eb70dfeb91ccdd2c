"""Which figures and tables an edition holds: the one table that pages ask before they show, and judgements before they point."""

from collections.abc import Callable

from ens_reports.analysis.assessment import Assessment
from ens_reports.report.charts.flows import known_places

LEAST_ENDS = 2

KEYS: dict[str, Callable[[Assessment], bool]] = {
    "agencies": lambda found: not found.coverage.grid.empty,
    "completeness": lambda found: found.scope.basis.charted,
    "gaps": lambda found: bool((found.coverage.completeness["filled"] < found.coverage.completeness["rows"]).any()),
    "quarters": lambda found: found.picture.basis.charted and any(area.counts.any() or area.apart.any() for area in found.picture.areas),
    "areas": lambda found: bool(len(found.scope.own)),
    "incidents": lambda found: found.scope.basis.tier == "few",
    "ranked": lambda found: found.commodities.basis.charted,
    "commodities": lambda found: found.commodities.basis.n > 0,
    "values": lambda found: bool(len(found.commodities.worth)),
    "flows": lambda found: found.routes.basis.charted and len(known_places(found.routes.legs)) >= LEAST_ENDS,
    "matrix": lambda found: found.routes.basis.charted and not found.routes.matrix.empty,
    "legs": lambda found: found.routes.basis.charted,
    "cells": lambda found: found.places.mapped.charted,
    "places": lambda found: not found.places.table.empty,
    "stages": lambda found: found.methods.basis.charted and found.methods.staged > 0,
    "methods": lambda found: not found.methods.signatures.empty,
    "convergence": lambda found: not found.convergence.table.empty,
    "outcomes": lambda found: found.scope.basis.n > 0,
    "persons": lambda found: found.outcomes.persons["rows"].sum() > 0,
    "bands": lambda found: bool(found.region.bands),
    "reported": lambda found: not found.region.reported.empty,
    "scores": lambda found: bool(found.capacity.scores["score"].notna().any()),
    "means": lambda found: found.capacity.newest is not None,
    "unanswered": lambda found: found.scope.basis.n == 0,
    "recommendations": lambda _: True,
    "requirements": lambda _: True,
}
"""Key of a figure or table -> whether this edition has it."""


def has(found: Assessment, key: str) -> bool:
    """Whether an edition holds a figure or table.

    Args:
        found: The assessment.
        key: Its key, such as an analyst may write into a judgement's evidence.
    """
    return key in KEYS and bool(KEYS[key](found))
