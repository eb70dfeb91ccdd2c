"""Who may see a record: what its owner says of it, its cover sheet, and standing limits, taken together.

It only ever narrows, but for the owner's own later word: a consent opens what its submission closed, and no standing limit.
"""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import get_args

from ens_reports.params.release_policy import (
    ACCESSES,
    CONFIDENTIALITIES,
    RECORD_CLASSES,
    Access,
    Confidentiality,
    OwnerRule,
    Purpose,
    RecordClass,
    ReleasePolicy,
)
from ens_reports.store import Cover

PARTY = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*")
"""What a party's code looks like; a test holds it against that of the contracts, which take a second to import."""
ALL_PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
"""What a record can be used for."""


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What a record itself says, as text; a blank is not said.

    Attributes:
        confidentiality: `official`, `restricted` or `confidential`.
        allowed_recipients: Parties, separated by `;`.
        barred_recipients: The same.
        purpose: Purposes, separated by `;`.
        consortium: `yes` or `no`.
        retain_until: Last day, ISO 8601.
        handling_scheme: Scheme of the code.
        handling_code: The code.
    """

    confidentiality: str = ""
    allowed_recipients: str = ""
    barred_recipients: str = ""
    purpose: str = ""
    consortium: str = ""
    retain_until: str = ""
    handling_scheme: str = ""
    handling_code: str = ""


SAID = tuple(field.name for field in fields(Stated))
"""The columns of a record that say it."""


@dataclass(frozen=True, kw_only=True)
class Later:
    """What an owner said after it had sent a record.

    Attributes:
        readers: Parties that it names for the record.
        purposes: What it may be used for besides.
    """

    readers: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()


NOTHING = Later()


@dataclass(frozen=True, kw_only=True)
class Handling:
    """Everything that decides who may see a record.

    Attributes:
        confidentiality: How closely it is kept.
        access: How a reader must come to see it, at least.
        allowed: Readers that alone may see it; none sets no limit, an empty set closes it to all.
        named: Readers whom the owner names for this record; none takes no name away, as of a standing limit, which gives none either.
        barred: Readers that may not.
        consortium: Whether it is open to the consortium.
        purposes: What it may be used for.
        retain_until: Last day on which it may be used.
    """

    confidentiality: Confidentiality
    access: Access
    allowed: frozenset[str] | None
    named: frozenset[str] | None
    barred: frozenset[str]
    consortium: bool
    purposes: frozenset[str]
    retain_until: date

    def opened(self, later: Later) -> "Handling":
        """What holds after the owner's later word: its readers are named, allowed and not barred, and nothing changes for others."""
        return replace(
            self,
            allowed=None if self.allowed is None else self.allowed | later.readers,
            named=None if self.named is None else self.named | later.readers,
            barred=self.barred - later.readers,
            purposes=self.purposes | later.purposes,
        )

    def narrowed(self, other: "Handling") -> "Handling":
        """What both allow."""
        return Handling(
            confidentiality=max(self.confidentiality, other.confidentiality, key=CONFIDENTIALITIES.index),
            access=max(self.access, other.access, key=ACCESSES.index),
            allowed=_both(self.allowed, other.allowed),
            named=_both(self.named, other.named),
            barred=self.barred | other.barred,
            consortium=self.consortium and other.consortium,
            purposes=self.purposes & other.purposes,
            retain_until=min(self.retain_until, other.retain_until),
        )


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where a record comes from.

    Attributes:
        owner: Code of the party.
        record_class: Police, administrative, partner or open source.
        received_on: Day of arrival.
        cover: The cover sheet that it came with.
    """

    owner: str
    record_class: RecordClass
    received_on: date
    cover: Cover


def handling(stated: Stated, origin: Origin, policy: ReleasePolicy, later: Later = NOTHING) -> Handling:
    """The handling of a record: its own word, else its cover sheet's, else the default; the owner's later word; then its standing limits.

    Who is barred by either is barred.

    Args:
        stated: What the record says.
        origin: Where it comes from.
        policy: Defaults and standing limits.
        later: What the owner said after.
    """
    return _said(stated, origin, policy).opened(later).narrowed(_standing(policy.owners.get(origin.owner, OwnerRule())))


def _said(stated: Stated, origin: Origin, policy: ReleasePolicy) -> Handling:
    cover = origin.cover
    allowed = _members(stated.allowed_recipients) or frozenset(cover.allowed_recipients)
    barred = _members(stated.barred_recipients) | frozenset(cover.barred_recipients)
    return Handling(
        confidentiality=_confidentiality(stated.confidentiality or cover.confidentiality or policy.unmarked),
        access=_access(stated, cover, policy),
        allowed=(allowed or None) if _are_told(barred, policy) else frozenset(),
        named=allowed,
        barred=barred,
        consortium=_consortium(stated.consortium or cover.consortium, origin, policy),
        purposes=_members(stated.purpose) or frozenset({policy.default_purpose}),
        retain_until=_first_day(stated.retain_until) or cover.retain_until or _years_after(origin.received_on, policy.retention_years),
    )


def _standing(rule: OwnerRule) -> Handling:
    """Standing limits as a handling that allows all they do not name."""
    return Handling(
        confidentiality=rule.confidentiality,
        access="unless_restricted",
        allowed=None if rule.allowed_recipients is None else frozenset(rule.allowed_recipients),
        named=None,
        barred=frozenset(rule.barred_recipients),
        consortium=rule.consortium,
        purposes=frozenset(ALL_PURPOSES),
        retain_until=date.max,
    )


def class_of(word: str) -> RecordClass:
    """The class of a record by the word for it; what is none is police, of which silence opens least.

    Args:
        word: As the record has it.
    """
    return next((known for known in RECORD_CLASSES if known == word), "police")


def _confidentiality(word: str) -> Confidentiality:
    """The confidentiality of a word; one that is not known is kept as closely as can be."""
    return next((known for known in CONFIDENTIALITIES if known == word), CONFIDENTIALITIES[-1])


def _access(stated: Stated, cover: Cover, policy: ReleasePolicy) -> Access:
    scheme, code = (stated.handling_scheme, stated.handling_code) if stated.handling_code else (cover.handling_scheme, cover.handling_code)
    if not code:
        return "unless_restricted"
    return policy.handling_codes.get(f"{scheme} {code}".strip().lower(), "named")


def _consortium(word: str, origin: Origin, policy: ReleasePolicy) -> bool:
    """Only a plain yes opens a record; silence is what the owner's class or agreement says."""
    if word:
        return word == "yes"
    return policy.consortium_default_of.get(origin.owner, policy.consortium_default[origin.record_class])


def _members(cell: str) -> frozenset[str]:
    """The members of a list in a cell."""
    return frozenset(part.strip() for part in cell.split(";") if part.strip())


def _are_told(parties: frozenset[str], policy: ReleasePolicy) -> bool:
    """Whether words are codes of parties: as long as nobody knows who is barred, nobody but the owner may see the record."""
    return all(PARTY.fullmatch(party) for party in parties) and (not policy.parties or parties <= policy.parties)


def _both(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def _first_day(text: str) -> date | None:
    """The day that a date can be at the earliest: of a month or a year its first, for it narrows."""
    if not text:
        return None
    year, month, day = (*text.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
