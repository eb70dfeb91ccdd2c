"""How incidents are counted, whoever they are of: only `counts` and `shown` use it, which say whose they may be."""

from collections.abc import Sequence

import pandas as pd

INCIDENT = ["owner", "reporting_country", "incident_id"]
"""What makes an incident: several rows (items) with this key are one."""


def tally(records: pd.DataFrame, columns: Sequence[str]) -> pd.Series:
    """Incidents per group; one with items in two groups counts in both, an aggregate row by its `incident_count`.

    Args:
        records: Counted rows of one record class, unless `record_class` is among the columns.
        columns: What to group by; rows that lack one of them are left out.

    Returns:
        Integer counts, indexed by the columns, in their order.

    Raises:
        ValueError: Record classes would be mixed in one count.
    """
    if "record_class" not in columns:
        check_one_class(records)
    keys = list(dict.fromkeys([*columns, *INCIDENT]))
    each = records.groupby(keys)["incident_count"].max()
    return each.groupby(level=list(range(len(columns)))).sum().astype("int64").rename("incidents")


def check_one_class(*frames: pd.DataFrame) -> None:
    """Refuse records of several classes.

    Args:
        frames: What would be counted together.

    Raises:
        ValueError: They are of several.
    """
    found = sorted({str(name) for records in frames for name in records["record_class"].dropna().unique()})
    if len(found) > 1:
        raise ValueError(f"records that are counted together must be of one record class, got {', '.join(found)}")
