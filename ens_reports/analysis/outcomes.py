"""What happened next: from detection to outcome, by year of detection."""

from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts
from ens_reports.analysis.scope import Scope
from ens_reports.analysis.tiers import Basis

STEPS: dict[str, tuple[str, ...]] = {
    "investigated": ("under_investigation", "charged", "convicted", "acquitted", "discontinued", "settled"),
    "charged": ("charged", "convicted", "acquitted"),
    "convicted": ("convicted",),
}
"""A step and the outcomes that show it was reached."""

NOT_KNOWN = ("unknown", "detected")
TAKEN = ("destroyed", "stored", "sold", "donated", "released", "rescue_centre", "evidence")
PERSONS = ("persons_detected", "persons_charged", "persons_convicted")


@dataclass(frozen=True, kw_only=True, eq=False)
class Outcomes:
    """From detection to outcome.

    Attributes:
        funnel: Per year of detection: `detected`, the steps of `STEPS`, `sanctioned`, `goods` (taken from circulation), `not_known`.
        persons: Per column of `PERSONS`: `persons` and `rows` (incident rows that give a number).
        sanctions: Fines and the like by currency: `rows`, `median`, `largest`.
        not_known: Share of incidents whose outcome was not sent; missing without incidents.
        basis: Incidents with a known outcome.
    """

    funnel: pd.DataFrame
    persons: pd.DataFrame
    sanctions: pd.DataFrame
    not_known: float
    basis: Basis


def outcomes(scope: Scope) -> Outcomes:
    """Outcomes of the principal record class.

    Args:
        scope: The records of the assessment.
    """
    records = scope.records
    known = records["outcome"].notna() & ~records["outcome"].isin(NOT_KNOWN)
    basis = scope.usable(known)
    return Outcomes(
        funnel=_funnel(scope),
        persons=pd.DataFrame({"persons": records[list(PERSONS)].sum(), "rows": records[list(PERSONS)].notna().sum()}).astype("int64"),
        sanctions=_sanctions(records),
        not_known=1 - basis.n / basis.of if basis.of else float("nan"),
        basis=basis,
    )


def _funnel(scope: Scope) -> pd.DataFrame:
    rows = scope.records.assign(year=scope.records["date_from"].dt.year)
    years = range(scope.period.first_year, scope.period.last_year + 1)
    masks = {name: rows["outcome"].isin(reached) for name, reached in STEPS.items()} | {
        "sanctioned": rows["sanction_type"].notna(),
        "goods": rows["disposal"].isin(TAKEN) | rows["sanction_type"].eq("forfeiture"),
    }
    found = {"detected": counts.by(rows, ["year"])} | {
        name: counts.by(rows[mask.fillna(value=False).astype(bool)], ["year"]) for name, mask in masks.items()
    }
    unknown = rows[rows["outcome"].isna() | rows["outcome"].isin(NOT_KNOWN)]
    table = pd.DataFrame(found | {"not_known": counts.by(unknown, ["year"])})
    return table.reindex(years).fillna(0).astype("int64")


def _sanctions(records: pd.DataFrame) -> pd.DataFrame:
    rows = records[records["sanction_amount"].notna() & records["sanction_currency"].notna()]
    found = rows.groupby("sanction_currency")["sanction_amount"].agg(["size", "median", "max"])
    return found.rename(columns={"size": "rows", "max": "largest"})
