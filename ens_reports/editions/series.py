"""Which editions follow each other: those of one product, recipient, language and period."""

from collections.abc import Mapping
from dataclasses import dataclass

from ens_reports import digest
from ens_reports.params import Period, Product

DIGITS = 8
"""Hexadecimal digits of an edition's digest in its name."""


@dataclass(frozen=True, kw_only=True, order=True)
class Series:
    """A line of editions, each replacing the one before.

    Attributes:
        product: Name of the product.
        recipient: Code of the party.
        language: Code of the language.
        period: As in file names: `2024-2025`.
        variant: Digest of parameters that are not the product's defaults, and of a marking that was asked for, shortened; empty for none.
    """

    product: str
    recipient: str
    language: str
    period: str
    variant: str = ""

    @property
    def name(self) -> str:
        """As people read it in a list."""
        return "-".join(part for part in (self.product, self.recipient, self.language, self.period, self.variant) if part)

    def edition(self, key: str, previous: str) -> str:
        """The name of an edition, which derives from its content alone.

        Args:
            key: Digest of everything that makes it, but the edition before it.
            previous: Name of the edition before it; empty for the first.
        """
        return f"{self.name}-{digest.of_value([key, previous])[:DIGITS]}"


def series_of(product: Product, recipient: str, language: str, *, period: Period, given: Mapping[str, object], marking: str = "") -> Series:
    """The series of an edition.

    Args:
        product: The product.
        recipient: Code of the party.
        language: Code of the language.
        period: Years.
        given: Parameters, complete.
        marking: What is asked for above that of the records; blank for nothing.
    """
    changed = {name: value for name, value in given.items() if value != product.parameters[name].default}
    changed |= {"--marking": marking} if marking else {}
    variant = f"p{digest.of_value(changed)[:4]}" if changed else ""
    return Series(product=product.name, recipient=recipient, language=language, period=period.file_name, variant=variant)


def reference(edition: str, series: Series) -> str:
    """The reference number on the cover: `CTA-KEN-2025-EN-1A2B3C4D`.

    Args:
        edition: Name of the edition.
        series: Its series.
    """
    initials = "".join(word[0] for word in series.product.split("-")).upper()
    year = series.period.rsplit("-", 1)[-1]
    return f"{initials}-{series.recipient}-{year}-{series.language.upper()}-{edition[-DIGITS:].upper()}"
