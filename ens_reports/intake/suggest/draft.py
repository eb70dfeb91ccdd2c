"""The draft of a mapping: a rule for each matched column, what the file says as a whole, and what an analyst must still decide."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from data_contracts.registry import Contract
from ens_reports.intake.sheets.table import Table
from ens_reports.intake.suggest.amounts import QUANTITY, Amount, several_amounts
from ens_reports.intake.suggest.constants import constants
from ens_reports.intake.suggest.fits import MOSTLY
from ens_reports.intake.suggest.match import Match, Matched, match
from ens_reports.intake.suggest.profile import Profile, look
from ens_reports.intake.suggest.readings import Reading, Rule, reading_of
from ens_reports.intake.suggest.roles import Role, leftover, role_of
from ens_reports.intake.values.coordinates import parse_coordinate
from ens_reports.intake.values.fold import fold_header
from ens_reports.intake.values.phrases import Reason

DATE = "incident_date"
COUNTRY = "reporting_country"
ID = "incident_id"
LATITUDE, LONGITUDE = "latitude", "longitude"
ALSO = (
    ("mineral", "commodity"),
    ("commodity", "mineral"),
    ("commodity", "waste_stream"),
    ("waste_stream", "commodity"),
    ("quantity", "catch_kg"),
)
"""Pairs of fields that one column may feed: what the second needs, the first one's column often says."""
ALSO_NEEDED = 0.3
"""Share of labels of the second field's list that the column must have."""
REPEATED = 0.98
AMOUNT_SURE = 0.6
SPREAD = 0.05
"""Share of numbers that may stand beside two days by mistake."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of the file, and what the draft does with it.

    Attributes:
        position: From 0.
        header: As sent.
        field: The field that it feeds first; empty for none.
        reading: How it is read, or why it is not taken, in words.
        confidence: From 0 to 1.
        reasons: Why, in words.
        pattern: The form of its values; empty where that could tell of a person.
    """

    position: int
    header: str
    field: str
    reading: str
    confidence: float
    reasons: tuple[str, ...]
    pattern: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line under `columns` of the mapping.

    Attributes:
        field: The field.
        rule: The rule, as YAML writes it.
        column: The column that it reads; none for constants.
        comment: What to say of a constant.
        open_values: Values that no code was found for, the most frequent first.
    """

    field: str
    rule: Rule
    column: Column | None = None
    comment: str = ""
    open_values: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A mapping that waits for an analyst.

    Attributes:
        matched: The contract, and how sure it is.
        entries: Rules in the order of the contract's fields.
        columns: Every column of the file, in order.
        not_taken: Header -> reason.
        ignored: Header -> reason.
        incident_id: Columns that make up the incident's name, if it is more than one.
        number_items: Several rows share an incident's name.
        amounts: Several columns with amounts, of which each row fills one.
        maybe: Columns that are ignored, with the field that they could feed.
    """

    matched: Matched
    entries: tuple[Entry, ...]
    columns: tuple[Column, ...]
    not_taken: dict[str, Reason]
    ignored: dict[str, Reason]
    incident_id: tuple[str, ...] = ()
    number_items: bool = False
    amounts: tuple[Amount, ...] = ()
    maybe: dict[str, Match]


def draft_of(table: Table, *, party: str, title: str = "", contract: Contract | None = None) -> Draft:
    """Draft a mapping for a table.

    Args:
        table: Header and records.
        party: Code of the sender; empty if it is not known.
        title: What the file is called.
        contract: The contract, if the caller names it.
    """
    cells = {position: table.rows[position] for position in range(len(table.header))}
    whole = {place: column.distinct() for place, column in enumerate(table.long.columns)} if table.long else {}
    profiles = {place: look(place, table.header[place], cells[place], distinct=whole.get(place)) for place in cells}
    roles = {position: found for position, profile in profiles.items() if (found := role_of(profile, cells[position]))}
    matched = match(
        [profile for position, profile in profiles.items() if position not in roles],
        party=party,
        title=f"{title} {table.sheet.name}",
        contract=contract,
        not_ids=_of_several_days(profiles, roles, cells),
    )
    amounts = several_amounts(profiles, matched.taken, roles) if QUANTITY in matched.contract.fields else ()
    if amounts:
        matched = replace(matched, taken=tuple(item for item in matched.taken if item.field != QUANTITY))
    feeding = {item.position: item for item in matched.taken}
    taken = [cells[position] for position in feeding]
    fed = {*roles, *feeding, *(item.position for item in amounts)}
    others = {position: leftover(profiles[position], cells[position], taken) for position in cells if position not in fed}
    entries = _entries(table, matched, profiles, {**roles, **others}, party)
    return Draft(
        matched=matched,
        entries=entries,
        columns=_with_amounts(_columns(table, feeding, {**roles, **others}, profiles, entries), amounts),
        not_taken=_of_kind(table, {**roles, **others}, "not_taken"),
        ignored=_of_kind(table, {**roles, **others}, "ignored"),
        amounts=amounts,
        incident_id=_composite(table, matched, profiles, roles, cells),
        number_items=any(item.field == ID and profiles[item.position].unique < REPEATED for item in matched.taken),
        maybe={table.header[position]: item for position, item in matched.maybe.items() if position in others},
    )


