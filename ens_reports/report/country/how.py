"""Page 8: how it is done, and at which stage it is caught."""

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.report.charts import stages
from ens_reports.report.country import words
from ens_reports.report.country.keys import has


def how(found: Assessment) -> None:
    """Write the page on methods and the supply chain.

    Args:
        found: The assessment.
    """
    if not found.scope.basis.n:
        return
    _ = found.view.language.text
    words.head(found, _("How: methods and the supply chain"), found.methods.basis)
    if not found.methods.basis.n:
        report.text(_("No incident of the period tells its stage or its method."))
        return
    _stages(found)
    _methods(found)
    _one_by_one(found)
    _online(found)


def _stages(found: Assessment) -> None:
    if not has(found, "stages"):
        return
    _, language, methods = found.view.language.text, found.view.language, found.methods
    totals = methods.stages.sum()
    top = str(totals.idxmax())
    report.figure(
        stages.stages(methods, language),
        key="stages",
        caption=_("The stage of the supply chain at which incidents were detected"),
        alt=_(
            "Bars for five stages, coloured by area; the most at {stage} with {most}; {none} incidents have no stage.",
            stage=stages.stage_label(top, language).lower(),
            most=language.number(int(totals[top])),
            none=language.number(methods.unstaged),
        ),
        source=words.source(found),
        n=methods.staged,
        note=_(
            "Processing includes storage, transport includes import, export and transit. An incident that spans two stages counts in both."
        ),
    )


def _methods(found: Assessment) -> None:
    if not has(found, "methods") or not found.methods.basis.charted:
        return
    _, language, methods = found.view.language.text, found.view.language, found.methods
    rows = []
    for parts, line in methods.signatures.iterrows():
        seen = _("seen before") if line["before"] else _("new")
        said = words.share(language, int(line["incidents"]), methods.described, alone=found.methods.basis.tested)
        rows.append([*(words.capital(language, str(part)) for part in parts), words.count(language, line["incidents"]), said, seen])  # type: ignore[attr-defined]
    report.table(
        rows,
        key="methods",
        columns=[_("Transport"), _("Concealment"), _("Permit"), _("Incidents"), _("Share of those described"), _("In earlier years")],
        caption=_("Methods: transport, concealment and documents together"),
        source=words.source(found),
        n=methods.described,
        note=_("A method needs two of the three recorded. New: not in the history since {year}.", year=found.scope.period.history_from),
    )


def _one_by_one(found: Assessment) -> None:
    if found.methods.basis.charted or not has(found, "methods"):
        return
    _, rows = found.view.language.text, found.scope.records
    told = rows[rows["supply_chain_stage"].notna() | rows["transport_mode"].notna() | rows["concealment"].notna()]
    report.table(
        words.one_by_one(found, told, ["date", "commodity", "stage", "how"]),
        key="methods",
        columns=[_("Date"), _("Commodity"), _("Stage"), _("Transport and concealment")],
        caption=_("Your incidents with a stage or a method, one by one"),
        source=words.source(found),
    )


def _online(found: Assessment) -> None:
    language, online = found.view.language, found.methods.online
    if online is not None:
        report.text(language.plural("{n} incident has an online channel.", "{n} incidents have an online channel.", online))
