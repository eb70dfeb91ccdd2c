"""Words that all pages share: names, basis lines, sources, and lists of single incidents."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from data_contracts import codelists
from ens_reports import report
from ens_reports.analysis import commodities, counts
from ens_reports.analysis.assessment import Assessment
from ens_reports.analysis.routes_of_country import NOT_A_PLACE
from ens_reports.analysis.tiers import Basis
from ens_reports.locales import Language
from ens_reports.report.charts import theme
from ens_reports.report.wording import common

NONE = "\N{EN DASH}"


def capital(language: Language, code: str) -> str:
    """A code's name with a capital first letter; a dash for none."""
    said = language.term(code) if code else NONE
    return said[:1].upper() + said[1:]


def kind(language: Language, record_class: str) -> str:
    """A record class by its own code list: `police` alone would name a source."""
    return codelists.labels("record_class", language.code)[record_class]


def route(language: Language, stops: Iterable[str]) -> str:
    """Countries of an alleged route, joined by arrows that point the way the script runs; a dash for none."""
    arrow = "\N{LEFTWARDS ARROW}" if language.right_to_left else "\N{RIGHTWARDS ARROW}"
    return f" {arrow} ".join(language.country(stop.strip()) for stop in stops if stop.strip()) or NONE


def country(found: Assessment) -> str:
    """The recipient's name."""
    return found.view.language.country(found.scope.recipient)


def basis(found: Assessment, of: Basis) -> str:
    """The small line under a section's title.

    Args:
        found: The assessment.
        of: What the section rests on.
    """
    language = found.view.language
    named = kind(language, found.scope.principal)
    if not of.of:
        return language.text("Basis: no incidents.")
    if of.n == of.of:
        line = language.plural("Basis: {n} incident. {kind}.", "Basis: {n} incidents. {kind}.", of.n, kind=named)
    else:
        line = language.plural(
            "Basis: {n} incident can answer this, of {all}. {kind}.",
            "Basis: {n} incidents can answer this, of {all}. {kind}.",
            of.n,
            all=language.number(of.of),
            kind=named,
        )
    return f"{line} {apart(found)}".strip()


def apart(found: Assessment) -> str:
    """The sentence on the record classes that a section does not count; empty without any."""
    language = found.view.language
    rest = {name: number for name, number in counts.by_class(found.scope.own).items() if name != found.scope.principal}
    if not rest:
        return ""
    said = language.join([f"{kind(language, name)} ({language.number(number)})" for name, number in rest.items()])
    return language.text("Counted apart: {classes}.", classes=said)


def source(found: Assessment) -> str:
    """Where the figures come from."""
    text = found.view.language.text
    return text("Submissions of {country}, {period}", country=country(found), period=found.scope.period.label)


def head(found: Assessment, title: str, of: Basis, *, joined: bool = False) -> None:
    """Show a section's title with its basis, on a new page when there is enough to fill one.

    Args:
        found: The assessment.
        title: The title.
        of: What the section rests on.
        joined: Whether it shares a page with the section before it.
    """
    report.section(title, basis=basis(found, of), new_page=found.scope.basis.charted and of.charted and not joined, rests_on=report.RECORDS)


def day(value: object) -> str:
    """A day in figures; a dash for none."""
    return value.strftime("%Y-%m-%d") if isinstance(value, pd.Timestamp) else NONE


def noted(value: object) -> str:
    """A date as it was recorded; a dash for none."""
    return value if isinstance(value, str) else NONE


def several(language: Language, codes: str) -> str:
    """Codes joined by `;` as one list with a capital first letter."""
    said = ", ".join(language.term(code.strip()) for code in codes.split(";") if code.strip())
    return said[:1].upper() + said[1:] or NONE


def amount(language: Language, value: float) -> str:
    """A quantity with as many decimals as it needs; a dash for none."""
    if math.isnan(value):
        return NONE
    return language.number(value, decimals=0 if abs(value) >= 10 or value == int(value) else 2)  # noqa: PLR2004 - two figures are enough


def count(language: Language, value: Any) -> str:  # noqa: ANN401 - a cell of a frame
    """A count; a dash where there is none to show."""
    return NONE if pd.isna(value) else language.number(int(value))


def least(language: Language, value: Any) -> str:  # noqa: ANN401 - a cell of a frame
    """A count of others, of which there are at least so many; a dash where there is none to show."""
    return NONE if pd.isna(value) else common.least(int(value), language)


def share(language: Language, part: float, whole: float, *, alone: bool) -> str:
    """A part of a whole: a percentage where the basis is large enough, else "3 of 14".

    Args:
        language: The reader's language.
        part: The part.
        whole: The whole.
        alone: Whether a percentage may stand.
    """
    if alone and whole:
        return language.percent(part / whole)
    return language.text("{part} of {whole}", part=language.number(int(part)), whole=language.number(int(whole)))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _first(row: pd.Series, *names: str) -> str:
    return next((text for name in names if (text := _text(row[name]))), "")


def _quantity(language: Language, row: pd.Series) -> str:
    if pd.isna(row["quantity"]):
        return NONE
    return f"{amount(language, float(row['quantity']))} {theme.unit(_text(row['unit']), language)}".strip()


def _route(language: Language, row: pd.Series) -> str:
    stops = [_text(row["origin_country"]), *_text(row["transit_countries"]).split(";"), _text(row["destination_country"])]
    return route(language, [stop for stop in stops if stop.strip() not in NOT_A_PLACE])


def _terms(language: Language, row: pd.Series, *names: str) -> str:
    return several(language, ";".join(_text(row[name]) for name in names))


FIELDS: dict[str, Callable[[Language, pd.Series], str]] = {
    "date": lambda _, row: str(row["incident_date"]),
    "area": lambda language, row: capital(language, str(row["crime_area"])),
    "commodity": lambda language, row: capital(language, _text(row["named"])),
    "quantity": _quantity,
    "place": lambda _, row: _first(row, "place_name", "admin1") or NONE,
    "route": _route,
    "how": lambda language, row: _terms(language, row, "transport_mode", "concealment"),
    "stage": lambda language, row: _terms(language, row, "supply_chain_stage"),
    "linked": lambda language, row: _terms(language, row, "linked_offences"),
    "outcome": lambda language, row: _terms(language, row, "outcome"),
    "class": lambda language, row: kind(language, str(row["record_class"])),
}
"""Columns of a list of single incidents."""


def one_by_one(found: Assessment, rows: pd.DataFrame, names: Sequence[str]) -> list[list[str]]:
    """Own incidents, one line each, in order of their dates.

    Args:
        found: The assessment.
        rows: The recipient's own rows.
        names: Keys of `FIELDS`.
    """
    language = found.view.language
    ordered = rows.assign(named=commodities.name(rows)).sort_values(["date_from", "incident_id", "item_no"])
    return [[FIELDS[name](language, row) for name in names] for _, row in ordered.iterrows()]
