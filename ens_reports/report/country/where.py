"""Page 7: where it surfaces."""

import pandas as pd

from ens_reports import report
from ens_reports.analysis.assessment import Assessment
from ens_reports.report.charts import cells, maps
from ens_reports.report.country import words
from ens_reports.report.country.goods import LOOKED
from ens_reports.report.country.keys import has


def where(found: Assessment) -> None:
    """Write the page on places of detection.

    Args:
        found: The assessment.
    """
    if not found.scope.basis.n:
        return
    _ = found.view.language.text
    words.head(
        found, _("Where it surfaces: places of detection"), found.places.basis, joined=not has(found, "cells") or not found.routes.basis.n
    )
    _map(found)
    if has(found, "places"):
        _table(found)
    else:
        report.text(_("No incident of the period names a place."))


def _map(found: Assessment) -> None:
    if not has(found, "cells"):
        return
    _, language, places = found.view.language.text, found.view.language, found.places
    coarse = language.plural(
        "{n} incident has no position, or one coarser than a cell, and is left out.",
        "{n} incidents have no position, or one coarser than a cell, and are left out.",
        places.coarse,
    )
    notes = [coarse if places.coarse else "", _tested(found), maps.disclaimer(language)]
    report.figure(
        cells.places_map(places, language),
        key="cells",
        caption=_("Detections for each agency and quarter, and incidents by kind of place"),
        alt=_(
            "Map of {cells} hexagons of about 45 kilometres with detections, {out} of them outlined; beside it incidents by kind of place.",
            cells=language.number(len(places.cells)),
            out=language.number(int(places.cells["standing_out"].sum())),
        ),
        source=f"{words.source(found)}. {maps.source(language)}",
        n=places.mapped.n,
        note=" ".join(note for note in notes if note),
    )


def _tested(found: Assessment) -> str:
    _, places = found.view.language.text, found.places
    if not places.tested:
        return _("No cell is tested: there are too few.")
    if places.cells["standing_out"].any():
        return _("Outlined: Getis-Ord G*, at a false discovery rate of 5 per cent over all cells.")
    return _("No cell stands out from its neighbours (Getis-Ord G*, at a false discovery rate of 5 per cent).")


def _table(found: Assessment) -> None:
    _ = found.view.language.text
    report.text(_(LOOKED), " ", _("A place with many detections may be a place with many controls."), role="caveat")
    report.table(
        [_row(found, str(name), line) for name, line in found.places.table.iterrows()],
        key="places",
        columns=[_("Place"), _("Incidents"), _("Areas"), _("Kind of place"), _("Detected by"), _("First"), _("Last")],
        caption=_("Places with most incidents"),
        source=words.source(found),
        note=_("Sites of live protected species and indigenous territories stand under their first-level administrative unit."),
    )


def _row(found: Assessment, name: str, line: pd.Series) -> list[str]:
    language = found.view.language
    areas = words.several(language, str(line["areas"]))
    facts = [words.capital(language, str(line[column] or "")) for column in ("kind", "method")]
    return [name, words.count(language, line["incidents"]), areas, *facts, str(line["first"]), str(line["last"])]
