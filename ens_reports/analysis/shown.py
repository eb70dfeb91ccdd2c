"""What may be told of others' records, and nothing else of them is: counts that hold for every contributor, rounded down.

A cell of others' records is told only if threshold, owner rule and dominance hold, and hold for each contributor that takes its own
records away: so no contributor can work out what another was refused. What is told is rounded down to a multiple of the threshold,
after each contributor's part was rounded down too. So no difference of two numbers that are printed - a total and its parts, an edition
and the one before, coarse cells and fine ones, those of two recipients - gives an exact number. Own records are told in full.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ens_reports.analysis import counts
from ens_reports.analysis.tally import check_one_class, tally
from ens_reports.report.others import Others, opened
from ens_reports.report.view import Facts, View

STEP = 2
"""To a multiple of this the part of each contributor is rounded down before the sum is."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """When a cell of other parties' records may be printed, and how.

    Attributes:
        threshold: Smallest count.
        min_owners: Smallest number of owners behind it, so that it can't be traced to one neighbour.
        dominance: Largest share that one owner may have.
        rounding: Whether counts are rounded down.
    """

    threshold: int
    min_owners: int
    dominance: float
    rounding: bool = True


def rule(facts: Facts) -> Rule:
    """The rule of an edition."""
    rounding = facts.rounding and not facts.need_to_know
    return Rule(threshold=facts.threshold, min_owners=facts.min_owners, dominance=facts.dominance, rounding=rounding)


def own(records: pd.DataFrame) -> pd.DataFrame:
    """The recipient's own rows."""
    return records[records["own"].astype(bool)]


def cells(mine: pd.DataFrame, theirs: Others, columns: Sequence[str], limits: Rule) -> pd.DataFrame:
    """Incidents per cell: the recipient's own in full, others' only where the rule allows, and then at least how many.

    Args:
        mine: The recipient's own counted rows, of one record class.
        theirs: Others' counted rows, of the same class.
        columns: What makes a cell.
        limits: The rule.

    Returns:
        One row per cell that has something to show, indexed by the columns: `own` (int64) and `others` (Int64, missing where none
        or not to be shown; there are at least as many).

    Raises:
        ValueError: Record classes would be mixed in one count.
    """
    rows = opened(theirs)
    if "record_class" not in columns:
        check_one_class(mine, rows)
    of_own = counts.by(mine, columns)
    others = _of_others(mine, rows, columns, limits) if len(rows) else of_own.head(0)
    table = pd.DataFrame({"own": of_own, "others": others}).astype({"others": "Int64"})
    return table.assign(own=table["own"].fillna(0).astype("int64")).sort_index()


def _of_others(mine: pd.DataFrame, rows: pd.DataFrame, columns: Sequence[str], limits: Rule) -> pd.Series:
    of_others, levels = tally(rows, [*columns, "owner"]), list(range(len(columns)))
    told = _told(of_others, levels, limits)
    allowed = _allowed(pd.concat([counts.by(mine, [*columns, "owner"]), of_others]), levels, limits)
    shown = told[allowed.reindex(told.index, fill_value=False)]
    return shown[shown >= limits.threshold]


def number(mine: pd.DataFrame, theirs: Others, limits: Rule) -> int | None:
    """At least how many incidents others have, or None: none, or not to be shown. A reader can't tell which.

    Args:
        mine: The recipient's own counted rows, of one record class: what a contributor could take away.
        theirs: Others' counted rows, of the same class.
        limits: The rule.
    """
    table = cells(mine.assign(all=True), theirs.through(lambda rows: rows.assign(all=True)), ["all"], limits)
    found = table["others"].dropna()
    return int(found.iloc[0]) if len(found) else None


def within(theirs: Others, table: pd.DataFrame) -> Others:
    """Others' rows of the cells that are told: of the rest no detail is looked for.

    Args:
        theirs: Others' counted rows.
        table: Of `cells`.
    """
    names, told = list(table.index.names), table.index[table["others"].notna()]
    return theirs.through(lambda rows: rows[rows.set_index(names).index.isin(told)])


