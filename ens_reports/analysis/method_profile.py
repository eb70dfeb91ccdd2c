"""What is known of one method: when and where it was seen, its variants, how it was found, and how far its records are evaluated."""

from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts, legs, shown, traits
from ens_reports.analysis.signatures import Method

STAGES = ("taking", "processing", "storage", "transport", "import", "export", "transit", "sale", "possession", "disposal")
"""In the order of the supply chain."""
VARIANTS = ("goods", "location_type", "technique", "online_channel", "specimen_state", "product_form", "chain")
"""What may differ between incidents of one method."""
MOST = 4


@dataclass(frozen=True, kw_only=True, eq=False)
class Profile:
    """One method, told from its incidents.

    Attributes:
        n: Incidents.
        own: The recipient's own among them.
        first: First day that the oldest can be of.
        last: The same of the newest.
        countries: Where it was seen, own and nameable only, as codes in alphabetical order.
        unnamed: Whether it was also seen by contributors who may not be named.
        stages: Incidents per stage of the supply chain, in the chain's order, only those that occur.
        detections: Incidents per method of detection, most first.
        variants: Per column of `VARIANTS` with something recorded, incidents per value, most first.
        quantity: Median, largest, number of rows and unit of the unit that most rows that may be named have; None without any.
        offences: Own offence texts or codes, most first.
        evaluations: Incidents per `system`, `source` and `information`.
        unevaluated: Incidents without an evaluation.
        quarterly: Incidents per quarter that occurs.
        missing: Incidents that lack each of the fields we ask for.
    """

    n: int
    own: int
    first: pd.Timestamp
    last: pd.Timestamp
    countries: tuple[str, ...]
    unnamed: bool
    stages: "pd.Series[int]"
    detections: "pd.Series[int]"
    variants: dict[str, "pd.Series[int]"]
    quantity: tuple[float, float, int, str] | None
    offences: tuple[str, ...]
    evaluations: pd.DataFrame
    unevaluated: int
    quarterly: "pd.Series[int]"
    missing: dict[str, int]


ASKED = ("concealment", "detection_method", "permit_status", "location_type", "origin_country", "destination_country", "source_evaluation")
"""Fields that a method rests on, in the order in which we ask for them."""


def profile(method: Method, limits: shown.Rule) -> Profile:
    """Gather what is known of a method: each number under the owner rule, for a part of a method can be of one contributor.

    Args:
        method: A signature with its rows.
        limits: The owner rule.
    """
    rows = legs.with_chains(method.records)
    named = shown.free_to_tell(rows)
    return Profile(
        n=counts.number(rows),
        own=counts.number(shown.own(rows)),
        first=rows["date_from"].min(),
        last=rows["date_from"].max(),
        countries=tuple(sorted(rows[named]["reporting_country"].dropna().unique())),
        unnamed=bool((~named).any()),
        stages=_tally(rows, "supply_chain_stage", limits).reindex(STAGES).dropna().astype("int64"),
        detections=_tally(rows, "detection_method", limits),
        variants=_variants(rows, limits),
        quantity=_quantity(rows[named]),
        offences=tuple(map(str, _tally(shown.own(rows), "offence_text", limits, lower=False).index[:MOST])),
        evaluations=_evaluations(rows, limits),
        unevaluated=_number(rows[rows["source_evaluation"].isna() & rows["information_evaluation"].isna()], limits),
        quarterly=shown.by_known(rows, ["quarter"], limits),
        missing={field: _number(rows[traits.said(rows, field).isna()], limits) for field in ASKED},
    )


def _number(rows: pd.DataFrame, limits: shown.Rule) -> int:
    return int(shown.by_known(rows.assign(all=True), ["all"], limits).sum())


def _tally(rows: pd.DataFrame, column: str, limits: shown.Rule, *, lower: bool = True) -> "pd.Series[int]":
    """Incidents per entry of a column, most first, the alphabet deciding among equals."""
    if column not in rows:
        return pd.Series(dtype="int64")
    words = traits.said(rows, column) if lower else rows[column]
    found = shown.by_known(counts.exploded(rows.assign(**{column: words}), column), [column], limits)
    return found.sort_values(ascending=False, kind="stable")


def _variants(rows: pd.DataFrame, limits: shown.Rule) -> dict[str, "pd.Series[int]"]:
    routed = rows.assign(chain=rows["chain"].where(rows["chain"].str.contains(">", regex=False)))
    tallies = {column: _tally(routed, column, limits, lower=column != "chain").head(MOST) for column in VARIANTS}
    return {column: tally for column, tally in tallies.items() if len(tally)}


def _quantity(rows: pd.DataFrame) -> tuple[float, float, int, str] | None:
    measured = counts.quantities(rows).dropna(subset=["common_unit"])
    if measured.empty:
        return None
    unit = traits.commonest(measured["common_unit"])
    values = measured.loc[measured["common_unit"].eq(unit), "common_quantity"]
    return float(values.median()), float(values.max()), len(values), unit


def _evaluations(rows: pd.DataFrame, limits: shown.Rule) -> pd.DataFrame:
    columns = {"evaluation_system": "system", "source_evaluation": "source", "information_evaluation": "information"}
    known = rows[rows["source_evaluation"].notna() | rows["information_evaluation"].notna()]
    said = known.fillna(dict.fromkeys(columns, "")).rename(columns=columns)
    return shown.by_known(said, list(columns.values()), limits).reset_index()
