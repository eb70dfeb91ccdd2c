"""An edition as the ledger holds it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class EditionInput:
    """A submission that an edition used.

    Attributes:
        submission: Its name.
        sha256: Of the file that came.
        rows: How many of its records the view held.
    """

    submission: str
    sha256: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class EditionRow:
    """What was built, and from what.

    Attributes:
        id: Name of the edition and of its folder.
        product: Name of the product.
        level: Its level.
        recipient: Code of the party.
        language: Code.
        period: As files write it, such as `2024-2025`.
        reference: Printed reference number.
        number: 1 for the first edition of a product, recipient and language.
        key: Digest of all that decides its bytes.
        as_of: Place in the ledger that it was built as of.
        marking: As printed.
        manifest: Digest of `manifest.json`.
        supersedes: The edition before it; blank for the first.
        pages: Of the PDF.
        seconds: That building took.
        built_at: When, in UTC.
        inputs: What it used.
    """

    id: str
    product: str
    level: str
    recipient: str
    language: str
    period: str
    reference: str
    number: int
    key: str
    as_of: int
    marking: str
    manifest: str
    supersedes: str = ""
    pages: int
    seconds: float
    built_at: str
    inputs: tuple[EditionInput, ...] = ()
