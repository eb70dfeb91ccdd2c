"""What to do, what we ask, and how this was made."""

from datetime import date, timedelta

from ens_reports import report
from ens_reports.analysis.hotspots import Hotspot
from ens_reports.analysis.plan import Plan
from ens_reports.locales import mark
from ens_reports.report import Column
from ens_reports.report.operational.front import recipient
from ens_reports.report.wording import common, hotspots, standing

MOST_PLACES = 3
WARNING_DAYS = 30
"""Days between the cut-off and the first thing that somebody is asked to do."""

BODIES: dict[str, str] = {
    "seaport": mark("Customs and port police"),
    "airport": mark("Customs and airport police"),
    "land_border": mark("Border police and customs"),
    "mail_centre": mark("Customs and postal security"),
    "sea": mark("Coastguard and fisheries inspection"),
    "cell": mark("Police and the environment agency of the province"),
    "named": mark("Police and the environment agency of the province"),
}
"""Who acts at a kind of place."""

REQUIREMENTS: dict[str, tuple[str, str, str]] = {
    "place": (
        mark("Where exactly were these incidents found?"),
        mark("Incidents without a place cannot enter the table."),
        mark("All detecting agencies"),
    ),
    "route": (
        mark("From where to where did the goods move?"),
        mark("Half of a route hides who must meet."),
        mark("Customs and investigators"),
    ),
    "nil": (
        mark("Which checks found nothing?"),
        mark("Without them the map of detections cannot be told from a map of effort."),
        mark("All detecting agencies"),
    ),
}
"""Intelligence requirements: question, why it matters, which agency."""


def asks(found: Plan) -> None:
    """Write recommendations, intelligence requirements, method and right of reply.

    Args:
        found: The plan.
    """
    _ = found.view.language.text
    report.section(_("What to do, and what we ask"))
    _recommendations(found)
    _requirements(found)
    _method(found)
    standing.reply(found.view)
    report.yardstick(found.view.language)


def _recommendations(found: Plan) -> None:
    _ = found.view.language.text
    rows = [_check(number, spot, found) for number, spot in enumerate(found.hotspots.top[:MOST_PLACES], start=1)]
    if not found.legs.table.empty:
        rows.append(_meeting(len(rows) + 1, found))
    rows = rows or [_send(found)]
    report.table(
        rows,
        key="recommendations",
        columns=[
            Column(label=_("No."), share=0.4),
            Column(label=_("What"), share=2.4),
            Column(label=_("Who"), share=1.5),
            Column(label=_("By when"), share=1.0),
            Column(label=_("How we will know"), share=1.7),
        ],
        caption=_("Recommendations"),
        source=_("Proposed by rule from the tables above, not adopted by an analyst"),
    )


def _check(number: int, spot: Hotspot, found: Plan) -> list[str]:
    language, _ = found.view.language, found.view.language.text
    place = hotspots.place(spot, language)
    goods = common.terms([spot.commodity, spot.mode], language)
    known = goods != common.NOT_RECORDED
    what = _("Plan checks: {place}; {goods}.", place=place, goods=goods) if known else _("Plan checks: {place}.", place=place)
    if spot.months:
        when = _("Be ready by {month}.", month=language.month(spot.months.first))
        what = f"{what} {when}"
    due = language.day(_due(found))
    return [f"R{number}", what, _(BODIES[spot.kind]), due, _("Checks are reported, also those that find nothing.")]


def _meeting(number: int, found: Plan) -> list[str]:
    _ = found.view.language.text
    what = _("Ask the unit for a RIACM on the first alleged legs of this product.")
    bureau = _("National Central Bureau of {country}", country=recipient(found.view))
    who = bureau if found.view.facts.recipient_kind == "country" else recipient(found.view)
    return [f"R{number}", what, who, found.view.language.day(_due(found)), _("A date is set, or the request is declined with a reason.")]


def _send(found: Plan) -> list[str]:
    _ = found.view.language.text
    what = _("Send every incident with its place, its day and its route.")
    return ["R1", what, _("All detecting agencies"), found.view.language.day(_due(found)), _("The next edition can say where and when.")]


def _due(found: Plan) -> date:
    return found.view.facts.cut_off + timedelta(days=WARNING_DAYS)


def _requirements(found: Plan) -> None:
    language, _ = found.view.language, found.view.language.text
    due = language.day(found.view.facts.next_due or _due(found))
    report.table(
        [[_(question), _(why), _(who), due] for question, why, who in _open_questions(found)],
        key="requirements",
        columns=[_("Question"), _("Why it matters"), _("Which agency"), _("Due")],
        caption=_("Intelligence requirements"),
        source=_("Gaps of this edition"),
    )


def _open_questions(found: Plan) -> list[tuple[str, str, str]]:
    """What is not asked of records that no one moves: an oil slick has no route."""
    return [row for name, row in REQUIREMENTS.items() if name != "route" or not found.legs.table.empty]


def _method(found: Plan) -> None:
    language, _ = found.view.language, found.view.language.text
    report.section(_("Method"), level=2)
    report.text(
        _("Incidents are distinct incidents of one kind of record, in H3 cells of resolution {resolution} or at named ports and posts.",
          resolution=language.number(found.resolution)), " ",
        _("An incident without a position stands under the name of its place, and on no map."), " ",
        _("Others' incidents stand only where enough owners contribute and none dominates, with any one of them left out; "
          "they are rounded down."), " ",
        _("Stability and windows come from simulations with a fixed seed, so that the same records give the same figures."), " ",
        _("Nationality is not used."),
        role="note",
    )  # fmt: skip
