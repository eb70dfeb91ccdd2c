"""How it is done: at which stage of the supply chain it is caught, and by which methods."""

from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts
from ens_reports.analysis.scope import Scope
from ens_reports.analysis.tiers import Basis

STAGES: dict[str, tuple[str, ...]] = {
    "taking": ("taking",),
    "processing": ("processing", "storage"),
    "transport": ("transport", "import", "export", "transit"),
    "sale": ("sale",),
    "possession": ("possession", "disposal"),
}
"""The five stages of the strip, each with the recorded stages it holds."""

SIGNATURE = ("transport_mode", "concealment", "permit_status")
"""What makes a method here: at least two of the three must be recorded."""

LEAST_PARTS = 2
MOST = 6
UNTOLD = ("unknown", "not_checked", "none")


@dataclass(frozen=True, kw_only=True, eq=False)
class Methods:
    """How it is done.

    Attributes:
        stages: Crime area (rows) by stage of `STAGES`: incidents; one that spans two stages counts in both.
        unstaged: Incidents without a stage.
        staged: Incidents with a stage.
        signatures: Indexed by the columns of `SIGNATURE` (empty text where not recorded): `incidents`, `before` (bool: recorded in an
            earlier year of the history), most first.
        described: Incidents with a method.
        online: Incidents with an online channel; missing where no record says whether.
        basis: Incidents with a stage or a method.
    """

    stages: pd.DataFrame
    unstaged: int
    staged: int
    signatures: pd.DataFrame
    described: int
    online: int | None
    basis: Basis


def methods(scope: Scope) -> Methods:
    """Stages and methods of the principal record class.

    Args:
        scope: The records of the assessment.
    """
    records = scope.records
    staged, described = records["supply_chain_stage"].notna(), _described(records)
    return Methods(
        stages=_stages(records),
        unstaged=counts.number(records[~staged]),
        staged=counts.number(records[staged]),
        signatures=_signatures(scope),
        described=counts.number(records[described]),
        online=_online(records),
        basis=scope.usable(staged | described),
    )


def stage(records: pd.DataFrame) -> pd.DataFrame:
    """One row per stage of the strip, named in `stage`; rows without a stage are left out.

    Args:
        records: Any rows.
    """
    names = {part: name for name, parts in STAGES.items() for part in parts}
    rows = counts.exploded(records, "supply_chain_stage")
    rows = rows.assign(stage=rows["supply_chain_stage"].map(names))
    return rows.drop_duplicates(["record_id", "stage"])


def _stages(records: pd.DataFrame) -> pd.DataFrame:
    found = counts.by(stage(records), ["crime_area", "stage"]).reset_index()
    if found.empty:
        return pd.DataFrame(columns=list(STAGES), dtype="int64")
    table = found.pivot_table(index="crime_area", columns="stage", values="incidents", fill_value=0)
    return table.reindex(columns=list(STAGES), fill_value=0).astype("int64")


def _parts(records: pd.DataFrame) -> pd.DataFrame:
    parts = records[list(SIGNATURE)].astype("object")
    return parts.where(parts.notna() & ~parts.isin(UNTOLD), "").astype("str")


def _described(records: pd.DataFrame) -> "pd.Series[bool]":
    return (_parts(records) != "").sum(axis=1).ge(LEAST_PARTS)


def _signatures(scope: Scope) -> pd.DataFrame:
    current = scope.records[_described(scope.records)]
    history = counts.of_class(scope.history, scope.principal)
    earlier = history[history["date_from"].dt.year.lt(scope.period.first_year)]
    known = set(_parts(earlier[_described(earlier)]).itertuples(index=False, name=None))
    named = current.drop(columns=list(SIGNATURE)).join(_parts(current))
    found = counts.by(named, SIGNATURE).sort_values(ascending=False, kind="stable").head(MOST).to_frame()
    return found.assign(before=[key in known for key in found.index])


def _online(records: pd.DataFrame) -> int | None:
    if "online_channel" not in records or records["online_channel"].isna().all():
        return None
    return counts.number(records[records["online_channel"].notna() & ~records["online_channel"].isin(["none", "unknown"])])
