"""How well countries of a region report: measures of reporting, never of crime, under names kept per recipient."""

from collections.abc import Hashable, Sequence
from functools import lru_cache

import pandas as pd

from data_contracts import codelists
from ens_reports.analysis.coverage import FIELDS, has
from ens_reports.policy.names import INCIDENT, Pseudonyms, rank_of

REGION = "region"
"""What a product reads that compares its reader with the countries of its region."""
COLUMNS = {"country": "str", "measure": "str", "value": "float64"}
ROUTE = ("origin", "transit", "destination")
MEASURES = ("completeness", "timeliness_days", "share_with_route", "areas_reported")
"""Mean share of the fields that findings hang on that are filled (0 to 1); median days from the end of what a submission covers to
its arrival; share of incidents with an alleged origin, transit or destination (0 to 1); number of crime areas with a record."""
MEASURED = tuple(dict.fromkeys((*INCIDENT, "submission", "crime_area", *(name for names, *_ in FIELDS.values() for name in names))))
"""Columns of records that the measures are made of."""
STEPS = pd.Series({"completeness": 0.05, "timeliness_days": 5.0, "share_with_route": 0.05, "areas_reported": 1.0})
"""Others' values are rounded to these: an exact share of few incidents would tell how few they are."""


@lru_cache(maxsize=256)
def peers(recipient: str) -> frozenset[str]:
    """The countries of a country's region, itself among them; none of a body's.

    Args:
        recipient: Code of the party.
    """
    countries = codelists.load("countries")
    regions = dict(zip(countries["code"], countries["region"], strict=True))
    return frozenset(code for code, region in regions.items() if region == regions.get(recipient))


def behind(records: pd.DataFrame, *, recipient: str, least: int) -> pd.DataFrame:
    """The records that the measures of a region rest on.

    Args:
        records: All that the recipient may see of the period, owners under their codes.
        recipient: Code of the party.
        least: Number of other countries below which there is no table: they could be told apart.

    Returns:
        Those of the countries of its region; none for bodies, and where there is no table.
    """
    owners = peers(recipient).intersection(records["owner"])
    return records[records["owner"].isin(owners if len(owners - {recipient}) >= least else ())]


def regional(records: pd.DataFrame, submissions: pd.DataFrame, *, pseudonyms: Pseudonyms) -> pd.DataFrame:
    """Measures of the recipient and of the other countries of its region.

    Args:
        records: What `behind` leaves.
        submissions: Those that the records came with: `owner`, `received_on`, `period_to`.
        pseudonyms: Of the recipient.

    Returns:
        `country` (the recipient under its code, others as `C1`), `measure`, `value`; empty without records.
    """
    if records.empty:
        return nothing()
    recipient, owners = pseudonyms.recipient, sorted(records["owner"].unique())
    others = [code for code in owners if code != recipient]
    measured = _measured(records, submissions)
    names = rank_of([pseudonyms.of([f"{value:.15g}" for value in measured.loc[code]]) for code in others], prefix="C")
    shown = sorted(zip(others, names, strict=True), key=lambda pair: int(pair[1][1:]))
    own = [(recipient, measure, value) for code in owners if code == recipient for measure, value in measured.loc[code].items()]
    coarse = (measured / STEPS).round() * STEPS
    return _table([*own, *((name, measure, value) for code, name in shown for measure, value in coarse.loc[code].items())])


@lru_cache(maxsize=1)
def nothing() -> pd.DataFrame:
    """`regional` of no records."""
    return _table([])


def _measured(records: pd.DataFrame, submissions: pd.DataFrame) -> pd.DataFrame:
    """One row per owner, one column per measure."""
    filled = pd.DataFrame({name: has(records, name) for name in FIELDS})
    routed = filled[list(ROUTE)].any(axis=1).groupby([records[name] for name in INCIDENT], dropna=False).any()
    days = (submissions["received_on"] - submissions["period_to"]).dt.days
    return pd.DataFrame(
        {
            "completeness": filled.mean(axis=1).groupby(records["owner"]).mean(),
            "timeliness_days": days.groupby(submissions["owner"]).median(),
            "share_with_route": routed.groupby(level="owner").mean(),
            "areas_reported": records.groupby("owner")["crime_area"].nunique(),
        },
        columns=list(MEASURES),
    )


def _table(rows: Sequence[tuple[str, Hashable, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)
