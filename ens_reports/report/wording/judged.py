"""Key judgements: those of analysts first; without any, what a rule proposes, and says that it does."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ens_reports import report
from ens_reports.locales import Language, mark
from ens_reports.report import Span
from ens_reports.report.view import View

CONFIDENCES: dict[str, str] = {
    "low": mark("Low confidence: {reason}"),
    "moderate": mark("Moderate confidence: {reason}"),
    "high": mark("High confidence: {reason}"),
}
"""Confidence stands in a sentence of its own, never with a likelihood."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A judgement that a rule proposes.

    Attributes:
        statement: One sentence with a word of likelihood, translated.
        confidence: Key of `CONFIDENCES`.
        reason: Why, as a sentence, translated.
        evidence: Keys of figures and tables of the document.
    """

    statement: str
    confidence: Literal["low", "moderate", "high"]
    reason: str
    evidence: tuple[str, ...] = ()


def show(view: View, proposals: Iterable[Proposal], *, keys: Iterable[str]) -> None:
    """Show the key judgements of an edition.

    Args:
        view: Holds those that analysts wrote for this recipient and period.
        proposals: What rules propose; shown only where analysts wrote none.
        keys: Figures and tables that the document has; evidence that names one becomes a pointer.
    """
    known = set(keys)
    for number, one in enumerate(view.facts.judgements, start=1):
        report.judgement(
            f"J{number}",
            one.statement,
            confidence=_confidence(one.confidence, one.confidence_reason, view.language),
            adopted=True,
            evidence=_evidence(one.evidence, known),
            author_note=view.language.text("{author}, {date}", author=one.author, date=view.language.day(one.date)),
        )
    if not view.facts.judgements:
        _propose(view.language, proposals, known)


def _propose(language: Language, proposals: Iterable[Proposal], known: set[str]) -> None:
    for number, one in enumerate(proposals, start=1):
        report.judgement(
            f"J{number}",
            one.statement,
            confidence=_confidence(one.confidence, one.reason, language),
            adopted=False,
            evidence=_evidence(one.evidence, known),
        )


def _confidence(level: str, reason: str, language: Language) -> str:
    return language.text(CONFIDENCES[level], reason=reason)


def _evidence(names: tuple[str, ...], known: set[str]) -> list[str | Span]:
    parts: list[str | Span] = []
    for name in names:
        parts.extend([", "] if parts else [])
        parts.append(report.ref(name) if name in known else name)
    return parts
