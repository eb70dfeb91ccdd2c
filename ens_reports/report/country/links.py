"""Page 9: convergence. With which other crime it was recorded; never a cause."""

import pandas as pd

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.analysis.convergence import Lift
from ens_reports.analysis.methods_summary import STAGES
from ens_reports.report import Cell
from ens_reports.report.charts.stages import stage_label
from ens_reports.report.country import words
from ens_reports.report.country.keys import has

MOST_TOLD = 2


def links(found: Assessment) -> None:
    """Write the page on linked offences.

    Args:
        found: The assessment.
    """
    if not found.scope.basis.n:
        return
    _ = found.view.language.text
    words.head(found, _("Convergence: recorded together with other crime"), found.convergence.basis, joined=True)
    _lead(found)
    if has(found, "convergence"):
        _table(found)
    _notable(found)


def _lead(found: Assessment) -> None:
    _, language, basis = found.view.language.text, found.view.language, found.convergence.basis
    looked = language.plural(
        "In {n} incident of {all} somebody looked for linked offences and said what was found.",
        "In {n} incidents of {all} somebody looked for linked offences and said what was found.",
        basis.n,
        all=language.number(basis.of),
    )
    report.text(looked, " ", _("Only these can be divided by: a blank is not a no."), role="lead")
    if not has(found, "convergence"):
        report.text(_("No linked offence is recorded. Record linked offences even when there are none: write none, not a blank."))


def _table(found: Assessment) -> None:
    _, language, table, looked = found.view.language.text, found.view.language, found.convergence.table, found.convergence.looked
    notable = {(lift.offence, lift.stage) for lift in found.convergence.lifts if lift.notable}
    most = max(int(table[list(STAGES)].to_numpy().max()), 1)
    rows = [_row(found, str(offence), line, most, notable) for offence, line in table.iterrows()]
    total = [
        Cell(text=_("Looked for in"), strong=True),
        *(Cell(text=language.number(int(looked[name])), strong=True) for name in (*STAGES, "all")),
    ]
    breaches = found.convergence.looked_administrative
    total.append(Cell(text=language.number(breaches), strong=True))
    heads = [
        report.Column(label=_("Linked offence"), share=1.7),
        *(report.Column(label=stage_label(name, language), align="center", share=1.2) for name in STAGES),
    ]
    heads += [report.Column(label=label, align="center", share=1.2) for label in (_("All incidents"), _("Administrative breaches"))]
    report.table(
        [*rows, total],
        key="convergence",
        columns=heads,
        caption=_("Linked offences by stage of the supply chain"),
        source=words.source(found),
        n=found.convergence.basis.n,
        note=_(
            "The last line holds the denominators. Outlined: recorded there more or less "
            "often than at other stages, with 95 per cent confidence."
        )
        + " "
        + _("Administrative breaches stand apart: they are possible signs of larger crime, not crime."),
        total=True,
    )


def _row(found: Assessment, offence: str, line: pd.Series, most: int, notable: set[tuple[str, str]]) -> list[Cell]:
    language = found.view.language
    cells = [_cell(language.number(int(line[name])), int(line[name]) / most, outlined=(offence, name) in notable) for name in STAGES]
    rest = [Cell(text=words.count(language, line[name])) for name in ("all", "administrative")]
    return [Cell(text=words.capital(language, offence)), *cells, *rest]


def _cell(text: str, shade: float, *, outlined: bool) -> Cell:
    return Cell(text=text if shade else words.NONE, shade=round(shade * 0.8, 3), outlined=outlined)


def _notable(found: Assessment) -> None:
    """A paragraph for each notable link, worded as association."""
    told = sorted((lift for lift in found.convergence.lifts if lift.notable), key=lambda lift: (-abs(lift.ratio - 1), lift.offence))
    for lift in told[:MOST_TOLD]:
        report.text(_told(found, lift))
    _ = found.view.language.text
    if found.convergence.basis.tested and not told and has(found, "convergence"):
        report.text(_("No linked offence was recorded at one stage clearly more often than at the others."))
    if told:
        report.text(_("These are associations in the records held. They say nothing about what causes what."), role="note")


def _told(found: Assessment, lift: Lift) -> str:
    language = found.view.language
    return language.text(
        "{offence} was recorded with {together} incidents at the stage {stage}: {ratio} times the share at the other stages "
        "(95 per cent interval {low} to {high}).",
        offence=words.capital(language, lift.offence),
        together=language.number(lift.together),
        stage=stage_label(lift.stage, language).lower(),
        ratio=language.number(lift.ratio, decimals=1),
        low=language.number(lift.low, decimals=1),
        high=language.number(lift.high, decimals=1),
    )
