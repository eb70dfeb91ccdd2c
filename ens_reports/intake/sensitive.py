"""Columns that must not be taken in, by their headers: persons, their papers and addresses, origin, companies."""

from functools import lru_cache

from ens_reports.intake.fold import fold_header
from ens_reports.intake.headers import reduce, signs, spellings
from ens_reports.intake.phrases import Reason

REASONS: tuple[Reason, ...] = ("sensitive_person", "sensitive_origin_or_company")


def sensitive(header: str) -> Reason | None:
    """Why a column of this name is not taken; none if it may be.

    Args:
        header: As sent.
    """
    for text in (header, *spellings(header, lines=False)):
        found = _known().get(fold_header(text)) or _reduced().get(reduce(text))
        if found:
            return found
    return None


@lru_cache(maxsize=1)
def _known() -> dict[str, Reason]:
    return {fold_header(name): reason for reason in REASONS for names in signs()[reason] for name in names}


@lru_cache(maxsize=1)
def _reduced() -> dict[tuple[str, ...], Reason]:
    return {reduce(name): reason for reason in REASONS for names in signs()[reason] for name in names}
