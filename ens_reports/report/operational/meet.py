"""Page 4: who must meet. Only countries whose owners allow it are named."""

from ens_reports import report
from ens_reports.analysis.plan import Plan
from ens_reports.report.wording import routes, standing


def meet(found: Plan) -> None:
    """Write who works on the same alleged legs; the sentence for nobody is the same whatever is not shown.

    Args:
        found: The plan.
    """
    _, language = found.view.language.text, found.view.language
    report.section(_("Who must meet"))
    if not found.meetings:
        report.text(
            _("No contributor that may be named to you has recorded incidents on your legs. The unit can ask contributors on your behalf.")
        )
        return
    report.table(
        routes.meeting_rows(found.meetings, language),
        key="meetings",
        columns=routes.meeting_columns(language),
        caption=_("Countries with records on the same alleged legs"),
        source=standing.source(found.view),
        note=_(
            "Contributors are named only where they have agreed; the list may not be complete. The order tells the common legs only. "
            "RIACM: regional investigative and analytical case meeting."
        ),
    )
