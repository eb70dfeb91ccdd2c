"""Numbers as people write them: decimal comma or dot, thousands, a unit or currency beside it, `about` before it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from ens_reports.intake.values.currencies import is_currency
from ens_reports.intake.values.fold import fold, western_digits
from ens_reports.intake.values.words import AND, BETWEEN, NUMBER_WORDS, PERCENT, PERSONS, QUALIFIER_OF, TO, UNIT_OF

PLAIN = re.compile(r"[1-9]\d{0,14}|0")
"""What needs no reading: whole numbers without a mark."""
_SIMPLE = re.compile(r"(-(?!0[.,]0+$)|)([1-9]\d{0,14}|0)[.,](\d{1,2}|\d{4,12})")
"""Nor do numbers whose mark can only be for decimals."""
AS_WRITTEN = r"^-?(?:[1-9]\d{0,14}|(?:0|[1-9]\d{0,14})\.\d?[1-9])$"
"""Numbers that are what they say: Arrow finds them among many."""
_NUMBER = re.compile(
    r"(?:\d{1,3}(?:[ ']\d{3})+(?:[.,\u066b]\d+)?|\d[\d.,'\u066b]*\d|\d|(?<![\d.,])[.,]\d+)(?:[eE][+-]?\d+)?(?![\u00b2\u00b3])"
)
_POWER = re.compile(r"(?<=[a-zA-Z\u0645])[23](?!\d)")
"""The 3 of m3 is no number."""
_COMMA_CERTAIN = re.compile(r"\d+,(\d{1,2}|\d{4,})|\d{1,3}([. ']\d{3})+,\d+|0,\d+|\d{1,3}(\.\d{3}){2,}|,\d+")
_DOT_CERTAIN = re.compile(
    r"\d+\.(\d{1,2}|\d{4,})([eE][+-]?\d+)?|\d{1,3}([, ']\d{3})+\.\d+|0\.\d+|\d+(\.\d+)?[eE][+-]?\d+|\d{1,3}(,\d{3}){2,}"
    r"|\d{1,2}(,\d{2})+,\d{3}(\.\d+)?|\.\d+"
)
_GROUPED = re.compile(r"\d{1,3}([.,' ]\d{3})+|\d{1,2}(,\d{2})+,\d{3}")
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2019": "'"})


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number that was read.

    Attributes:
        text: With a dot, no thousands; empty if it could not be read.
        unit: Unit beside it, as the contracts write it.
        qualifier: `about`, `at_least`, `at_most`, or empty.
        ambiguous: The separator could be a decimal mark or for thousands, and was taken as the column has it.
        currency: Sign or word of a currency beside it, as sent.
        how: What the sender should know: `range` (its lower end was read), `several` (the first of them), `percent` or `words`
            (not read).
        rest: Text and unit of the further quantities of the cell.
    """

    text: str = ""
    unit: str = ""
    qualifier: str = ""
    ambiguous: bool = False
    currency: str = ""
    how: str = ""
    rest: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Side:
    unit: str = ""
    qualifier: str = ""
    currency: str = ""


def evidence(texts: Iterable[str]) -> tuple[int, int]:
    """How many values show a decimal comma, and how many a decimal dot, whatever the others are.

    Args:
        texts: Distinct values of a column.
    """
    commas = dots = 0
    for text in texts:
        if _SIMPLE.fullmatch(text):
            commas += "," in text
            dots += "." in text
        elif "," in text or "." in text or not text.isascii():
            found = _NUMBER.search(western_digits(text).translate(_BLANKS))
            commas += bool(found and _COMMA_CERTAIN.fullmatch(found[0]))
            dots += bool(found and _DOT_CERTAIN.fullmatch(found[0]))
    return commas, dots


def decimal_mark(texts: Iterable[str]) -> str:
    """The decimal mark that values show.

    Args:
        texts: Cells.

    Returns:
        `,` or `.`; empty if no cell tells, or cells tell both equally often.
    """
    commas, dots = evidence(texts)
    return "" if commas == dots else "," if commas > dots else "."


