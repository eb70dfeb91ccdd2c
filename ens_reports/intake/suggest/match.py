"""Columns to fields, under the contract that fits best: one assignment with the highest sum of confidences."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from data_contracts import codelists
from data_contracts.fields import Field
from data_contracts.registry import SENT, Contract
from ens_reports.intake.mappings.areas import areas_of_cell
from ens_reports.intake.sheets.headers import How, meanings
from ens_reports.intake.sheets.placed import of_fine
from ens_reports.intake.suggest.fits import Fit, fit
from ens_reports.intake.suggest.profile import Profile, is_latitude
from ens_reports.intake.values.countries import country

LEAST = 0.4
"""Confidence below which a field is only mentioned, not filled."""
BASE: dict[How, float] = {"name": 0.9, "synonym": 0.87, "reduced": 0.84, "cut": 0.66, "close": 0.7, "part": 0.75}
"""How sure a header alone makes a field; for parts of headers times their score."""
VALUES_ADD = 0.85
"""Of what is left to certainty, the part that fitting values can add."""
SURE = 0.99
NOISE = 0.1
NEEDED_BONUS = 0.02
COUNTRY, ID = "reporting_country", "incident_id"
TAXON, LOCAL_NAMES = "scientific_name", ("trade_name", "common_name")
LATIN_NEEDED = 0.1
"""Share of Latin names below which a column of species holds names of a language or trade."""
SELF_NEEDED = 0.5
"""Share of cells that name the sender, from which a column can be the reporting country."""
AREA_WEIGHT = 2.0
LEAST_WORDS, WORDS_NEEDED = 3.0, 0.1
"""Cells, and cells for each row, that must speak of any area."""
SURE_SIGN = 0.7
"""Confidence in the column by which a contract other than those of incidents is told."""
OWN_NEEDED, TOGETHER_NEEDED = 0.8, 1.2
"""Confidence in columns of its own, or share of words, that an area needs to be chosen over the contract for all; and their sum."""
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


def match(
    profiles: Sequence[Profile], *, party: str = "", title: str = "", contract: Contract | None = None, not_ids: Collection[int] = ()
) -> Matched:
    """Match columns with fields.

    Args:
        profiles: The columns that may feed a field.
        party: Code of the sender: a country reports itself, whatever other countries a column names.
        title: What the file and its sheet are called: that may name the area.
        contract: The contract, if the caller names it.
        not_ids: Positions of columns whose numbers stand for several incidents.
    """
    candidates = [contract] if contract else list(SENT.values())
    known: dict[tuple[int, Field], Fit] = {}
    found = {item.name: _without(_under(profiles, item, known, party), not_ids) for item in candidates}
    words = _area_words(profiles, title)
    chosen, confidence, reason = (contract, 1.0, "asked for") if contract else _choose(found, words)
    scores = found[chosen.name]
    taken = _told_by_others(_in_order(_assign(scores, _needed(chosen)), profiles), profiles, chosen)
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
        against = 2 if meaning.how == "part" else 1
        confidence = base + (1 - base) * VALUES_ADD * values.value if values.value >= 0 else max(0.0, base * (1 + against * values.value))
    return Match(position=profile.position, field=field_name, confidence=round(min(SURE, confidence), 2), reasons=reasons)


def _under(profiles: Sequence[Profile], contract: Contract, known: dict[tuple[int, Field], Fit], party: str) -> list[Match]:
    """All matches under one contract that are worth a look; values are weighed once against a field that contracts share."""
    found = []
    for profile in profiles:
        for name, field in contract.fields.items():
            key = (profile.position, field)
            known[key] = known.get(key) or fit(profile, field)
            if name != COUNTRY or not _names_others(profile, party):
                found.append(score(profile, name, known[key]))
    return [item for item in found if item.confidence > NOISE]


def _needed(contract: Contract) -> frozenset[str]:
    return frozenset(name for name, field in contract.fields.items() if field.required == "always")


def _in_order(taken: tuple[Match, ...], profiles: Sequence[Profile]) -> tuple[Match, ...]:
    """Latitude before longitude, where neither a header nor a value beyond 90 degrees tells them apart: so they are written everywhere."""
    first, second = (next((item for item in taken if item.field == name), None) for name in ("latitude", "longitude"))
    if first is None or second is None or first.position < second.position:
        return taken
    headers = {profile.position: profile.header for profile in profiles}
    named = any(item.field == one.field for one in (first, second) for item in meanings(headers[one.position]))
    beyond = next(profile for profile in profiles if profile.position == second.position).share_of(lambda value: not is_latitude(value))
    if named or beyond:
        return taken
    swapped = {first: replace(first, field="longitude"), second: replace(second, field="latitude")}
    return tuple(swapped.get(item, item) for item in taken)


def _told_by_others(taken: tuple[Match, ...], profiles: Sequence[Profile], contract: Contract) -> tuple[Match, ...]:
    """Names of species that are not Latin into a field for those, and a currency to the fines where nothing has a value."""
    fields = {item.field for item in taken}
    local = next((name for name in LOCAL_NAMES if name in contract.fields and name not in fields), "")
    latin = {profile.position: profile.shares.get("species", 0.0) for profile in profiles}
    names = {item.position for item in taken if item.field == TAXON and local and latin[item.position] < LATIN_NEEDED}
    reasons = ("its cells are no Latin names",)
    changed = (replace(item, field=local, reasons=item.reasons + reasons) if item.position in names else item for item in taken)
    return tuple(replace(item, field=of_fine(item.field, fields)) for item in changed)


def _without(scores: Sequence[Match], not_ids: Collection[int]) -> list[Match]:
    return [item for item in scores if item.field != ID or item.position not in not_ids]


def _names_others(profile: Profile, party: str) -> bool:
    """Whether a column names countries other than the one that sent the file."""
    return party in _countries() and profile.share_of(lambda value: country(value).codes == (party,)) < SELF_NEEDED


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(codelists.codes("countries"))


def _assign(scores: Sequence[Match], needed: Collection[str] = ()) -> tuple[Match, ...]:
    """The assignment with the highest sum of what is sure enough; of equally sure fields one that the contract needs comes first."""
    best = {(item.position, item.field): item for item in scores if item.confidence >= LEAST}
    positions = sorted({position for position, _ in best})
    fields = sorted({name for _, name in best})
    matrix = np.zeros((len(positions), len(fields)))
    for (position, name), item in best.items():
        order = [other.field for other in meanings_in_order(scores, position)].index(name)
        bonus = NEEDED_BONUS if name in needed else 0.0
        matrix[positions.index(position), fields.index(name)] = item.confidence + bonus - 1e-4 * order - 1e-6 * position
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - it takes long to import

    rows, columns = linear_sum_assignment(matrix, maximize=True)
    pairs = [(positions[row], fields[column]) for row, column in zip(rows, columns, strict=True)]
    return tuple(best[pair] for pair in pairs if pair in best)


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


def _area_words(profiles: Sequence[Profile], title: str) -> dict[str, float]:
    """Area -> share of the columns' most telling words that speak of it; a word of the title counts like a tenth of the rows."""
    rows = max((profile.rows for profile in profiles), default=0)
    found: dict[str, float] = {}
    for word in title.replace("_", " ").replace("-", " ").split():
        for area in areas_of_cell(word):
            found[area] = found.get(area, 0.0) + max(LEAST_WORDS, WORDS_NEEDED * rows)
    for profile in profiles:
        for value, number in list(profile.counts.items())[:200]:
            for area in areas_of_cell(value):
                found[area] = found.get(area, 0.0) + number
    total = sum(found.values())
    enough = total >= max(LEAST_WORDS, WORDS_NEEDED * rows)
    return {area: number / total for area, number in found.items()} if enough else {}


