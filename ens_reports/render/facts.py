"""What an edition says about itself: the facts that a cover and the running lines of each page are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ens_reports.params.release_policy import CONFIDENTIALITIES, Confidentiality
from ens_reports.report.blocks import Frame, Section


@dataclass(frozen=True, kw_only=True)
class EditionFacts:
    """Facts of one edition, in the reader's language where they are words.

    Attributes:
        organisation: Name of the organisation.
        unit: The unit that prepared it, never a person.
        product: Name of the product, such as `country-threat-assessment`.
        title: The product's title in the reader's language.
        level: For whom it is, and how much it may tell.
        recipient: The recipient's name in the reader's language.
        language: Code of the edition's language.
        languages_available: Codes of the languages that it can be had in.
        reference: Reference number.
        edition_number: 1 for the first.
        period: The years it speaks about, such as `2024-2025`.
        cut_off: The day after which nothing was taken in.
        marking: The highest marking of what went in, with the organisation's name.
        markings: What is printed for each confidentiality, without the organisation's name.
        confidentiality: Of each frame of the view, the highest of its records.
        releasable: The releasable manifest as JSON, attached to the PDF.
        supersedes: Reference of the edition that it replaces; empty for none.
        next_due: When the next is due.
        approved_on: When it was approved; none for a draft.
        synthetic: Whether any record in it is made up.
        contact_post: A post to write to, never a person.
    """

    organisation: str
    unit: str
    product: str
    title: str
    level: Literal["strategic", "operational", "tactical"]
    recipient: str
    language: str
    languages_available: tuple[str, ...]
    reference: str
    edition_number: int
    period: str
    cut_off: date
    marking: str
    releasable: bytes
    supersedes: str = ""
    next_due: date | None = None
    approved_on: date | None = None
    synthetic: bool = False
    contact_post: str = ""
    markings: Mapping[Confidentiality, str] = field(default_factory=dict)
    confidentiality: Mapping[Frame, Confidentiality] = field(default_factory=dict)

    def section_marking(self, section: Section) -> str:
        """What stands beside the heading of a section: the highest of what it rests on, or of the whole where it does not say.

        Args:
            section: The heading.
        """
        found = {self.confidentiality.get(name) for name in section.rests_on}
        highest = next((known for known in reversed(CONFIDENTIALITIES) if known in found), None)
        if highest is None or None in found:
            return self.marking.removeprefix(self.organisation).strip()
        return self.markings[highest]

    @property
    def draft(self) -> bool:
        """Whether nobody has approved it yet."""
        return self.approved_on is None