def parse_number(text: str, *, decimal: str) -> Number:
    """Read a number.

    Args:
        text: A cell.
        decimal: Decimal mark where the cell itself does not tell; `,` or `.`.

    Returns:
        The number; with empty text if the cell holds anything else.
    """
    if PLAIN.fullmatch(text):
        return Number(text=text)
    if simple := _SIMPLE.fullmatch(text):
        return Number(text=f"{simple[1]}{simple[2]}.{simple[3]}".rstrip("0").rstrip("."))
    arabic_point = "\u066b" in text
    plain = western_digits(text.replace("\u066b", "\ue000")).replace("\ue000", "\u066b") if arabic_point else western_digits(text)
    plain = _POWER.sub(_raised, plain.translate(_BLANKS).strip())
    found = list(_NUMBER.finditer(plain))
    if not found:
        return Number(how="words") if set(fold(plain).split()) & NUMBER_WORDS else Number()
    gaps = _gaps(plain, found)
    written = [item[0] for item in found]
    if len(found) == 1:
        return _single(written[0], (gaps[0], gaps[1]), decimal)
    return _range(written, gaps, decimal) if len(found) == 2 and _is_range(gaps) else _several(written, gaps, decimal)  # noqa: PLR2004 - two ends


def _raised(found: re.Match[str]) -> str:
    return {"2": "\u00b2", "3": "\u00b3"}[found[0]]


def _gaps(plain: str, found: list[re.Match[str]]) -> list[str]:
    ends = [0, *(item.end() for item in found)]
    starts = [*(item.start() for item in found), len(plain)]
    return [plain[end:start] for end, start in zip(ends, starts, strict=True)]


def _single(written: str, gaps: tuple[str, str], decimal: str) -> Number:
    sign = "-" if re.search(r"(^|[\s(])-\s*$", gaps[0]) or re.fullmatch(r"[^\w]*-", gaps[0]) else ""
    before, after = _side(gaps[0].rstrip(" -+") if sign or gaps[0].endswith("+") else gaps[0]), _side(_behind(gaps[1]))
    bracketed = gaps[0].strip() == "(" and gaps[1].strip() == ")"
    if before is None or after is None or bracketed:
        return Number(how=_why(*gaps))
    text, ambiguous = _plain(written, decimal)
    if not text:
        return Number()
    return Number(
        text=_signed(text, sign),
        unit=after.unit or before.unit,
        qualifier=before.qualifier or after.qualifier,
        ambiguous=ambiguous,
        currency=before.currency or after.currency,
    )


def _signed(text: str, sign: str) -> str:
    return f"{sign}{text}" if float(text) else text


def _behind(gap: str) -> str:
    """What follows a number, without the dash that some write for no cents: `1.200,-`, `3,000/=`."""
    return re.sub(r"^[.,/]?[-=]{1,2}(?=\s|$)|^[.,]-?$", "", gap)


@lru_cache(maxsize=10_000)
def _why(*gaps: str) -> str:
    words = {word for gap in gaps for word in fold(gap).split()}
    if any(fold(gap).strip(" .") in PERCENT for gap in gaps) or words & PERCENT:
        return "percent"
    return "words" if words & NUMBER_WORDS else ""


def _is_range(gaps: list[str]) -> bool:
    first = fold(gaps[0]).strip(" (")
    middle = _words_between(gaps)
    return middle in TO or (middle in AND and first in BETWEEN)


def _words_between(gaps: list[str]) -> str:
    """What stands between two numbers, without the unit that may be said twice."""
    middle = fold(gaps[1]).strip()
    unit = fold(gaps[2]).strip(" .)")
    return middle.removeprefix(unit).strip() if unit and middle != unit else middle


def _range(written: list[str], gaps: list[str], decimal: str) -> Number:
    """The lower end of a range, as at least so much; the upper end is not stored, and the finding says so."""
    first = fold(gaps[0]).strip(" (")
    before = _Side() if first in BETWEEN else _side(gaps[0])
    low, high, after = _plain(written[0], decimal), _plain(written[1], decimal), _side(_behind(gaps[2]))
    if before is None or after is None or not low[0] or not high[0] or float(low[0]) >= float(high[0]):
        return Number(how=_why(*gaps))
    return Number(
        text=low[0],
        unit=after.unit or before.unit,
        qualifier="at_least",
        ambiguous=low[1] or high[1],
        currency=before.currency or after.currency,
        how="range",
    )


