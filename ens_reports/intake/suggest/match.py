"""Columns to fields, under the contract that fits best: one assignment with the highest sum of confidences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from data_contracts.fields import Field
from data_contracts.registry import CONTRACTS, Contract
from ens_reports.intake.areas import areas_of_cell
from ens_reports.intake.headers import How, meanings
from ens_reports.intake.suggest.fits import Fit, fit
from ens_reports.intake.suggest.profile import Profile

LEAST = 0.4
"""Confidence below which a field is only mentioned, not filled."""
BASE: dict[How, float] = {"name": 0.9, "synonym": 0.87, "reduced": 0.84, "cut": 0.66, "close": 0.7, "part": 0.75}
"""How sure a header alone makes a field; for parts of headers times their score."""
VALUES_ADD = 0.85
"""Of what is left to certainty, the part that fitting values can add."""
SURE = 0.99
NOISE = 0.1
AREA_WEIGHT = 2.0
OWN_NEEDED = 0.8
"""Confidence in columns of its own, or share of words, that an area needs to be chosen over the contract for all areas."""
HOW_WORDS: dict[How, str] = {
    "name": "its header is the name of the field",
    "synonym": "its header is a known name",
    "reduced": "its header is a known name, written shorter or with a remark",
    "cut": "its header is the beginning of a known name",
    "close": "its header is close to a known name",
    "part": "its header contains a known name",
}


@dataclass(frozen=True, kw_only=True)
class Match:
    """A field that a column can feed.

    Attributes:
        position: Of the column.
        field: Name of the field.
        confidence: From 0 to 1.
        reasons: Why, in words.
    """

    position: int
    field: str
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Matched:
    """What was found.

    Attributes:
        contract: The contract.
        confidence: How sure it is, from 0 to 1.
        reason: Why this contract, in words.
        taken: One match for each column that feeds a field, in the order of the columns.
        maybe: For the other columns the likeliest field that is not filled.
    """

    contract: Contract
    confidence: float
    reason: str
    taken: tuple[Match, ...]
    maybe: dict[int, Match]


def match(profiles: Sequence[Profile], *, contract: Contract | None = None) -> Matched:
    """Match columns with fields.

    Args:
        profiles: The columns that may feed a field.
        contract: The contract, if the caller names it.
    """
    candidates = [contract] if contract else list(CONTRACTS.values())
    known: dict[tuple[int, Field], Fit] = {}
    found = {item.name: _under(profiles, item, known) for item in candidates}
    words = _area_words(profiles)
    chosen, confidence, reason = (contract, 1.0, "asked for") if contract else _choose(found, words)
    scores = found[chosen.name]
    taken = _assign(scores)
    return Matched(contract=chosen, confidence=confidence, reason=reason, taken=taken, maybe=_maybe(scores, taken))


def score(profile: Profile, field_name: str, values: Fit) -> Match:
    """How sure it is that a column feeds a field.

    Args:
        profile: The column.
        field_name: The field.
        values: What its values say.
    """
    meaning = next((item for item in meanings(profile.header) if item.field == field_name), None)
    reasons = tuple(text for text in (HOW_WORDS[meaning.how] if meaning else "", values.reason) if text)
    if meaning is None:
        confidence = values.alone * max(0.0, values.value)
    else:
        base = BASE[meaning.how] * (meaning.score if meaning.how == "part" else 1.0)
        confidence = base + (1 - base) * VALUES_ADD * values.value if values.value >= 0 else base * (1 + values.value)
    return Match(position=profile.position, field=field_name, confidence=round(min(SURE, confidence), 2), reasons=reasons)


def _under(profiles: Sequence[Profile], contract: Contract, known: dict[tuple[int, Field], Fit]) -> list[Match]:
    """All matches under one contract that are worth a look; values are weighed once against a field that contracts share."""
    found = []
    for profile in profiles:
        for name, field in contract.fields.items():
            key = (profile.position, field)
            known[key] = known.get(key) or fit(profile, field)
            found.append(score(profile, name, known[key]))
    return [item for item in found if item.confidence > NOISE]


def _assign(scores: Sequence[Match]) -> tuple[Match, ...]:
    positions = sorted({item.position for item in scores})
    fields = sorted({item.field for item in scores})
    matrix = np.zeros((len(positions), len(fields)))
    best = {(item.position, item.field): item for item in scores}
    for (position, name), item in best.items():
        order = [other.field for other in meanings_in_order(scores, position)].index(name)
        matrix[positions.index(position), fields.index(name)] = item.confidence - 1e-4 * order - 1e-6 * position
    rows, columns = linear_sum_assignment(matrix, maximize=True)
    pairs = [(positions[row], fields[column]) for row, column in zip(rows, columns, strict=True)]
    return tuple(best[pair] for pair in pairs if pair in best and best[pair].confidence >= LEAST)


def meanings_in_order(scores: Sequence[Match], position: int) -> list[Match]:
    """The matches of one column, the surest first."""
    return sorted((item for item in scores if item.position == position), key=lambda item: -item.confidence)


def _maybe(scores: Sequence[Match], taken: Sequence[Match]) -> dict[int, Match]:
    fields, positions = {item.field for item in taken}, {item.position for item in taken}
    found: dict[int, Match] = {}
    for item in sorted(scores, key=lambda item: item.confidence):
        if item.position not in positions and item.field not in fields:
            found[item.position] = item
    return found


def _area_words(profiles: Sequence[Profile]) -> dict[str, float]:
    """Area -> share of the columns' most telling words that speak of it."""
    found: dict[str, float] = {}
    for profile in profiles:
        for value, number in list(profile.counts.items())[:200]:
            for area in areas_of_cell(value):
                found[area] = found.get(area, 0.0) + number
    total = sum(found.values())
    enough = total >= min(5.0, max((profile.rows for profile in profiles), default=0) * 0.2)
    return {area: number / total for area, number in found.items()} if enough else {}


def _choose(found: Mapping[str, Sequence[Match]], words: Mapping[str, float]) -> tuple[Contract, float, str]:
    """The contract whose columns are surest, with the area of which the values speak."""
    sums = {
        name: sum(item.confidence for item in _assign(scores)) + AREA_WEIGHT * words.get(CONTRACTS[name].area, 0.0)
        for name, scores in found.items()
    }
    shared = "incidents"
    best = max(sums, key=lambda name: (round(sums[name], 3), name == shared))
    own = sums[best] - AREA_WEIGHT * words.get(CONTRACTS[best].area, 0.0) - sums[shared]
    if best != shared and own < OWN_NEEDED and words.get(CONTRACTS[best].area, 0.0) < OWN_NEEDED:
        return CONTRACTS[shared], 0.5, "neither the headers nor the values speak of one area"
    others = sorted((value for name, value in sums.items() if name not in {best, shared}), reverse=True)
    lead = sums[best] - (others[0] if others else 0.0)
    reason = f"{own:.1f} more in columns of its own, {words.get(CONTRACTS[best].area, 0.0):.0%} of the telling words"
    return CONTRACTS[best], round(min(SURE, 0.5 + 0.15 * lead), 2), reason
