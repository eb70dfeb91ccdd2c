"""Judgements that analysts write, one file per product, recipient and period."""

from datetime import date
from pathlib import Path
from typing import Literal

from ens_reports.params.period import Period
from ens_reports.params.project import Project
from ens_reports.params.strict import Setting, read


class WrittenJudgement(Setting):
    """A judgement from `params/judgements/`, written by an analyst or proposed by a rule there."""

    statement: str
    likelihood: str
    confidence: Literal["low", "moderate", "high"]
    confidence_reason: str
    evidence: tuple[str, ...] = ()
    author: str
    date: date


class _File(Setting):
    judgements: tuple[WrittenJudgement, ...]


def judgements(project: Project, product: str, recipient: str, *, period: Period) -> tuple[WrittenJudgement, ...]:
    """The judgements written for one edition.

    Args:
        project: The project.
        product: Name of the product.
        recipient: Code of the party.
        period: Years of the edition.

    Returns:
        In the file's order; none when there is no file.

    Raises:
        RequestError: The file is not what it must be.
    """
    path = judgements_file(project.root, product, recipient, period=period)
    return read(path, _File).judgements if path.is_file() else ()


def judgements_file(root: Path, product: str, recipient: str, *, period: Period) -> Path:
    """Where the judgements of an edition stand."""
    return root / "params" / "judgements" / product / recipient / f"{period.file_name}.yaml"
