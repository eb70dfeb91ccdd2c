"""A file against what its own sender sent before: revisions that contradict, and numbers that are unlike the sender's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_contracts import codelists
from data_contracts.findings import Finding
from ens_reports.intake.findings import NO_ROWS
from ens_reports.store import Cover

COLUMNS = (
    "incident_id", "item_no", "reporting_country", "incident_date", "date_from", "date_to", "date_precision", "record_type",
    "crime_area", "commodity", "scientific_name", "offence_code", "legal_nature", "quantity", "unit", "origin_country",
    "destination_country", "outcome", "place_name", "latitude", "longitude",
)  # fmt: skip
"""What is asked of the file and of the earlier records, besides `record_id` and `record_digest`."""
NAMES = ("record_id", "record_digest")
INCIDENT = ["reporting_country", "incident_id"]
MONTH_DAYS = 31
SLIP = 1000.0
JUMP = 10.0
STEPS = {"detected": 0, "under_investigation": 1, "charged": 2, "convicted": 3, "acquitted": 3, "settled": 3, "discontinued": 3}
"""How far a case has come; what is annulled went through all of it."""
CODED = ("commodity", "scientific_name", "offence_code", "legal_nature")
KEPT = ("quantity", "outcome", "commodity", "scientific_name", "origin_country", "destination_country", "latitude")
"""What should not be blank once it was recorded."""
UNTOLD = ("unknown", "XXX", "none")
ROUTE = ("origin_country", "destination_country")
TELLING = ("incident_date", "commodity", "scientific_name", "quantity", "place_name", "latitude", "longitude", "origin_country")
LEAST_TOLD = 5
"""So many of these must be filled, and agree, before two numbers are taken for one incident."""
FEW = 10
"""Fewer incidents in a year show nothing."""
SIGMAS = 3.0
MONTHS = 24
"""A sender's own usual needs so many months."""
UNUSUAL = 5.0
"""Robust standard deviations from the sender's usual."""
NAMED = 6
"""Months that are named."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """A check of a revision against the record that it replaces.

    Attributes:
        check: Identifier in the catalogue.
        field: What it is about.
        fails: Gets revisions, with what was in force before under names that end in `_before`.
    """

    check: str
    field: str
    fails: Callable[[pd.DataFrame], pd.Series]


def compare(records: pd.DataFrame, earlier: pd.DataFrame, *, cover: Cover) -> list[Finding]:
    """Compare a file with what its sender has in force.

    Args:
        records: Accepted records under their names, `COLUMNS` as far as the contract has them, `record_id` and `record_digest`;
            index = row numbers.
        earlier: The same of the sender's records of the same contract, before this file.
        cover: The file's cover sheet.

    Returns:
        What contradicts, and what is unusual.
    """
    if records.empty or earlier.empty:
        return []
    ours, before = records.reindex(columns=[*COLUMNS, *NAMES]), earlier.reindex(columns=[*COLUMNS, *NAMES])
    return [*_changes(ours, before), *_other_numbers(ours, before), *_years(ours, before, cover), *_months(ours, before)]


def _changes(ours: pd.DataFrame, before: pd.DataFrame) -> list[Finding]:
    both = ours.join(before.set_index("record_id").add_suffix("_before"), on="record_id", how="inner")
    both = both[both["record_digest"] != both["record_digest_before"]]
    return _findings(both, CHANGES) if len(both) else []


def _findings(both: pd.DataFrame, changes: Sequence[Change]) -> list[Finding]:
    found = []
    for change in changes:
        rows = both.index[change.fails(both).fillna(value=False).astype(bool)]
        if len(rows):
            found.append(Finding(check=change.check, field=change.field, rows=np.sort(rows.to_numpy(dtype=np.int64))))
    return found


def _moved(both: pd.DataFrame) -> pd.Series:
    """The two spans lie more than a month apart."""
    later = (both["date_from"] - both["date_to_before"]).dt.days
    earlier = (both["date_from_before"] - both["date_to"]).dt.days
    return (later > MONTH_DAYS) | (earlier > MONTH_DAYS)


def _ratio(both: pd.DataFrame) -> pd.Series:
    """The quantity, as a multiple of what it was, where both are in one kind of unit."""
    units = codelists.load("unit").query("factor != ''").set_index("code")
    factors, bases = units["factor"].astype("float64"), units["base"]
    now, then = (both[f"quantity{end}"].astype("float64") * both[f"unit{end}"].map(factors) for end in ("", "_before"))
    plain = both["quantity"].astype("float64") / both["quantity_before"].astype("float64")
    comparable = both["unit"].map(bases) == both["unit_before"].map(bases)
    ratio = (now / then).where(comparable, plain.where(both["unit"].fillna("") == both["unit_before"].fillna("")))
    usable: pd.Series = ratio.where((ratio > 0) & np.isfinite(ratio))
    return usable


def _slipped(both: pd.DataFrame) -> pd.Series:
    size = np.abs(np.log10(_ratio(both)))
    return pd.Series(np.isclose(size, np.log10(SLIP), rtol=0, atol=1e-9), index=both.index)


def _jumped(both: pd.DataFrame) -> pd.Series:
    size = np.abs(np.log10(_ratio(both)))
    large: pd.Series = (size >= np.log10(JUMP) - 1e-9) & ~_slipped(both)
    return large


def _back(both: pd.DataFrame) -> pd.Series:
    return both["outcome"].map(STEPS) < both["outcome_before"].map({**STEPS, "annulled": 3})


def _differs(field: str) -> Callable[[pd.DataFrame], pd.Series]:
    def fails(both: pd.DataFrame) -> pd.Series:
        now, then = both[field], both[f"{field}_before"]
        told = now.notna() & then.notna() & ~now.isin(UNTOLD) & ~then.isin(UNTOLD)
        return told & (now != then)

    return fails


def _emptied(field: str) -> Callable[[pd.DataFrame], pd.Series]:
    return lambda both: both[field].isna() & both[f"{field}_before"].notna()


CHANGES = (
    Change(check="date_revised", field="incident_date", fails=_moved),
    Change(check="quantity_slipped", field="quantity", fails=_slipped),
    Change(check="quantity_jumped", field="quantity", fails=_jumped),
    *(Change(check="route_revised", field=name, fails=_differs(name)) for name in ROUTE),
    Change(check="case_goes_back", field="outcome", fails=_back),
    *(Change(check="coding_revised", field=name, fails=_differs(name)) for name in CODED),
    *(Change(check="cell_emptied", field=name, fails=_emptied(name)) for name in KEPT),
)


def _other_numbers(ours: pd.DataFrame, before: pd.DataFrame) -> list[Finding]:
    """Rows that say the same as an earlier record with another number, which the file does not have itself."""
    new = ours[~ours["record_id"].isin(before["record_id"])]
    old = before[~before["record_id"].isin(ours["record_id"])]
    told = [frame[list(TELLING)].notna().sum(axis=1) >= LEAST_TOLD for frame in (new, old)]
    both = pd.concat([new.loc[told[0], list(TELLING)], old.loc[told[1], list(TELLING)]], ignore_index=True)
    keys = pd.util.hash_pandas_object(both, index=False).to_numpy()
    known = np.isin(keys[: int(told[0].sum())], keys[int(told[0].sum()) :])
    rows = new.index[told[0]][known]
    found = Finding(check="incident_under_other_number", field="incident_id", rows=np.sort(rows.to_numpy(dtype=np.int64)))
    return [found] if len(rows) else []


def _years(ours: pd.DataFrame, before: pd.DataFrame, cover: Cover) -> list[Finding]:
    """Years that the cover says are whole, with far fewer incidents than are in force."""
    if cover.period_from is None or cover.period_to is None or cover.completeness in {"sample", "selected"}:
        return []
    whole = [
        year
        for year in range(cover.period_from.year, cover.period_to.year + 1)
        if cover.period_from.isoformat() <= f"{year}-01-01" and cover.period_to.isoformat() >= f"{year}-12-31"
    ]
    now, then = (_incidents(frame).dt.year.value_counts() for frame in (ours, before))
    found = []
    for year in whole:
        here, held = int(now.get(year, 0)), int(then.get(year, 0))
        if held >= FEW and held - here > SIGMAS * np.sqrt(held):
            values = {"year": str(year), "now": str(here), "before": str(held)}
            found.append(Finding(check="year_fewer", field="", rows=NO_ROWS, values=values))
    return found


def _months(ours: pd.DataFrame, before: pd.DataFrame) -> list[Finding]:
    """Months of the file that lie far outside the sender's own numbers per month, each compared with all others."""
    exact = [frame[frame["date_precision"] != "year"] for frame in (ours, before)]
    added = _incidents(exact[0][~exact[0]["record_id"].isin(before["record_id"])])
    held = _incidents(exact[1])
    if held.empty or added.empty:
        return []
    months = pd.concat([held, added]).dt.to_period("M")
    counts = months.value_counts().reindex(pd.period_range(months.min(), months.max(), freq="M"), fill_value=0)
    if len(counts) < MONTHS or int((counts > 0).sum()) < MONTHS / 2:
        return []
    from scipy import stats  # noqa: PLC0415 - most of a second, and few files get here

    even = 2 * np.sqrt(counts.to_numpy() + 3 / 8)  # Anscombe: counts of any size get the same spread
    spread = max(1.0, float(stats.median_abs_deviation(even, scale="normal")))
    strange = counts[(np.abs(even - np.median(even)) / spread > UNUSUAL) & counts.index.isin(added.dt.to_period("M"))]
    if strange.empty:
        return []
    months_told = ", ".join(f"{month} ({number})" for month, number in strange.head(NAMED).items())
    values = {"months": months_told, "usual": f"{counts.median():g}"}
    return [Finding(check="month_unusual", field="", rows=NO_ROWS, values=values)]


def _incidents(frame: pd.DataFrame) -> pd.Series:
    """The first day of each incident, once each; a nil return is none."""
    return frame[frame["record_type"] != "nil"].drop_duplicates(INCIDENT)["date_from"]
