"""Page 5: what is taken and traded."""

import pandas as pd

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.locales import mark
from ens_reports.report.charts import ranked, theme
from ens_reports.report.country import words
from ens_reports.report.country.keys import has

SHORT = 4
"""Commodities that leave so much of a page free that it is shared."""
LOOKED = mark("Seizures show where authorities looked and found.")
PROTECTION = {
    "cites_appendix": mark("CITES Appendix {code}"),
    "national_protection": mark("Protected by national law: {code}"),
    "species_3a": mark("ASFIS {code}"),
    "waste_y_code": mark("Basel {code}"),
    "waste_list_code": mark("Basel {code}"),
}


def goods(found: Assessment) -> None:
    """Write the page on commodities.

    Args:
        found: The assessment.
    """
    if not found.scope.basis.n:
        return
    _ = found.view.language.text
    short = len(found.commodities.table) <= SHORT
    words.head(found, _("What is taken and traded: commodities"), found.commodities.basis, joined=short)
    if not found.commodities.basis.n:
        report.text(_("No incident of the period names its commodity. Without it no page can say what is at risk."))
        return
    _chart(found)
    _table(found)
    _emerging(found)
    _values(found)


def _chart(found: Assessment) -> None:
    if not has(found, "ranked"):
        return
    _, language, top = found.view.language.text, found.view.language, found.commodities.table
    said = [f"{words.capital(language, str(name))} ({language.number(int(count))})" for name, count in top["incidents"].head(3).items()]
    report.figure(
        ranked.ranked(found.commodities, language, caveat=_(LOOKED)),
        key="ranked",
        caption=_("Commodities by incidents, and by recorded quantity in one unit"),
        alt=_("Commodities in order of incidents: {list} come first. Quantities stand beside, in one unit only.", list=language.join(said)),
        source=words.source(found),
        n=found.commodities.basis.n,
        note=_unmeasured(found),
    )


def _unmeasured(found: Assessment) -> str:
    language = found.view.language
    without = language.plural("{n} line has no quantity.", "{n} lines have no quantity.", found.commodities.unmeasured)
    unconverted = language.plural(
        "{n} line has a unit that cannot be converted exactly, and is left out.",
        "{n} lines have a unit that cannot be converted exactly, and are left out.",
        found.commodities.unconverted,
    )
    return f"{without} {unconverted}" if found.commodities.unconverted else without


def _table(found: Assessment) -> None:
    _, language = found.view.language.text, found.view.language
    report.table(
        [_row(found, str(name), line) for name, line in found.commodities.table.iterrows()],
        key="commodities",
        columns=[
            report.Column(label=label, share=share, align="end" if number else "start")
            for label, share, number in (
                (_("Commodity"), 2.1, False),
                (_("Area"), 1.2, False),
                (_("Incidents"), 1.1, True),
                (_("Unit"), 0.9, False),
                (_("Lines measured"), 1.2, True),
                (_("Median"), 1.0, True),
                (_("Largest"), 1.0, True),
                (_("Protection recorded"), 2.0, False),
            )
        ],
        caption=_("The most often recorded commodities"),
        source=words.source(found),
        n=found.commodities.basis.n,
        note=f"{_(LOOKED)} {language.text('Mass, volume, area and pieces are never added.')}",
    )


def _row(found: Assessment, name: str, line: pd.Series) -> list[str]:
    language = found.view.language
    unit = theme.unit(str(line["unit"]), language) if pd.notna(line["unit"]) else words.NONE
    amounts = [words.amount(language, line[column]) for column in ("median", "largest")]
    first = [words.capital(language, name), words.capital(language, str(line["area"])), words.count(language, line["incidents"])]
    return [*first, unit, words.count(language, line["measured"]), *amounts, _protection(found, line["protection"])]


def _protection(found: Assessment, recorded: object) -> str:
    if not isinstance(recorded, str):
        return words.NONE
    column, _, code = recorded.partition(":")
    return found.view.language.text(PROTECTION[column], code=found.view.language.term(code) if column == "national_protection" else code)


def _emerging(found: Assessment) -> None:
    _, language, fresh = found.view.language.text, found.view.language, found.commodities.emerging
    if not found.commodities.basis.charted or fresh.empty:
        return
    said = language.join([f"{words.capital(language, str(name))} ({language.number(int(count))})" for name, count in fresh.items()])
    report.callout(
        "information",
        _("Emerging"),
        _("First recorded in the last four quarters, with three incidents or more: {list}.", list=said),
    )


def _values(found: Assessment) -> None:
    if not has(found, "values"):
        return
    _, language = found.view.language.text, found.view.language
    rows = []
    for line in found.commodities.worth.reset_index().to_dict("records"):
        amounts = [words.amount(language, line[name]) for name in ("median", "least", "most")]
        rows.append([line["currency"], words.capital(language, line["value_basis"]), words.count(language, line["rows"]), *amounts])
    report.table(
        rows,
        key="values",
        columns=[_("Currency"), _("Basis of the value"), _("Lines"), _("Median"), _("Least"), _("Most")],
        caption=_("Values as recorded, by currency and basis"),
        source=words.source(found),
        note=_("Values are not converted and not added: no total of an illicit trade follows from them."),
    )
