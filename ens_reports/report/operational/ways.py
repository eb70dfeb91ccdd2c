"""Page 3: alleged routes, their seasons, what may have replaced what, and what nobody has recorded."""

from ens_reports import report
from ens_reports.analysis.plan import Plan
from ens_reports.report.charts.seasons import seasons
from ens_reports.report.wording import routes, standing


def ways(found: Plan) -> None:
    """Write the page on routes; with few incidents a list of chains.

    Args:
        found: The plan.
    """
    _, language = found.view.language.text, found.view.language
    if found.legs.table.empty:
        return
    report.section(_("Alleged routes"), basis=standing.basis(found.legs.basis, found.principal, language))
    if found.legs.basis.n and not found.legs.basis.charted:
        if found.hotspots.top:  # else page 1 has listed them
            report.items(routes.chain_items(found.legs, language), style="numbers")
    else:
        _legs(found)
        _seasons(found)
    _alternates(found)
    _gaps(found)


def _legs(found: Plan) -> None:
    _, language = found.view.language.text, found.view.language
    unrouted = language.plural("{n} incident names no leg.", "{n} incidents name no leg.", found.legs.unrouted)
    others = bool(found.legs.table["others"].notna().any())
    report.table(
        routes.leg_rows(found.legs, language),
        key="legs",
        columns=routes.leg_columns(language),
        caption=_("Alleged legs, with the kinds of place where they surface"),
        source=standing.source(found.view),
        n=found.legs.basis.n,
        note=" ".join(
            [
                _("All routes are alleged. An incident counts on each of its legs."),
                unrouted if found.legs.unrouted else "",
                _("n counts your incidents; those of others are rounded down, and seen by the year.") if others else "",
            ]
        ).strip(),
    )


def _seasons(found: Plan) -> None:
    _, language = found.view.language.text, found.view.language
    if found.legs.seasons.empty or not found.legs.basis.charted:
        return
    report.figure(
        seasons(found.legs.seasons, language),
        key="seasons",
        caption=_("Your incidents on each alleged leg, by month of the year"),
        alt=routes.alt(found.legs, language),
        source=standing.source(found.view),
        n=found.legs.basis.n,
        note=_("All years of the period together. Incidents known by the year only are left out."),
    )


def _alternates(found: Plan) -> None:
    _ = found.view.language.text
    said = routes.alternate_items(found.legs, found.view.language)
    if said:
        report.section(_("Ways first seen after another was last seen"), level=2)
        report.items(said)
        report.text(_("That one followed the other does not mean that it replaced it."), role="caveat")


def _gaps(found: Plan) -> None:
    _ = found.view.language.text
    said = routes.gap_items(found.legs, found.view.language)
    if said:
        report.section(_("Gaps: onward legs that nobody has recorded"), level=2)
        report.items(said)
        report.text(_("These legs are inferred. No map or table of this product shows them as observed."), role="caveat")
