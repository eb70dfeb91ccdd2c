"""Columns that must not be taken in, by their headers: persons, their papers and addresses, origin, companies."""

from functools import lru_cache

from ens_reports.intake.sheets.headers import BAND, meanings, reduce, signs, spellings
from ens_reports.intake.values.fold import fold_header
from ens_reports.intake.values.phrases import Reason

KNOWN_FIELD = 0.9
"""Score from which a header names a field."""
LONG_WORD = 7
"""Letters of a word that says enough by itself, wherever it stands."""
REASONS: tuple[Reason, ...] = ("sensitive_person", "sensitive_origin_or_company")


def sensitive(header: str) -> Reason | None:
    """Why a column of this name is not taken; none if it may be.

    Args:
        header: As sent.
    """
    texts = (header, *spellings(header, lines=False))
    for text in texts:
        found = _known().get(fold_header(text)) or _reduced().get(reduce(text))
        if found:
            return found
    if any(item.score >= KNOWN_FIELD for item in meanings(header)):
        return None
    band, below, name = header.rpartition(BAND)
    if below:
        return sensitive(name) or sensitive(band)
    return next((found for text in texts if (found := _within(reduce(text)))), None)


def _within(words: tuple[str, ...]) -> Reason | None:
    """Why by the first or last words: `Address of the accused`."""
    parts = [part for length in range(1, len(words)) for part in (words[:length], words[-length:])]
    return next((_reduced()[part] for part in parts if part in _reduced() and (len(part) > 1 or len(part[0]) >= LONG_WORD)), None)


@lru_cache(maxsize=1)
def _known() -> dict[str, Reason]:
    return {fold_header(name): reason for reason in REASONS for names in signs()[reason] for name in names}


@lru_cache(maxsize=1)
def _reduced() -> dict[tuple[str, ...], Reason]:
    return {reduce(name): reason for reason in REASONS for names in signs()[reason] for name in names}
