"""What is kept of a submission besides its records: what its sender was told, and what it said to that."""

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Literal

Audience = Literal["sender", "analyst"]
Cause = tuple[str, str, str]
"""Check, field and header: what makes two findings of two submissions one and the same."""


@dataclass(frozen=True, kw_only=True)
class KeptFinding:
    """One cause, with its places and without any value of a record.

    Attributes:
        check: Identifier in the catalogue.
        field: The contract's field, empty for none.
        header: The column as it was sent, empty for none.
        sheet: Name of the sheet, empty for none.
        column: Position of the column, from 0; -1 for whole rows or none.
        count: Number of places.
        places: Ranges of row numbers, first and last; of very many the first.
        wording: What fills the places of the wording.
        audience: `analyst` if it rests on what its sender may not see.
        about: Submissions and records of others that it rests on, by their names.
    """

    check: str
    field: str = ""
    header: str = ""
    sheet: str = ""
    column: int = -1
    count: int = 1
    places: tuple[tuple[int, int], ...] = ()
    wording: dict[str, str] = dataclasses.field(default_factory=dict)
    audience: Audience = "sender"
    about: tuple[str, ...] = ()

    @property
    def cause(self) -> Cause:
        """Check, field and header."""
        return (self.check, self.field, self.header)


AnswerCode = Literal["corrected", "not_available", "law_forbids", "right", "other", "confirmed", "instead"]
SETTLING: frozenset[AnswerCode] = frozenset({"not_available", "law_forbids", "right", "other"})
"""After these a finding waits for nothing more; what was said to be corrected must show in the file."""


@dataclass(frozen=True, kw_only=True)
class KeptAnswer:
    """One answer.

    Attributes:
        check: Identifier of the check that it answers; `understood.<fact>` for how a column was read.
        field: The contract's field, empty for none.
        header: The column as it was sent, empty for none.
        answer: `corrected`, `not_available`, `law_forbids`, `right`, `other`; of a column `confirmed` or `instead`.
        value: What holds instead, or the sender's words.
        day: When it came.
        submission: That brought it.
    """

    check: str
    field: str = ""
    header: str = ""
    answer: AnswerCode
    value: str = ""
    day: date
    submission: str

    @property
    def cause(self) -> Cause:
        """Check, field and header: as of the finding that it answers."""
        return (self.check, self.field, self.header)

    @property
    def fact(self) -> str:
        """What was understood of a column that this confirms or corrects; blank for the answer to a finding."""
        kind, _, fact = self.check.partition(".")
        return fact if kind == "understood" else ""

    @property
    def settles(self) -> bool:
        """Whether the finding waits for nothing more."""
        return self.answer in SETTLING
