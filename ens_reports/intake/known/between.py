"""A file against what other parties sent: incidents reported from both ends, and what the two ends say differently.

The records of others are laid against the file twice: those that the sender may see, for the sender; all of them, for analysts. So what
the sender is told is the same whether or not there are records that are closed to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pandas as pd

from data_contracts import codelists
from ens_reports.store import Numbers, Route, Sought

SIGNS: dict[str, tuple[str, ...]] = {
    "reference": ("other_references", "incident_id"),
    "container": ("container_no",),
    "permit": ("permit_no",),
    "marking": ("marking_numbers",),
    "document": ("transport_doc_no", "movement_doc_no", "catch_certificate_no"),
    "vessel": ("vessel_imo", "vessel_mmsi"),
}
"""Numbers by which the same case is known again, by the kind of sign."""
COLUMNS = (
    "incident_id", "reporting_country", "record_type", "date_from", "date_to", "origin_country", "transit_countries",
    "destination_country", "commodity", "scientific_name", "quantity", "unit", "outcome", "supply_chain_stage", "vessel_flag",
    *dict.fromkeys(name for names in SIGNS.values() for name in names if name != "incident_id"),
)  # fmt: skip
"""What is asked of the file and of others' records, besides `record_id`, `owner`, `submission` and what says who may see them."""
WEIGHTS = {
    "reference": 5.0, "container": 4.0, "permit": 4.0, "marking": 4.0, "document": 4.0, "vessel": 2.5,
    "date": 1.0, "route": 1.5, "goods": 1.0, "quantity": 1.0,
}  # fmt: skip
"""What each sign counts for."""
FOUND_BY = (*SIGNS, "route")
"""What brings two records together; the other signs are looked at then."""
ENOUGH = 4.5
"""From here on two records are taken for one case: a number of their own and one more sign, or date, route, goods and quantity together."""
DAYS = 7
"""The two ends of a consignment report within so many days."""
JUDGED = ["date_from", "date_to", "goods", "base", "amount", "outcome"]
"""What a pair is judged by, besides what brought it together."""
NEIGHBOURS = timedelta(days=2 * DAYS)
"""Two days of neighbouring weeks are less than this apart."""
LIKE = 0.1
"""Quantities within a tenth are alike."""
SHORTEST = 4
"""A number with fewer characters can be anyone's."""
COMMON = 50
"""A number on more records than that on either side is no number of a case; so are goods of a week on a route."""
CONTRARY = {"convicted": ("acquitted", "annulled", "discontinued"), "acquitted": ("convicted",), "discontinued": ("convicted",)}
GOODS = ("scientific_name", "commodity")
"""What names goods; the first that is told counts."""
ROUTE = ("origin_country", "transit_countries", "destination_country")
NO_COUNTRY = ("", "unknown", "none", "XXX", "XZZ")


@dataclass(frozen=True, kw_only=True, eq=False)
class Pairs:
    """Records of a file beside records of others.

    Attributes:
        table: `row` (index in the file), `other` (index of the other record), `score`, `signs` (what agrees, separated by `;`),
            `quantity` and `outcome` (whether they contradict each other).
    """

    table: pd.DataFrame


NO_PAIRS = Pairs(table=pd.DataFrame({"row": [], "other": [], "score": [], "signs": [], "quantity": [], "outcome": []}))


def sought(records: pd.DataFrame) -> list[Sought]:
    """What a record of others must have, so that `pair` or `flags_that_differ` can find it: of the others they need not be shown any.

    Args:
        records: As in `pair`.
    """
    ours = _prepared(records)
    found: list[Sought] = []
    for sign, names in SIGNS.items():
        theirs = _said(ours, names)["number"]
        told = dict.fromkeys(names, theirs)
        if sign == "reference":
            told["incident_id"] = _said(ours, SIGNS["reference"][:1])["number"]
        found += [Numbers(field=name, wanted=frozenset(numbers)) for name, numbers in told.items() if len(numbers)]
    return [*found, *_on_routes(ours)]


def _on_routes(ours: pd.DataFrame) -> list[Sought]:
    days = ours["date_from"].dropna()
    reporters = {code for name in ROUTE for code in _members(ours[name]).unique()}.difference(NO_COUNTRY)
    named = set(ours["goods"].dropna().unique()).difference([""])
    if days.empty or not reporters or not named:
        return []
    return [
        Route(
            reporters=frozenset(reporters),
            fields=ROUTE,
            countries=frozenset(ours["reporting_country"].dropna().unique()),
            goods=GOODS,
            named=frozenset(named),
            first=days.min().date() - NEIGHBOURS,
            last=days.max().date() + NEIGHBOURS,
        )
    ]


