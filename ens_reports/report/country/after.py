"""Page 10: what happened next."""

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.locales import mark
from ens_reports.report.country import words
from ens_reports.report.country.keys import has

MOSTLY = 0.7
STEPS = {
    "detected": mark("Detected"),
    "investigated": mark("Investigated"),
    "charged": mark("Charged"),
    "convicted": mark("Convicted"),
    "sanctioned": mark("Sanctioned"),
    "goods": mark("Goods or assets taken"),
    "not_known": mark("Outcome not known"),
}
PERSONS = {
    "persons_detected": mark("Persons detected"),
    "persons_charged": mark("Persons charged"),
    "persons_convicted": mark("Persons convicted"),
}


def after(found: Assessment) -> None:
    """Write the page on outcomes.

    Args:
        found: The assessment.
    """
    if not found.scope.basis.n:
        return
    _ = found.view.language.text
    words.head(found, _("What happened next: from detection to outcome"), found.outcomes.basis, joined=True)
    _lead(found)
    _funnel(found)
    _persons(found)
    _sanctions(found)


def _lead(found: Assessment) -> None:
    _, language, outcomes = found.view.language.text, found.view.language, found.outcomes
    unknown = outcomes.basis.of - outcomes.basis.n
    said = _("For {part} incidents the outcome was not sent.", part=words.share(language, unknown, outcomes.basis.of, alone=False))
    if outcomes.not_known >= MOSTLY:
        said = f"{said} {_('Outcomes are what shows whether detection leads anywhere: one return a year is enough.')}"
    report.text(said, role="lead")


def _funnel(found: Assessment) -> None:
    _, language, table = found.view.language.text, found.view.language, found.outcomes.funnel
    heard = found.picture.years["heard"].reindex(table.index, fill_value=False)
    rows = [[str(year), *(words.count(language, line[name]) for name in STEPS)] for year, line in table[heard].iterrows()]
    report.table(
        rows,
        key="outcomes",
        columns=[_("Year of detection"), *(_(label) for label in STEPS.values())],
        caption=_("From detection to outcome, by year of detection"),
        source=words.source(found),
        n=found.scope.basis.n,
        note=_("Incidents. Who was charged was also investigated. Recent years have had less time to come to an outcome."),
    )


def _persons(found: Assessment) -> None:
    if not has(found, "persons"):
        return
    _, language, persons = found.view.language.text, found.view.language, found.outcomes.persons
    rows = [
        [_(PERSONS[str(name)]), words.count(language, line["persons"]), words.count(language, line["rows"])]
        for name, line in persons.iterrows()
    ]
    report.table(
        rows,
        key="persons",
        columns=[_("Status"), _("Persons"), _("Lines that give a number")],
        caption=_("Persons by the status that was recorded"),
        source=words.source(found),
        note=_("Detected, charged and convicted are told apart: nobody is described as guilty who was not convicted."),
    )


def _sanctions(found: Assessment) -> None:
    language = found.view.language
    said = [
        language.plural(
            "{n} sanction in {currency}: median {median}, largest {largest}.",
            "{n} sanctions in {currency}: median {median}, largest {largest}.",
            int(line["rows"]),
            currency=currency,
            median=words.amount(language, line["median"]),
            largest=words.amount(language, line["largest"]),
        )
        for currency, line in found.outcomes.sanctions.iterrows()
    ]
    if said:
        report.text(" ".join(said))
