"""Values of a coded column against the labels of its lists, in every language: the same, nearly the same, or unknown."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from data_contracts import codelists
from data_contracts.fields import Field
from ens_reports.intake.columns.coded import code_words
from ens_reports.intake.values.fold import fold, fold_header
from ens_reports.intake.values.words import NONE, UNKNOWN

LANGUAGES = ("ar", "es", "fr", "en")
NEARLY = 86.0
"""Similarity (0 to 100) from which a value is offered as meaning a label."""
SHORT = 4
"""Shorter values must be a label exactly."""


@dataclass(frozen=True, kw_only=True)
class Near:
    """A code that a value seems to mean.

    Attributes:
        code: The code.
        label: The label that it is close to.
    """

    code: str
    label: str


def code_of(value: str, field: Field) -> str:
    """The code that a value is, is a label of, or is a word for that intake knows; empty if none.

    Args:
        value: As sent, tidy.
        field: Whose lists count.
    """
    folded = fold(value)
    known = code_words(field.codes)
    found = known.get(folded) or known.get(folded.replace(" ", "_").replace("-", "_"))
    if found:
        return found
    if "unknown" in field.allowed and folded in UNKNOWN:
        return "unknown"
    return "none" if "none" in field.allowed and folded in NONE else ""


def near(value: str, field: Field) -> Near | None:
    """The code whose label a value is close to; none if none is, or two are.

    Args:
        value: As sent, tidy.
        field: Whose lists count.
    """
    known = labels(field.codes)
    folded = fold(value)
    if len(folded) < SHORT:
        return None
    found = process.extract(folded, list(known), scorer=fuzz.token_sort_ratio, score_cutoff=NEARLY, limit=3)
    words = f" {fold_header(value)} "
    inside = [(label, 0.0, 0) for label in known if len(label) >= SHORT and f" {fold_header(label)} " in words]
    codes = {known[label] for label, _, _ in found} or {known[label] for label, _, _ in inside}
    best = (found or inside or [("", 0.0, 0)])[0][0]
    return Near(code=known[best], label=best) if len(codes) == 1 else None


@lru_cache(maxsize=300)
def labels(lists: tuple[str, ...]) -> dict[str, str]:
    """Folded code or label in any language -> code.

    Args:
        lists: Names of code lists.
    """
    found: dict[str, str] = {}
    for name in lists:
        rows = codelists.load(name)
        columns = [column for column in (*(f"label_{language}" for language in LANGUAGES), "code") if column in rows]
        for column in columns:
            found |= {fold(str(label)): str(code) for label, code in zip(rows[column], rows["code"], strict=True) if label}
    return found
