"""The feedback pack: what the sender gets back, in the sender's language."""

import json
from pathlib import Path

from ens_reports import atomic
from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.pages import feedback_page, receipt_page
from ens_reports.intake.feedback.ranges import addresses, in_short, row_ranges
from ens_reports.intake.feedback.told import Told
from ens_reports.intake.feedback.workbook import Book, feedback_workbook
from ens_reports.intake.reader.letters import column_letters

SCHEMA = 2
SHOWN_RANGES = 12
"""Ranges of cells that are written out; `rows` has all."""


def write_feedback(folder: Path, answer: Answer) -> None:
    """Write the pack; one that is there already is replaced as a whole.

    Args:
        folder: `feedback/<party>/<submission>`.
        answer: What to tell.
    """
    book = feedback_workbook(answer)
    with atomic.folder(folder) as draft:
        atomic.write_text(draft / "findings.json", findings_json(answer, book))
        atomic.write_text(draft / "feedback.html", feedback_page(answer, book))
        atomic.write_text(draft / "receipt.html", receipt_page(answer))
        atomic.write_bytes(draft / "feedback.xlsx", book.content)


def findings_json(answer: Answer, book: Book) -> str:
    """Findings for machines: every row, and samples of what was found; it returns to its sender only.

    Args:
        answer: What to tell.
        book: The workbook that goes with it.
    """
    outcome, earlier = answer.outcome, answer.earlier
    row = {name: value for name, value in outcome.row().items() if name not in {"path", "details", "feedback"}}
    document = {
        "schema": SCHEMA,
        "file": Path(outcome.path).name,
        "language": answer.language.code,
        "received_on": answer.received_on.isoformat(),
        "correct_by": answer.due.isoformat() if answer.due else "",
        **row,
        "to_correct": answer.to_correct,
        "replaces": earlier.submission if earlier else "",
        "findings_by_severity": outcome.findings,
        "workbook": {"kind": book.kind, "lost": list(book.lost)},
        "findings": [_finding(item) for item in answer.told],
        "fixed": [
            {"check": item.check, "field": item.field, "header": item.header, "count": item.count, "message": item.message}
            for item in answer.fixed
        ],
        "understood": [
            {"column": item.column, "header": item.header, "field": item.field, "facts": item.facts} for item in answer.understood
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _finding(item: Told) -> dict[str, object]:
    detail, located = item.detail, item.located
    ranges = row_ranges(located.finding.rows)
    answer = item.answer
    return {
        "reference": item.reference,
        "check": detail.check,
        "severity": detail.severity,
        "state": item.state,
        "since": item.since,
        "field": detail.field,
        "header": detail.header,
        "sheet": detail.sheet,
        "count": detail.count,
        "rows": in_short(ranges),
        "column": column_letters(located.column) if located.column >= 0 else "",
        "cells": list(addresses(ranges[:SHOWN_RANGES], located.sheet, located.column)) if located.sheet else [],
        "message": detail.message,
        "fix": detail.fix,
        "cost": detail.cost,
        "sample": list(located.finding.sample),
        "answer": {"answer": answer.answer, "value": answer.value, "day": answer.day.isoformat()} if answer else {},
    }
