"""The rules of movements: what moved, where, and that it arrived after it left."""

from datetime import date

import pandas as pd

from data_contracts import codelists
from data_contracts.checks.columns import digit, first_day, last_day, position, spans
from data_contracts.checks.rules import Rule, both, is_one_of, none_of

CARRIERS = (
    *("vessel_name", "vessel_imo", "vessel_mmsi", "vessel_call_sign"),
    *("licence_plate", "aircraft_registration", "container_no", "subject_id"),
)
START = ("place_name", "start_country", "start_port", "latitude")
END = ("end_place", "end_country", "end_port", "end_latitude")
FASTEST_KNOTS = {"vessel": 70, "vehicle": 140, "train": 190, "container": 70}
"""Above this no carrier of its kind goes. An aircraft is limited by its column alone."""


def rules(today: date) -> tuple[Rule, ...]:
    """The rules, in the order in which they are applied.

    Args:
        today: Day of intake.
    """
    return (
        Rule(check="start_in_future", column="start_date", fails=lambda records: records["date_from"] > pd.Timestamp(today)),
        Rule(check="leg_order", column="end_date", fails=_ends_before_it_starts, blanks=("end_date", "end_time")),
        Rule(check="leg_end_missing", column="end_date", fails=both(is_one_of("movement_kind", "leg"), none_of("end_date"))),
        Rule(check="leg_place_missing", column="end_place", fails=both(is_one_of("movement_kind", "leg"), none_of(*END))),
        Rule(check="carrier_missing", column="carrier_type", fails=none_of(*CARRIERS), also=CARRIERS),
        Rule(check="carrier_type_missing", column="carrier_type", fails=none_of("carrier_type")),
        Rule(check="place_missing", column="place_name", fails=none_of(*START), also=START),
        *position("latitude", "longitude"),
        *position("end_latitude", "end_longitude"),
        _port("start_port", "start_country"),
        _port("end_port", "end_country"),
        Rule(check="speed_impossible", column="speed_knots", fails=_too_fast, blanks=("speed_knots",)),
        digit("vessel_imo"),
        digit("container_no"),
    )


def days(records: pd.DataFrame) -> dict[str, pd.Series]:
    """The span of days of a movement's start.

    Args:
        records: `start_date`.

    Returns:
        `date_from`, `date_to` and `date_precision`.
    """
    return spans(records["start_date"])


def _ends_before_it_starts(records: pd.DataFrame) -> pd.Series:
    ends = last_day(records["end_date"])
    same_day = (records["start_date"].str.len() == len("2025-03-14")) & records["start_date"].eq(records["end_date"])
    return (ends < first_day(records["start_date"])) | (same_day & (records["end_time"] < records["start_time"]).fillna(value=False))


def _too_fast(records: pd.DataFrame) -> pd.Series:
    return records["speed_knots"] > records["carrier_type"].map(FASTEST_KNOTS).astype("float64")


def _port(port: str, country: str) -> Rule:
    """The first two letters of a port's code are those of its country."""
    listed = codelists.load("countries")
    letters = dict(zip(listed["code"], listed["alpha2"], strict=True))

    def fails(records: pd.DataFrame) -> pd.Series:
        told = records[port].notna() & ~records[port].isin(codelists.ALWAYS) & records[country].notna()
        return told & (records[port].str[:2] != records[country].map(letters))

    return Rule(check="port_not_in_country", column=port, fails=fails)
