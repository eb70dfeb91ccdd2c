"""What owners said later, as it bears on one reader: a consent opens what its owner's own submission closed, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from ens_reports.errors import RequestError
from ens_reports.params import Level, Project
from ens_reports.params.products import LEVELS
from ens_reports.policy.handling import ALL_PURPOSES, Later
from ens_reports.store import ALL, Consent, ConsentRow

SEPARATOR = " "


def check_can_give(consent: Consent, project: Project) -> None:
    """Refuse a consent that can't be read.

    Args:
        consent: As it was given.
        project: Tells who the parties are.

    Raises:
        RequestError: A party, level or purpose that there is not, or days in the wrong order.
    """
    for code in (consent.owner, *consent.recipients):
        project.party(code)
    _check_known("level", consent.levels, LEVELS)
    _check_known("purpose", consent.purposes, ALL_PURPOSES)
    if consent.until is not None and consent.until < consent.given_on:
        raise RequestError(f"the last day must not be before {consent.given_on}, got {consent.until}", hint="see --from and --until")


def for_reader(consents: Iterable[ConsentRow], *, recipient: str, level: Level) -> tuple[ConsentRow, ...]:
    """The consents that name a reader, for a level of product.

    Args:
        consents: Those that hold.
        recipient: Code of the party.
        level: Of the product.
    """
    return tuple(one for one in consents if recipient in one.recipients and (not one.levels or level in one.levels))


def which(records: pd.DataFrame, consents: Sequence[ConsentRow], *, came: Mapping[str, int]) -> pd.Series:
    """The consents that bear on each record: what an owner sends after its consent says for itself who may see it.

    Args:
        records: `owner`, `submission`, `record_id`.
        consents: Those of the reader.
        came: Place of each submission in the ledger.

    Returns:
        Their numbers, separated by blanks; blank for none.
    """
    found = pd.Series("", index=records.index, dtype="str")
    places = records["submission"].map(came)
    for one in consents:
        hit = records["owner"].eq(one.owner) & places.lt(one.seq)
        if one.target != ALL:
            hit &= records["submission"].eq(one.target) | records["record_id"].eq(one.target)
        found = found.mask(hit, found + f"{one.seq}{SEPARATOR}")
    return found


def later(numbers: str, consents: Sequence[ConsentRow], reader: str) -> Later:
    """What some consents open to a reader, together.

    Args:
        numbers: As `which` gives them.
        consents: Those of the reader.
        reader: Code of the party.
    """
    wanted = set(numbers.split())
    bearing = [one for one in consents if str(one.seq) in wanted]
    purposes = frozenset(purpose for one in bearing for purpose in one.purposes)
    return Later(readers=frozenset({reader} if bearing else ()), purposes=purposes)


def _check_known(what: str, words: Iterable[str], known: Sequence[str]) -> None:
    for word in words:
        if word not in known:
            raise RequestError(f"{what} must be one of {', '.join(known)}, got {word!r}", hint="choose one of these")
