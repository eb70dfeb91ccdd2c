"""What a rule about whole rows is, and how rules are applied."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas as pd

from data_contracts.checks.notes import Notes
from data_contracts.crashed import guarded

Mask = Callable[[pd.DataFrame], pd.Series]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A check of the cells of a row against each other.

    Attributes:
        check: Identifier in the catalogue.
        column: The column that a finding is about.
        fails: True where a row fails; gets all columns of the contract, typed, with `date_from` and `date_to`.
        blanks: Columns that are blanked where it fails.
        sets: What else is written into the column where it fails.
        also: Further columns that the rule asks for.
    """

    check: str
    column: str
    fails: Mask
    blanks: tuple[str, ...] = ()
    sets: int | str | None = None
    also: tuple[str, ...] = ()

    @property
    def about(self) -> tuple[str, ...]:
        """All columns whose blanks can make the rule fail."""
        return (self.column, *self.blanks, *self.also)


def apply(records: pd.DataFrame, rules: Iterable[Rule], notes: Notes) -> pd.DataFrame:
    """Apply rules in their order; rows that are a nil return have nothing to check, and no cause is noted twice.

    Args:
        records: All columns of the contract, typed.
        rules: The rules.
        notes: Takes the findings.

    Returns:
        The records with what failed blanked or set; the input is not changed.
    """
    changed = records
    counted = records["record_type"] != "nil" if "record_type" in records else pd.Series(data=True, index=records.index)
    for rule in rules:
        with guarded(notes.add_to_all, rule.check):
            changed = _apply(changed, rule, counted, notes)
    return changed


def _apply(records: pd.DataFrame, rule: Rule, counted: pd.Series, notes: Notes) -> pd.DataFrame:
    """One rule; what it changes is in force only when all of it went well."""
    rows = rule.fails(records).fillna(value=False).astype(bool) & counted
    if not rows.any():
        return records
    notes.add(rule.check, rule.column, rows & ~notes.explained(rule.about, rows.index), cells=records[rule.column])
    changed = {name: records[name].mask(rows) for name in rule.blanks}
    if rule.sets is not None:
        changed[rule.column] = changed.get(rule.column, records[rule.column]).mask(rows, rule.sets)
    return records.assign(**changed)


def needs(column: str, given: str) -> Mask:
    """A mask of rows that give one column and not the one that it needs.

    Args:
        column: The column that is needed.
        given: The column that needs it.
    """
    return lambda records: records[given].notna() & records[column].isna()


def none_of(*columns: str) -> Mask:
    """A mask of rows in which none of the columns is given.

    Args:
        columns: Columns of which one is enough.
    """
    return lambda records: records[list(columns)].isna().all(axis="columns")


def both(first: Mask, second: Mask) -> Mask:
    """A mask of rows in which two masks hold.

    Args:
        first: One mask.
        second: The other.
    """
    return lambda records: first(records) & second(records)


def is_one_of(column: str, *words: str) -> Mask:
    """A mask of rows in which a column holds one of the words.

    Args:
        column: The column.
        words: The words.
    """
    return lambda records: records[column].isin(words)
