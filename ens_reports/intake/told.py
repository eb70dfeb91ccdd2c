"""One finding as its sender is told of it: open or answered, new or known from the last time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from data_contracts.catalogue import CHECKS
from data_contracts.findings import Finding
from ens_reports.intake.findings import Located
from ens_reports.intake.outcome import Detail, shown
from ens_reports.intake.ranges import row_ranges
from ens_reports.intake.words_of import detail
from ens_reports.locales import Language
from ens_reports.store import Cause, KeptAnswer, KeptFinding

State = Literal["open", "answered", "note"]
Since = Literal["", "new", "still_open"]
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
    before = {item.cause: item for item in earlier or ()}
    told = []
    for number, item in enumerate(found, start=1):
        cause = cause_of(item)
        answer, known = said.get(cause), before.get(cause)
        since: Since = "" if earlier is None else "still_open" if known else "new"
        told.append(
            Told(
                reference=f"F{number}",
                located=item,
                detail=detail(item, language),
                state=_state(item, answer),
                since=since,
                before=known.count if known else 0,
                answer=answer,
            )
        )
    return tuple(told)


def fixed(found: Iterable[Located], earlier: Iterable[KeptFinding], language: Language) -> tuple[Detail, ...]:
    """What was to correct the last time and is not found any more, in words.

    Args:
        found: Findings of now.
        earlier: Those of the submission that this one replaces.
        language: Of the words.
    """
    now = {cause_of(item) for item in found}
    gone = [item for item in earlier if item.audience == "sender" and item.cause not in now and _counts(item)]
    return tuple(detail(_again(item), language) for item in gone)


def cause_of(located: Located) -> Cause:
    """What makes this finding and one of another submission one and the same."""
    return (located.finding.check, located.finding.field, header_of(located))


def header_of(located: Located) -> str:
    """The column's header on one line, as it may be written anywhere."""
    return shown(" ".join(located.header.split()))


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
    """Whether it was something to correct, of a check that there still is."""
    return kept.check in CHECKS and CHECKS[kept.check].severity != "note"


def _again(kept: KeptFinding) -> Located:
    places = np.zeros(kept.count, dtype=np.int64)
    finding = Finding(check=kept.check, field=kept.field, rows=places, values=dict(kept.wording))
    return Located(finding=finding, sheet=None, column=kept.column, header=kept.header)
