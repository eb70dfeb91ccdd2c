"""Where and when to act: the ten spots with the most incidents, how stable the list is, and why it might be wrong."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ens_reports.analysis import counts, quarters, shown, spots, traits, windows
from ens_reports.analysis.tiers import Basis

MOST = 10
LEAST = 3
"""Incidents that make a spot worth a planner's time."""
RESAMPLES = 500
SEED = 20170101
HALF, MOST_OF_IT = 0.5, 0.8
TIPS = ("tip_off", "complaint")
ROUNDED = ("locality", "admin2", "sea_area")


@dataclass(frozen=True, kw_only=True)
class Hotspot:
    """A cell or border point.

    Attributes:
        spot: H3 index, or kind, country and name of a point.
        kind: seaport, airport, land_border, mail_centre, `cell` (on land), `sea`, or `named` for a place without a position.
        country: Where it is reported from; empty where several report from it.
        place: Commonest name of the place, else of the province; may be empty.
        latitude: Degrees north, the median of its positions; missing (nan) where none was sent.
        longitude: Degrees east.
        own: The recipient's own incidents.
        others: Others' incidents, None where there are none or they must not be shown.
        commodity: Commonest, as are mode and method of detection; empty where never recorded.
        months: When in the year, if there is a clear window.
        weekday: On what day, if there is a clear one.
        last: First day that the newest incident can be of.
        last_precision: day, month or year.
        stability: Share of bootstrap resamples that keep it in the list, 0 to 1.
        doubts: Codes of `DOUBTS`, why it might be wrong.
    """

    spot: str
    kind: str
    country: str
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
    last: pd.Timestamp
    last_precision: str
    stability: float
    doubts: tuple[str, ...]

    @property
    def n(self) -> int:
        """Incidents that may be shown."""
        return self.own + (self.others or 0)


@dataclass(frozen=True, kw_only=True, eq=False)
class Hotspots:
    """Where detections stand.

    Attributes:
        top: At most ten, most incidents first.
        all: Every spot with something to show, indexed by spot: `kind`, `country`, `place`, `latitude`, `longitude`, `own`, `others`, `n`.
        effort: Distinct agency-quarters that reported from a position: `latitude`, `longitude`, `agency_quarter`.
        left_out: Incidents without a spot, by reason.
        n: Incidents behind the table and the maps, others' among them.
        basis: The recipient's own incidents with a spot, of all its own; all that it sees where it has none.
    """

    top: tuple[Hotspot, ...]
    all: pd.DataFrame
    effort: pd.DataFrame
    left_out: dict[str, int]
    n: int
    basis: Basis


def hotspots(records: pd.DataFrame, limits: shown.Rule, *, resolution: int) -> Hotspots:
    """Find the spots.

    Args:
        records: Counted rows of one record class, own and others', of the period.
        limits: When others' counts may be shown.
        resolution: H3 resolution of the cells.
    """
    found = spots.placed(records, resolution=resolution)
    table = shown.cells(found.records, ["spot"], limits)
    rows = _showable(found.records, table)
    table = _described(rows, table)
    order = table[table["n"] >= LEAST].index[:MOST]
    keep = _stability(rows, table.index)
    return Hotspots(
        top=tuple(_hotspot(rows[rows["spot"].eq(spot)], table.loc[spot], stability=keep[spot]) for spot in order),
        all=table,
        effort=_effort(rows),
        left_out=found.left_out,
        n=counts.number(rows),
        basis=_basis(rows, records),
    )


def without_operations(records: pd.DataFrame) -> pd.DataFrame:
    """The rows that no operation brought: an operation shows where it looked."""
    return records[traits.said(records, "operation_code").isna()]


def _basis(rows: pd.DataFrame, records: pd.DataFrame) -> Basis:
    own = counts.number(shown.own(records))
    return Basis(n=counts.number(shown.own(rows)), of=own) if own else Basis(n=counts.number(rows), of=counts.number(rows))


