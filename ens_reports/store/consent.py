"""A consent: what an owner said later, of records that it had closed - who may see them, in what, for what, and until when."""

from dataclasses import dataclass
from datetime import date

ALL = "all"


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What an owner opens.

    Attributes:
        owner: Code of the party.
        target: Name of a submission, `record_id` of a record, or `all` that the owner had sent by then.
        recipients: Codes of the parties that may see it.
        levels: Levels of product that it holds for; none for all.
        purposes: What it may be used for besides what the owner said before.
        given_by: The post that gave it.
        given_on: Day from which it holds.
        until: Last day; none for no such day.
    """

    owner: str
    target: str = ALL
    recipients: tuple[str, ...]
    levels: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    given_by: str
    given_on: date
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ConsentRow(Consent):
    """A consent as the ledger holds it.

    Attributes:
        seq: Its place in the ledger, which is its number.
        ended_seq: Place of its end; none while it holds.
        ended_on: Day on which it was revoked, or on which its last day was over.
    """

    seq: int
    ended_seq: int | None = None
    ended_on: date | None = None

    def holds(self, seq: int, day: date) -> bool:
        """Whether it counts for what is built as of a place of the ledger and a day."""
        entered = self.seq <= seq and (self.ended_seq is None or self.ended_seq > seq)
        return entered and self.given_on <= day and (self.until is None or day <= self.until)
