"""Page 3: how far to trust this. Coverage and data quality come before the findings; without records this page is the report."""

import pandas as pd

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.analysis.coverage import FIELDS
from ens_reports.locales import mark
from ens_reports.report import Cell
from ens_reports.report.charts import completeness
from ens_reports.report.country import words
from ens_reports.report.country.keys import has

STATES = {
    "received": (mark("received"), 0.75),
    "late": (mark("late"), 0.4),
    "nil": (mark("nil"), 0.15),
    "nothing": (words.NONE, 0.0),
}
"""State of an agency in a quarter: word and tint."""

QUESTIONS = (
    (mark("What is taken and traded?"), mark("Commodity, quantity and unit")),
    (mark("By what ways does it come, pass and leave?"), mark("Alleged origin, transit and destination")),
    (mark("Where does it surface?"), mark("Place or position, and kind of place")),
    (mark("How is it done, and at which stage is it caught?"), mark("Stage, transport, concealment and permits")),
    (mark("With which other crime does it go?"), mark("Linked offences, also when none were found")),
    (mark("Does detection lead anywhere?"), mark("Outcome of each case, once a year")),
)
"""What an assessment answers when records come, and the fields it takes."""


def trust(found: Assessment) -> None:
    """Write the page on coverage and data quality.

    Args:
        found: The assessment.
    """
    _ = found.view.language.text
    report.section(_("How far to trust this"), basis=words.basis(found, found.scope.basis), new_page=found.scope.basis.n > 0)
    if found.scope.basis.n == 0:
        _silence(found)
    _moved(found)
    _agencies(found)
    _completeness(found)
    _gaps(found)
    _limits(found)
    if has(found, "unanswered"):
        _unanswered(found)


def _silence(found: Assessment) -> None:
    _ = found.view.language.text
    place, period = words.country(found), found.scope.period.label
    if found.scope.silence == "nil":
        areas = found.view.language.join([found.view.language.term(area) for area in found.scope.nil_areas])
        told = _("{country} reported no incidents of this kind for {period}: {areas}.", country=place, period=period, areas=areas)
        report.text(told, " ", _("That is information: somebody looked, and said so."), role="lead")
    elif found.scope.silence == "nothing":
        told = _("No submission with incidents was received from {country} for {period}.", country=place, period=period)
        report.text(told, " ", _("Absence of records is not evidence of absence."), role="lead")


def _moved(found: Assessment) -> None:
    _ = found.view.language.text
    if found.view.facts.period_moved:
        told = _(
            "The newest records end with {year}: this edition speaks about {period}, not about the last full years.",
            year=found.scope.period.last_year,
            period=found.scope.period.label,
        )
        report.text(told, role="caveat")


def _agencies(found: Assessment) -> None:
    _, language, grid = found.view.language.text, found.view.language, found.coverage.grid
    quarters = pd.PeriodIndex(grid.columns)
    if not has(found, "agencies"):
        report.text(_("No agency is known to have reported for this period."))
        return
    labels = [_("Agency"), *(language.quarter(quarter.year, quarter.quarter) for quarter in quarters)]
    lines = zip(grid.index, grid.to_numpy(), strict=True)
    rows = [[Cell(text=words.capital(language, str(name))), *(_state(found, state) for state in line)] for name, line in lines]
    folded = language.plural("{n} further agency is not listed.", "{n} further agencies are not listed.", found.coverage.folded)
    columns = [report.Column(label=labels[0], share=2.6), *(report.Column(label=label, align="center") for label in labels[1:])]
    report.table(
        rows,
        key="agencies",
        columns=columns,
        caption=_("Who reported, by quarter"),
        source=words.source(found),
        note=" ".join(
            [
                _(
                    "Received: records came. Late: later than the October after the year. Nil: "
                    "covered by a return, no record. Dash: nothing came."
                ),
                folded if found.coverage.folded else "",
            ]
        ).strip(),
    )


def _state(found: Assessment, state: str) -> Cell:
    word, shade = STATES[state]
    return Cell(text=word if word == words.NONE else found.view.language.text(word), shade=shade)


def _completeness(found: Assessment) -> None:
    if not has(found, "completeness"):
        return
    language, shares = found.view.language, found.coverage.completeness["share"]
    weakest = str(shares.fillna(0).idxmin())
    report.figure(
        completeness.completeness(found.coverage, language),
        key="completeness",
        caption=language.text("How completely the fields are filled that the findings hang on"),
        alt=language.text(
            "Eight fields with the share of records that fill them; the weakest is {field} with {share}.",
            field=language.text(FIELDS[weakest][1]),
            share=language.percent(float(shares[weakest])),
        ),
        source=words.source(found),
        note=language.text("All kinds of record. Below one half in red."),
    )


def _gaps(found: Assessment) -> None:
    if not has(found, "gaps"):
        if len(found.scope.own):
            report.text(found.view.language.text("Every record fills all eight fields that the findings hang on."))
        return
    _, language, table = found.view.language.text, found.view.language, found.coverage.completeness
    missing = (table["rows"] - table["filled"]).sort_values(ascending=False, kind="stable")
    rows = [
        [
            _(FIELDS[str(name)][1]),
            words.share(language, count, int(table["rows"].iloc[0]), alone=False),
            _(FIELDS[str(name)][2]),
            _(FIELDS[str(name)][3]),
        ]
        for name, count in missing.items()
        if count
    ]
    report.table(
        rows,
        key="gaps",
        columns=[_("Field"), _("Rows without it"), _("Page that suffers"), _("What to do")],
        caption=_("What each gap costs"),
        source=words.source(found),
        note=_("Rows are lines of an incident, one for each commodity."),
    )


def _limits(found: Assessment) -> None:
    _, language = found.view.language.text, found.view.language
    said = []
    if len(found.scope.own):
        said.append(
            _("{share} of records carry no evaluation of source and information.", share=language.percent(found.coverage.unevaluated))
        )
    if found.coverage.incomplete and len(found.scope.own):
        named = language.join([language.quarter(quarter.year, quarter.quarter) for quarter in found.coverage.incomplete])
        said.append(_("Records are still arriving for {quarters}; these are hatched in every chart over time.", quarters=named))
    said.append(_("This product may not reflect all information held."))
    report.text(" ".join(said))


def _unanswered(found: Assessment) -> None:
    _ = found.view.language.text
    report.table(
        [[_(question), _(fields)] for question, fields in QUESTIONS],
        key="unanswered",
        columns=[_("Question"), _("What to send, so that the next edition can answer it")],
        caption=_("What we cannot tell you, and what it would take"),
        source=_("Data contracts of the unit"),
    )
    report.callout(
        "information",
        _("How to submit"),
        [
            _("Send what you hold in the form in which you hold it: Excel, CSV or JSON, in any official language."),
            _(
                "Fill in the cover sheet: the period, the agencies it covers, how complete it is, "
                "and a nil return for each area where nothing occurred."
            ),
            _("Your own records stay yours: you can restrict who sees them, correct them, and withdraw them at any time."),
        ],
    )
