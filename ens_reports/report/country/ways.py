"""Page 6: routes in and out, all of them alleged."""

from collections.abc import Hashable
from typing import Any

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.analysis.routes_of_country import MOST_LEGS
from ens_reports.locales import mark
from ens_reports.report import Cell
from ens_reports.report.charts import flows, maps
from ens_reports.report.country import words
from ens_reports.report.country.keys import has

ROLES = {
    "origin": mark("alleged origin ({n})"),
    "transit": mark("alleged transit ({n})"),
    "destination": mark("alleged destination ({n})"),
    "detection": mark("place of detection only ({n})"),
}


def ways(found: Assessment) -> None:
    """Write the page on alleged routes.

    Args:
        found: The assessment.
    """
    if not found.scope.basis.n:
        return
    _ = found.view.language.text
    words.head(found, _("Alleged routes in and out"), found.routes.basis)
    _lead(found)
    _map(found)
    _matrix(found)
    if found.routes.basis.charted:
        _legs(found)
    else:
        _chains(found)


def _lead(found: Assessment) -> None:
    _, language, routes = found.view.language.text, found.view.language, found.routes
    if routes.basis.n and found.view.facts.recipient_kind == "country":
        roles = [_(ROLES[str(role)], n=language.number(int(count))) for role, count in routes.roles.items() if count]
        report.text(_("{country} is recorded as {roles}.", country=words.country(found), roles=language.join(roles)), role="lead")
    elif not routes.basis.n:
        report.text(_("No incident of the period tells where the goods are alleged to come from or to go."))
    unrouted = language.plural("{n} incident names no country of a route.", "{n} incidents name no country of a route.", routes.unrouted)
    abroad = ""
    if routes.abroad is not None:
        abroad = _(
            "Others recorded {number} or more incidents abroad with {country} on the alleged route.",
            number=language.number(routes.abroad),
            country=words.country(found),
        )
    report.text(f"{unrouted if routes.unrouted else ''} {abroad}".strip() or _("Every incident names a country of its alleged route."))


def _map(found: Assessment) -> None:
    if not has(found, "flows"):
        return
    _, language, legs = found.view.language.text, found.view.language, found.routes.legs
    drawn = flows.flows(legs, found.scope.recipient, language)
    own = legs[legs["own"].gt(0)]
    if drawn is None or own.empty:
        return
    start, end = own.index[0]
    report.figure(
        drawn,
        key="flows",
        caption=_("Alleged routes, by number of incidents"),
        alt=_(
            "Map of alleged legs between countries, arrows wider with more incidents; the most recorded is {start} to {end}.",
            start=language.country(str(start)),
            end=language.country(str(end)),
        ),
        source=f"{words.source(found)}. {maps.source(language)}",
        n=found.routes.basis.n,
        note=f"{_('Arrows join countries, not places. Dashed: one incident only.')} {maps.disclaimer(language)}",
    )


def _matrix(found: Assessment) -> None:
    if not has(found, "matrix"):
        return
    _, language, matrix = found.view.language.text, found.view.language, found.routes.matrix
    most = max(int(matrix.to_numpy().max()), 1)
    rows = [
        [
            Cell(text=language.country(str(origin)), strong=origin == found.scope.recipient),
            *(_cell(language.number(int(value)), int(value) / most) for value in line),
        ]
        for origin, line in zip(matrix.index, matrix.to_numpy(), strict=True)
    ]
    heads = [report.Column(label=_("From / to"), share=1.6)]
    heads += [report.Column(label=language.country(str(code)), align="center") for code in matrix.columns]
    report.table(
        rows,
        key="matrix",
        columns=heads,
        caption=_("Alleged origin (rows) and alleged destination (columns)"),
        source=words.source(found),
        n=found.routes.basis.n,
        note=_(
            "Only incidents with both. At most seven countries a side, in order of "
            "incidents recorded here: an order of records, not of countries."
        ),
    )


def _cell(text: str, shade: float) -> Cell:
    return Cell(text=text if shade else words.NONE, shade=round(shade * 0.8, 3))


def _legs(found: Assessment) -> None:
    _ = found.view.language.text
    legs = found.routes.legs.head(MOST_LEGS)
    report.table(
        [_leg(found, line) for line in legs.reset_index().to_dict("records")],
        key="legs",
        columns=[_("Alleged leg"), _("Yours"), _("Others'"), _("Mode"), _("Concealment"), _("Commodity"), _("Place"), _("Last seen")],
        caption=_("The most often recorded alleged legs"),
        source=words.source(found),
        n=found.routes.basis.n,
        note=_("Others' are rounded down; a dash: none, or not to be shown. Mode, concealment, commodity, place, last seen: of yours."),
    )


def _chains(found: Assessment) -> None:
    chains = [_chain(found, str(chain), int(count)) for chain, count in found.routes.chains.items()]
    if chains:
        report.items(chains, style="numbers")


def _chain(found: Assessment, chain: str, count: int) -> str:
    language = found.view.language
    stops = words.route(language, chain.split(" > "))
    return language.plural("Alleged: {chain} ({n} incident)", "Alleged: {chain} ({n} incidents)", count, chain=stops)


def _leg(found: Assessment, line: dict[Hashable, Any]) -> list[str]:
    language = found.view.language
    leg = words.route(language, [line["start"], line["end"]])
    facts = [words.capital(language, line[name] if isinstance(line[name], str) else "") for name in ("mode", "concealment", "commodity")]
    place = line["border"] if isinstance(line["border"], str) and line["border"] else words.NONE
    return [leg, words.count(language, line["own"]), words.least(language, line["others"]), *facts, place, words.noted(line["last"])]
