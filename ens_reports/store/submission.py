"""A submission: one file of one party under one contract, with its cover sheet and what became of its rows."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ens_reports import digest

Status = Literal["accepted", "partly_accepted", "rejected", "nil_return", "withdrawn", "expired"]
Ended = Literal["", "withdrawn", "expired"]
ID_DIGITS = 10


class Cover(BaseModel):
    """The cover sheet: what the sender says of the whole submission. A blank is not said.

    Attributes:
        period_from: First day that the submission speaks of.
        period_to: Last day.
        agencies_covered: Agencies whose cases it holds.
        source_type: Kind of body that observed the records that do not say it.
        completeness: `all_cases`, `sample` or `selected`.
        nil_return: Crime areas of which the sender says that there was nothing.
        confidentiality: Of records that state none.
        handling_scheme: Scheme of the handling code.
        handling_code: Of records that state none.
        consortium: `yes` or `no`, for records that do not say.
        allowed_recipients: Parties, for records that name none; blank sets no limit.
        barred_recipients: The same for parties that must not see them.
        retain_until: Last day on which records that name no day may be kept.
        contact_post: A post, never a person.
        reply_language: Of the feedback.
        national_priorities: As sent.
        synthetic: Whether the records are made up.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    period_from: date | None = None
    period_to: date | None = None
    agencies_covered: tuple[str, ...] = ()
    source_type: str = ""
    completeness: Literal["all_cases", "sample", "selected", ""] = ""
    nil_return: tuple[str, ...] = ()
    confidentiality: Literal["official", "restricted", "confidential", ""] = ""
    handling_scheme: str = ""
    handling_code: str = ""
    consortium: Literal["yes", "no", ""] = ""
    allowed_recipients: tuple[str, ...] = ()
    barred_recipients: tuple[str, ...] = ()
    retain_until: date | None = None
    contact_post: str = ""
    reply_language: str = ""
    national_priorities: tuple[str, ...] = ()
    synthetic: bool = False


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What became of the rows: `read` is the sum of the other three."""

    read: int
    accepted: int
    rejected: int
    duplicate: int


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What arrived.

    Attributes:
        id: As `submission_id` makes it.
        party: Code of the sender, who owns every record in it.
        contract: Name of the contract.
        contract_version: Its version.
        file_name: As it came, without its folder.
        sha256: Of the file.
        received_on: Day of arrival.
        cover: The cover sheet.
        mapping: Name of the mapping that read it; blank for the contract's own columns.
        counts: Rows.
        findings: Number of findings by severity.
    """

    id: str
    party: str
    contract: str
    contract_version: int
    file_name: str
    sha256: str
    received_on: date
    cover: Cover
    mapping: str = ""
    counts: Counts
    findings: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SubmissionRow(Submission):
    """A submission as the ledger holds it.

    Attributes:
        seq: Its place in the ledger.
        records: Digest of its file of records; blank when it has none.
        quarantine: Digest of its file of rejected rows; blank when it has none.
        withdrawn_seq: Place in the ledger of its withdrawal, or of the expiry of all that was left; none while it is in force.
        withdrawn_on: Day of that.
        withdrawn_reason: As the owner gave it.
        ended: Which of the two it was.
        erased_seq: Place in the ledger of the last deletion of rows of it; none if it has all that came.
    """

    seq: int
    records: str
    quarantine: str
    withdrawn_seq: int | None
    withdrawn_on: date | None
    withdrawn_reason: str
    ended: Ended = ""
    erased_seq: int | None = None

    @property
    def in_force(self) -> bool:
        """Whether its owner has not taken it back, and not all of it has expired."""
        return self.withdrawn_seq is None

    @property
    def status(self) -> Status:
        """What became of it, in a word."""
        if not self.in_force:
            return self.ended or "withdrawn"
        if self.counts.read == 0:
            return "nil_return"
        if self.counts.accepted + self.counts.duplicate == 0:
            return "rejected"
        return "partly_accepted" if self.counts.rejected else "accepted"


def submission_id(*, party: str, contract: str, sha256: str, earlier: int = 0) -> str:
    """The name of a submission, which derives from its content.

    Args:
        party: Code of the sender.
        contract: Name of the contract.
        sha256: Of the file.
        earlier: How often the same file was sent and withdrawn before.

    Returns:
        Such as `KEN-wildlife-0a1b2c3d4e`.
    """
    return f"{party}-{contract}-{digest.of_value([party, contract, sha256, earlier])[:ID_DIGITS]}"
