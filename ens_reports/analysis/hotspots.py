"""Where and when to act: the ten spots with the most incidents, how stable the list is, and why it might be wrong."""

from collections.abc import Callable
from dataclasses import dataclass

import h3
import numpy as np
import pandas as pd

from ens_reports.analysis import counts, quarters, shown, spots, traits, windows
from ens_reports.analysis.tiers import Basis
from ens_reports.report.view import Others

MOST = 10
LEAST = 3
"""Incidents that make a spot worth a planner's time."""
RESAMPLES = 500
SEED = 20170101
HALF, MOST_OF_IT = 0.5, 0.8
TIPS = ("tip_off", "complaint")
ROUNDED = ("locality", "admin2", "sea_area")
SAID = {"mode": "transport_mode", "detection": "detection_method"}
TOLD = ("spot_kind", "place_said", "commodity_said", "mode", "detection", "cell")
"""What is told of a spot: the commonest of each."""


@dataclass(frozen=True, kw_only=True)
class Hotspot:
    """A cell or border point. What is told of others follows from cells that may be shown, and from nothing else.

    Attributes:
        spot: H3 index, or kind, country and name of a point.
        kind: seaport, airport, land_border, mail_centre, `cell` (on land), `sea`, or `named` for a place without a position.
        place: Commonest name of the place, else of the province; may be empty.
        latitude: Degrees north: the median of own positions, else the middle of a cell; missing (nan) where none was sent.
        longitude: Degrees east.
        own: The recipient's own incidents.
        others: At least how many of others; None where there are none or they must not be shown.
        commodity: Commonest, as are mode and method of detection; empty where never recorded, or not to be shown.
        months: When in the year, if there is a clear window of own incidents.
        weekday: On what day, if there is a clear one of own incidents.
        last: First day that the newest incident can be of; None where it may not be told.
        last_precision: day, month or year.
        stability: Share of bootstrap resamples that keep it in the list, 0 to 1.
        doubts: Codes of `DOUBTS`, why it might be wrong, as far as own incidents tell.
    """

    spot: str
    kind: str
    place: str
    latitude: float
    longitude: float
    own: int
    others: int | None
    commodity: str
    mode: str
    detection: str
    months: windows.Window | None
    weekday: windows.Window | None
    last: pd.Timestamp | None
    last_precision: str
    stability: float
    doubts: tuple[str, ...]

    @property
    def n(self) -> int:
        """Incidents that may be told: at least so many, where others' are among them."""
        return self.own + (self.others or 0)


@dataclass(frozen=True, kw_only=True, eq=False)
class Hotspots:
    """Where detections stand.

    Attributes:
        top: At most ten, most incidents first.
        all: Every spot with something to show, indexed by spot: `kind`, `place`, `latitude`, `longitude`, `own`, `others`, `n`, and what
            else a `Hotspot` tells but windows, stability and doubts.
        effort: Own distinct agency-quarters that reported from a position: `latitude`, `longitude`, `agency_quarter`.
        left_out: Own incidents without a spot, by reason.
        n: Own incidents behind the table and the maps.
        others: At least how many of others have a spot, in cells that are shown or not; None where there are none or not to be shown.
        basis: The recipient's own incidents with a spot, of all its own; what may be told of others where it has none.
    """

    top: tuple[Hotspot, ...]
    all: pd.DataFrame
    effort: pd.DataFrame
    left_out: dict[str, int]
    n: int
    others: int | None
    basis: Basis


def hotspots(mine: pd.DataFrame, theirs: Others, limits: shown.Rule, *, resolution: int) -> Hotspots:
    """Find the spots.

    Args:
        mine: The recipient's own counted rows of the period, of one record class.
        theirs: Others', of the same class.
        limits: When others' counts may be shown.
        resolution: H3 resolution of the cells.
    """
    ready, far = _ready(mine, resolution), theirs.through(lambda rows: _ready(rows, resolution))
    table = _described(ready, far, limits)
    keep = _stability(ready, table)
    others = shown.number(ready, far, limits)
    return Hotspots(
        top=tuple(
            _hotspot(ready[ready["spot"].eq(str(spot))], facts, stability=keep[str(spot)]) for spot, facts in _first(table).iterrows()
        ),
        all=table,
        effort=_effort(ready),
        left_out=spots.left_out(mine, resolution=resolution),
        n=counts.number(ready),
        others=others,
        basis=_basis(ready, mine, others),
    )


def without_operations(records: pd.DataFrame) -> pd.DataFrame:
    """The rows that no operation brought: an operation shows where it looked."""
    return records[traits.said(records, "operation_code").isna()]


def _ready(records: pd.DataFrame, resolution: int) -> pd.DataFrame:
    """Rows with their spot, its cell, and what is told of it in comparable words."""
    rows = spots.placed(records, resolution=resolution)
    words = {"commodity_said": traits.goods(rows)} | {name: traits.said(rows, column) for name, column in SAID.items()}
    cell = pd.Series(spots.cells(rows, resolution), index=rows.index, dtype="str")
    return rows.assign(**words, place_said=rows["place_name"].fillna(rows["admin1"]), cell=cell.where(cell.ne("")))


def _first(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["n"] >= LEAST].head(MOST)


def _basis(ready: pd.DataFrame, mine: pd.DataFrame, others: int | None) -> Basis:
    own = counts.number(mine)
    return Basis(n=counts.number(ready), of=own) if own else Basis(n=others or 0, of=others or 0, at_least=bool(others))


