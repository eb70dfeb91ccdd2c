"""What is taken and traded: commodities by incidents, quantities in one unit at a time, protection, and what is new."""

from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts, quarters
from ens_reports.analysis.scope import Scope
from ens_reports.analysis.tiers import Basis

MOST = 10
NEW_QUARTERS = 4
NEW_INCIDENTS = 3
PROTECTION = ("cites_appendix", "national_protection", "species_3a", "waste_y_code", "waste_list_code")


@dataclass(frozen=True, kw_only=True, eq=False)
class Commodities:
    """The commodities of the period.

    Attributes:
        table: Top commodities by incidents, indexed by name: `area`, `incidents`, `apart` (incidents of other record classes), `unit`,
            `measured` (rows in that unit), `median`, `largest`, `total` (all in `unit`), `protection`.
        leading: The most recorded commodity of each area.
        unit: The common unit of the chart's second panel, the one that most rows have; empty without any.
        unconverted: Rows with a quantity in a unit that has no exact factor.
        unmeasured: Rows without any quantity.
        emerging: Commodities first seen in the last four quarters, with their incidents (3 at least).
        worth: Values by currency and basis: `rows`, `median`, `least`, `most`; never a total.
        basis: Incidents with a named commodity.
    """

    table: pd.DataFrame
    leading: dict[str, str]
    unit: str
    unconverted: int
    unmeasured: int
    emerging: "pd.Series[int]"
    worth: pd.DataFrame
    basis: Basis


def commodities(scope: Scope) -> Commodities:
    """What is taken and traded, of the principal record class.

    Args:
        scope: The records of the assessment.
    """
    named = name(scope.records)
    measured = counts.quantities(scope.records.assign(name=named))
    units = measured["common_unit"].value_counts()
    return Commodities(
        table=_table(scope, measured),
        leading=_leading(scope.records.assign(name=named)),
        unit=str(units.index[0]) if len(units) else "",
        unconverted=int(measured["common_unit"].isna().sum()),
        unmeasured=int(scope.records["quantity"].isna().sum()),
        emerging=_emerging(scope),
        worth=_worth(scope.records),
        basis=scope.usable(named.notna()),
    )


def name(records: pd.DataFrame) -> pd.Series:
    """What a commodity is called in tables: its name as recorded in lower case, else the species' name.

    Args:
        records: Any rows.
    """
    named = records["commodity"].str.strip().str.lower()
    found = named
    for column in ("scientific_name", "mineral", "waste_stream", "pollution_type"):
        found = found.fillna(records.get(column, named))
    return found.where(found.ne("") & found.ne("unknown") & found.ne("none"))


def _table(scope: Scope, measured: pd.DataFrame) -> pd.DataFrame:
    rows = scope.records.assign(name=name(scope.records))
    others = scope.own[scope.own["record_class"].ne(scope.principal)]
    apart = counts.by(others.assign(name=name(others)), ["name", "record_class"]).groupby(level=0).max()
    top = counts.by(rows, ["name"]).sort_index().sort_values(ascending=False, kind="stable").head(MOST)
    table = pd.DataFrame({"incidents": top})
    table["area"] = _commonest(rows, "crime_area").reindex(table.index)
    table["apart"] = apart.reindex(table.index).fillna(0).astype("int64")
    table["protection"] = _protection(rows).reindex(table.index)
    return table.join(_quantities(measured).reindex(table.index))


def _leading(rows: pd.DataFrame) -> dict[str, str]:
    """By incidents, ties by name."""
    found = counts.by(rows, ["crime_area", "name"]).reset_index().sort_values(["incidents", "name"], ascending=[False, True])
    first = found.drop_duplicates("crime_area")
    return dict(zip(first["crime_area"], first["name"], strict=True))


def _quantities(measured: pd.DataFrame) -> pd.DataFrame:
    by_unit = measured.groupby(["name", "common_unit"])["common_quantity"].agg(["size", "median", "max", "sum"]).reset_index()
    best = by_unit.sort_values(["size", "common_unit"], ascending=[False, True]).drop_duplicates("name").set_index("name")
    return best.rename(columns={"common_unit": "unit", "size": "measured", "max": "largest", "sum": "total"})


def _commonest(rows: pd.DataFrame, column: str) -> pd.Series:
    pairs = rows.groupby(["name", column]).size().reset_index(name="rows")
    return pairs.sort_values(["rows", column], ascending=[False, True]).drop_duplicates("name").set_index("name")[column]


def _protection(rows: pd.DataFrame) -> pd.Series:
    columns = [column for column in PROTECTION if column in rows]
    marks = [rows[column].where(rows[column].notna()).map(lambda code, of=column: f"{of}:{code}", na_action="ignore") for column in columns]
    first = pd.concat(marks, axis=1).bfill(axis=1).iloc[:, 0] if marks else pd.Series(pd.NA, index=rows.index, dtype="str")
    return _commonest(rows.assign(protection=first), "protection")


def _emerging(scope: Scope) -> "pd.Series[int]":
    history = counts.of_class(scope.history, scope.principal)
    history = history.assign(name=name(history), quarter=quarters.of(history))
    recent = pd.period_range(end=f"{scope.period.last_year}Q4", periods=NEW_QUARTERS, freq="Q")
    first = history.groupby("name")["date_from"].min()
    fresh = first[first >= recent[0].start_time].index
    if history["date_from"].min() >= recent[0].start_time:
        fresh = fresh[:0]  # with no earlier record everything would be new
    found = counts.by(history[history["name"].isin(fresh)], ["name"])
    return found[found >= NEW_INCIDENTS].sort_values(ascending=False, kind="stable")


def _worth(records: pd.DataFrame) -> pd.DataFrame:
    rows = records[records["value"].notna() & records["currency"].notna()].fillna({"value_basis": "unknown"})
    found = rows.groupby(["currency", "value_basis"])["value"].agg(["size", "median", "min", "max"])
    return found.rename(columns={"size": "rows", "min": "least", "max": "most"})
