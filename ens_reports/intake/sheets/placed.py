"""Which column of a table feeds which field of a contract, by headers alone: the closest pairs, and what to say of the others."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from data_contracts.registry import Contract
from ens_reports.intake.mappings.mapping import HeaderNote
from ens_reports.intake.sheets.headers import SCORES, Meaning, meanings, reduce, signs, synonyms
from ens_reports.intake.sheets.sensitive import sensitive
from ens_reports.intake.values.fold import fold_header

MOST_COLUMNS = 400
"""A table with more columns has them read by exact names only: no one names so many by hand."""
DATE = "incident_date"
DATE_SCORE = 0.5
"""Score of a name that begins with a word for a date."""
SURE = frozenset({"name", "synonym", "reduced"})
ORDER_WEIGHT, PLACE_WEIGHT = 1e-3, 1e-6
"""Of equal scores the earlier meaning of `headers.yaml` counts more, then the column further to the left."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """A column that feeds a field.

    Attributes:
        position: Of the column, from 0.
        field: Name of the field.
        meaning: How the header was understood.
    """

    position: int
    field: str
    meaning: Meaning


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Columns and the fields that they feed.

    Attributes:
        taken: In the order of the columns.
        notes: What was understood only nearly, can mean two things, or lost against another column.
    """

    taken: tuple[Taken, ...]
    notes: tuple[HeaderNote, ...]


def place_headers(header: Sequence[str], contract: Contract) -> Placed:
    """Give each column the field that its header names most exactly, and each field one column: the assignment with the highest sum.

    Args:
        header: Headers as sent.
        contract: Whose fields are filled.
    """
    options = {position: found for position in range(len(header)) if (found := _options(header, position, contract))}
    taken = _with_date(header, _of_fines(_assign(options)), contract)
    notes = (*_doubts(header, taken), *_rivals(header, options, taken))
    return Placed(taken=taken, notes=tuple(sorted(notes, key=lambda note: note.position)))


def of_fine(field: str, fields: Collection[str]) -> str:
    """The field that a currency is of: where there are fines and no values, it is that of the fines.

    Args:
        field: That the header names.
        fields: All that are filled.
    """
    fines = "value" not in fields and "sanction_amount" in fields and "sanction_currency" not in fields
    return "sanction_currency" if field == "currency" and fines else field


def _of_fines(taken: tuple[Taken, ...]) -> tuple[Taken, ...]:
    fields = {item.field for item in taken}
    return tuple(replace(item, field=of_fine(item.field, fields)) for item in taken)


def _with_date(header: Sequence[str], taken: tuple[Taken, ...], contract: Contract) -> tuple[Taken, ...]:
    """What is taken; where no column is the date of the incident, with the only one that says it is a date of something else."""
    if DATE not in contract.fields or any(item.field == DATE for item in taken) or len(header) > MOST_COLUMNS:
        return taken
    used = {item.position for item in taken}
    days = {place: found for place in range(len(header)) if place not in used and (found := _day(header[place]))}
    dates = [Taken(position=place, field=DATE, meaning=found) for place, found in days.items()]
    return tuple(sorted((*taken, *dates), key=lambda item: item.position)) if len(dates) == 1 else taken


def _day(name: str) -> Meaning | None:
    """The meaning of a name that begins with a word for a date, and is no date of birth or of the publication."""
    found = next((item for item in meanings(name) if item.field == DATE and item.how == "part" and item.score >= DATE_SCORE), None)
    of_file = {fold_header(text) for text in signs()["not_of_the_record"]}
    return found if found and not sensitive(name) and fold_header(name) not in of_file else None


def _options(header: Sequence[str], position: int, contract: Contract) -> tuple[Meaning, ...]:
    name = header[position]
    if len(header) > MOST_COLUMNS:
        folded = fold_header(name)
        known = (Meaning(field=field, score=SCORES["synonym"], how="synonym", known=folded) for field in synonyms().get(folded, ()))
        return tuple(item for item in known if item.field in contract.fields)
    return tuple(item for item in meanings(name) if item.how != "part" and item.field in contract.fields)


def _assign(options: dict[int, tuple[Meaning, ...]]) -> tuple[Taken, ...]:
    positions, fields = list(options), sorted({item.field for found in options.values() for item in found})
    scores = np.zeros((len(positions), len(fields)))
    for row, position in enumerate(positions):
        for place, item in enumerate(options[position]):
            order = _order(item)
            scores[row, fields.index(item.field)] = item.score - ORDER_WEIGHT * (place + order) - PLACE_WEIGHT * position
    pairs = [(positions[row], fields[column]) for row, column in _best(scores) if scores[row, column] > 0]
    chosen = {pair: item for position, found in options.items() for item in found if (pair := (position, item.field)) in pairs}
    return tuple(Taken(position=position, field=field, meaning=item) for (position, field), item in sorted(chosen.items()))


def _best(scores: NDArray[np.float64]) -> Iterator[tuple[int, int]]:
    """The pairs of a row and a column with the highest sum: where no two rows want the same column, what each wants."""
    wanted = scores.argmax(axis=1) if scores.size else np.zeros(0, dtype=np.int64)
    if len(set(wanted.tolist())) == len(wanted):
        yield from enumerate(wanted.tolist())
        return
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - it takes long to import

    rows, columns = linear_sum_assignment(scores, maximize=True)
    yield from zip(rows.tolist(), columns.tolist(), strict=True)


def _order(meaning: Meaning) -> float:
    """How far behind a known header stands among those of its field, from 0 to 1: the more exact ones come first."""
    known = _places_of(meaning.field)
    return known[meaning.known] / len(known) if meaning.known in known else 1.0


@lru_cache(maxsize=1_000)
def _places_of(field: str) -> dict[str, int]:
    """The known headers of a field, in order."""
    known = [name for name, fields in synonyms().items() if field in fields]
    return {name: place for place, name in enumerate(known)}


def _doubts(header: Sequence[str], taken: Sequence[Taken]) -> Iterator[HeaderNote]:
    """Headers that are only close to a known one, and those that have two meanings."""
    two_meanings = {fold_header(name): said for name, said in signs()["two_meanings"].items()}
    for item in taken:
        said = two_meanings.get(fold_header(header[item.position]))
        if item.meaning.how not in SURE:
            yield HeaderNote(position=item.position, check="header_approximate", values={"title": item.field})
        elif said and said["field"] == item.field and not _sure(header, item.position, said["sure_with"]):
            yield HeaderNote(position=item.position, check="header_two_meanings", values={"title": item.field, "other": said["other"]})


def _sure(header: Sequence[str], position: int, words: Sequence[str]) -> bool:
    """Whether another header has one of the words that settle which meaning it is."""
    others = {word for place, name in enumerate(header) if place != position for word in reduce(name)}
    return bool(others & {word for text in words for word in reduce(text)})


def _rivals(header: Sequence[str], options: dict[int, tuple[Meaning, ...]], taken: Sequence[Taken]) -> Iterator[HeaderNote]:
    """Columns that could feed a field that another column feeds, and feed no other."""
    winners = {item.field: item.position for item in taken}
    feeding = set(winners.values())
    for position, found in options.items():
        winner = winners.get(found[0].field)
        if position not in feeding and winner is not None and fold_header(header[winner]) != fold_header(header[position]):
            name = " ".join(header[winner].split())
            yield HeaderNote(position=position, check="header_second", values={"title": found[0].field, "name": name})
