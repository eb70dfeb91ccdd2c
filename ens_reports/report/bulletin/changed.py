"""Existing methods whose share among all methods has changed."""

from ens_reports import report
from ens_reports.analysis.bulletin import Bulletin
from ens_reports.analysis.signatures import Method
from ens_reports.report.wording import methods, standing

MOST = 8


def changed(found: Bulletin) -> None:
    """Write the table of changed methods; nothing where none changed.

    Args:
        found: The bulletin.
    """
    language, _ = found.view.language, found.view.language.text
    if not found.methods.changed:
        return
    report.section(_("Existing methods that changed"), basis=standing.basis(found.methods.basis, found.principal, language))
    report.table(
        [_row(found, one) for one in found.methods.changed[:MOST]],
        key="changed",
        columns=[
            report.Column(label=_("Method"), share=3.4),
            report.Column(label=_("Before"), align="end"),
            report.Column(label=_("Recent"), align="end"),
            report.Column(label=_("Direction"), share=1.4),
        ],
        caption=_("Methods whose share among all recorded methods has changed"),
        source=standing.source(found.view),
        note=_(
            "Before: {before} quarters; recent: {recent} quarters. Tested against the change of all methods together, "
            "at a false discovery rate of 10 per cent. A change in what is recorded looks the same as a change in crime.",
            before=language.number(len(found.methods.baseline)),
            recent=language.number(len(found.methods.recent)),
        ),
    )


def _row(found: Bulletin, one: Method) -> list[str]:
    language, _ = found.view.language, found.view.language.text
    more = one.recent * len(found.methods.baseline) > one.before * len(found.methods.recent)
    return [
        methods.name(one, language),
        language.number(one.before),
        language.number(one.recent),
        _("more per quarter") if more else _("fewer per quarter"),
    ]
