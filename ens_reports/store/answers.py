"""Answers that are kept: what a sender said to a finding, or to how a column was read, once and for all."""

from collections.abc import Sequence
from dataclasses import asdict, fields

from sqlalchemy import Connection, RowMapping, insert, select, update

from ens_reports.store.kept import KeptAnswer
from ens_reports.store.schema import answers, submissions


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


def forget_words(connection: Connection, submission: str) -> None:
    """Delete what a sender wrote in its own words in a submission that was withdrawn; what it chose from a list still holds."""
    same = (answers.c.submission == submission) & answers.c.check.not_like("understood.%")
    connection.execute(update(answers).where(same).values(value=""))


def _answer(row: RowMapping) -> KeptAnswer:
    return KeptAnswer(**{item.name: row[item.name] for item in fields(KeptAnswer)})
