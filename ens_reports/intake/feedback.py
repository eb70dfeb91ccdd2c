"""The feedback pack: what the sender gets back, in the sender's language."""

import json
from pathlib import Path

from ens_reports import atomic
from ens_reports.intake.answer import Answer
from ens_reports.intake.feedback_pages import feedback_page, receipt_page
from ens_reports.intake.feedback_workbook import feedback_workbook


def write_feedback(folder: Path, answer: Answer) -> None:
    """Write the pack; one that is there already is replaced as a whole.

    Args:
        folder: `feedback/<party>/<submission>`.
        answer: What to tell.
    """
    with atomic.folder(folder) as draft:
        atomic.write_text(draft / "findings.json", findings_json(answer))
        atomic.write_text(draft / "feedback.html", feedback_page(answer))
        atomic.write_text(draft / "receipt.html", receipt_page(answer))
        atomic.write_bytes(draft / "feedback.xlsx", feedback_workbook(answer))


def findings_json(answer: Answer) -> str:
    """Findings for machines: every row, and samples of what was found; it returns to its sender only.

    Args:
        answer: What to tell.
    """
    outcome = answer.outcome
    findings = [
        {
            "check": item.check,
            "severity": item.severity,
            "field": item.field,
            "header": item.header,
            "sheet": item.sheet,
            "count": item.count,
            "rows": located.finding.rows.tolist(),
            "cells": list(item.cells),
            "message": item.message,
            "fix": item.fix,
            "cost": item.cost,
            "sample": list(located.finding.sample),
        }
        for item, located in zip(answer.details(), answer.found, strict=True)
    ]
    row = {name: value for name, value in outcome.row().items() if name not in {"path", "details", "feedback"}}
    document = {
        "schema": 1,
        "file": Path(outcome.path).name,
        "language": answer.language.code,
        **row,
        "findings_by_severity": outcome.findings,
    }
    return json.dumps({**document, "findings": findings}, ensure_ascii=False, indent=1) + "\n"
