"""With which other crime it goes, at which stage: only among incidents where somebody looked."""

from dataclasses import dataclass

import pandas as pd
from scipy.stats.contingency import relative_risk

from ens_reports.analysis import counts
from ens_reports.analysis.methods_summary import STAGES, stage
from ens_reports.analysis.scope import Scope
from ens_reports.analysis.tiers import Basis

LEAST_TOGETHER = 3
"""Fewer incidents together carry no interval."""

CONFIDENCE = 0.95
MOST = 8
NOT_FOUND = ("none", "unknown")


@dataclass(frozen=True, kw_only=True)
class Lift:
    """How much more often an offence was recorded at a stage than at the other stages.

    Attributes:
        offence: Linked offence.
        stage: Stage of the strip.
        together: Incidents with both.
        ratio: Share at the stage over the share elsewhere, among incidents where linked offences were looked for.
        low: Lower end of the 95 per cent interval (Katz).
        high: Upper end.
    """

    offence: str
    stage: str
    together: int
    ratio: float
    low: float
    high: float

    @property
    def notable(self) -> bool:
        """Whether the interval excludes 1."""
        return self.low > 1 or self.high < 1


@dataclass(frozen=True, kw_only=True, eq=False)
class Convergence:
    """Linked offences of the period.

    Attributes:
        table: Linked offence (rows) by stage: incidents; also `all` (with or without a stage), and `administrative`: incidents of that
            record class, when another one is the principal.
        looked: Per stage and for `all`: incidents where linked offences were looked for (the denominators).
        looked_administrative: The same for administrative records.
        lifts: Pairs that were tested: only with 30 incidents or more.
        unlooked: Incidents where nobody said whether they looked.
        basis: Incidents where linked offences were looked for.
    """

    table: pd.DataFrame
    looked: "pd.Series[int]"
    looked_administrative: int
    lifts: tuple[Lift, ...]
    unlooked: int
    basis: Basis


def convergence(scope: Scope) -> Convergence:
    """Linked offences by stage, of the principal record class.

    Args:
        scope: The records of the assessment.
    """
    looked = scope.records[scope.records["linked_offences"].notna()]
    breaches = counts.of_class(scope.own, "administrative") if scope.principal != "administrative" else scope.own.iloc[:0]
    breaches = breaches[breaches["linked_offences"].notna()]
    basis = scope.usable(scope.records["linked_offences"].notna())
    table, denominators = _table(looked), _denominators(looked)
    table["administrative"] = counts.by(_linked(breaches), ["linked_offences"]).reindex(table.index, fill_value=0)
    return Convergence(
        table=table,
        looked=denominators,
        looked_administrative=counts.number(breaches),
        lifts=_lifts(table, denominators) if basis.tested else (),
        unlooked=basis.of - basis.n,
        basis=basis,
    )


def _linked(records: pd.DataFrame) -> pd.DataFrame:
    rows = counts.exploded(records, "linked_offences")
    return rows[~rows["linked_offences"].isin(NOT_FOUND)]


def _table(looked: pd.DataFrame) -> pd.DataFrame:
    linked = _linked(looked)
    total = counts.by(linked, ["linked_offences"]).sort_values(ascending=False, kind="stable").head(MOST).rename("all")
    staged = counts.by(stage(linked.assign(record_id=linked["record_id"] + linked["linked_offences"])), ["linked_offences", "stage"])
    parts = staged.reset_index().pivot_table(index="linked_offences", columns="stage", values="incidents", fill_value=0)
    return parts.reindex(index=total.index, columns=list(STAGES), fill_value=0).assign(all=total).astype("int64")


def _denominators(looked: pd.DataFrame) -> "pd.Series[int]":
    staged = counts.by(stage(looked), ["stage"])
    numbers = {name: int(staged.get(name, 0)) for name in STAGES}
    return pd.Series(numbers | {"all": counts.number(looked)}, dtype="int64")


def _lifts(table: pd.DataFrame, looked: "pd.Series[int]") -> tuple[Lift, ...]:
    found = [
        _lift(str(offence), name, table.loc[offence], looked)
        for offence in table.index
        for name in STAGES
        if table.loc[offence, name] >= LEAST_TOGETHER
    ]
    return tuple(lift for lift in found if lift is not None)


def _lift(offence: str, name: str, row: "pd.Series[int]", looked: "pd.Series[int]") -> Lift | None:
    here, rest = int(looked[name]), int(looked["all"] - looked[name])
    together, elsewhere = int(row[name]), int(row["all"] - row[name])
    if not rest or elsewhere <= 0:
        return None
    found = relative_risk(together, here, min(elsewhere, rest), rest)
    low, high = found.confidence_interval(CONFIDENCE)
    return Lift(offence=offence, stage=name, together=together, ratio=float(found.relative_risk), low=float(low), high=float(high))
