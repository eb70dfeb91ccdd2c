"""All that a country threat assessment knows, computed once from a view."""

from dataclasses import dataclass

from ens_reports.analysis import (
    capacity,
    changes,
    commodities,
    convergence,
    coverage,
    methods_summary,
    outcomes,
    places,
    region,
    routes_of_country,
    trends,
)
from ens_reports.analysis.scope import Scope, scope
from ens_reports.report.view import Change, View


@dataclass(frozen=True, kw_only=True, eq=False)
class Assessment:
    """What the pages are written from; each part documents itself.

    Attributes:
        view: What the recipient may see.
        scope: Its records, sorted out.
        coverage: Who reported and what is filled.
        picture: Areas over time.
        commodities: What is taken and traded.
        routes: Alleged routes.
        places: Places of detection.
        methods: Stages and methods.
        convergence: Linked offences.
        outcomes: From detection to outcome.
        region: The recipient beside its region.
        capacity: What it says of its own means.
        headline: The numbers that the next edition will be compared with.
    """

    view: View
    scope: Scope
    coverage: coverage.Coverage
    picture: trends.Picture
    commodities: commodities.Commodities
    routes: routes_of_country.Routes
    places: places.Places
    methods: methods_summary.Methods
    convergence: convergence.Convergence
    outcomes: outcomes.Outcomes
    region: region.Region
    capacity: capacity.Capacity
    headline: tuple[Change, ...]


def assess(view: View) -> Assessment:
    """Compute everything that a country threat assessment says.

    Args:
        view: What the recipient may see.
    """
    records = scope(view)
    reported = coverage.coverage(view, records)
    return Assessment(
        view=view,
        scope=records,
        coverage=reported,
        picture=trends.picture(view, records),
        commodities=commodities.commodities(records),
        routes=routes_of_country.routes(records),
        places=places.places(records),
        methods=methods_summary.methods(records),
        convergence=convergence.convergence(records),
        outcomes=outcomes.outcomes(records),
        region=region.region(view, records),
        capacity=capacity.capacity(view, records),
        headline=changes.headline(records, reported),
    )
