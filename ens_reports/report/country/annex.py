"""Annexes: method and yardstick, sources, changes, own records, code lists."""

from data_contracts import codelists
from ens_reports import report
from ens_reports.analysis import changes, counts, shown
from ens_reports.analysis.assessment import Assessment
from ens_reports.locales import mark
from ens_reports.report.country import words
from ens_reports.report.country.front import difference
from ens_reports.report.country.workbook import MIME_TYPE, workbook

METHOD = (
    mark("An incident is counted once, however many commodities it has; an aggregate line counts for what it says it stands for."),
    mark(
        "Police, administrative, partners' and open-source records are never in one "
        "count; annulled notices and nil returns are no incidents."
    ),
    mark(
        "Sections adapt to the number of usable incidents: with 30 or more everything is shown, "
        "with 10 to 29 no test and no lone percentage, with fewer no chart."
    ),
    mark(
        "A trend is a seasonal Mann-Kendall test on complete quarters; a change of level is Pettitt's test, "
        "on incidents and on incidents for each agency, and both must agree."
    ),
    mark("The range for the next four quarters follows a negative binomial law; it is drawn from sixteen complete quarters on."),
    mark("Cells are H3 hexagons; those that stand out are found by Getis-Ord G*, adjusted for the number of cells."),
    mark("The ratio for linked offences is a relative risk with a 95 per cent interval, among incidents where somebody looked."),
    mark(
        "Numbers of others are shown only where enough contributors stand behind them and none dominates, also with any one of them "
        "left out; they are rounded down, so that no difference of two numbers tells more."
    ),
)
LISTS = ("countries", "crime_area", "record_class", "supply_chain_stage", "linked_offence", "outcome", "cites_appendix", "waste_y_code")


def annex(found: Assessment) -> None:
    """Write the annexes.

    Args:
        found: The assessment.
    """
    _ = found.view.language.text
    report.section(_("Annex A. Method, words and sources"))
    for line in METHOD:
        report.text(_(line), role="note")
    report.yardstick(found.view.language)
    _sources(found)
    _changes(found)
    _own_records(found)
    _code_lists(found)


def _sources(found: Assessment) -> None:
    _, language = found.view.language.text, found.view.language
    mine = shown.own(found.view.submissions)
    report.section(_("Sources"), level=2)
    if mine.empty:
        report.text(_("No submission of yours is in force."))
        return
    rows = [
        [
            str(reference),
            words.capital(language, str(contract)),
            words.day(received),
            f"{words.day(start)} {words.NONE} {words.day(end)}",
            language.number(int(accepted)),
        ]
        for reference, contract, received, start, end, accepted in mine[
            ["reference", "contract", "received_on", "period_from", "period_to", "rows_accepted"]
        ].itertuples(index=False)
    ]
    report.table(
        rows,
        key="submissions",
        columns=[_("Submission"), _("Contract"), _("Received"), _("Period"), _("Rows accepted")],
        caption=_("Your submissions in force"),
        source=_("Register of submissions"),
    )


def _changes(found: Assessment) -> None:
    """Every headline number that changed, and the recipient's own submissions behind it: others' are not told."""
    _, language, before = found.view.language.text, found.view.language, found.view.facts.previous
    report.section(_("Annex B. Changes since the last edition"), level=2)
    moved = changes.differences(found.headline, before)
    if not before or not moved:
        first = _("This is the first edition, so there is nothing to compare it with.")
        report.text(_("No headline number has changed.") if before else first)
        return
    report.items([difference(found, one) for one in moved])
    behind = changes.causes(found.headline, before)
    if behind:
        report.table(
            [[one.measure, language.number(one.before), language.number(one.now)] for one in behind],
            key="causes",
            columns=[_("Submission"), _("Rows used before"), _("Rows used now")],
            caption=_("Your submissions behind these changes"),
            source=_("Register of submissions"),
            note=_("None before: it came since the last edition. None now: it was withdrawn, replaced, or its years are past."),
        )


def _own_records(found: Assessment) -> None:
    _, language = found.view.language.text, found.view.language
    if not len(found.scope.own):
        return
    report.section(_("Annex C. Your own records used here"), level=2)
    file = f"own-records-{found.scope.recipient}.xlsx"
    numbers = counts.by_class(found.scope.own)
    said = language.join([f"{words.kind(language, name)} ({language.number(number)})" for name, number in numbers.items()])
    report.text(
        _("Attached to the PDF as {name}: your own rows of the period only. Incidents by kind of record: {list}.", name=file, list=said)
    )
    report.attach(file, workbook(found), description=_("Your own records used in this edition"), mime_type=MIME_TYPE)


def _code_lists(found: Assessment) -> None:
    _, language = found.view.language.text, found.view.language
    report.section(_("Annex D. Code lists used"), level=2)
    dated = [f"{name} ({codelists.load(name)['as_of'].max()})" for name in LISTS]
    report.text(_("With the day to which each stands: {lists}.", lists=language.join(dated)), role="note")
