"""One finding as its sender is told of it: open or answered, new or known from the last time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from data_contracts.catalogue import CHECKS
from data_contracts.findings import Finding
from ens_reports.intake.feedback.ranges import row_ranges
from ens_reports.intake.feedback.words_of import detail
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import Detail, shown
from ens_reports.locales import Language
from ens_reports.store import Cause, KeptAnswer, KeptFinding

State = Literal["open", "answered", "note"]
Since = Literal["", "new", "still_open"]
FIELDS = "fields"
"""The place of a wording that names several fields."""
BETWEEN_PARTIES = 4
"""Level of checks that rest on records of others: that one of these is closed or gone must not be told as a correction."""
GAP = "missing."
"""Begins the name of each check of a field that is not recorded."""
_Part = tuple[Located, KeptAnswer | None]
MAX_KEPT_RANGES = 2_000
"""Of a finding with more ranges of rows, the ledger keeps so many."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Told:
    """One finding.

    Attributes:
        reference: By which the sender can name it: `F1`, `F2`.
        located: Cause and places.
        detail: In words.
        state: Whether it waits for the sender.
        since: Whether it was there the last time; empty if nothing was sent before.
        before: Number of its places then.
        answer: What the sender said to it.
    """

    reference: str
    located: Located
    detail: Detail
    state: State
    since: Since = ""
    before: int = 0
    answer: KeptAnswer | None = None


def tell(
    found: Sequence[Located], language: Language, *, answers: Iterable[KeptAnswer], earlier: Sequence[KeptFinding] | None
) -> tuple[Told, ...]:
    """Say of each finding what became of it.

    Args:
        found: In the order in which they are listed.
        language: Of the words.
        answers: What the sender said.
        earlier: Findings of the submission that this one replaces; none if it is the first.
    """
    said = {item.cause: item for item in answers}
    before = None if earlier is None else {item.cause: item for item in earlier if item.audience == "sender"}
    parts = [part for item in found for part in _parts(item, said)]
    return tuple(_told(f"F{number}", part, language, before) for number, part in enumerate(parts, start=1))


def _told(reference: str, part: _Part, language: Language, before: dict[Cause, KeptFinding] | None) -> Told:
    located, answer = part
    known = (before or {}).get(cause_of(located))
    since: Since = "" if before is None else "still_open" if known else "new"
    return Told(
        reference=reference,
        located=located,
        detail=detail(located, language),
        state=_state(located, answer),
        since=since,
        before=known.count if known else 0,
        answer=answer,
    )


def _parts(located: Located, said: dict[Cause, KeptAnswer]) -> list[_Part]:
    """A finding, or the parts of one that names several fields: those that wait, and those that were answered in the same way."""
    names = fields_named(located)
    if not names:
        return [(located, said.get(answered_as(located)))]
    given = {name: said.get(_gap(name)) for name in names}
    settled = {name: answer for name, answer in given.items() if answer is not None and answer.settles}
    parts: list[_Part] = []
    for code in dict.fromkeys(answer.answer for answer in settled.values()):
        same = [name for name, answer in settled.items() if answer.answer == code]
        parts.append((_of_fields(located, same), settled[same[0]]))
    waiting = [name for name in names if name not in settled]
    return ([(_of_fields(located, waiting), None)] if waiting else []) + parts


def _of_fields(located: Located, names: Sequence[str]) -> Located:
    values = {**located.finding.values, FIELDS: ", ".join(names)}
    return replace(located, finding=replace(located.finding, values=values))


def details(found: Sequence[Located], language: Language, answers: Iterable[KeptAnswer]) -> tuple[Detail, ...]:
    """Findings in words; those that were answered are notes.

    Args:
        found: In the order in which they are listed.
        language: Of the words.
        answers: What the sender said.
    """
    told = tell(found, language, answers=answers, earlier=None)
    return tuple(replace(item.detail, severity="note") if item.state == "answered" else item.detail for item in told)


def fixed(found: Iterable[Located], earlier: Iterable[KeptFinding], language: Language) -> tuple[Detail, ...]:
    """What was to correct the last time and is not found any more, in words.

    Args:
        found: Findings of now.
        earlier: Those of the submission that this one replaces.
        language: Of the words.
    """
    now = {cause_of(item) for item in found}
    gone = [item for item in earlier if item.audience == "sender" and item.cause not in now and _counts(item)]
    return tuple(detail(again(item), language) for item in gone)


def cause_of(located: Located) -> Cause:
    """What makes this finding and one of another submission one and the same."""
    return (located.finding.check, located.finding.field, header_of(located))


def header_of(located: Located) -> str:
    """The column's header on one line, as it may be written anywhere."""
    return shown(" ".join(located.header.split()))


def fields_named(located: Located) -> tuple[str, ...]:
    """The fields that a finding says are not in the file at all; none for any other finding."""
    if not CHECKS[located.finding.check].gap:
        return ()
    return tuple(name for name in located.finding.values.get(FIELDS, "").split(", ") if name)


def answered_as(located: Located) -> Cause:
    """What an answer to this finding is kept under: of a gap its field, wherever it shows."""
    check = located.finding.check
    return _gap(check.removeprefix(GAP)) if CHECKS[check].gap and check.startswith(GAP) else cause_of(located)


def _gap(name: str) -> Cause:
    return (GAP + name, name, "")


def keep(found: Iterable[Located]) -> tuple[KeptFinding, ...]:
    """Findings as the ledger keeps them.

    Args:
        found: Of one submission, in order.
    """
    return tuple(_kept(item) for item in found)


def _state(located: Located, answer: KeptAnswer | None) -> State:
    if CHECKS[located.finding.check].severity == "note":
        return "note"
    return "answered" if answer is not None and answer.settles else "open"


def _kept(located: Located) -> KeptFinding:
    finding = located.finding
    return KeptFinding(
        check=finding.check,
        field=finding.field,
        header=header_of(located),
        sheet=shown(located.sheet.name) if located.sheet else "",
        column=located.column,
        count=finding.count,
        places=row_ranges(finding.rows)[:MAX_KEPT_RANGES],
        wording={name: shown(value) for name, value in finding.values.items()},
        audience=located.audience,
        about=located.about,
    )


def _counts(kept: KeptFinding) -> bool:
    """Whether it was something to correct, of a check that there still is; what others recorded can go without the sender's doing."""
    check = CHECKS.get(kept.check)
    return check is not None and check.severity != "note" and check.level != BETWEEN_PARTIES


def again(kept: KeptFinding) -> Located:
    """A finding that was kept, to be told again; it has no places any more.

    Args:
        kept: As the ledger has it.
    """
    places = np.zeros(kept.count, dtype=np.int64)
    finding = Finding(check=kept.check, field=kept.field, rows=places, values=dict(kept.wording))
    return Located(finding=finding, sheet=None, column=kept.column, header=kept.header, audience=kept.audience, about=kept.about)
