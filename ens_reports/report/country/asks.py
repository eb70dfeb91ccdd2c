"""Page 12: what to do, what we ask, and the right of reply."""

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.report.country import proposed, words
from ens_reports.report.country.judging import follows

REPLY_MONTHS = "soon"


def recommendations(found: Assessment) -> None:
    """Write the table of recommendations.

    Args:
        found: The assessment.
    """
    _, language = found.view.language.text, found.view.language
    report.section(_("What to do, and what we ask you"))
    report.section(_("Recommendations"), level=2)
    rows = [
        [f"R{number}", ask.what, follows(found, ask.follows), ask.who, language.day(ask.by), ask.service, ask.sign]
        for number, ask in enumerate(proposed.asks(found), 1)
    ]
    columns = [
        (_("No."), 0.5),
        (_("What"), 2.6),
        (_("From"), 0.6),
        (_("Who"), 1.5),
        (_("By when"), 1.1),
        (_("What helps"), 1.8),
        (_("How we will know"), 1.8),
    ]
    report.table(
        rows,
        key="recommendations",
        columns=[report.Column(label=label, share=share) for label, share in columns],
        caption=_("Recommendations"),
        source=_("This assessment"),
        note=_("Proposed by rule from the findings, for the reader to weigh. From: the judgement that rests on the same table or figure."),
    )


def requirements(found: Assessment) -> None:
    """Write the intelligence requirements and the right of reply.

    Args:
        found: The assessment.
    """
    _, language = found.view.language.text, found.view.language
    report.section(_("Intelligence requirements"), level=2)
    rows = [[one.question, one.why, one.who, language.day(one.due)] for one in proposed.questions(found)]
    rows = rows or [
        [
            _("What has changed since this edition?"),
            _("Every answer moves the picture."),
            proposed.reporters(found),
            language.day(proposed.deadline(found, "year")),
        ]
    ]
    columns = [(_("Question"), 2.4), (_("Why it matters"), 2.2), (_("Who can answer"), 1.6), (_("Due"), 1.1)]
    report.table(
        rows,
        key="requirements",
        columns=[report.Column(label=label, share=share) for label, share in columns],
        caption=_("What we do not know, and who can tell us"),
        source=_("This assessment"),
    )
    report.callout(
        "information",
        _("Right of reply"),
        _(
            "If a statement about {country} is wrong, write to the contact post by "
            "{day}, naming the reference of this edition. A correction "
            "supersedes this edition and is sent to all who received it.",
            country=words.country(found),
            day=language.day(proposed.deadline(found, REPLY_MONTHS)),
        ),
    )
