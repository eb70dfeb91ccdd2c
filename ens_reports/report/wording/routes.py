"""How routes are said: legs, chains, what may have replaced what, and what nobody has recorded."""

import pandas as pd

from ens_reports.analysis.legs import Legs, Meeting
from ens_reports.locales import Language
from ens_reports.report.blocks import Cell, Column
from ens_reports.report.wording import common

MOST_ROWS = 6
MOST_PLACES, MOST_COMMON = 2, 3
LEAST_FOR_OPERATION = 3
"""Common legs from which an operation is proposed rather than a meeting on cases."""

Row = list[str | Cell]


def leg_columns(language: Language) -> list[Column]:
    """Heads of the table of legs."""
    text = language.text
    return [
        Column(label=text("Alleged leg"), share=2.0),
        Column(label=text("Surfaces at"), share=1.5),
        Column(label=text("Mode"), share=1.5),
        Column(label=text("Concealment"), share=1.6),
        Column(label=text("Goods"), share=1.3),
        Column(label=text("Incidents"), align="end", share=1.5),
        Column(label=text("Seen"), share=1.4),
    ]


def leg_rows(found: Legs, language: Language) -> list[Row]:
    """The legs with the most incidents."""
    return [_leg(key, leg, language) for key, leg in found.table.head(MOST_ROWS).iterrows()]


def _leg(key: object, leg: pd.Series, language: Language) -> Row:
    start, end = key if isinstance(key, tuple) else (str(key), "")
    others = None if pd.isna(leg["others"]) else int(leg["others"])
    return [
        Cell(text=common.leg(start, end, language), strong=True),
        common.terms(leg["places"].split(";")[:MOST_PLACES] if isinstance(leg["places"], str) else [], language),
        *(common.term(leg[name] if isinstance(leg[name], str) else "", language) for name in ("mode", "concealment", "commodity")),
        common.number(int(leg["own"]), others, language),
        _seen(leg, language),
    ]


def _seen(leg: pd.Series, language: Language) -> str:
    """Own months as they are, others' by the year, a dash where nothing may be told."""
    ends = [(leg[name], "year" if leg[f"{name}_precision"] == "year" else "month") for name in ("first", "last")]
    first, last = (common.day(None if pd.isna(value) else value, precision, language) for value, precision in ends)
    return first if first == last == common.NOT_RECORDED else language.text("{first} to {last}", first=first, last=last)


def chain_items(found: Legs, language: Language) -> list[str]:
    """The recipient's chains, one sentence each."""
    return [_chain(row, language) for _, row in found.chains.iterrows()]


def _chain(row: pd.Series, language: Language) -> str:
    how = common.terms([str(row["commodity"]), str(row["mode"])], language)
    return language.plural(
        "{chain}: {how}, {n} incident, last {last}",
        "{chain}: {how}, {n} incidents, last {last}",
        int(row["own"]),
        chain=common.chain(str(row["chain"]), language),
        how=how,
        last=common.month(row["last"], language),
    )


def alternate_items(found: Legs, language: Language) -> list[str]:
    """Ways that begin after another has ended, one sentence each."""
    return [_alternate(row, language) for _, row in found.alternates.iterrows()]


def _alternate(row: pd.Series, language: Language) -> str:
    return language.plural(
        "{goods}: {quiet} was last seen in {quiet_last}; {alternate} was first seen in {first} ({n} incident since).",
        "{goods}: {quiet} was last seen in {quiet_last}; {alternate} was first seen in {first} ({n} incidents since).",
        int(row["n"]),
        goods=common.sentence(language.term(str(row["commodity"]))),
        quiet=_way(str(row["quiet"]), language),
        quiet_last=common.month(row["quiet_last"], language),
        alternate=_way(str(row["alternate"]), language),
        first=common.month(row["alternate_first"], language),
    )


def _way(way: str, language: Language) -> str:
    chain, mode = way.split("|")
    said = common.chain(chain, language)
    return language.text("{chain} by {mode}", chain=said, mode=language.term(mode)) if mode else said


def gap_items(found: Legs, language: Language) -> list[str]:
    """Onward legs that no record states, one sentence each."""
    return [_gap(row, language) for _, row in found.gaps.iterrows()]


def _gap(row: pd.Series, language: Language) -> str:
    goods, start = common.sentence(language.term(str(row["commodity"]))), language.country(str(row["start"]))
    if row["start"] == row["via"]:
        halted = language.plural(
            "{goods} from {start}: {n} incident names no country beyond it.",
            "{goods} from {start}: {n} incidents name no country beyond it.",
            int(row["open"]),
            goods=goods,
            start=start,
        )
    else:
        halted = language.plural(
            "{goods} from {start}: {n} incident ends in {via} in the records.",
            "{goods} from {start}: {n} incidents end in {via} in the records.",
            int(row["open"]),
            goods=goods,
            start=start,
            via=language.country(str(row["via"])),
        )
    onward = language.plural(
        "{n} other incident of the same goods goes on to {to}.",
        "{n} other incidents of the same goods go on to {to}.",
        int(row["support"]),
        to=language.country(str(row["to"])),
    )
    return f"{halted} {onward}"


def meeting_columns(language: Language) -> list[Column]:
    """Heads of the table of who must meet."""
    text = language.text
    return [
        Column(label=text("Country"), share=1.3),
        Column(label=text("Common legs"), share=3.0),
        Column(label=text("Goods"), share=1.3),
        Column(label=text("Newest record"), share=1.0),
        Column(label=text("Proposed"), share=2.0),
    ]


def meeting_rows(found: tuple[Meeting, ...], language: Language) -> list[Row]:
    """Who must meet, one row per country."""
    return [_meeting(one, language) for one in found[:MOST_ROWS]]


def _meeting(one: Meeting, language: Language) -> Row:
    case = language.text("Case meeting (RIACM)")
    operation = language.text("Joint operation, prepared in a RIACM")
    return [
        Cell(text=language.country(one.country), strong=True),
        _legs(one, language),
        common.term(one.commodity, language),
        common.month(one.last, language),
        operation if len(one.legs) >= LEAST_FOR_OPERATION else case,
    ]


def _legs(one: Meeting, language: Language) -> str:
    said = [common.leg(start, end, language) for start, end in one.legs[:MOST_COMMON]]
    more = len(one.legs) - len(said)
    return "; ".join([*said, language.plural("and {n} more", "and {n} more", more)] if more else said)


def alt(found: Legs, language: Language) -> str:
    """What the strip of months shows, for readers who can't see it."""
    rows = [
        language.text(
            "{leg}: most in {month}",
            leg=common.leg(start, end, language),
            month=language.month(int(found.seasons.loc[(start, end)].idxmax())),
        )
        for start, end in found.seasons.index[:3]
    ]
    return language.text("Incidents per alleged leg and month of the year. {rows}.", rows="; ".join(rows))
