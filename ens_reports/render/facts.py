"""What an edition says about itself: the facts that a cover and the running lines of each page are made of."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


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

    @property
    def section_marking(self) -> str:
        """What stands beside the heading of each section: the marking of the whole, for nothing tells that less went into a part."""
        return self.marking.removeprefix(self.organisation).strip()

    @property
    def draft(self) -> bool:
        """Whether nobody has approved it yet."""
        return self.approved_on is None
