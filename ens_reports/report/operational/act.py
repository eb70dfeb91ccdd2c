"""Page 1: where and when to act."""

import pandas as pd

from ens_reports import report
from ens_reports.analysis.hotspots import LEAST, Hotspot
from ens_reports.analysis.plan import Plan
from ens_reports.locales import Language
from ens_reports.report.operational.front import recipient
from ens_reports.report.wording import common, hotspots, judged, routes, standing
from ens_reports.report.wording.judged import Proposal

STEADY = 0.9
LEAST_ON_LEG = 5
"""Incidents on a leg from which its future is judged at all."""


def act(found: Plan) -> None:
    """Write the page on where and when to act; with few incidents a list of chains, with none a sentence.

    Args:
        found: The plan.
    """
    _ = found.view.language.text
    report.section(
        _("Where and when to act"), basis=standing.basis(found.hotspots.basis, found.principal, found.view.language), new_page=True
    )
    keys = [name for name, there in (("hotspots", bool(found.hotspots.top)), ("legs", found.legs.basis.charted)) if there]
    judged.show(found.view, _proposals(found), keys=keys)
    standing.trust(found.view, found.coverage, found.apart, hotspots.left_out(found.hotspots, found.view.language))
    if found.hotspots.top:
        _table(found)
    else:
        _too_few(found)


def _table(found: Plan) -> None:
    _ = found.view.language.text
    columns, rows = hotspots.table(found.hotspots, found.view.language)
    report.table(
        rows,
        key="hotspots",
        columns=columns,
        caption=_("Places with the most recorded incidents"),
        source=standing.source(found.view),
        n=found.hotspots.n,
        note=" ".join(
            [
                _("Stable: share of 500 resamples of the incidents that keep the place in this list; outlined from 90 per cent."),
                _("When: three months, or a weekday, that an even spread would give in fewer than 5 of 100 cases."),
                _("Seizures show where authorities looked and found; a dash means no further doubt."),
                _operations(found),
                hotspots.of_others(found.hotspots, found.view.language),
            ]
        ).strip(),
    )


def _operations(found: Plan) -> str:
    language = found.view.language
    if found.excluded:
        return language.plural(
            "{n} incident that an operation brought is left out.", "{n} incidents that operations brought are left out.", found.excluded
        )
    if found.in_operations:
        return language.plural(
            "{n} incident was brought by an operation.", "{n} incidents were brought by operations.", found.in_operations
        )
    return language.text("No incident is marked as brought by an operation.")


def _too_few(found: Plan) -> None:
    language, _ = found.view.language, found.view.language.text
    if not found.own and not found.hotspots.basis.n:
        report.text(_("There is no incident of yours to plan from in {period}.", period=found.view.facts.period.label), role="lead")
        return
    report.text(_("No place has {number} incidents or more, so none is called a hotspot.", number=language.number(LEAST)), role="lead")
    chains = routes.chain_items(found.legs, language)
    if chains:
        report.text(_("The alleged chains of your own incidents:"))
        report.items(chains, style="numbers")


def _proposals(found: Plan) -> list[Proposal]:
    """One judgement on the first place and one on the gap, as far as there is something to judge."""
    language, _ = found.view.language, found.view.language.text
    if not found.hotspots.top:
        return [
            Proposal(
                statement=_(
                    "It is likely that places that matter to {reader} are missing from these records.", reader=recipient(found.view)
                ),
                confidence="low",
                reason=_("too few incidents carry a usable place."),
            )
        ]
    first = found.hotspots.top[0]
    strong = first.stability >= STEADY and found.hotspots.basis.tested
    return [
        Proposal(
            statement=_continues(first, found),
            confidence="moderate" if strong else "low",
            reason=_rests(first, language),
            evidence=("hotspots",),
        ),
        *_on_routes(found),
    ]


def _rests(spot: Hotspot, language: Language) -> str:
    if spot.others is not None:
        number = language.number(spot.n)
        return language.text("it rests on {number} incidents or more, and the list shows where checks were made.", number=number)
    return language.plural(
        "it rests on {n} incident, and the list shows where checks were made.",
        "it rests on {n} incidents, and the list shows where checks were made.",
        spot.n,
    )


def _on_routes(found: Plan) -> list[Proposal]:
    table, language = found.legs.table, found.view.language
    if table.empty or int(table["n"].iloc[0]) < LEAST_ON_LEG:
        return []
    start, end = table.index[0]
    return [
        Proposal(
            statement=language.text(
                "There is a realistic possibility that goods continue to move on the alleged leg {leg}.",
                leg=common.leg(start, end, language),
            ),
            confidence="low",
            reason=_named(table.iloc[0], language),
            evidence=("legs",),
        )
    ]


def _named(leg: pd.Series, language: Language) -> str:
    number = int(leg["n"])
    if pd.notna(leg["others"]):
        return language.text("{number} incidents or more name this leg, and routes are alleged.", number=language.number(number))
    return language.plural(
        "{n} incident names this leg, and routes are alleged.", "{n} incidents name this leg, and routes are alleged.", number
    )


def _continues(spot: Hotspot, found: Plan) -> str:
    language, _ = found.view.language, found.view.language.text
    place = hotspots.place(spot, language)
    if spot.stability >= STEADY and spot.last is not None and spot.last.year == found.view.facts.period.last_year:
        return _("It is likely that {place} remains among the places with the most recorded incidents.", place=place)
    return _("There is a realistic possibility that {place} remains among the places with the most recorded incidents.", place=place)
