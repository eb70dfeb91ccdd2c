"""The rules of open sources: who says it, how far to believe it, and what it speaks of."""

from datetime import date

import pandas as pd

from data_contracts.checks.columns import first_day, last_day, not_after, position, spans
from data_contracts.checks.rules import Rule, needs, none_of

EVALUATIONS = ("source_evaluation", "information_evaluation")


def rules(today: date) -> tuple[Rule, ...]:
    """The rules, in the order in which they are applied.

    Args:
        today: Day of intake.
    """
    return (
        Rule(check="source_in_future", column="published_on", fails=lambda records: records["date_from"] > pd.Timestamp(today)),
        not_after("incident_date", today),
        Rule(check="read_before_published", column="accessed_on", fails=_read_before_published),
        Rule(check="told_before_it_happened", column="incident_date", fails=_told_before),
        Rule(check="publisher_missing", column="publisher", fails=none_of("publisher")),
        Rule(check="source_not_evaluated", column="source_evaluation", fails=none_of(*EVALUATIONS), also=EVALUATIONS),
        Rule(check="source_area_missing", column="crime_area", fails=none_of("crime_area")),
        Rule(check="about_country_missing", column="about_country", fails=none_of("about_country")),
        Rule(check="incident_country_missing", column="incident_country", fails=needs("incident_country", "incident_id")),
        *position("latitude", "longitude"),
    )


def days(records: pd.DataFrame) -> dict[str, pd.Series]:
    """The span of days of the publication; of the reading where that is all there is.

    Args:
        records: `published_on` and `accessed_on`, of which one is given.

    Returns:
        `date_from`, `date_to` and `date_precision`.
    """
    return spans(records["published_on"].fillna(records["accessed_on"]))


def _read_before_published(records: pd.DataFrame) -> pd.Series:
    return last_day(records["accessed_on"]) < first_day(records["published_on"])


def _told_before(records: pd.DataFrame) -> pd.Series:
    return last_day(records["published_on"]) < first_day(records["incident_date"])