def _choose(found: Mapping[str, Sequence[Match]], words: Mapping[str, float]) -> tuple[Contract, float, str]:
    """The contract whose columns are surest, with the area of which the values speak."""
    assigned = {name: _assign(scores) for name, scores in found.items()}
    sums = {
        name: sum(item.confidence for item in taken) + AREA_WEIGHT * words.get(SENT[name].area, 0.0)
        for name, taken in assigned.items()
        if SENT[name].family == "incidents" or SENT[name].told_by in {item.field for item in taken if item.confidence >= SURE_SIGN}
    }
    shared = "incidents"
    best = max(sums, key=lambda name: (round(sums[name], 3), name == shared))
    own = sums[best] - AREA_WEIGHT * words.get(SENT[best].area, 0.0) - sums[shared]
    spoken = words.get(SENT[best].area, 0.0)
    if best != shared and max(own, spoken) < OWN_NEEDED and own + spoken < TOGETHER_NEEDED:
        return SENT[shared], 0.5, "neither the headers nor the values speak of one area"
    others = sorted((value for name, value in sums.items() if name not in {best, shared}), reverse=True)
    lead = sums[best] - (others[0] if others else 0.0)
    reason = f"{own:.1f} more in columns of its own, {words.get(SENT[best].area, 0.0):.0%} of the telling words"
    return SENT[best], round(min(SURE, 0.5 + 0.15 * lead), 2), reason
