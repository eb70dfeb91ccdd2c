"""The rules of subjects, and who of them can be shown to nobody."""

from datetime import date

import pandas as pd

from data_contracts.checks.columns import digit, first_day, last_day, not_after
from data_contracts.checks.rules import Mask, Rule, both, is_one_of, none_of

PROTECTED = ("witness", "victim")
"""Persons who are in no network, no prompt and no other party's view, whatever else is recorded."""
GROUNDED = ("suspect", "charged", "convicted")
"""Statuses that rest on a case or a warrant."""
ADULT = pd.DateOffset(years=18)
NAMES = {
    "person": ("family_name", "given_names", "other_names", "document_no"),
    "organisation": ("organisation_name", "registration_no", "other_names"),
    "vessel": ("vessel_name", "vessel_imo", "vessel_mmsi", "vessel_call_sign"),
    "vehicle": ("licence_plate", "vehicle_no"),
    "account": ("account_no",),
}
"""What a subject can be found again by, by its type."""
_IS_PERSON = is_one_of("subject_type", "person")


def rules(today: date) -> tuple[Rule, ...]:
    """The rules, in the order in which they are applied.

    Args:
        today: Day of intake.
    """
    return (
        not_after("status_date", today),
        not_after("birth_date", today),
        Rule(check="person_status_missing", column="person_status", fails=both(_IS_PERSON, none_of("person_status"))),
        Rule(check="status_date_missing", column="status_date", fails=both(_IS_PERSON, none_of("status_date"))),
        Rule(
            check="basis_reference_missing",
            column="basis_reference",
            fails=both(is_one_of("person_status", *GROUNDED), none_of("basis_reference")),
        ),
        Rule(check="minor_contradicts", column="minor", fails=_called_adult(today), sets="yes"),
        Rule(check="minor_missing", column="minor", fails=both(_IS_PERSON, none_of("minor"))),
        Rule(check="subject_unnamed", column="subject_type", fails=_unnamed),
        Rule(check="status_of_thing", column="person_status", fails=_status_of_thing, blanks=("person_status",)),
        digit("vessel_imo"),
    )


def derived(records: pd.DataFrame, *, sent: pd.DataFrame) -> dict[str, pd.Series]:  # noqa: ARG001 - as for other families
    """Whether the owner alone may ever see the subject: witnesses, victims, minors, and persons whose status nobody gives.

    Args:
        records: `subject_type`, `person_status` and `minor`.
        sent: Not looked at.

    Returns:
        `protected`: yes or no.
    """
    unknown = records["subject_type"].eq("person") & (records["person_status"].isna() | records["person_status"].eq("unknown"))
    hidden = records["person_status"].isin(PROTECTED) | records["minor"].eq("yes") | unknown
    return {"protected": pd.Series("no", index=records.index, dtype="str").mask(hidden, "yes")}


def _called_adult(today: date) -> Mask:
    """Persons who were under 18 on the day of their status whatever their date of birth is exactly, and are not called minors."""

    def fails(records: pd.DataFrame) -> pd.Series:
        day = last_day(records["status_date"]).fillna(pd.Timestamp(today))
        young = first_day(records["birth_date"]) + ADULT > day
        return young & records["minor"].isin(["no", "unknown"])

    return fails


def _unnamed(records: pd.DataFrame) -> pd.Series:
    failed = pd.Series(data=False, index=records.index)
    for kind, columns in NAMES.items():
        failed |= records["subject_type"].eq(kind) & records[list(columns)].isna().all(axis="columns")
    return failed


def _status_of_thing(records: pd.DataFrame) -> pd.Series:
    """A legal status of an organisation is possible, one of a thing is not."""
    return records["subject_type"].isin(["vessel", "vehicle", "account"]) & records["person_status"].notna()
