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
        quantity: Median, largest, number of rows and unit of the unit that most rows have; None without any.
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


def profile(method: Method) -> Profile:
    """Gather what is known of a method.

    Args:
        method: A signature with its rows.
    """
    rows = legs.with_chains(method.records)
    named = rows["own"].astype(bool) | _flag(rows, "may_name")
    return Profile(
        n=counts.number(rows),
        own=counts.number(shown.own(rows)),
        first=rows["date_from"].min(),
        last=rows["date_from"].max(),
        countries=tuple(sorted(rows[named]["reporting_country"].dropna().unique())),
        unnamed=bool((~named).any()),
        stages=_tally(rows, "supply_chain_stage").reindex(STAGES).dropna().astype("int64"),
        detections=_tally(rows, "detection_method"),
        variants=_variants(rows),
        quantity=_quantity(rows),
        offences=tuple(map(str, _tally(shown.own(rows), "offence_text", lower=False).index[:MOST])),
        evaluations=_evaluations(rows),
        unevaluated=counts.number(rows[rows["source_evaluation"].isna() & rows["information_evaluation"].isna()]),
        quarterly=counts.by(rows, ["quarter"]),
        missing={field: counts.number(rows[traits.said(rows, field).isna()]) for field in ASKED},
    )


def _flag(rows: pd.DataFrame, column: str) -> "pd.Series[bool]":
    return rows[column].fillna(value=False).astype(bool) if column in rows else pd.Series(data=False, index=rows.index)


def _tally(rows: pd.DataFrame, column: str, *, lower: bool = True) -> "pd.Series[int]":
    """Incidents per entry of a column, most first, the alphabet deciding among equals."""
    if column not in rows:
        return pd.Series(dtype="int64")
    words = traits.said(rows, column) if lower else rows[column]
    found = counts.by(counts.exploded(rows.assign(**{column: words}), column), [column])
    return found.sort_values(ascending=False, kind="stable")


def _variants(rows: pd.DataFrame) -> dict[str, "pd.Series[int]"]:
    routed = rows.assign(chain=rows["chain"].where(rows["chain"].str.contains(">", regex=False)))
    tallies = {column: _tally(routed, column, lower=column != "chain").head(MOST) for column in VARIANTS}
    return {column: tally for column, tally in tallies.items() if len(tally)}


def _quantity(rows: pd.DataFrame) -> tuple[float, float, int, str] | None:
    measured = counts.quantities(rows).dropna(subset=["common_unit"])
    if measured.empty:
        return None
    unit = traits.commonest(measured["common_unit"])
    values = measured.loc[measured["common_unit"].eq(unit), "common_quantity"]
    return float(values.median()), float(values.max()), len(values), unit


def _evaluations(rows: pd.DataFrame) -> pd.DataFrame:
    columns = {"evaluation_system": "system", "source_evaluation": "source", "information_evaluation": "information"}
    known = rows[rows["source_evaluation"].notna() | rows["information_evaluation"].notna()]
    said = known.fillna(dict.fromkeys(columns, "")).rename(columns=columns)
    return counts.by(said, list(columns.values())).reset_index()
