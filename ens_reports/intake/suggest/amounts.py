"""Several columns with amounts, of which each row fills one: kilograms here and pieces there are never added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ens_reports.intake.sheets.headers import meanings, reduce, signs
from ens_reports.intake.suggest.match import Match
from ens_reports.intake.suggest.profile import Profile
from ens_reports.intake.values.units import header_unit

QUANTITY, UNIT = "quantity", "unit"
NUMERIC = 0.6
NAMED = 0.9
"""Score from which a header names the quantity."""
OTHER_FIELD = 0.45
"""Score from which a header names something else than an amount."""


@dataclass(frozen=True, kw_only=True)
class Amount:
    """One of several columns with amounts.

    Attributes:
        position: From 0.
        header: As sent.
        unit: By the header; empty if it names none.
    """

    position: int
    header: str
    unit: str


def several_amounts(profiles: Mapping[int, Profile], taken: Sequence[Match], roles: Mapping[int, object]) -> tuple[Amount, ...]:
    """The columns that hold amounts, if no column names their units; first those that name a unit, of these the fullest.

    Args:
        profiles: All columns.
        taken: What feeds a field by itself.
        roles: Columns that feed none.
    """
    if any(item.field == UNIT for item in taken):
        return ()
    fed = {item.position for item in taken if item.field != QUANTITY}
    chosen = [profile for position, profile in profiles.items() if position not in {*fed, *roles} and _is_amount(profile)]
    found = [_amount(profile) for profile in sorted(chosen, key=lambda profile: (-profile.filled, profile.position))]
    return tuple(sorted(found, key=lambda item: not item.unit)) if len(found) > 1 else ()


def _amount(profile: Profile) -> Amount:
    words = set(reduce(profile.header))
    unit = header_unit(profile.header) or next((unit for unit, known in _units().items() if words & known), "")
    return Amount(position=profile.position, header=profile.header, unit=unit)


def _is_amount(profile: Profile) -> bool:
    if not profile.filled or profile.shares["number"] < NUMERIC or profile.shares["year"] >= NUMERIC:
        return False
    said = meanings(profile.header)
    if any(item.field != QUANTITY and item.score >= OTHER_FIELD for item in said):
        return False
    return bool(set(reduce(profile.header)) & _words()) or any(item.score >= NAMED for item in said)


@lru_cache(maxsize=1)
def _units() -> dict[str, frozenset[str]]:
    return {unit: frozenset(word for text in words for word in reduce(str(text))) for unit, words in signs()["amounts"].items()}


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    return frozenset().union(*_units().values())
