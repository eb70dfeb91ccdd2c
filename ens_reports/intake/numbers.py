"""Numbers as people write them: decimal comma or dot, thousands, a unit behind, `about` before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ens_reports.intake.fold import fold, western_digits
from ens_reports.intake.words import QUALIFIER_OF, UNIT_OF

_SHAPE = re.compile(
    r"(?P<before>[^\d+.,-]*)(?P<number>[+-]?(?:\d[\d.,'\s]*\d|\d)(?:[eE][+-]?\d+)?)(?P<after>[^\d]*[23\N{SUPERSCRIPT THREE}]?)"
)
_COMMA_CERTAIN = re.compile(r"[+-]?\d+,(\d{1,2}|\d{4,})|[+-]?(\d{1,3}\.)+\d{3},\d+|[+-]?0,\d+")
_DOT_CERTAIN = re.compile(r"[+-]?\d+\.(\d{1,2}|\d{4,})([eE][+-]?\d+)?|[+-]?(\d{1,3},)+\d{3}\.\d+|[+-]?0\.\d+|[+-]?\d+(\.\d+)?[eE][+-]?\d+")
_GROUPED = re.compile(r"[+-]?\d{1,3}([.,' ]\d{3})+")


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number that was read.

    Attributes:
        text: With a dot, no thousands; empty if it could not be read.
        unit: Unit behind it, as the contracts write it.
        qualifier: `about`, `at_least`, `at_most`, or empty.
        ambiguous: The separator could be a decimal mark or for thousands, and was taken as the column has it.
    """

    text: str = ""
    unit: str = ""
    qualifier: str = ""
    ambiguous: bool = False


def decimal_mark(texts: Iterable[str]) -> str:
    """The decimal mark that values show.

    Args:
        texts: Cells.

    Returns:
        `,` or `.`; empty if no cell tells, or cells tell both equally often.
    """
    commas = dots = 0
    for text in texts:
        plain = western_digits(text.strip())
        commas += bool(_COMMA_CERTAIN.fullmatch(plain))
        dots += bool(_DOT_CERTAIN.fullmatch(plain))
    return "" if commas == dots else "," if commas > dots else "."


def parse_number(text: str, *, decimal: str) -> Number:
    """Read a number.

    Args:
        text: A cell.
        decimal: Decimal mark where the cell itself does not tell; `,` or `.`.

    Returns:
        The number; with empty text if the cell holds anything else.
    """
    shape = _SHAPE.fullmatch(western_digits(text).strip().replace("\u00a0", " ").replace("\u202f", " "))
    if shape is None:
        return Number()
    before, after = fold(shape["before"]), fold(shape["after"]).rstrip(".")
    if (before and before not in QUALIFIER_OF) or (after and after not in UNIT_OF):
        return Number()
    plain, ambiguous = _plain(shape["number"], decimal)
    return (
        Number(text=plain, unit=UNIT_OF.get(after, ""), qualifier=QUALIFIER_OF.get(before, ""), ambiguous=ambiguous) if plain else Number()
    )


def _plain(written: str, decimal: str) -> tuple[str, bool]:
    """The number with a dot, and whether its only separator could mean either."""
    number = written.replace(" ", "").replace("'", "")
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return _clean(number), False
    other = "," if number[last] == "." else "."
    if other in number:
        return (_clean(number.replace(other, "").replace(number[last], ".")), False) if number.count(number[last]) == 1 else ("", False)
    mark = number[last]
    if number.count(mark) > 1:
        return (_clean(number.replace(mark, "")), False) if _GROUPED.fullmatch(number) else ("", False)
    if _COMMA_CERTAIN.fullmatch(number) or _DOT_CERTAIN.fullmatch(number) or "e" in number.lower():
        return _clean(number.replace(",", ".")), False
    return (_clean(number.replace(",", ".")) if mark == decimal else _clean(number.replace(mark, ""))), True


def _clean(number: str) -> str:
    """Plain decimal notation: `1e-04` is 0.0001, `007` is 7, `10.0` is 10."""
    try:
        value = float(number)
    except ValueError:
        return ""
    if "e" in number.lower():
        return f"{value:.12f}".rstrip("0").rstrip(".")
    sign = "-" if number.startswith("-") else ""
    whole, _, part = number.lstrip("+-").partition(".")
    part = part.rstrip("0")
    return sign + (whole.lstrip("0") or "0") + (f".{part}" if part else "")