def _described(mine: pd.DataFrame, theirs: Others, limits: shown.Rule) -> pd.DataFrame:
    table = shown.in_order(mine, theirs, ["spot"], limits)
    theirs = shown.within(theirs, table)
    table = table.join(shown.commonest(mine, theirs, ["spot"], TOLD, limits=limits)).join(shown.seen(mine, theirs, ["spot"], limits=limits))
    key = table.index.to_series().astype("str")
    named = key.str.contains("|", regex=False)
    kind = table["spot_kind"].fillna(key.str.split("|").str[0].where(named, "cell"))
    place = table["place_said"].fillna(key.str.split("|").str[-1].str.title().where(named)).fillna("")
    table = table.assign(kind=kind, place=place).join(_positions(mine, table["cell"]))
    return table.sort_values(["n", "last"], ascending=False, kind="stable")


def _positions(mine: pd.DataFrame, cells: pd.Series) -> pd.DataFrame:
    """The median of own positions, else the middle of the cell that may be told."""
    middles = [h3.cell_to_latlng(cell) if isinstance(cell, str) else (np.nan, np.nan) for cell in cells]
    middle = pd.DataFrame(middles, index=cells.index, columns=["latitude", "longitude"], dtype="float64")
    own = mine.groupby("spot")[["latitude", "longitude"]].median().reindex(cells.index)
    return own.fillna(middle)


def _only(values: pd.Series) -> str:
    """The value that all have, empty where they differ."""
    found = values.unique()
    return str(found[0]) if len(found) == 1 else ""


def _stability(mine: pd.DataFrame, table: pd.DataFrame) -> "pd.Series[float]":
    """Share of resamples - own incidents, and as many of others as are told - in which a spot is among the first ten."""
    own = mine.groupby(["spot", *counts.INCIDENT])["incident_count"].max().reset_index()
    others = table["others"].fillna(0).to_numpy(dtype=int)
    place = np.concatenate([table.index.get_indexer(pd.Index(own["spot"])), np.repeat(np.arange(len(table)), others)])
    weight = np.concatenate([own["incident_count"].to_numpy(dtype=float), np.ones(others.sum())])
    random, kept = np.random.default_rng(SEED), np.zeros(len(table))
    for _ in range(RESAMPLES if len(place) else 0):
        drawn = random.integers(0, len(place), size=len(place))
        tally = np.bincount(place[drawn], weights=weight[drawn], minlength=len(table))
        first = np.argsort(-tally, kind="stable")[:MOST]
        kept[first[tally[first] >= LEAST]] += 1
    return pd.Series(kept / RESAMPLES, index=table.index)


def _effort(mine: pd.DataFrame) -> pd.DataFrame:
    busy = mine.assign(agency_quarter=quarters.agency(mine) + quarters.of(mine).astype("str"))
    return busy[["latitude", "longitude", "agency_quarter"]].dropna()


def _hotspot(mine: pd.DataFrame, facts: pd.Series, *, stability: float) -> Hotspot:
    incidents = mine.drop_duplicates(counts.INCIDENT)
    precision = str(facts["last_precision"])
    newest = incidents.sort_values("date_from", kind="stable").tail(1)["date_precision"]
    return Hotspot(
        spot=str(facts.name),
        kind=str(facts["kind"]),
        place=str(facts["place"]),
        latitude=float(facts["latitude"]),
        longitude=float(facts["longitude"]),
        own=int(facts["own"]),
        others=None if pd.isna(facts["others"]) else int(facts["others"]),
        commodity=_text(facts["commodity_said"]),
        mode=_text(facts["mode"]),
        detection=_text(facts["detection"]),
        months=windows.months(incidents),
        weekday=windows.weekday(incidents),
        last=None if pd.isna(facts["last"]) else facts["last"],
        last_precision=str(newest.iloc[0]) if precision == "day" and len(newest) else "year",
        stability=stability,
        doubts=tuple(code for code, holds in DOUBTS.items() if holds(incidents, str(facts["kind"]))),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _share(mask: "pd.Series[bool]") -> float:
    return float(mask.mean()) if len(mask) else 0.0


def _largest(values: pd.Series) -> float:
    known = values.dropna()
    return float(known.value_counts(normalize=True).iloc[0]) if len(known) else 0.0


def _months(rows: pd.DataFrame) -> pd.Series:
    months: pd.Series = rows["date_from"].dt.to_period("M")
    return months[rows["date_precision"].isin(["day", "month"])]


def _rounded(rows: pd.DataFrame, kind: str) -> bool:
    return kind not in (*spots.POINTS, spots.NAMED) and _share(rows["place_precision"].isin(ROUNDED)) >= MOST_OF_IT


DOUBTS: dict[str, Callable[[pd.DataFrame, str], bool]] = {
    "operation": lambda rows, _: _share(traits.said(rows, "operation_code").notna()) >= HALF,
    "burst": lambda rows, _: _largest(_months(rows)) >= HALF,
    "agency": lambda rows, _: bool(_only(rows["detecting_agency"].dropna())),
    "post": lambda _, kind: kind in spots.POINTS,
    "tips": lambda rows, _: _share(traits.said(rows, "detection_method").isin(TIPS)) >= HALF,
    "rounded": _rounded,
    "named": lambda _, kind: kind == spots.NAMED,
}
"""Why a spot might be wrong, and when that holds for its own incidents and its kind: one operation, one month, one agency, a standing
control post, tip-offs, rounded positions, a bare name. Their wording stands in `report.wording.hotspots`."""
