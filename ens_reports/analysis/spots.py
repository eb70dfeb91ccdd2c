"""Where a record belongs on an operational map: a named border point, an H3 cell that is no finer than its position, or a bare name."""

import h3
import numpy as np
import pandas as pd

from ens_reports.analysis import counts
from ens_reports.report.charts.world import on_land

POINTS = ("seaport", "airport", "land_border", "mail_centre")
"""Kinds of place that are one spot by their name, however exact the position is."""
FINEST: dict[str, int] = {"exact": 9, "site": 8, "locality": 6, "admin2": 4, "sea_area": 3}
"""The finest H3 resolution that a position of this precision can stand for; coarser ones stand for none."""
NAMED = "named"
"""Kind of a spot that is known by its name only: it is in the table, and on no map."""
WIDE = ("admin1", "country")
"""Precisions of a name that is too wide to act at."""
AT_SEA = ("eez", "high_seas")
ON_LAND = ("airport", "land_border", "mail_centre", "road", "market", "warehouse", "residence", "farm", "factory")
"""Kinds of place that must be at sea, or must be on land."""
REASONS = ("sensitive", "contradiction", "coarse", "nowhere")


def placed(records: pd.DataFrame, *, resolution: int) -> pd.DataFrame:
    """The rows that have a spot.

    Args:
        records: Counted rows.
        resolution: H3 resolution of the cells; 5 has some 250 square kilometres.

    Returns:
        Them with `spot` (text), `spot_kind` (a kind of `POINTS`, `cell`, `sea` or `NAMED`), and `latitude` and `longitude` in degrees,
        missing where a named point was sent without.
    """
    return _with_spots(records[_reasons(records, resolution).eq("")], resolution)


def left_out(records: pd.DataFrame, *, resolution: int) -> dict[str, int]:
    """The recipient's own incidents without a spot, by reason, in the order of `REASONS`.

    `sensitive` sites are never placed more closely than by province, a `contradiction` is a position at sea of a place on land (or the
    reverse), `coarse` positions are wider than a cell, `nowhere` has neither position nor name.

    Args:
        records: Its counted rows, of one record class.
        resolution: H3 resolution of the cells.
    """
    reasons = _reasons(records, resolution)
    found = {reason: counts.number(records[reasons.eq(reason)]) for reason in REASONS}
    return {reason: n for reason, n in found.items() if n}


def _reasons(records: pd.DataFrame, resolution: int) -> pd.Series:
    """Why a row has no spot; empty where it has one."""
    located = (records["latitude"].notna() & records["longitude"].notna()).astype(bool)
    point = _point(records) | _by_name(records)
    finest = records["place_precision"].map(FINEST).fillna(-1).astype(int)
    reasons = pd.Series("", index=records.index)
    reasons = reasons.mask(~point & (finest < resolution), "coarse").mask(~point & ~located, "nowhere")
    return reasons.mask(contradictory(records), "contradiction").mask(sensitive(records), "sensitive")


def sensitive(records: pd.DataFrame) -> "pd.Series[bool]":
    """Sites of live protected species, and land of indigenous peoples or communities.

    Args:
        records: Any rows; a column that their contracts lack counts as blank.
    """
    live = _is(records, "specimen_state", "live") & _is(records, "location_type", "protected_area")
    return live | _is(records, "land_status", "indigenous_or_community")


def contradictory(records: pd.DataFrame) -> "pd.Series[bool]":
    """Positions at sea of places that can only be on land, and the reverse.

    Args:
        records: Any rows with `latitude`, `longitude` and `location_type`.
    """
    land = pd.Series(on_land(records["longitude"], records["latitude"]), index=records.index)
    located = records["latitude"].notna() & records["longitude"].notna()
    wrong = (records["location_type"].isin(ON_LAND) & ~land) | (records["location_type"].isin(AT_SEA) & land)
    return (wrong & located).astype(bool)


def _is(records: pd.DataFrame, column: str, value: str) -> "pd.Series[bool]":
    if column not in records:
        return pd.Series(data=False, index=records.index)
    return records[column].eq(value).fillna(value=False).astype(bool)


def _with_spots(records: pd.DataFrame, resolution: int) -> pd.DataFrame:
    point, named = _point(records), _by_name(records)
    land = on_land(records["longitude"], records["latitude"])
    area = np.where(named, NAMED, np.where(land, "cell", "sea"))
    kinds = np.where(point, records["location_type"], area)
    name = records["place_name"].str.strip().str.casefold()
    name = name.where(~named, records["admin1"].fillna("").str.casefold() + "|" + name)
    names = pd.Series(kinds, records.index, dtype="str") + "|" + records["reporting_country"] + "|" + name
    spots = np.where(point | named, names, cells(records, resolution))
    return records.assign(spot=pd.Series(spots, index=records.index, dtype="str"), spot_kind=pd.Series(kinds, records.index, dtype="str"))


def _point(records: pd.DataFrame) -> "pd.Series[bool]":
    return (records["location_type"].isin(POINTS) & records["place_name"].notna()).astype(bool)


def _by_name(records: pd.DataFrame) -> "pd.Series[bool]":
    """No position, and a name that is no wider than a district."""
    bare = records["latitude"].isna() | records["longitude"].isna()
    return (bare & records["place_name"].notna() & ~records["place_precision"].isin(WIDE) & ~_point(records)).astype(bool)


def cells(records: pd.DataFrame, resolution: int) -> list[str]:
    """The H3 cell of each row; empty without a position."""
    pairs = zip(records["latitude"], records["longitude"], strict=True)
    return ["" if pd.isna(lat) or pd.isna(lon) else h3.latlng_to_cell(lat, lon, resolution) for lat, lon in pairs]
