"""By what ways: alleged legs between countries, with the kinds of place where they surface, their seasons, alternates and gaps."""

import itertools
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ens_reports.analysis import counts, shown, traits, windows
from ens_reports.analysis.tiers import Basis
from ens_reports.report.view import Others

NOT_A_PLACE = ("XXX", "unknown", "none")
"""What stands in a route's columns and is no country; `none` says that there was no transit."""
MOST_LEGS, MOST_CHAINS, MOST_HINTS = 6, 12, 4
LEAST_QUIET = 2
"""Incidents after which a way that is not seen again counts as quiet rather than rare."""
LEG = ["start", "end"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Legs:
    """The alleged routes.

    Attributes:
        table: Indexed by `start` and `end` (countries), most incidents first: `own`, `others` (at least; missing where not to be shown),
            `n`, `places` (kinds of place where detected, commonest first, separated by `;`), `mode`, `concealment`, `commodity` (each
            the commonest; missing where none may be told), `first`, `last` (days), `first_precision`, `last_precision` (day or year).
        seasons: Own incidents per leg of the table (in its order) and month of the year, January first. Others' would be told by
            months that are too small to show.
        chains: Whole chains of the recipient's own incidents, most first: `chain`, `commodity`, `mode`, `own`, `last`.
        alternates: Ways that were first seen after another between the same ends, for the same goods, was last seen: `commodity`,
            `start`, `end`, `quiet`, `quiet_last`, `alternate`, `alternate_first`, `n` (incidents on the alternate).
        gaps: Onward legs that no record states but others of the same goods suggest: `commodity`, `start`, `via`, `to`, `open` (own
            incidents that stop there), `support` (own incidents that go on).
        unrouted: Own incidents that name no leg.
        basis: Own incidents with at least one leg.
    """

    table: pd.DataFrame
    seasons: pd.DataFrame
    chains: pd.DataFrame
    alternates: pd.DataFrame
    gaps: pd.DataFrame
    unrouted: int
    basis: Basis


def legs(mine: pd.DataFrame, theirs: Others, limits: shown.Rule) -> Legs:
    """Read the alleged routes.

    Args:
        mine: The recipient's own counted rows of the period, of one record class.
        theirs: Others', of the same class.
        limits: When others' counts may be shown.
    """
    routed = with_chains(mine)
    steps = _steps(routed)
    table = _table(steps, theirs.through(_cut), limits)
    with_leg = routed["chain"].str.contains(">", regex=False)
    return Legs(
        table=table,
        seasons=_seasons(steps, table.index[table["own"].gt(0)][:MOST_LEGS]),
        chains=_chains(routed[with_leg]),
        alternates=_alternates(routed[with_leg]),
        gaps=_gaps(routed),
        unrouted=counts.number(routed[~with_leg]),
        basis=Basis(n=counts.number(routed[with_leg]), of=counts.number(routed)),
    )


def with_chains(records: pd.DataFrame) -> pd.DataFrame:
    """The rows with `chain`, the countries of the route in order, joined by ` > `, and `goods`.

    Args:
        records: Any counted rows.
    """
    columns = zip(records["origin_country"], records["transit_countries"], records["destination_country"], strict=True)
    chains = [" > ".join(_stops(*row)) for row in columns]
    return records.assign(chain=pd.Series(chains, index=records.index, dtype="str"), goods=traits.goods(records))


def _stops(origin: object, transit: object, destination: object) -> list[str]:
    stops = [origin, *(str(transit).split(";") if isinstance(transit, str) else ()), destination]
    known = [stop.strip() for stop in stops if isinstance(stop, str) and stop.strip() and stop.strip() not in NOT_A_PLACE]
    return [stop for at, stop in enumerate(known) if at == 0 or stop != known[at - 1]]


def _steps(routed: pd.DataFrame) -> pd.DataFrame:
    """One row per leg of each row's chain, with `start` and `end`."""
    pairs = routed["chain"].str.split(" > ").map(lambda stops: list(itertools.pairwise(stops)))
    rows = routed.assign(pair=pairs).explode("pair").dropna(subset=["pair"])
    ends = pd.DataFrame(rows["pair"].to_list(), index=rows.index, columns=LEG).astype("str")
    return pd.concat([rows.drop(columns="pair"), ends], axis=1)


def _cut(records: pd.DataFrame) -> pd.DataFrame:
    return _steps(with_chains(records))


def _table(steps: pd.DataFrame, theirs: Others, limits: shown.Rule) -> pd.DataFrame:
    mine, far = _worded(steps), theirs.through(_worded)
    table = shown.in_order(mine, far, LEG, limits)
    far = shown.within(far, table)
    told = shown.commonest(mine, far, LEG, ("mode", "concealed", "goods"), limits=limits)
    facts = told.rename(columns={"concealed": "concealment", "goods": "commodity"})
    seen = shown.seen(mine, far, LEG, limits=limits)
    table = table.join(_places(mine, far, limits)).join(facts).join(seen)
    return table.sort_values(["n", "last"], ascending=False, kind="stable")


def _worded(steps: pd.DataFrame) -> pd.DataFrame:
    return steps.assign(mode=traits.said(steps, "transport_mode"), concealed=traits.said(steps, "concealment"))


def _places(mine: pd.DataFrame, theirs: Others, limits: shown.Rule) -> pd.Series:
    told = shown.in_order(mine, theirs, [*LEG, "location_type"], limits).reset_index()
    return told.groupby(LEG)["location_type"].agg(";".join).rename("places")


def _seasons(rows: pd.DataFrame, order: pd.Index) -> pd.DataFrame:
    each = rows.drop_duplicates([*LEG, *counts.INCIDENT])
    groups = {key: windows.by_month(group) for key, group in each.groupby(LEG)}
    strips = [groups[key] for key in order]
    return pd.DataFrame(np.array(strips).reshape(len(strips), windows.MONTHS), index=order, columns=range(1, windows.MONTHS + 1))


def _chains(mine: pd.DataFrame) -> pd.DataFrame:
    rows = mine.assign(mode=traits.said(mine, "transport_mode"))
    groups = rows.groupby("chain")
    facts = pd.DataFrame(
        {
            "commodity": groups["goods"].agg(traits.commonest),
            "mode": groups["mode"].agg(traits.commonest),
            "last": groups["date_from"].max(),
        }
    )
    table = facts.join(counts.by(rows, ["chain"]).rename("own")).reset_index()
    return table.sort_values(["own", "last"], ascending=False, kind="stable").head(MOST_CHAINS)


def _alternates(mine: pd.DataFrame) -> pd.DataFrame:
    """Pairs of ways between the same ends for the same goods, of which one begins after the other has ended."""
    rows = mine[mine["goods"].notna() & mine["date_precision"].ne("year")]
    ends = rows["chain"].str.split(" > ")
    way = rows["chain"] + "|" + traits.said(rows, "transport_mode").fillna("")
    rows = rows.assign(start=ends.str[0], end=ends.str[-1], way=way)
    groups = rows.groupby(["goods", "start", "end", "way"])["date_from"].agg(["min", "max"]).reset_index()
    groups["n"] = counts.by(rows, ["goods", "start", "end", "way"]).to_numpy()
    pairs = groups.merge(groups, on=["goods", "start", "end"], suffixes=("_a", "_b"))
    pairs = pairs[(pairs["max_a"] < pairs["min_b"]) & (pairs["n_a"] >= LEAST_QUIET)]
    named = {"goods": "commodity", "way_a": "quiet", "max_a": "quiet_last", "way_b": "alternate", "min_b": "alternate_first", "n_b": "n"}
    table = pairs.rename(columns=named)[["commodity", "start", "end", "quiet", "quiet_last", "alternate", "alternate_first", "n"]]
    return table.sort_values(["n", "alternate_first"], ascending=False, kind="stable").head(MOST_HINTS)


def _gaps(mine: pd.DataFrame) -> pd.DataFrame:
    """Incidents that end where they were detected, beside incidents of the same goods that go on from there."""
    rows = mine[mine["goods"].notna()]
    onward = rows["destination_country"].where(~rows["destination_country"].isin(NOT_A_PLACE))
    going = rows[onward.notna() & onward.ne(rows["reporting_country"])].assign(to=onward)
    stopping = rows[onward.isna() & rows["chain"].ne("")].assign(start=rows["chain"].str.split(" > ").str[0])
    on = counts.by(going, ["goods", "reporting_country", "to"]).rename("support").reset_index()
    halted = counts.by(stopping, ["goods", "reporting_country", "start"]).rename("open").reset_index()
    pairs = halted.merge(on, on=["goods", "reporting_country"])
    pairs = pairs[(pairs["start"] != pairs["to"]) & (pairs["support"] >= LEAST_QUIET)]
    table = pairs.rename(columns={"goods": "commodity", "reporting_country": "via"})
    table = table.sort_values(["open", "support"], ascending=False, kind="stable").drop_duplicates(["commodity", "start", "via"])
    return table[["commodity", "start", "via", "to", "open", "support"]].head(MOST_HINTS)


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A country that works on the same legs as the recipient, and allows to be named.

    Attributes:
        country: Its code.
        legs: Legs that both recorded, as start and end.
        commodity: Commonest goods of its incidents on them.
        last: Newest day of either on these legs.
    """

    country: str
    legs: tuple[tuple[str, str], ...]
    commodity: str
    last: pd.Timestamp


def meetings(mine: pd.DataFrame, theirs: Others) -> tuple[Meeting, ...]:
    """Who must meet: countries with incidents on the recipient's own legs, only those whose owners allow it.

    Args:
        mine: The recipient's own counted rows.
        theirs: Others'; a row may name its country where `may_name` says so, and nobody is named without it.
    """
    steps = _cut(mine)
    named = shown.nameable(theirs.through(_cut), [*LEG, "reporting_country", "goods", "date_from"])
    common = named[named.set_index(LEG).index.isin(steps.set_index(LEG).index)]
    found = [_meeting(str(country), rows, steps) for country, rows in common.groupby("reporting_country")]
    return tuple(sorted(found, key=lambda one: (-len(one.legs), one.country)))


def _meeting(country: str, rows: pd.DataFrame, mine: pd.DataFrame) -> Meeting:
    keys = sorted({(str(start), str(end)) for start, end in zip(rows["start"], rows["end"], strict=True)})
    own = mine[mine.set_index(LEG).index.isin(keys)]
    last = max(rows["date_from"].max(), own["date_from"].max())
    return Meeting(country=country, legs=tuple(keys), commodity=traits.commonest(rows["goods"]), last=last)
