"""How well countries of a region report: measures of reporting, never of crime, under names kept per recipient."""

from collections.abc import Callable

import pandas as pd

from data_contracts import codelists
from ens_reports import digest
from ens_reports.analysis.coverage import FIELDS, has
from ens_reports.policy.names import rank_of

COLUMNS = {"country": "str", "measure": "str", "value": "float64"}
ROUTE = ("origin", "transit", "destination")


def completeness(records: pd.DataFrame, _submissions: pd.DataFrame) -> float:
    """Mean share of the fields that findings hang on that are filled, 0 to 1."""
    return float(sum(has(records, name).mean() for name in FIELDS) / len(FIELDS))


def timeliness_days(_records: pd.DataFrame, submissions: pd.DataFrame) -> float:
    """Median number of days from the end of what a submission covers to its arrival; missing when none says what it covers."""
    return float((submissions["received_on"] - submissions["period_to"]).dt.days.median())


def share_with_route(records: pd.DataFrame, _submissions: pd.DataFrame) -> float:
    """Share of incidents with an alleged origin, transit or destination, 0 to 1."""
    routed = pd.concat([has(records, name) for name in ROUTE], axis=1).any(axis=1)
    return float(routed.groupby([records["reporting_country"], records["incident_id"]], dropna=False).any().mean())


def areas_reported(records: pd.DataFrame, _submissions: pd.DataFrame) -> float:
    """Number of crime areas with a record."""
    return float(records["crime_area"].nunique())


MEASURES: dict[str, Callable[[pd.DataFrame, pd.DataFrame], float]] = {
    "completeness": completeness,
    "timeliness_days": timeliness_days,
    "share_with_route": share_with_route,
    "areas_reported": areas_reported,
}


def regional(records: pd.DataFrame, submissions: pd.DataFrame, *, recipient: str, least: int) -> pd.DataFrame:
    """Measures of the recipient and of the other countries of its region.

    Args:
        records: All that the recipient may see of the period, owners under their codes.
        submissions: Those that the records came with: `owner`, `received_on`, `period_to`.
        recipient: Code of the country.
        least: Number of other countries below which there is no table: they could be told apart.

    Returns:
        `country` (the recipient under its code, others as `C1`), `measure`, `value`; empty for bodies.
    """
    region = _regions()
    owners = [code for code in sorted(records["owner"].unique()) if code in region and region[code] == region.get(recipient)]
    others = [code for code in owners if code != recipient]
    if len(others) < least:
        return _table([])
    measured = {code: _measure(records[records["owner"].eq(code)], submissions[submissions["owner"].eq(code)]) for code in owners}
    names = rank_of([digest.of_value([f"{value:.15g}" for value in measured[code].values()]) for code in others], prefix="C")
    shown = sorted(zip(others, names, strict=True), key=lambda pair: int(pair[1][1:]))
    rows = [(recipient, recipient)] if recipient in owners else []
    return _table([(name, measure, value) for code, name in [*rows, *shown] for measure, value in measured[code].items()])


def _measure(records: pd.DataFrame, submissions: pd.DataFrame) -> dict[str, float]:
    return {name: measure(records, submissions) for name, measure in MEASURES.items()}


def _table(rows: list[tuple[str, str, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _regions() -> dict[str, str]:
    countries = codelists.load("countries")
    return dict(zip(countries["code"], countries["region"], strict=True))