def _showable(records: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Own rows, and others' rows of the spots where others' count may be shown."""
    allowed = table.index[table["others"].notna()]
    return records[records["own"].astype(bool) | records["spot"].isin(allowed)]


def _described(rows: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    groups = rows.groupby("spot")
    place = rows["place_name"].fillna(rows["admin1"])
    facts = pd.DataFrame(
        {
            "kind": groups["spot_kind"].first(),
            "country": groups["reporting_country"].agg(_only),
            "place": place.groupby(rows["spot"]).agg(traits.commonest),
            "latitude": groups["latitude"].median(),
            "longitude": groups["longitude"].median(),
            "last": groups["date_from"].max(),
        }
    )
    full = facts.join(table).assign(n=lambda frame: frame["own"] + frame["others"].fillna(0).astype("int64"))
    return full.sort_values(["n", "last"], ascending=False, kind="stable")


def _only(values: pd.Series) -> str:
    """The value that all have, empty where they differ."""
    found = values.unique()
    return str(found[0]) if len(found) == 1 else ""


def _stability(rows: pd.DataFrame, names: pd.Index) -> "pd.Series[float]":
    """Share of resamples of the incidents in which a spot is among the first ten and has at least `LEAST`."""
    each = rows.groupby(["spot", *counts.INCIDENT], observed=True)["incident_count"].max().reset_index()
    place, weight = names.get_indexer(pd.Index(each["spot"])), each["incident_count"].to_numpy(dtype=float)
    random, kept = np.random.default_rng(SEED), np.zeros(len(names))
    for _ in range(RESAMPLES if len(each) else 0):
        drawn = random.integers(0, len(each), size=len(each))
        tally = np.bincount(place[drawn], weights=weight[drawn], minlength=len(names))
        first = np.argsort(-tally, kind="stable")[:MOST]
        kept[first[tally[first] >= LEAST]] += 1
    return pd.Series(kept / RESAMPLES, index=names)


def _effort(rows: pd.DataFrame) -> pd.DataFrame:
    busy = rows.assign(agency_quarter=quarters.agency(rows) + quarters.of(rows).astype("str"))
    return busy[["latitude", "longitude", "agency_quarter"]].dropna()


def _hotspot(rows: pd.DataFrame, facts: pd.Series, *, stability: float) -> Hotspot:
    incidents = rows.drop_duplicates(counts.INCIDENT)
    newest = incidents.sort_values("date_from", kind="stable").iloc[-1]
    return Hotspot(
        spot=str(facts.name),
        kind=str(facts["kind"]),
        country=str(facts["country"]),
        place=str(facts["place"]),
        latitude=float(facts["latitude"]),
        longitude=float(facts["longitude"]),
        own=int(facts["own"]),
        others=None if pd.isna(facts["others"]) else int(facts["others"]),
        commodity=traits.commonest(traits.goods(rows)),
        mode=traits.commonest(traits.said(rows, "transport_mode")),
        detection=traits.commonest(traits.said(rows, "detection_method")),
        months=windows.months(incidents),
        weekday=windows.weekday(incidents),
        last=newest["date_from"],
        last_precision=str(newest["date_precision"]),
        stability=stability,
        doubts=tuple(code for code, holds in DOUBTS.items() if holds(incidents)),
    )


def _share(mask: "pd.Series[bool]") -> float:
    return float(mask.mean()) if len(mask) else 0.0


def _largest(values: pd.Series) -> float:
    known = values.dropna()
    return float(known.value_counts(normalize=True).iloc[0]) if len(known) else 0.0


def _months(rows: pd.DataFrame) -> pd.Series:
    months: pd.Series = rows["date_from"].dt.to_period("M")
    return months[rows["date_precision"].isin(["day", "month"])]


def _rounded(rows: pd.DataFrame) -> bool:
    named = bool(rows["spot_kind"].isin([*spots.POINTS, spots.NAMED]).all())
    return not named and _share(rows["place_precision"].isin(ROUNDED)) >= MOST_OF_IT


DOUBTS: dict[str, Callable[[pd.DataFrame], bool]] = {
    "operation": lambda rows: _share(traits.said(rows, "operation_code").notna()) >= HALF,
    "burst": lambda rows: _largest(_months(rows)) >= HALF,
    "agency": lambda rows: bool(_only(shown.own(rows)["detecting_agency"].dropna())),
    "post": lambda rows: bool(rows["spot_kind"].isin(spots.POINTS).all()),
    "tips": lambda rows: _share(traits.said(rows, "detection_method").isin(TIPS)) >= HALF,
    "rounded": _rounded,
    "named": lambda rows: bool(rows["spot_kind"].eq(spots.NAMED).all()),
}
"""Why a spot might be wrong, and when that holds for its incidents: one operation, one month, one agency, a standing control post,
tip-offs, rounded positions, a bare name. Their wording stands in `report.wording.hotspots`."""