def pair(records: pd.DataFrame, others: pd.DataFrame) -> Pairs:
    """Find the records that speak of one case.

    Args:
        records: Accepted records of a file with `COLUMNS`; index = row numbers.
        others: Records of other parties with `COLUMNS` and `owner`.

    Returns:
        For each row and owner the best record, as far as it is good enough.
    """
    ours, theirs = _prepared(records), _prepared(others)
    found = pd.concat([_by_number(ours, theirs), _by_route(ours, theirs)], ignore_index=True)
    if found.empty:
        return NO_PAIRS
    bits = found.assign(sign=found["sign"].map({sign: 1 << place for place, sign in enumerate(FOUND_BY)})).drop_duplicates()
    masks = bits.groupby(["row", "other"], sort=True)["sign"].sum().reset_index()
    names = {mask: ";".join(sign for place, sign in enumerate(FOUND_BY) if mask >> place & 1) for mask in masks["sign"].unique()}
    judged = _judge(masks.assign(sign=masks["sign"].map(names)), ours, theirs)
    good = judged[judged["score"] >= ENOUGH].assign(owner=lambda frame: others.loc[frame["other"], "owner"].to_numpy())
    best = good.sort_values(["row", "score", "other"], ascending=[True, False, True]).drop_duplicates(["row", "owner"])
    return Pairs(table=best.drop(columns="owner").reset_index(drop=True))