def in_order(mine: pd.DataFrame, theirs: Others, columns: Sequence[str], limits: Rule) -> pd.DataFrame:
    """The cells, those with the most incidents that may be told first, ties by name.

    Args:
        mine: The recipient's own counted rows, of one record class.
        theirs: Others' counted rows, of the same class.
        columns: What makes a cell.
        limits: The rule.

    Returns:
        As `cells`, with `n`: own and others' incidents that may be told.
    """
    table = cells(mine, theirs, columns, limits)
    table = table.assign(n=table["own"] + table["others"].fillna(0).astype("int64"))
    return table.sort_values("n", ascending=False, kind="stable")


def commonest(mine: pd.DataFrame, theirs: Others, keys: Sequence[str], columns: Sequence[str], *, limits: Rule) -> pd.DataFrame:
    """The most frequent value of each column by key, by what may be told of each value.

    Args:
        mine: The recipient's own counted rows, of one record class.
        theirs: Others' counted rows, of the same class.
        keys: What makes a group.
        columns: Whose values.
        limits: The rule.

    Returns:
        By key the columns, missing where none of their values may be told; keys without any are left out.
    """
    ready = theirs.through(lambda rows: _by_detail(rows, keys, columns))
    told = in_order(_by_detail(mine, keys, columns), ready, [*keys, "detail", "value"], limits).reset_index()
    first = told.drop_duplicates([*keys, "detail"]).set_index([*keys, "detail"])["value"]
    return first.unstack("detail").reindex(columns=list(columns)).astype("str")  # noqa: PD010 (pivot would need the keys to be unique)


def _by_detail(records: pd.DataFrame, keys: Sequence[str], columns: Sequence[str]) -> pd.DataFrame:
    """A row per record and column: all columns are counted at once."""
    narrow = records[list(dict.fromkeys([*keys, *counts.INCIDENT, "own", "record_class", "incident_count"]))]
    return pd.concat([narrow.assign(detail=name, value=records[name]) for name in columns])


def seen(mine: pd.DataFrame, theirs: Others, keys: Sequence[str], *, limits: Rule) -> pd.DataFrame:
    """When each group was first and last seen: own days as they are, others' by the years that may be told.

    Args:
        mine: The recipient's own counted rows, of one record class, with `date_from`.
        theirs: Others' counted rows, of the same class.
        keys: What makes a group.
        limits: The rule.

    Returns:
        By key: `first`, `last` (days), `first_precision`, `last_precision` (day or year); missing where nothing may be told.
    """
    years = cells(_with_year(mine), theirs.through(_with_year), [*keys, "year"], limits)
    told = years[years["others"].notna()].reset_index().groupby(list(keys))["year"].agg(["min", "max"])
    days = mine.groupby(list(keys))["date_from"].agg(["min", "max"])
    both = days.add_suffix("_day").join(told.add_suffix("_year"), how="outer")
    return pd.concat([_end(both, "first", "min"), _end(both, "last", "max")], axis=1)


def _with_year(records: pd.DataFrame) -> pd.DataFrame:
    return records.assign(year=records["date_from"].dt.year)


def _end(both: pd.DataFrame, name: str, way: str) -> pd.DataFrame:
    day, year = both[f"{way}_day"], both[f"{way}_year"]
    beyond = year.lt(day.dt.year) if way == "min" else year.gt(day.dt.year)
    by_year = (day.isna() | beyond) & year.notna()
    start = pd.to_datetime(year.where(by_year).astype("Int64").astype("str"), format="%Y", errors="coerce").astype(day.dtype)
    return pd.DataFrame({name: day.mask(by_year, start), f"{name}_precision": by_year.map({True: "year", False: "day"})})


def principal_class(mine: pd.DataFrame, theirs: Others, limits: Rule) -> str:
    """The record class that a section is built on: the recipient's own largest, else the largest that may be told of others.

    Args:
        mine: The recipient's own counted rows, of all classes.
        theirs: Others' counted rows, of all classes.
        limits: The rule.
    """
    if len(mine):
        return counts.principal_class(mine)
    told = cells(mine, theirs, ["record_class"], limits)["others"].dropna()
    found = {name: int(told[name]) for name in counts.RECORD_CLASSES if name in told.index}
    return max(found, key=lambda name: found[name]) if found else counts.RECORD_CLASSES[0]


