"""The rules of release, one row each: the first that closes a record to a reader is the one that is counted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ens_reports.params import Level, Party, ReleasePolicy
from ens_reports.params.release_policy import ACCESSES, CONFIDENTIALITIES, Access, Confidentiality, RecordClass
from ens_reports.policy.handling import Handling


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who would see a record, in what, and when.

    Attributes:
        code: Code of the party.
        access: How it comes to see others' records.
        clearance: The highest confidentiality that it may see.
        purposes: One of these must be allowed by a record.
        day: As of when.
    """

    code: str
    access: Access
    clearance: Confidentiality
    purposes: frozenset[str]
    day: date


def reader(party: Party, *, level: Level, day: date, policy: ReleasePolicy) -> Reader:
    """The reader of a product.

    Args:
        party: Who receives it.
        level: Of the product.
        day: Of the snapshot.
        policy: Audiences and levels.
    """
    audience = policy.audiences["consortium" if party.consortium else party.kind]
    purposes = frozenset(policy.levels[level].purposes)
    return Reader(code=party.code, access=audience.access, clearance=audience.clearance, purposes=purposes, day=day)


@dataclass(frozen=True, kw_only=True)
class Case:
    """A record before a reader."""

    handling: Handling
    record_class: RecordClass
    reader: Reader

    @property
    def access(self) -> Access:
        """The narrower of what the record asks and how the reader comes to see records."""
        return max(self.handling.access, self.reader.access, key=ACCESSES.index)

    @property
    def is_named(self) -> bool:
        """Whether the owner names the reader; that a standing limit leaves it open to few names none of them."""
        return self.handling.named is None or self.reader.code in self.handling.named


def _expired(case: Case) -> bool:
    return case.handling.retain_until < case.reader.day


def _barred(case: Case) -> bool:
    return case.reader.code in case.handling.barred


def _not_allowed(case: Case) -> bool:
    return case.handling.allowed is not None and case.reader.code not in case.handling.allowed


def _consortium(case: Case) -> bool:
    return case.access == "consortium" and not (case.handling.consortium or case.is_named)


def _not_named(case: Case) -> bool:
    return case.access == "named" and not (case.is_named or _public(case))


def _public(case: Case) -> bool:
    """What stands in open sources is open to partners too, unless its sender put a code on it."""
    return case.record_class == "open_source" and case.handling.access != "named"


def _confidentiality(case: Case) -> bool:
    rank = CONFIDENTIALITIES.index
    return rank(case.handling.confidentiality) > rank(case.reader.clearance)


def _purpose(case: Case) -> bool:
    return not case.handling.purposes & case.reader.purposes


RULES: dict[str, Callable[[Case], bool]] = {
    "expired": _expired,
    "barred": _barred,
    "not_allowed": _not_allowed,
    "not_named": _not_named,
    "consortium": _consortium,
    "confidentiality": _confidentiality,
    "purpose": _purpose,
}
"""Name of a rule -> whether it closes a record to a reader."""
RULES_FOR_OWNERS = ("expired",)
"""An owner sees its own records in full, until they are to be deleted."""


def may_name(case: Case) -> bool:
    """Whether the reader may be told which country a record is of: its owner names the reader, or opened it to the consortium.

    Args:
        case: A record of another owner, and the reader.
    """
    return case.is_named or case.handling.consortium


def withheld_by(case: Case, *, own: bool) -> str:
    """The rule that closes a record to a reader; blank when none does.

    Args:
        case: The record and the reader.
        own: Whether the reader owns it.
    """
    names = RULES_FOR_OWNERS if own else RULES
    return next((name for name in names if RULES[name](case)), "")
