"""What is done with the rows of each family of contracts, once they are placed: one row of a table for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import pandas as pd

from data_contracts.checks import covers, derive, keys, missing, movements, returns, sources, subjects
from data_contracts.checks.areas import area_rules
from data_contracts.checks.columns import spans
from data_contracts.checks.notes import Notes
from data_contracts.checks.rules import Rule
from data_contracts.checks.shared import HANDLED, owned_rules, retention, shared_rules
from data_contracts.families import Family
from data_contracts.registry import Contract

Columns = Mapping[str, pd.Series]


class Derive(Protocol):
    """Gives the columns that validation adds, or completes."""

    def __call__(self, records: pd.DataFrame, *, sent: pd.DataFrame) -> Columns:
        """Typed records, and the same as text."""


def _nothing(records: pd.DataFrame, *, sent: pd.DataFrame) -> Columns:  # noqa: ARG001 - as the others
    return {}


def _undated(_records: pd.DataFrame) -> Columns:
    return {}


def _unlooked(_records: pd.DataFrame, _notes: Notes) -> None:
    return


def _incident_days(records: pd.DataFrame) -> Columns:
    return spans(records["incident_date"])


@dataclass(frozen=True, kw_only=True)
class Way:
    """How the rows of a family are judged.

    Attributes:
        rules: Its rules, in their order.
        days: Gives `date_from`, `date_to` and `date_precision`, where rows have a date.
        derived: Gives what else is added, after the rules.
        together: Looks at several rows of one number.
        gaps: Looks for what is not recorded, beyond what the rules ask.
        at_home: Positions are held against the land of the reporting country.
    """

    rules: Callable[[Contract, date], tuple[Rule, ...]]
    days: Callable[[pd.DataFrame], Columns] = _undated
    derived: Derive = _nothing
    together: Callable[[pd.DataFrame, Notes], None] = _unlooked
    gaps: Callable[[pd.DataFrame, Notes], None] = _unlooked
    at_home: bool = False


WAYS: Mapping[Family, Way] = {
    "incidents": Way(
        rules=lambda contract, today: (*shared_rules(today), *area_rules(contract.name)),
        days=_incident_days,
        derived=derive.of_incidents,
        together=keys.same_day,
        gaps=missing.note_missing,
        at_home=True,
    ),
    "subjects": Way(rules=lambda _, today: (*owned_rules(today), *subjects.rules(today)), derived=subjects.derived),
    "movements": Way(rules=lambda _, today: (*owned_rules(today), *movements.rules(today)), days=movements.days),
    "capacity": Way(rules=lambda _, today: (*owned_rules(today), *returns.rules(today))),
    "osint": Way(rules=lambda _, today: (*owned_rules(today), *sources.rules(today)), days=sources.days),
    "cover": Way(rules=lambda _, today: (retention(today), *HANDLED, *covers.rules(today))),
}
"""The ways of all families."""