def _entries(table: Table, matched: Matched, profiles: dict[int, Profile], roles: dict[int, Role], party: str) -> tuple[Entry, ...]:
    """Rules for the matched columns, for years and months, for fields that share a column, and constants."""
    fields = matched.contract.fields
    found: dict[str, Entry] = {}
    for item in matched.taken:
        reading = reading_of(profiles[item.position], fields[item.field], occurrence=_occurrence(table.header, item.position))
        found[item.field] = _entry(item, profiles[item.position], reading)
    found |= _dated(table, found, roles, profiles)
    found |= _also(matched, profiles, found)
    found |= _other_axis(matched, profiles, found)
    for name, rule, comment in constants({name: entry.rule for name, entry in found.items()}, matched.contract, party):
        found.setdefault(name, Entry(field=name, rule=rule, comment=comment))
    return tuple(found[name] for name in fields if name in found)


def _entry(item: Match, profile: Profile, reading: Reading) -> Entry:
    column = Column(
        position=item.position,
        header=profile.header,
        field=item.field,
        reading=reading.words,
        confidence=item.confidence,
        reasons=item.reasons,
        pattern=profile.pattern if reading.pattern_shown else "",
    )
    return Entry(field=item.field, rule=reading.rule, column=column, open_values=reading.open_values)


def _dated(table: Table, found: dict[str, Entry], roles: dict[int, Role], profiles: dict[int, Profile]) -> dict[str, Entry]:
    """The date with its columns of the year and the month: beside a date the year alone, for rows whose date is missing."""
    parts = {what: position for what in ("month", "year") for position, role in roles.items() if role.what == what}
    entry = found.get(DATE)
    if entry and entry.column and profiles[entry.column.position].shares["year"] >= 0.6 > profiles[entry.column.position].shares["date"]:  # noqa: PLR2004 - mostly years
        rule: Rule = {"year": entry.column.header, **({"month": table.header[parts["month"]]} if "month" in parts else {})}
        return {DATE: replace(entry, rule=rule, column=replace(entry.column, reading="years; each row is placed in its year"))}
    if "year" not in parts:
        return {}
    year = {"year": table.header[parts["year"]]}
    if entry:
        return {DATE: replace(entry, rule={**entry.rule, **year})}
    month = {"month": table.header[parts["month"]]} if "month" in parts else {}
    return {DATE: Entry(field=DATE, rule={**year, **month}, comment="no column holds whole dates")}


def _also(matched: Matched, profiles: dict[int, Profile], found: dict[str, Entry]) -> dict[str, Entry]:
    """A second field from a column that feeds a first one, where its values are labels of the second one's list too."""
    more: dict[str, Entry] = {}
    for first, second in ALSO:
        entry = found.get(first)
        if entry is None or entry.column is None or second in found or second in more or second not in matched.contract.fields:
            continue
        profile = profiles[entry.column.position]
        reading = reading_of(profile, matched.contract.fields[second])
        if reading.known >= ALSO_NEEDED:
            more[second] = Entry(field=second, rule=reading.rule, comment=f"the same column as {first}", open_values=reading.open_values)
    return more


