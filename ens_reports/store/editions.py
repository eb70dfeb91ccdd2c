"""An edition as the ledger holds it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class EditionInput:
    """A submission that an edition used.

    Attributes:
        submission: Its name.
        sha256: Of the file that came.
        rows: How many of its records the view held.
        which: Their row numbers in the file, as `rowset.pack` writes them; blank where that was not kept.
    """

    submission: str
    sha256: str
    rows: int
    which: str = ""


@dataclass(frozen=True, kw_only=True)
class EditionHead:
    """What was built.

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
        audit_entries: How many entries the log of acts had when it was planned.
        audit_head: Digest of the last of them.
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
    audit_entries: int = 0
    audit_head: str = ""


@dataclass(frozen=True, kw_only=True)
class EditionRow(EditionHead):
    """What was built, and from what.

    Attributes:
        inputs: What it used.
    """

    inputs: tuple[EditionInput, ...] = ()
