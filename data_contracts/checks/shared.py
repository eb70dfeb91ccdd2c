"""The rules that every area shares."""

from datetime import date

import pandas as pd

from data_contracts import codelists
from data_contracts.checks.columns import out_of_date, position
from data_contracts.checks.derive import PARTNERS
from data_contracts.checks.rules import Mask, Rule, both, is_one_of, needs

FIRST_YEAR = 1950
"""Dates before this are taken for mistakes."""


def shared_rules(today: date) -> tuple[Rule, ...]:
    """The rules, in the order in which they are applied.

    Args:
        today: Day of intake.
    """
    return (*_dates(today), *owned_rules(today), *CONDITIONS, *PLACE, *COUNTRIES, *PERSONS)


def owned_rules(today: date) -> tuple[Rule, ...]:
    """The rules about whose a record is, how far to trust it and who may see it: of every family but the cover.

    Args:
        today: Day of intake.
    """
    return (retention(today), *HANDLED, *EVALUATION)


def retention(today: date) -> Rule:
    """What may be kept no longer need not come.

    Args:
        today: Day of intake.
    """
    return Rule(check="retention_over", column="retain_until", fails=_over(today))


def _dates(today: date) -> tuple[Rule, ...]:
    return (
        Rule(check="date_in_future", column="incident_date", fails=lambda records: records["date_from"] > pd.Timestamp(today)),
        Rule(check="date_too_early", column="incident_date", fails=lambda records: records["date_to"] < pd.Timestamp(FIRST_YEAR, 1, 1)),
    )


def _over(today: date) -> Mask:
    """A retention that says a month or a year ends with it."""
    day = today.isoformat()
    return lambda records: records["retain_until"].isin([end for end in records["retain_until"].dropna().unique() if end < day[: len(end)]])


def _unlisted_evaluation(part: str) -> Rule:
    column = f"{part}_evaluation"
    listed = codelists.load("evaluation")
    pairs = listed.loc[listed["part"] == part, "scheme"] + " " + listed.loc[listed["part"] == part, "code"]

    def fails(records: pd.DataFrame) -> pd.Series:
        told = records[column].notna() & ~records[column].isin(codelists.ALWAYS)
        return told & ~(records["evaluation_system"] + " " + records[column]).isin(pairs)

    return Rule(check="evaluation_not_of_system", column=column, fails=fails, blanks=(column,))


def _evaluated_without_system(records: pd.DataFrame) -> pd.Series:
    return records["evaluation_system"].isna() & records[["source_evaluation", "information_evaluation"]].notna().any(axis="columns")


def _contradicting(records: pd.DataFrame) -> pd.Series:
    pairs = records.loc[
        records["allowed_recipients"].notna() & records["barred_recipients"].notna(), ["allowed_recipients", "barred_recipients"]
    ]
    both_lists = [bool(set(allowed.split(";")) & set(barred.split(";"))) for allowed, barred in pairs.itertuples(index=False)]
    return pd.Series(both_lists, index=pairs.index, dtype=bool).reindex(records.index, fill_value=False)


def _out_of_order(records: pd.DataFrame) -> pd.Series:
    detected, charged, convicted = (records[f"persons_{step}"] for step in ("detected", "charged", "convicted"))
    return (charged > detected).fillna(value=False) | (convicted > charged).fillna(value=False) | (convicted > detected).fillna(value=False)


def _counted_alone(records: pd.DataFrame) -> pd.Series:
    return (records["incident_count"] > 1) & (records["record_type"] != "aggregate")


def _numbered_without_permit(records: pd.DataFrame) -> pd.Series:
    return records["permit_no"].notna() & ~records["permit_no"].isin(codelists.ALWAYS) & (records["permit_status"] == "none")


def _uncounted(records: pd.DataFrame) -> pd.Series:
    return records["incident_count"].isna() & (records["record_type"] == "aggregate")


HANDLED = (
    Rule(check="handling_scheme_missing", column="handling_scheme", fails=needs("handling_scheme", "handling_code")),
    Rule(check="recipients_contradict", column="barred_recipients", fails=_contradicting),
)
CONDITIONS = (
    Rule(check="incident_count_missing", column="incident_count", fails=_uncounted),
    Rule(check="incident_count_unexpected", column="incident_count", fails=_counted_alone, sets=1),
    Rule(
        check="owner_not_named",
        column="supplied_by",
        fails=both(is_one_of("source_type", *PARTNERS, "media"), lambda records: records["supplied_by"].isna()),
    ),
    Rule(check="source_type_missing", column="source_type", fails=lambda records: records["source_type"].isna()),
    Rule(check="value_basis_missing", column="value_basis", fails=needs("value_basis", "value")),
    Rule(check="currency_missing", column="currency", fails=needs("currency", "value")),
    Rule(check="sanction_currency_missing", column="sanction_currency", fails=needs("sanction_currency", "sanction_amount")),
    Rule(check="unit_missing", column="unit", fails=needs("unit", "quantity")),
    Rule(check="commodity_system_missing", column="commodity_system", fails=needs("commodity_system", "commodity_code")),
    Rule(check="permit_contradicts", column="permit_status", fails=_numbered_without_permit),
    Rule(check="request_without_text", column="request_text", fails=needs("request_text", "request_to")),
)
EVALUATION = (
    Rule(
        check="evaluation_system_missing",
        column="evaluation_system",
        fails=_evaluated_without_system,
        blanks=("source_evaluation", "information_evaluation"),
    ),
    _unlisted_evaluation("source"),
    _unlisted_evaluation("information"),
)
PLACE = position("latitude", "longitude")
COUNTRIES = tuple(
    Rule(check="country_not_of_day", column=column, fails=out_of_date(column, "countries"))
    for column in ("reporting_country", "origin_country", "transit_countries", "destination_country")
)
PERSONS = (
    Rule(
        check="persons_differ",
        column="offender_count",
        fails=lambda records: (records["offender_count"] != records["persons_detected"]).fillna(value=False),
        blanks=("offender_count",),
    ),
    Rule(check="persons_order", column="persons_charged", fails=_out_of_order),
)
