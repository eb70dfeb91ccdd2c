"""Units of numbers: what a header says, and one unit turned into another of the same kind."""

import re
from decimal import Decimal
from functools import lru_cache

from data_contracts import codelists
from ens_reports.intake.values.currencies import currencies
from ens_reports.intake.values.fold import fold
from ens_reports.intake.values.words import UNIT_OF

_BRACKETS = re.compile(r"[(\[\uff08]\s*(?:in |en |em |بال|ب)?([^()\[\]\uff08\uff09]+?)\s*[)\]\uff09]")
_TAIL = re.compile(r"(?:\b(?:in|en|em)|,)\s+(\S+)\s*$|_(kg|g|t|m3|ha|km|km2|pcs|lb|cm)_*$", re.IGNORECASE)


def header_unit(header: str) -> str:
    """The unit that a header names, as the contracts write it: `Poids (kg)`, `Qty [t]`, `weight_kg`; empty for none.

    Args:
        header: As sent.
    """
    return next((UNIT_OF[word] for word in _said(header) if word in UNIT_OF), "")


def header_currency(header: str) -> str:
    """The sign or word of a currency that a header names, as sent: `Valeur (F CFA)`; empty for none.

    Args:
        header: As sent.
    """
    found = (word.strip() for word in _BRACKETS.findall(header))
    tail = _TAIL.search(header.strip())
    return next((word for word in (*found, *((tail[1] or "",) if tail else ())) if word and currencies(word)), "")


def convert(text: str, unit: str, target: str) -> str:
    """A number in another unit.

    Args:
        text: Plain decimal notation.
        unit: Unit of it.
        target: Unit that is wanted.

    Returns:
        Plain decimal notation; empty where the two are not of one kind.
    """
    first, second = _factors().get(unit), _factors().get(target)
    if first is None or second is None or first[0] != second[0]:
        return ""
    turned = Decimal(text) * first[1] / second[1]
    return f"{turned.quantize(Decimal('1e-12')).normalize():f}" if turned else "0"


def of_one_kind(unit: str, target: str) -> bool:
    """Whether one unit can be turned into the other."""
    return bool(convert("1", unit, target))


def _said(header: str) -> list[str]:
    tail = _TAIL.search(header.strip())
    words = [*_BRACKETS.findall(header), *((tail[1] or tail[2],) if tail else ())]
    return [fold(word).strip(" .") for word in words]


@lru_cache(maxsize=1)
def _factors() -> dict[str, tuple[str, Decimal]]:
    """Unit -> what it measures, and how many of the basic unit it is; packages have none."""
    rows = codelists.load("unit")
    return {
        code: (base, Decimal(factor)) for code, base, factor in zip(rows["code"], rows["base"], rows["factor"], strict=True) if base != ""
    }
