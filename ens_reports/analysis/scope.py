"""Which records a country assessment rests on: the recipient's own, in the period, one record class at a time."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from ens_reports.analysis import counts, shown
from ens_reports.analysis.tiers import Basis
from ens_reports.report.view import Others, Period, View

AREAS = ("wildlife", "fisheries", "forestry", "pollution", "mining", "undetermined")
"""Crime areas in the order of all strips and tables."""

COLUMNS = (
    *(
        "own",
        "owner",
        "submission",
        "about_recipient",
        "in_period",
        "record_id",
        "record_class",
        "record_type",
        "source_type",
        "reporting_country",
    ),
    *("incident_id", "item_no", "incident_count", "incident_date", "date_from", "date_to", "date_precision", "crime_area", "legal_nature"),
    *("place_name", "admin1", "latitude", "longitude", "place_precision", "location_type", "land_status", "detecting_agency"),
    *("detection_method", "supply_chain_stage", "commodity", "scientific_name", "mineral", "waste_stream", "pollution_type"),
    *("specimen_state", "cites_appendix", "national_protection", "species_3a", "waste_y_code", "waste_list_code", "quantity", "unit"),
    *("value", "currency", "value_basis", "origin_country", "transit_countries", "destination_country", "transport_mode", "concealment"),
    *("permit_status", "online_channel", "linked_offences", "outcome", "sanction_type", "sanction_amount", "sanction_currency"),
    *("disposal", "persons_detected", "persons_charged", "persons_convicted", "source_evaluation", "information_evaluation"),
)
"""What the analyses read of a view's two hundred columns: selecting rows costs by the column."""

Silence = Literal["", "nil", "nothing"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Scope:
    """The records of an assessment, sorted out once.

    Attributes:
        recipient: Whom it is about.
        period: Its years.
        own: The recipient's own counted records of the period, all record classes.
        principal: The record class that sections are built on: the one with the most incidents, own
            ones if there are any.
        records: The part of `own` that is of the principal class.
        history: Own counted records of all years since `period.history_from`, all record classes.
        others: Others' counted records of the period that touch the recipient, all record classes, closed.
        rule: When others' counts may be shown.
        silence: Why there are no own records: a declared nil return, or nothing received; empty when there are some.
        nil_areas: Areas for which the recipient declared a nil return.
        silent_areas: Areas, `undetermined` apart, that a country sent neither a record nor a nil return for; none for a body.
    """

    recipient: str
    period: Period
    own: pd.DataFrame
    principal: str
    records: pd.DataFrame
    history: pd.DataFrame
    others: Others
    rule: shown.Rule
    silence: Silence
    nil_areas: tuple[str, ...]
    silent_areas: tuple[str, ...]

    @property
    def basis(self) -> Basis:
        """What the whole assessment rests on."""
        return self.usable(pd.Series(data=True, index=self.records.index))

    def usable(self, mask: "pd.Series[bool]") -> Basis:
        """What a section rests on.

        Args:
            mask: Which of `records` can answer the section's question.
        """
        return Basis(n=counts.number(self.records[mask.astype(bool)]), of=counts.number(self.records))


def scope(view: View) -> Scope:
    """Sort out the records of a view.

    Args:
        view: What the recipient may see.
    """
    period = view.facts.period
    mine = _counted(view.incidents)
    current = _of_period(mine)
    abroad = view.others.through(_abroad)
    limits = shown.rule(view.facts)
    principal = shown.principal_class(current, abroad, limits)
    nil = nil_areas(view.submissions, period)
    return Scope(
        recipient=view.facts.recipient,
        period=period,
        own=current,
        principal=principal,
        records=counts.of_class(current, principal),
        history=mine[mine["date_from"].dt.year.between(period.history_from, period.last_year)],
        others=abroad,
        rule=limits,
        silence="" if len(current) else "nil" if nil else "nothing",
        nil_areas=nil,
        silent_areas=_silent(current, nil) if view.facts.recipient_kind == "country" else (),
    )


def own_of_period(incidents: pd.DataFrame) -> pd.DataFrame:
    """What `Scope.own` is, without the rest.

    Args:
        incidents: Rows of `View.incidents`.
    """
    return _of_period(_counted(incidents))


def _of_period(records: pd.DataFrame) -> pd.DataFrame:
    return records[records["in_period"].astype(bool)]


def _counted(records: pd.DataFrame) -> pd.DataFrame:
    return counts.counted(records[[name for name in COLUMNS if name in records]])


def _abroad(records: pd.DataFrame) -> pd.DataFrame:
    rows = _counted(records)
    return rows[rows["in_period"].astype(bool) & rows["about_recipient"].astype(bool)]


def _silent(current: pd.DataFrame, nil: tuple[str, ...]) -> tuple[str, ...]:
    present = {*current["crime_area"], *nil}
    return tuple(area for area in AREAS if area not in present and area != "undetermined")


def nil_areas(submissions: pd.DataFrame, period: Period) -> tuple[str, ...]:
    """Areas for which the submissions declare that nothing occurred in the period, in the order of `AREAS`.

    Args:
        submissions: The recipient's own rows of `View.submissions`.
        period: The years that the declaration must touch.
    """
    inside = submissions["period_from"].dt.year.le(period.last_year) & submissions["period_to"].dt.year.ge(period.first_year)
    named = counts.exploded(submissions[inside], "nil_return")["nil_return"]
    return tuple(area for area in AREAS if named.eq(area).any())