def _other_axis(matched: Matched, profiles: dict[int, Profile], found: dict[str, Entry]) -> dict[str, Entry]:
    """The other coordinate of a column that holds both."""
    entry = found.get(LATITUDE)
    if entry is None or entry.column is None or LONGITUDE in found:
        return {}
    profile = profiles[entry.column.position]
    if profile.share_of(lambda value: bool(parse_coordinate(value, LATITUDE).other)) < MOSTLY:
        return {}
    reading = reading_of(profile, matched.contract.fields[LONGITUDE])
    return {LONGITUDE: Entry(field=LONGITUDE, rule=reading.rule, comment="the same column as latitude: its cells hold both")}


def _columns(
    table: Table, feeding: dict[int, Match], roles: dict[int, Role], profiles: dict[int, Profile], entries: Sequence[Entry]
) -> tuple[Column, ...]:
    by_position = {entry.column.position: entry.column for entry in entries if entry.column}
    found = []
    for position, header in enumerate(table.header):
        if position in by_position:
            found.append(by_position[position])
        elif position in roles:
            found.append(_told(header, roles[position], profiles[position]))
        else:
            found.append(
                Column(
                    position=position,
                    header=header,
                    field="",
                    reading="not read",
                    confidence=0.0,
                    reasons=feeding[position].reasons if position in feeding else (),
                )
            )
    return tuple(found)


def _with_amounts(columns: tuple[Column, ...], amounts: tuple[Amount, ...]) -> tuple[Column, ...]:
    """The columns with amounts, told as such."""
    units = {item.position: f" in {item.unit}" if item.unit else "" for item in amounts}
    why = ("its header names an amount, and its cells are numbers",)
    return tuple(
        replace(column, field=QUANTITY, reading=f"one of several amounts{units[column.position]}", confidence=AMOUNT_SURE, reasons=why)
        if column.position in units
        else column
        for column in columns
    )


def _told(header: str, role: Role, profile: Profile) -> Column:
    readings = {"year": "year of the date", "month": "month of the date"}
    dated = DATE if role.what in readings else ""
    pattern = profile.pattern if role.what != "not_taken" and role.reason != "not_understood" else ""
    return Column(
        position=role.position,
        header=header,
        field=dated,
        reading=readings.get(role.what, f"{role.what.replace('_', ' ')}: {role.reason}"),
        confidence=role.confidence,
        reasons=(role.why,),
        pattern=pattern,
    )


def _of_kind(table: Table, roles: dict[int, Role], what: str) -> dict[str, Reason]:
    return {table.header[position]: role.reason for position, role in sorted(roles.items()) if role.what == what and role.reason}


def _of_several_days(profiles: dict[int, Profile], roles: dict[int, Role], cells: dict[int, pd.Series]) -> frozenset[int]:
    """Columns whose values, where they repeat, stand beside several days or years: no numbers of incidents."""
    dated = next((position for position, profile in profiles.items() if profile.shares.get("date", 0.0) >= 0.6), None)  # noqa: PLR2004 - mostly dates
    parts = [dated] if dated is not None else [position for position, role in roles.items() if role.what in {"year", "month"}]
    if not parts:
        return frozenset()
    days = cells[parts[0]].str.strip()
    for position in parts[1:]:
        days = days + "/" + cells[position].str.strip()
    found = set()
    for position, profile in profiles.items():
        if position not in parts and profile.filled and profile.unique < REPEATED:
            several = days.groupby(cells[position].str.strip()).nunique()
            if (several > 1).mean() > SPREAD:
                found.add(position)
    return frozenset(found)


def _composite(
    table: Table, matched: Matched, profiles: dict[int, Profile], roles: dict[int, Role], cells: dict[int, pd.Series]
) -> tuple[str, ...]:
    """A year and a number that name an incident together: numbers that begin anew each year."""
    year = next((position for position, role in roles.items() if role.what == "year"), None)
    if year is None or any(item.field == ID and profiles[item.position].unique >= REPEATED for item in matched.taken):
        return ()
    fed = {item.position for item in matched.taken if item.field != ID}
    for position, profile in profiles.items():
        if position in {*roles, *fed} or profile.shares.get("integer", 0.0) < REPEATED or profile.unique >= REPEATED:
            continue
        together = cells[year].str.strip() + "/" + cells[position].str.strip()
        if together.nunique() >= REPEATED * len(together):
            return (table.header[year], table.header[position])
    return ()


def _occurrence(header: Sequence[str], position: int) -> int:
    folded = fold_header(header[position])
    return 1 + sum(fold_header(name) == folded for name in header[:position])
