"""How the values of a column are to be read for its field: the rule, in words, and the values that still need a code."""

from collections.abc import Callable
from dataclasses import dataclass

from data_contracts.fields import Field
from ens_reports.intake.columns.date_cells import day_first
from ens_reports.intake.suggest.fits import LIST_BREAK, MOSTLY
from ens_reports.intake.suggest.labels import code_of, near
from ens_reports.intake.suggest.profile import Profile
from ens_reports.intake.values.dates import PARTS
from ens_reports.intake.values.fold import fold, western_digits
from ens_reports.intake.values.words import YES_NO_OF

Rule = dict[str, str | int | bool | dict[str, str] | list[str]]
"""A rule of a mapping, as YAML writes it."""
MOST_OPEN = 60
"""Values without a code that are listed; a column with more is no list."""
LONGEST_OPEN = 40
"""Characters of a value that is listed: longer ones are texts, and may speak of persons."""
FIRST_OF_PAIR = r"^\s*\(?\s*([+-]?\d{1,3}[.,]\d+)"
SECOND_OF_PAIR = r"[,;/ ]\s*([+-]?\d{1,3}\.\d+)\s*\)?\s*$"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a column is read.

    Attributes:
        rule: The rule.
        words: The same for people.
        known: Share of its cells that are read without a table.
        open_values: Values that no code was found for, the most frequent first.
        pattern_shown: Whether the form of its values may be shown.
    """

    rule: Rule
    words: str
    known: float = 1.0
    open_values: tuple[str, ...] = ()
    pattern_shown: bool = False


def reading_of(profile: Profile, field: Field, *, occurrence: int = 1) -> Reading:
    """How a column is read for a field.

    Args:
        profile: The column.
        field: The field.
        occurrence: Which of several columns with this header.
    """
    start: Rule = {"column": profile.header, **({"occurrence": occurrence} if occurrence > 1 else {})}
    if field.name in {"latitude", "longitude"}:
        return _position(profile, field, start)
    return KINDS.get(field.kind, _text)(profile, field, start)


def _date(profile: Profile, _field: Field, rule: Rule) -> Reading:
    for sign, unit, words in (("epoch_ms", "ms", "milliseconds"), ("epoch_s", "s", "seconds")):
        if profile.shares[sign] >= MOSTLY:
            return Reading(rule={**rule, "epoch": unit}, words=f"counts of {words} since 1970", pattern_shown=True)
    if profile.shares["serial"] >= MOSTLY:
        return Reading(rule=rule, words="serial numbers of days, as spreadsheet programs count them", pattern_shown=True)
    parts = [value for value in profile.counts if (found := PARTS.fullmatch(western_digits(value))) and len(found[1]) <= 2]  # noqa: PLR2004 - no year first
    if not parts:
        return Reading(rule=rule, words="dates", pattern_shown=True)
    first = day_first(list(profile.counts))
    if first is None:
        return Reading(
            rule=rule, words="dates whose day and month can be exchanged: ask the sender, then add date_order", pattern_shown=True
        )
    order = "day_first" if first else "month_first"
    proof = sum(number for value, number in profile.counts.items() if day_first([value]) is first)
    words = f"dates, {'day' if first else 'month'} first: proven by {proof} cells"
    return Reading(rule={**rule, "date_order": order}, words=words, pattern_shown=True)


def _number(profile: Profile, field: Field, rule: Rule) -> Reading:
    mark = profile.decimal
    words = {",": "numbers with a decimal comma", ".": "numbers with a decimal point"}.get(mark, "numbers")
    missed = profile.filled - round(profile.shares["number"] * profile.filled)
    more = f"; {missed} cells hold something else" if missed else ""
    decimal: Rule = {"decimal": ","} if mark == "," and field.kind == "number" else {}
    return Reading(rule={**rule, **decimal}, words=words + more, pattern_shown=True)


def _position(profile: Profile, field: Field, rule: Rule) -> Reading:
    if profile.shares["pair"] >= MOSTLY:
        part, extract = ("first", FIRST_OF_PAIR) if field.name == "latitude" else ("second", SECOND_OF_PAIR)
        return Reading(rule={**rule, "extract": extract}, words=f"the {part} number of each cell", pattern_shown=True)
    words = "degrees, minutes and seconds" if profile.share("degrees", "hemisphere") >= MOSTLY else "decimal degrees"
    decimal: Rule = {"decimal": ","} if profile.decimal == "," else {}
    return Reading(rule={**rule, **decimal}, words=words, pattern_shown=True)


def _country(profile: Profile, _field: Field, rule: Rule) -> Reading:
    read = profile.shares["country"]
    if profile.shares["countries"] > read:
        return Reading(
            rule={**rule, "from_place": True}, words=f"countries, {profile.shares['countries'] - read:.0%} of them within places"
        )
    return Reading(rule=rule, words=f"countries; {1 - read:.0%} of the cells name none" if read < 1 else "countries")


def _code(profile: Profile, field: Field, rule: Rule) -> Reading:
    if not field.codes:
        return Reading(rule=rule, words="texts")
    table: dict[str, str] = {}
    unknown: list[str] = []
    for value in _members(profile, field):
        if code_of(value, field):
            continue
        close = near(value, field)
        if close:
            table[value] = close.code
        else:
            unknown.append(value)
    known = profile.share_of(lambda value: all(code_of(part.strip(), field) for part in _parts(value, field) if part.strip()))
    short = list({fold(value): value for value in reversed(unknown) if len(value) <= LONGEST_OPEN}.values())[::-1]
    listed = tuple(short) if len(unknown) <= MOST_OPEN and not _tells_of_people(profile) else ()
    words = f"codes; {known:.0%} of the cells are labels of the list"
    said = "".join((f", {len(table)} values close to one" if table else "", f", {len(unknown)} values need a code" if unknown else ""))
    return Reading(rule={**rule, **({"table": table} if table else {})}, words=words + said, known=known, open_values=listed)


def _members(profile: Profile, field: Field) -> list[str]:
    return list(dict.fromkeys(part.strip() for value in profile.counts for part in _parts(value, field) if part.strip()))


def _parts(value: str, field: Field) -> list[str]:
    return LIST_BREAK.split(value) if field.kind == "list" else [value]


def _tells_of_people(profile: Profile) -> bool:
    """Whether listing the values of a column could show names of persons: names with capitals that hardly repeat."""
    return profile.shares["named"] >= MOSTLY and profile.unique >= MOSTLY


def _yes_no(profile: Profile, _field: Field, rule: Rule) -> Reading:
    unknown = tuple(value for value in profile.counts if fold(value) not in YES_NO_OF)
    return Reading(rule=rule, words="yes or no", open_values=unknown if len(unknown) <= MOST_OPEN else ())


def _text(profile: Profile, field: Field, rule: Rule) -> Reading:
    if field.name == "scientific_name":
        lower = profile.share_of(lambda value: value.islower() or "_" in value) >= MOSTLY
        return Reading(
            rule={**rule, **({"style": "species"} if lower else {})}, words="Latin names" if profile.shares["species"] else "names"
        )
    return Reading(rule=rule, words="texts", pattern_shown=field.name == "incident_id" or bool(field.pattern))


KINDS: dict[str, Callable[[Profile, Field, Rule], Reading]] = {
    "date": _date,
    "number": _number,
    "integer": _number,
    "country": _country,
    "countries": _country,
    "code": _code,
    "list": _code,
    "yes_no_unknown": _yes_no,
}
"""Kind of a field -> how its column is read; all others are texts."""