def flags_that_differ(records: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Vessels that fly another flag with another party, in the same year.

    Args:
        records: As in `pair`.
        others: As in `pair`.

    Returns:
        `row` and `other`, one for each row.
    """
    frames = [frame[frame["vessel_flag"].notna() & ~frame["vessel_flag"].isin(NO_COUNTRY)] for frame in (records, others)]
    ours, theirs = (
        pd.DataFrame(
            {
                "vessel": frame["vessel_imo"].astype("str"),
                "year": frame["date_from"].dt.year,
                "flag": frame["vessel_flag"].astype("str"),
                name: frame.index,
            }
        )
        for frame, name in zip(frames, ("row", "other"), strict=True)
    )
    both = ours.dropna().merge(theirs.dropna(), on=["vessel", "year"], suffixes=("", "_other"))
    return both[both["flag"] != both["flag_other"]].drop_duplicates("row")[["row", "other"]]


def one_sided(records: pd.DataFrame, pairs: Pairs, owners: pd.Series, *, end: str) -> pd.DataFrame:
    """Rows whose goods went to, or came from, a country that tells of nothing that fits.

    Args:
        records: As in `pair`.
        pairs: What was found.
        owners: Owner of each of the others' records.
        end: `destination_country` or `origin_country`.

    Returns:
        `row` and `country`, for the caller to look whether that country reported on the time.
    """
    moved = records[(records["record_type"] != "nil") & records[end].notna() & ~records[end].isin(NO_COUNTRY)]
    abroad = moved[moved[end] != moved["reporting_country"]]
    wanted = pd.DataFrame({"row": abroad.index, "country": abroad[end].to_numpy()})
    told = pairs.table.assign(country=owners.reindex(pairs.table["other"]).to_numpy())[["row", "country"]].drop_duplicates()
    left = wanted.merge(told, on=["row", "country"], how="left", indicator=True)
    return left.loc[left["_merge"] == "left_only", ["row", "country"]]


def _prepared(records: pd.DataFrame) -> pd.DataFrame:
    """What is compared, in one form: goods in lower case, quantities in exact base units."""
    frame = records.reindex(columns=list(dict.fromkeys(COLUMNS)))
    frame = frame[frame["record_type"] != "nil"]
    units = codelists.load("unit").query("factor != ''").set_index("code")
    factor = frame["unit"].map(units["factor"]).astype("float64")
    amount = pd.to_numeric(frame["quantity"], errors="coerce").astype("float64") * factor
    goods = frame[GOODS[0]].astype("str").fillna(frame[GOODS[1]].astype("str")).str.lower()
    return frame.assign(amount=amount, base=frame["unit"].map(units["base"]), goods=goods)


def _by_number(ours: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
    found = [_by_reference(ours, theirs)]
    found += [
        _join(_numbers(ours, names), _numbers(theirs, names)).assign(sign=sign) for sign, names in SIGNS.items() if sign != "reference"
    ]
    return pd.concat(found, ignore_index=True)[["row", "other", "sign"]]


def _by_reference(ours: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
    """One side must refer to the other: that two numbers of one's own incidents are alike is chance."""
    mine, other = _numbers(ours, SIGNS["reference"][:1]), _numbers(theirs, SIGNS["reference"][:1])
    parts = [_join(mine, other)]
    parts += [_join(mine, _numbers(theirs, ("incident_id",)))] if len(mine) else []
    parts += [_join(_numbers(ours, ("incident_id",)), other)] if len(other) else []
    return pd.concat(parts, ignore_index=True).assign(sign="reference")


def _numbers(frame: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """The numbers of each row that can be those of a case, one a line."""
    numbers = _said(frame, names)
    long = (numbers["number"].str.len() >= SHORTEST) & numbers["number"].str.contains(r"\d", regex=True)
    return _rare(numbers[long], "number", "at")


def _said(frame: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """The numbers of each row, one a line, in capitals and without punctuation."""
    parts = []
    for name in names:
        cells = _members(frame[name]).str.upper().str.replace(r"[^0-9A-Z]", "", regex=True)
        parts.append(pd.DataFrame({"number": cells.astype("str").to_numpy(), "at": cells.index.to_numpy(dtype=np.int64)}))
    return pd.concat(parts, ignore_index=True).drop_duplicates()


def _rare(frame: pd.DataFrame, key: str, rows: str) -> pd.DataFrame:
    """Lines of which not too many rows have the same."""
    return frame[frame.groupby(key)[rows].transform("size") <= COMMON]


def _members(cells: pd.Series) -> pd.Series:
    """The members of lists, one a line; there are few lists, and splitting is slow."""
    told = cells.dropna().astype("str")
    several = told.str.contains(";", regex=False)
    if not several.any():
        return told
    return pd.concat([told[~several], told[several].str.split(";").explode()]).astype("str")


def _join(mine: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    joined = mine.merge(other, on="number", suffixes=("", "_other"))
    return joined.rename(columns={"at": "row", "at_other": "other"})[["row", "other"]]


def _by_route(ours: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
    """Rows of the same goods and about the same days, each reported by a country on the other's route."""
    mine = _ends(ours, set(theirs["reporting_country"].unique()))
    other = _ends(theirs, set(ours["reporting_country"].unique())).rename(columns={"here": "there", "there": "here", "at": "other"})
    few, others = _rare(_keyed(mine), "key", "at"), _rare(_keyed(other), "key", "other")
    near = pd.concat([_keyed(few.assign(week=few["week"] + shift)) for shift in (-1, 0, 1)], ignore_index=True).rename(
        columns={"at": "row"}
    )
    joined = near[["row", "key"]].merge(others[["other", "key"]], on="key")
    return joined[["row", "other"]].drop_duplicates().assign(sign="route")


def _keyed(ends: pd.DataFrame) -> pd.DataFrame:
    return ends.assign(key=pd.util.hash_pandas_object(ends[["here", "there", "goods", "week"]], index=False))


def _ends(frame: pd.DataFrame, wanted: set[str]) -> pd.DataFrame:
    """For each row and wanted country of its route: who reports, and about whom."""
    parts = []
    for name in ROUTE:
        cells = _members(frame[name])
        kept = cells[cells.isin(wanted.difference(NO_COUNTRY))]
        parts.append(pd.DataFrame({"at": kept.index.to_numpy(), "there": kept.to_numpy()}))
    ends = pd.concat(parts, ignore_index=True).drop_duplicates()
    said = frame.loc[ends["at"]]
    weeks = (said["date_from"] - pd.Timestamp(1970, 1, 1)).dt.days.to_numpy() // DAYS
    found = ends.assign(here=said["reporting_country"].to_numpy(), goods=said["goods"].to_numpy(), week=weeks.astype("int64"))
    found = found[(found["goods"] != "") & found["goods"].notna() & (found["here"] != found["there"])]
    return found.astype({"there": "str", "here": "str", "goods": "str"})


def _judge(signs: pd.DataFrame, ours: pd.DataFrame, theirs: pd.DataFrame) -> pd.DataFrame:
    """Add what else agrees, count, and look for contradictions."""
    mine, other = (frame[JUDGED].loc[signs[name]].reset_index(drop=True) for frame, name in ((ours, "row"), (theirs, "other")))
    gap = np.maximum((mine["date_from"] - other["date_to"]).dt.days, (other["date_from"] - mine["date_to"]).dt.days)
    same_kind = mine["base"].notna() & (mine["base"] == other["base"]) & (mine["amount"] > 0) & (other["amount"] > 0)
    apart = (mine["amount"] - other["amount"]).abs() > LIKE * np.maximum(mine["amount"], other["amount"])
    also = {
        "date": gap <= DAYS,
        "goods": mine["goods"].notna() & (mine["goods"] != "") & (mine["goods"] == other["goods"]),
        "quantity": same_kind & ~apart,
    }
    weights = {kinds: sum(WEIGHTS[kind] for kind in str(kinds).split(";")) for kinds in signs["sign"].unique()}
    score, texts = signs["sign"].map(weights).astype("float64"), signs["sign"]
    for name, holds in also.items():
        agrees = pd.Series(holds, index=signs.index).fillna(value=False).astype(bool)
        score = score + agrees * WEIGHTS[name]
        texts = texts.where(~agrees, texts + ";" + name)
    told = mine["outcome"].isin(CONTRARY) & other["outcome"].notna()
    contrary = told.to_numpy(copy=True)
    contrary[contrary] = [there in CONTRARY[here] for here, there in zip(mine["outcome"][told], other["outcome"][told], strict=True)]
    return signs.assign(score=score, signs=texts, quantity=(same_kind & apart).to_numpy(), outcome=contrary).drop(columns="sign")
