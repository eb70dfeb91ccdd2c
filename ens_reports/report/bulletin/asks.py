"""What we ask of every reader, and how this was made."""

from datetime import timedelta

from ens_reports import report
from ens_reports.analysis.bulletin import Bulletin
from ens_reports.analysis.signatures import PERMUTATIONS
from ens_reports.locales import mark
from ens_reports.report.wording import standing

WARNING_DAYS = 30

RECOMMENDATIONS: tuple[tuple[str, str, str], ...] = (
    (
        mark("Brief the posts on the alleged routes with the checklist of each method."),
        mark("Central Bureau and customs"),
        mark("Posts report checks by this bulletin's reference number."),
    ),
    (
        mark("Decide whether to adopt the Purple Notice draft."),
        mark("National Central Bureau"),
        mark("A notice is requested, or declined with a reason."),
    ),
)
QUIET: tuple[tuple[str, str, str], ...] = (
    (
        mark("Record mode, concealment and permit with every incident, also where the answer is none."),
        mark("All detecting agencies"),
        mark("The next bulletin can compare more incidents."),
    ),
)
"""What, who, how we will know: with new methods, and without any."""


def asks(found: Bulletin) -> None:
    """Write recommendations, the question that we ask, method and right of reply.

    Args:
        found: The bulletin.
    """
    language, _ = found.view.language, found.view.language.text
    due = language.day(found.view.facts.cut_off + timedelta(days=WARNING_DAYS))
    chosen = (*RECOMMENDATIONS, *QUIET) if found.methods.new else QUIET
    report.section(_("What to do, and what we ask"), rests_on=report.RECORDS)
    report.table(
        [[f"R{number}", _(what), _(who), due, _(known)] for number, (what, who, known) in enumerate(chosen, start=1)],
        key="recommendations",
        columns=[
            report.Column(label=_("No."), share=0.4),
            report.Column(label=_("What"), share=2.2),
            report.Column(label=_("Who"), share=1.4),
            report.Column(label=_("By when"), share=1.5),
            report.Column(label=_("How we will know"), share=1.8),
        ],
        caption=_("Recommendations"),
        source=_("Proposed by rule from the tables above, not adopted by an analyst"),
    )
    _requirements(found, due)
    _method(found)
    standing.reply(found.view)
    if found.methods.new or found.view.facts.judgements:
        report.yardstick(found.view.language)


def _requirements(found: Bulletin, due: str) -> None:
    _ = found.view.language.text
    report.table(
        [
            [
                _("Has this method been seen before, in records that we do not hold?"),
                _("It would not be new."),
                _("All detecting agencies"),
                due,
            ],
            [
                _("What did checks find that used the indicators?"),
                _("Indicators that find nothing are dropped."),
                _("Posts that were briefed"),
                due,
            ],
        ],
        key="requirements",
        columns=[_("Question"), _("Why it matters"), _("Which agency"), _("Due")],
        caption=_("Intelligence requirements"),
        source=_("Gaps of this edition"),
    )


def _method(found: Bulletin) -> None:
    language, _ = found.view.language, found.view.language.text
    report.section(_("Method"), level=2)
    report.text(
        _("A method is mode with concealment and document abuse, or a technique where nothing was moved, within one crime area."), " ",
        _("Incidents that do not say enough are left out and counted in the basis."), " ",
        _("The false-alarm figure comes from {number} shuffles with a fixed seed.", number=language.number(PERMUTATIONS)), " ",
        _("Photographs help, once the data that cameras write into them are removed; none came with these records."), " ",
        _("Countries are named only where owners allow it. Nationality is not used, and no person is named."),
        role="note",
    )  # fmt: skip
