"""When something was first and last seen, no more exactly than the records say: a record of 2019 was not seen on its last day."""

import pandas as pd


def first_seen(records: pd.DataFrame, by: list[str]) -> pd.Series:
    """The earliest date of each group, as it was recorded.

    Args:
        records: Rows with `incident_date` (ISO 8601: a day, a month or a year) and `date_from`.
        by: Columns that make the groups.

    Returns:
        ISO texts, indexed by group.
    """
    return records.sort_values("date_from", kind="stable").groupby(by)["incident_date"].first()


def last_seen(records: pd.DataFrame, by: list[str]) -> pd.Series:
    """The latest date of each group, as it was recorded; of two that end on one day the more exact.

    Args:
        records: Rows with `incident_date`, `date_from` and `date_to`.
        by: Columns that make the groups.

    Returns:
        ISO texts, indexed by group.
    """
    return records.sort_values(["date_to", "date_from"], kind="stable").groupby(by)["incident_date"].last()
