"""Answers that are kept: what a sender said to a finding, or to how a column was read, once and for all."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Literal

from sqlalchemy import Connection, RowMapping, insert, select

from ens_reports.store.findings import Cause
from ens_reports.store.schema import answers, submissions

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


def add(connection: Connection, given: Sequence[KeptAnswer], *, party: str, contract: str) -> None:
    """Enter answers.

    Args:
        connection: In a transaction.
        given: Of one submission, in order.
        party: Code of the sender.
        contract: Name of the contract.
    """
    rows = [{"position": number, "party": party, "contract": contract, **asdict(item)} for number, item in enumerate(given)]
    if rows:
        connection.execute(insert(answers), rows)


def of_party(connection: Connection, party: str, contract: str, *, until: int | None = None) -> tuple[KeptAnswer, ...]:
    """What a party said last to each cause, in the order in which it was said first.

    Args:
        connection: To read from.
        party: Code of the sender.
        contract: Name of the contract.
        until: A number of the ledger; what came later does not count.
    """
    query = select(answers).join(submissions, submissions.c.id == answers.c.submission).order_by(submissions.c.seq, answers.c.position)
    query = query.where(answers.c.party == party, answers.c.contract == contract)
    if until is not None:
        query = query.where(submissions.c.seq <= until)
    said = (_answer(row) for row in connection.execute(query).mappings())
    return tuple({item.cause: item for item in said}.values())


def _answer(row: RowMapping) -> KeptAnswer:
    return KeptAnswer(**{item.name: row[item.name] for item in fields(KeptAnswer)})
