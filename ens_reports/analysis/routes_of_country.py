"""Routes in and out of one country, all alleged: its role, the legs, origin by destination, and chains."""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from ens_reports.analysis import commodities, counts, shown
from ens_reports.analysis.moments import last_seen
from ens_reports.analysis.scope import Scope
from ens_reports.analysis.tiers import Basis
from ens_reports.report.view import Others

MOST_LEGS = 5
MATRIX_SIDE = 7
NOT_A_PLACE = ("XXX", "unknown", "none")
ROLES = ("origin", "transit", "destination", "detection")


@dataclass(frozen=True, kw_only=True, eq=False)
class Routes:
    """The alleged routes of the period.

    Attributes:
        legs: Per leg, indexed by `start` and `end` (countries): `own` incidents, `others` (at least; missing where not to be shown),
            `mode`, `concealment`, `commodity`, `border` (each the commonest of own ones), `last` (last day seen), most incidents first.
        matrix: Alleged origin (rows) by alleged destination (columns): the recipient's own incidents with both.
        roles: Own incidents in which the recipient is alleged origin, transit, destination, or only the place of detection.
        chains: Own chains with their incidents, most first: "KEN > ARE > VNM".
        of_area: Most frequent own chain of each area.
        unrouted: Own incidents without any country on the route.
        abroad: At least how many incidents others have with the recipient on the route; None where there are none or not to be shown.
        basis: Own incidents with at least one leg.
    """

    legs: pd.DataFrame
    matrix: pd.DataFrame
    roles: "pd.Series[int]"
    chains: "pd.Series[int]"
    of_area: dict[str, str]
    unrouted: int
    abroad: int | None
    basis: Basis


def routes(scope: Scope) -> Routes:
    """The alleged routes of a country, of the principal record class.

    Args:
        scope: The records of the assessment.
    """
    records = _with_chain(scope.records)
    abroad = scope.others.through(lambda rows: _with_chain(counts.of_class(rows, scope.principal)))
    routed = records[records["chain"].str.contains(">", regex=False)]
    return Routes(
        legs=_legs(scope, records, abroad),
        matrix=_matrix(records),
        roles=_roles(records, scope.recipient),
        chains=counts.by(routed, ["chain"]).sort_values(ascending=False, kind="stable"),
        of_area={str(area): _commonest(rows["chain"]) for area, rows in routed.groupby("crime_area")},
        unrouted=counts.number(records[records["chain"].eq("")]),
        abroad=shown.number(records, abroad, scope.rule),
        basis=scope.usable(records["chain"].str.contains(">", regex=False)),
    )


def _with_chain(records: pd.DataFrame) -> pd.DataFrame:
    return records.assign(chain=_chain(records))


def _chain(records: pd.DataFrame) -> pd.Series:
    """The countries of a route in order, joined by ` > `; what is unknown left out, and none twice in a row."""
    columns = zip(records["origin_country"], records["transit_countries"], records["destination_country"], strict=True)
    chains = [_joined(origin, transit, destination) for origin, transit, destination in columns]
    return pd.Series(chains, index=records.index, dtype="str")


def _joined(origin: object, transit: object, destination: object) -> str:
    stops = [origin, *(str(transit).split(";") if isinstance(transit, str) else ()), destination]
    known = [stop.strip() for stop in stops if isinstance(stop, str) and stop.strip() and stop.strip() not in NOT_A_PLACE]
    return " > ".join(stop for at, stop in enumerate(known) if at == 0 or stop != known[at - 1])


def _steps(records: pd.DataFrame) -> pd.DataFrame:
    """One row per leg of each row's chain, with `start` and `end`."""
    pairs = records["chain"].str.split(" > ").map(lambda stops: list(pairwise(stops)))
    rows = records.assign(pair=pairs).explode("pair").dropna(subset=["pair"])
    ends = pd.DataFrame(rows["pair"].to_list(), index=rows.index, columns=["start", "end"]).astype("str")
    return pd.concat([rows.drop(columns="pair"), ends], axis=1)


def _legs(scope: Scope, records: pd.DataFrame, abroad: Others) -> pd.DataFrame:
    mine = _steps(records).assign(commodity=commodities.name)
    table = shown.cells(mine, abroad.through(_steps), ["start", "end"], scope.rule)
    grouped = mine.groupby(["start", "end"])
    named = {"mode": "transport_mode", "concealment": "concealment", "commodity": "commodity", "border": "place_name"}
    facts = {label: grouped[column].agg(_commonest) for label, column in named.items()}
    table = table.join(pd.DataFrame(facts | {"last": last_seen(mine, ["start", "end"])}))
    return table.sort_values(["own", "others"], ascending=False, kind="stable")


def _commonest(values: pd.Series) -> str:
    found = values.dropna().value_counts()
    return str(found.sort_index().sort_values(ascending=False, kind="stable").index[0]) if len(found) else ""


def _matrix(records: pd.DataFrame) -> pd.DataFrame:
    rows = records[_place(records["origin_country"]) & _place(records["destination_country"])]
    found = counts.by(rows, ["origin_country", "destination_country"])
    if found.empty:
        return pd.DataFrame()
    pairs = found.reset_index()
    table = pairs.pivot_table(index="origin_country", columns="destination_country", values="incidents", fill_value=0).astype("int64")
    first = table.sum(axis=1).sort_values(ascending=False, kind="stable").index[:MATRIX_SIDE]
    second = table.sum().sort_values(ascending=False, kind="stable").index[:MATRIX_SIDE]
    return table.loc[first, second]


def _place(values: pd.Series) -> "pd.Series[bool]":
    return (values.notna() & ~values.isin(NOT_A_PLACE)).astype(bool)


def _roles(records: pd.DataFrame, country: str) -> "pd.Series[int]":
    origin, destination = records["origin_country"].eq(country), records["destination_country"].eq(country)
    transit = records["transit_countries"].fillna("").str.split(";").map(lambda stops: country in [stop.strip() for stop in stops])
    routed = records["chain"].ne("")
    masks = {"origin": origin, "transit": transit, "destination": destination, "detection": routed & ~(origin | transit | destination)}
    found = {role: counts.number(records[masks[role].fillna(value=False).astype(bool)]) for role in ROLES}
    return pd.Series(found, dtype="int64")
