"""Page 2: the map of detections beside the map of reporting effort."""

from ens_reports import report
from ens_reports.analysis.plan import Plan
from ens_reports.report.charts import hotspot_maps, maps
from ens_reports.report.wording import hotspots, standing


def where(found: Plan) -> None:
    """Write the page with both maps; with few incidents there is none.

    Args:
        found: The plan.
    """
    if not found.hotspots.basis.charted:
        return
    language, _ = found.view.language, found.view.language.text
    chart = hotspot_maps.hotspot_maps(found.hotspots, language)
    if chart is None:
        return
    basis = standing.basis(found.hotspots.basis, found.principal, language)
    report.section(_("Detections beside reporting effort"), basis=basis)
    report.text(
        _("Where both maps are dark, detections may only show where agencies report."), " ",
        _("A place that is dark on the left and pale on the right gives much for little effort.")
    )  # fmt: skip
    report.figure(
        chart,
        key="maps",
        caption=_("Incidents detected, and your agencies reporting by quarters, in the same cells"),
        alt=hotspots.alt(found.hotspots, language),
        source=f"{standing.source(found.view)}. {maps.source(language)}",
        n=found.hotspots.n,
        note=" ".join([_notes(found), maps.disclaimer(language)]),
    )


def _notes(found: Plan) -> str:
    language, _ = found.view.language, found.view.language.text
    located = found.hotspots.all[found.hotspots.all["latitude"].notna()]
    aside = hotspot_maps.outside(located)
    said = [
        _("Numbers are those of the table. Effort counts each agency of yours once per quarter and cell."),
        _("Positions are shown as cells, never as points, but for ports and posts."),
    ]
    more = hotspots.of_others(found.hotspots, language)
    said += [more] if more else []
    if aside:
        said.append(language.plural("{n} place lies outside the frame.", "{n} places lie outside the frame.", aside))
    return " ".join(said)