def _several(written: list[str], gaps: list[str], decimal: str) -> Number:
    """The first of several quantities, each with its unit; `12 kg et 3 pièces` is never added."""
    sides = [_listed_unit(gap, last=position == len(written)) for position, gap in enumerate(gaps[1:], start=1)]
    if any(side is None for side in sides):
        return Number(how=_why(*gaps))
    first = _single(written[0], (gaps[0], ""), decimal)
    texts = [_plain(item, decimal) for item in written]
    if not first.text or not all(text for text, _ in texts):
        return Number()
    units = [side or "" for side in sides]
    rest = tuple((text, unit) for (text, _), unit in zip(texts[1:], units[1:], strict=True))
    return replace(first, unit=units[0], how="several", rest=rest, ambiguous=any(unclear for _, unclear in texts))


@lru_cache(maxsize=10_000)
def _listed_unit(gap: str, *, last: bool) -> str | None:
    """The unit of one of several quantities; none if what follows the number is no unit, or no word that joins follows it."""
    words = fold(gap).replace(")", " ").replace("(", " ( ").split()
    if not last and words and words[-1] in AND | {"("}:
        words = words[:-1]
    unit = " ".join(words).strip(" .,;")
    return UNIT_OF.get(unit)


@lru_cache(maxsize=10_000)
def _side(gap: str) -> _Side | None:
    """What stands beside a number: a unit, a currency, a word for how exact it is, in any order; none for anything else."""
    words = re.sub(r"[()\[\]]", " ", gap).strip().split()
    side = _Side()
    while words:
        for length in range(len(words), 0, -1):
            known = _known(" ".join(words[:length]))
            if known is not None:
                side = _Side(
                    unit=side.unit or known.unit, qualifier=side.qualifier or known.qualifier, currency=side.currency or known.currency
                )
                words = words[length:]
                break
        else:
            return None
    return side


def _known(phrase: str) -> _Side | None:
    folded = fold(phrase)
    for plain in (folded, folded.strip(" .,:;")):
        if plain in UNIT_OF:
            return _Side(unit=UNIT_OF[plain])
        if plain in QUALIFIER_OF:
            return _Side(qualifier=QUALIFIER_OF[plain])
        if plain in PERSONS or not plain:
            return _Side()
    return _Side(currency=phrase.strip()) if is_currency(phrase) else None


def _plain(written: str, decimal: str) -> tuple[str, bool]:
    """The number with a dot, and whether its only separator could mean either."""
    if "\u066b" in written:
        return _clean(written.replace(",", "").replace(".", "").replace("'", "").replace(" ", "").replace("\u066b", ".")), False
    number = written.replace(" ", "").replace("'", "")
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return _clean(number), False
    other = "," if number[last] == "." else "."
    if other in number:
        return (_clean(number.replace(other, "").replace(number[last], ".")), False) if _grouped(number, other, last) else ("", False)
    mark = number[last]
    if number.count(mark) > 1:
        return (_clean(number.replace(mark, "")), False) if _GROUPED.fullmatch(number) else ("", False)
    if number != written or not _EITHER.fullmatch(number):
        return _clean(number.replace(",", ".")), False
    return (_clean(number.replace(",", ".")) if mark == decimal else _clean(number.replace(mark, ""))), True


def _grouped(number: str, other: str, last: int) -> bool:
    """Whether what stands before the decimal mark is grouped as thousands are."""
    return number.count(number[last]) == 1 and (_GROUPED.fullmatch(number[:last]) is not None or number[:last].count(other) == 1)


def _clean(number: str) -> str:
    """Plain decimal notation: `1e-04` is 0.0001, `007` is 7, `10.0` is 10."""
    try:
        value = float(number)
    except ValueError:
        return ""
    if value in {float("inf"), float("-inf")}:
        return ""
    if "e" in number.lower():
        return f"{value:.12f}".rstrip("0").rstrip(".")
    whole, _, part = number.partition(".")
    part = part.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{part}" if part else "")
