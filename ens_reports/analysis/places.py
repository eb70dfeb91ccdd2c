"""Where it surfaces: detections per reporting agency-quarter by hexagon, and places that stand out from their neighbours."""

from dataclasses import dataclass

import h3
import numpy as np
import pandas as pd
from esda import fdr
from esda.getisord import G_Local
from libpysal.weights import W

from ens_reports.analysis import counts, quarters
from ens_reports.analysis.moments import first_seen, last_seen
from ens_reports.analysis.scope import Scope
from ens_reports.analysis.tiers import Basis

RESOLUTION = 4
"""H3 resolution: hexagons of about 45 km across, so that no cell shows a single site."""

FINE_ENOUGH = ("exact", "site", "locality")
"""Precisions that are finer than a cell; others are excluded and counted."""

LEAST_CELLS = 8
ALPHA = 0.05
MOST_PLACES = 10
COARSE = {"specimen_state": "live", "land_status": "indigenous_or_community"}
"""Live protected species and indigenous territories stand in the table by first-level unit, and on no map."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Places:
    """Places of detection of the period.

    Attributes:
        cells: Indexed by H3 cell: `incidents`, `agency_quarters` (agencies and quarters with a detection there), `rate` (incidents per
            agency-quarter), `standing_out` (bool: Getis-Ord, adjusted for the number of cells tested).
        tested: Whether the test was made.
        mapped: Incidents with a position finer than a cell.
        coarse: Incidents left out of the cells: no position, or one coarser than a cell.
        table: Top places, indexed by name: `incidents`, `areas` (joined by `;`), `kind` (location type), `method`,
            `first` and `last` (ISO texts).
        kinds: Incidents by location type.
        untyped: Incidents without a location type.
        basis: Incidents with a position or the name of a place.
    """

    cells: pd.DataFrame
    tested: bool
    mapped: Basis
    coarse: int
    table: pd.DataFrame
    kinds: "pd.Series[int]"
    untyped: int
    basis: Basis


def places(scope: Scope) -> Places:
    """Where incidents of the principal record class were detected.

    Args:
        scope: The records of the assessment.
    """
    records = scope.records
    located = mappable(records)
    mapped = scope.usable(located)
    cells = _cells(records[located])
    tested = mapped.tested and len(cells) >= LEAST_CELLS
    kinds = counts.by(records, ["location_type"])
    return Places(
        cells=cells.assign(standing_out=_standing_out(cells["incidents"]) if tested else False),
        tested=tested,
        mapped=mapped,
        coarse=mapped.of - mapped.n,
        table=_table(records),
        kinds=kinds.drop(index="unknown", errors="ignore").sort_values(ascending=False, kind="stable"),
        untyped=counts.number(records[records["location_type"].isna() | records["location_type"].eq("unknown")]),
        basis=scope.usable(located | records["place_name"].notna() | records["admin1"].notna()),
    )


def mappable(records: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows may be put into a cell: a position finer than the cell, and no place that must stay coarse.

    Args:
        records: Any rows.
    """
    found = records["latitude"].notna() & records["longitude"].notna() & records["place_precision"].isin(FINE_ENOUGH)
    for column, value in COARSE.items():
        if column in records:
            found &= records[column].ne(value).fillna(value=True)
    return found.astype(bool)


def _cells(records: pd.DataFrame) -> pd.DataFrame:
    spots = zip(records["latitude"].astype(float), records["longitude"].astype(float), strict=True)
    cell = pd.Series([h3.latlng_to_cell(lat, lon, RESOLUTION) for lat, lon in spots], index=records.index, dtype="str")
    rows = records.assign(cell=cell, agency=quarters.agency(records), quarter=quarters.of(records).astype("str"))
    effort = rows[["cell", "agency", "quarter"]].drop_duplicates().groupby("cell").size()
    table = pd.DataFrame({"incidents": counts.by(rows, ["cell"]), "agency_quarters": effort}).fillna(0).astype("int64")
    return table.assign(rate=table["incidents"] / table["agency_quarters"].clip(lower=1)).sort_index()


def _standing_out(incidents: "pd.Series[int]") -> "pd.Series[bool]":
    """Getis-Ord G* by the normal approximation, one-sided, at a false discovery rate of 5 per cent.

    The study area is the detected cells and their rings of neighbours, which count zero.
    """
    area = sorted({near for cell in incidents.index for near in h3.grid_disk(cell, 1)})
    inside = set(area)
    neighbours = {cell: sorted(set(h3.grid_disk(cell, 1)) & inside) for cell in area}
    values = incidents.reindex(area, fill_value=0).to_numpy(dtype=float)
    local = G_Local(values, W(neighbours, silence_warnings=True), transform="B", permutations=0, star=True)
    chances = np.where(local.Zs > 0, local.p_norm, 1.0)
    found = pd.Series(chances <= fdr(chances, ALPHA), index=area)
    return found.reindex(incidents.index).astype(bool)


def _table(records: pd.DataFrame) -> pd.DataFrame:
    coarse = pd.Series(data=False, index=records.index)
    for column, value in COARSE.items():
        if column in records:
            coarse |= records[column].eq(value).fillna(value=False).astype(bool)
    rows = records.assign(place=records["place_name"].where(~coarse).fillna(records["admin1"]))
    top = counts.by(rows, ["place"]).sort_values(ascending=False, kind="stable").head(MOST_PLACES)
    grouped = rows.groupby("place")
    facts = {
        "areas": grouped["crime_area"].agg(lambda values: ";".join(sorted(set(values)))),
        "kind": grouped["location_type"].agg(_commonest),
        "method": grouped["detection_method"].agg(_commonest),
        "first": first_seen(rows, ["place"]),
        "last": last_seen(rows, ["place"]),
    }
    return pd.DataFrame({"incidents": top}).join(pd.DataFrame(facts))


def _commonest(values: pd.Series) -> str:
    found = values.dropna().value_counts()
    return str(found.sort_index().sort_values(ascending=False, kind="stable").index[0]) if len(found) else ""