def remaining(view: View) -> int:
    """Incidents of the period that an edition may tell of: what a product's `minimum` is held against.

    Args:
        view: What the recipient may see.
    """
    mine = _current(view.incidents)
    if view.facts.need_to_know:
        return len(_current(known(view)).drop_duplicates(counts.INCIDENT))
    told = cells(mine, view.others.through(_current), ["record_class"], rule(view.facts))["others"]
    return len(mine.drop_duplicates(counts.INCIDENT)) + int(told.fillna(0).sum())


def _current(records: pd.DataFrame) -> pd.DataFrame:
    counted = counts.counted(records)
    return counted[counted["in_period"].astype(bool)]


def known(view: View) -> pd.DataFrame:
    """All records of a view, own and others', to count one by one: for readers who need to know, and for nobody else.

    Args:
        view: Of a product whose readers do.

    Raises:
        ValueError: They don't.
    """
    if not view.facts.need_to_know:
        raise ValueError(f"{view.facts.product} must be need-to-know to tell of others' records one by one, got a product that is not")
    return pd.concat([view.incidents, opened(view.others)], ignore_index=True).assign(**{counts.KNOWN: True})


def enough_owners(records: pd.DataFrame, columns: Sequence[str], limits: Rule) -> pd.Index:
    """The cells behind which no single contributor can be told, for readers who need to know.

    Args:
        records: Rows of `known` that are not free to be told, of one record class.
        columns: What makes a cell.
        limits: The owner rule and dominance; no threshold.
    """
    grouped = counts.by(records, [*columns, "owner"]).groupby(level=list(range(len(columns))))
    total, owners, largest = grouped.sum(), grouped.size(), grouped.max()
    return total.index[(owners >= limits.min_owners) & (largest <= limits.dominance * total)]


def free_to_tell(records: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows of `known` are the recipient's own, or of owners that let their country be named to it."""
    own = records["own"].astype(bool)
    return own | records["may_name"].fillna(value=False).astype(bool) if "may_name" in records else own


def by_known(records: pd.DataFrame, columns: Sequence[str], limits: Rule) -> pd.Series:
    """Incidents per cell, for readers who need to know: others' that are not free to be told only where no contributor can be told.

    Args:
        records: Rows of `known`, of one record class.
        columns: What makes a cell.
        limits: The owner rule and dominance; no threshold.

    Returns:
        Integer counts, indexed by the columns, in their order.
    """
    free = free_to_tell(records)
    allowed = enough_owners(records[~free], columns, limits)
    return counts.by(records[free | records.set_index(list(columns)).index.isin(allowed)], columns)


def nameable(theirs: Others, columns: Sequence[str]) -> pd.DataFrame:
    """Rows whose owners let the recipient be told which country they are of.

    Args:
        theirs: Others' counted rows.
        columns: What to read of them, beside whose they are.
    """
    rows = opened(theirs)
    return rows.loc[free_to_tell(rows), ["own", *columns]]


def _told(of_others: pd.Series, levels: list[int], limits: Rule) -> pd.Series:
    """What stands in the cells of others that are shown."""
    if not limits.rounding:
        return of_others.groupby(level=levels).sum()
    parts = (of_others // STEP * STEP).groupby(level=levels).sum()
    return parts // limits.threshold * limits.threshold


def _allowed(per_owner: pd.Series, levels: list[int], limits: Rule) -> pd.Series:
    """Which cells pass for each contributor that takes its own records away; the two largest decide for all.

    What the largest holds without the second is no less than what any other holds without one of the rest.
    """
    grouped = per_owner.groupby(level=levels)
    total, owners, first = grouped.sum(), grouped.size(), grouped.max()
    ranked = per_owner.sort_values(ascending=False, kind="stable")
    runner_up = ranked[ranked.groupby(level=levels).cumcount().eq(1)]
    second = runner_up.groupby(level=levels).sum().reindex(total.index, fill_value=0)
    enough = (total - first >= limits.threshold) & (owners > limits.min_owners)
    return enough & (first <= limits.dominance * (total - second))
