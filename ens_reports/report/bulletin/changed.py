"""Existing methods: those whose share among all methods has changed, and those recorded most."""

from ens_reports import report
from ens_reports.analysis.bulletin import Bulletin
from ens_reports.analysis.signatures import Method
from ens_reports.report.wording import methods, standing

MOST = 8


def changed(found: Bulletin) -> None:
    """Write the table of changed methods, and of those recorded most.

    Args:
        found: The bulletin.
    """
    language, _ = found.view.language, found.view.language.text
    if not found.methods.changed:
        _frequent(found)
        return
    report.section(
        _("Existing methods that changed"), basis=standing.basis(found.methods.basis, found.principal, language), rests_on=report.RECORDS
    )
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
    _frequent(found)


def _frequent(found: Bulletin) -> None:
    language, _ = found.view.language, found.view.language.text
    if not found.methods.frequent:
        return
    report.table(
        [_row(found, one)[:-1] for one in found.methods.frequent],
        key="frequent",
        columns=[
            report.Column(label=_("Method"), share=3.4),
            report.Column(label=_("Before"), align="end"),
            report.Column(label=_("Recent"), align="end"),
        ],
        caption=_("Existing methods recorded most in the recent quarters"),
        source=standing.source(found.view),
        note=language.plural("{n} other method is known.", "{n} other methods are known.", found.methods.known),
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
