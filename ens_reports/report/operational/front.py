"""The cover: what it is, for whom, and what it rests on."""

from ens_reports import report
from ens_reports.analysis.plan import Plan
from ens_reports.analysis.tiers import Basis
from ens_reports.report.view import View
from ens_reports.report.wording import common


def cover(found: Plan) -> None:
    """Write the cover.

    Args:
        found: The plan.
    """
    language, _ = found.view.language, found.view.language.text
    report.cover(
        _("Hotspots and routes"),
        subtitle=recipient(found.view),
        facts=[
            (_("Your incidents"), language.number(found.own)),
            (_("With a usable place"), _share(found.hotspots.basis, found)),
            (_("With an alleged route"), _share(found.legs.basis, found)),
            (_("Incidents of operations"), _operations(found)),
        ],
        abstract=_("Where and when to act, by what alleged ways goods move, and who should meet. For planners; it names no person."),
    )


def recipient(view: View) -> str:
    """The recipient's name: a country's, or a body's code."""
    return view.language.country(view.facts.recipient)


def _share(of: Basis, found: Plan) -> str:
    language = found.view.language
    if of.at_least:
        return common.number(0, of.n, language)
    return language.text("{n} of {all}", n=language.number(of.n), all=language.number(of.of))


def _operations(found: Plan) -> str:
    language = found.view.language
    if found.excluded:
        return language.plural("{n} left out", "{n} left out", found.excluded)
    return language.plural("{n} included", "{n} included", found.in_operations)
