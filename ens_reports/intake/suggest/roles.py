"""Columns that feed no field: persons, companies, running numbers, empty ones; and those that place a row in its year or month."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from ens_reports.intake.sheets.headers import meanings, reduce, signs, spellings
from ens_reports.intake.sheets.sensitive import sensitive
from ens_reports.intake.suggest.profile import Profile, counts_up
from ens_reports.intake.values.fold import fold, fold_header, western_digits
from ens_reports.intake.values.phrases import Reason
from ens_reports.intake.values.words import NONE, PERSONS

What = Literal["not_taken", "ignored", "year", "month"]
KNOWN_FIELD = 0.9
"""Score of a header from which it names a field, whatever its values look like."""
HALF = 0.5
MOST = 0.9
FEW_ROWS = 10
"""In a shorter table a column that says the same everywhere may be chance."""
COUNTS = 4
"""Digits that a count of persons does not have."""
REGISTERED = 11
"""Digits from which a number is one under which a company is registered."""
GRID = re.compile(r"-?\d{5,7}(?:[.,]\d+)?")
"""Metres from the origin of a map grid."""


@dataclass(frozen=True, kw_only=True)
class Role:
    """What a column is, that feeds no field by itself.

    Attributes:
        position: Of the column.
        what: What becomes of it.
        reason: Why it is not taken or ignored; empty for years and months.
        confidence: From 0 to 1.
        why: How it was seen, in words.
    """

    position: int
    what: What
    reason: Reason | None = None
    confidence: float
    why: str


def role_of(profile: Profile, cells: pd.Series) -> Role | None:
    """What a column is by its header and values, if it is none that may feed a field.

    Args:
        profile: The column.
        cells: As sent.
    """
    if not profile.filled:
        return _role(profile, "ignored", "empty_column", 0.99, "no cell is filled")
    return _private(profile) or _map_grid(profile) or _number_of_row(profile, cells) or _part_of_date(profile) or _says_nothing(profile)


def leftover(profile: Profile, cells: pd.Series, taken: Sequence[pd.Series]) -> Role:
    """What becomes of a column that could feed no field.

    Args:
        profile: The column.
        cells: As sent.
        taken: The columns that feed fields.
    """
    stripped = cells.str.strip()
    if any(stripped.equals(other.str.strip()) for other in taken):
        return _role(profile, "ignored", "same_as_other_column", 0.9, "another column has the same cells")
    if profile.shares["named"] >= 0.7 and profile.unique >= 0.8 and profile.filled >= 5:  # noqa: PLR2004 - names of persons seldom repeat
        return _role(profile, "not_taken", "sensitive_person", 0.5, "words with capitals that hardly repeat: they may be names of persons")
    if profile.shares["long"] >= 0.3:  # noqa: PLR2004 - some cells of a free text are short
        return _role(profile, "not_taken", "sensitive_free_text", 0.6, "long texts")
    return _role(profile, "ignored", "not_understood", 0.3, "nothing says which field it could be")


def _role(profile: Profile, what: What, reason: Reason | None, confidence: float, why: str) -> Role:
    return Role(position=profile.position, what=what, reason=reason, confidence=confidence, why=why)


def _private(profile: Profile) -> Role | None:
    """Persons, their papers and addresses, origin and companies: by header, then by values."""
    reason = sensitive(profile.header)
    if reason and not (_is_count(profile) or _names_no_company(profile, reason)):
        return _role(profile, "not_taken", reason, 0.95, "its header says so")
    known = any(item.score >= KNOWN_FIELD for item in meanings(profile.header))
    shares = profile.shares
    if shares["email"] >= HALF or shares["papers"] >= HALF or (shares["phone"] >= HALF and not known):
        return _role(profile, "not_taken", "sensitive_person", 0.9, "addresses, telephone numbers or numbers of papers")
    if shares["titled"] >= HALF and not known:
        return _role(profile, "not_taken", "sensitive_person", 0.8, "forms of address before names")
    if max(shares["company"], shares["ethnic"]) >= 0.3 and not known:  # noqa: PLR2004 - a third of them is no chance
        why = "forms of companies" if shares["company"] >= shares["ethnic"] else "words for ethnic origin"
        return _role(profile, "not_taken", "sensitive_origin_or_company", 0.8, why)
    return None


def _is_count(profile: Profile) -> bool:
    """Whether a column that is called like a person only counts persons; an age is no count."""
    short = profile.share_of(_counts)
    return short >= MOST and fold_header(profile.header) not in _named("ages")


def _counts(value: str) -> bool:
    """`3`, `3 people`, or a word for none."""
    number, _, people = fold(value).partition(" ")
    return fold(value) in NONE or (number.isdecimal() and len(number) < COUNTS and (not people or people in PERSONS))


def _names_no_company(profile: Profile, reason: Reason) -> bool:
    """Whether a column that is called like a company holds countries or amounts: `Importer`, `Importer reported quantity`."""
    shares = profile.shares
    amounts = profile.share_of(lambda value: len(value) < REGISTERED) if shares["number"] >= MOST else 0.0
    return reason == "sensitive_origin_or_company" and (shares["country"] >= MOST or amounts >= MOST)


def _map_grid(profile: Profile) -> Role | None:
    """Eastings and northings: too large for degrees, and of no use without the name of their grid."""
    words = set(reduce(profile.header)) | set(profile.header.lower().replace("_", " ").split())
    large = profile.share_of(lambda value: GRID.fullmatch(western_digits(value).replace(" ", "")) is not None)
    if large >= MOST and words & _named("map_grid"):
        return _role(profile, "ignored", "map_grid", 0.9, "its header names an axis, and its numbers are too large for degrees")
    return None


def _number_of_row(profile: Profile, cells: pd.Series) -> Role | None:
    listed = _is_named(profile.header, "row_number")
    known = any(item.score >= KNOWN_FIELD for item in meanings(profile.header))
    if counts_up(cells) and (listed or not known):
        return _role(profile, "ignored", "running_number", 0.95 if listed else 0.8, "it counts the rows")
    return None


def _part_of_date(profile: Profile) -> Role | None:
    if profile.shares["year"] >= MOST and _is_named(profile.header, "year"):
        return _role(profile, "year", None, 0.95, "its header says year, and its cells are years")
    if profile.shares["month"] >= MOST and _is_named(profile.header, "month"):
        return _role(profile, "month", None, 0.95, "its header says month, and its cells are months")
    return None


def _says_nothing(profile: Profile) -> Role | None:
    known = any(item.score >= HALF for item in meanings(profile.header))
    if profile.shares["url"] >= HALF or _is_named(profile.header, "not_of_the_record"):
        return _role(profile, "ignored", "not_of_the_record", 0.8, "links, or what belongs to the file and not to the record")
    if profile.distinct == 1 and profile.filled == profile.rows >= FEW_ROWS and not known:
        return _role(profile, "ignored", "same_in_every_row", 0.7, "every cell says the same")
    return None


def _is_named(header: str, group: str) -> bool:
    return any(fold_header(text) in _named(group) for text in (header, *spellings(header)))


@lru_cache(maxsize=8)
def _named(group: str) -> frozenset[str]:
    return frozenset(fold_header(str(name)) for name in signs()[group])
