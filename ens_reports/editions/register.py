"""What became of each wanted edition: entered into the ledger, and told in one line."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from ens_reports.editions.batch import Batch
from ens_reports.editions.job import HTML, PDF, Built, Job
from ens_reports.editions.plan import Planned
from ens_reports.editions.pool import Done, Failure, failure
from ens_reports.errors import PolicyError
from ens_reports.store import EditionRow

Status = Literal["built", "up_to_date", "out_of_date", "too_few", "failed"]
Outcomes = Mapping[str, Built | Failure]
"""By name of the edition."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A wanted edition after a run.

    Attributes:
        edition: Its name; of the series where there is no edition.
        product: Name of the product.
        level: Its level.
        recipient: Code of the party.
        language: Code.
        marking: As printed; empty where there is no edition.
        pdf: Where the PDF is; none where there is no edition.
        html: Where the page is.
        pages: Of the PDF.
        seconds: That building took in this run.
        status: What became of it; `out_of_date` only in a dry run.
        reasons: Why it was out of date, or is not there.
        failure: What went wrong.
    """

    edition: str
    product: str
    level: str
    recipient: str
    language: str
    marking: str = ""
    pdf: Path | None = None
    html: Path | None = None
    pages: int = 0
    seconds: float = 0.0
    status: Status
    reasons: tuple[str, ...] = ()
    failure: Failure | None = None


def register(batch: Batch, done: Done[Job, Built], *, at: datetime) -> Built | Failure:
    """Enter an edition that was built into the ledger; one that failed leaves no trace there.

    Args:
        batch: Of the run.
        done: What a worker gave back.
        at: Now, in UTC.

    Returns:
        What became of it. Where records were deleted while it was built, it is deleted too.
    """
    if isinstance(done.result, Failure):
        return done.result
    try:
        batch.store.editions.register(_row(done.result, done.job, at=at))
    except PolicyError as error:
        shutil.rmtree(done.job.folder, ignore_errors=True)
        return failure(error)
    return done.result


def _row(built: Built, job: Job, *, at: datetime) -> EditionRow:
    proof, previous = built.manifest, built.manifest.inputs.previous
    return EditionRow(
        id=proof.edition,
        product=proof.product,
        level=proof.level,
        recipient=proof.recipient,
        language=proof.language,
        period=f"{proof.period.first_year}-{proof.period.last_year}",
        reference=proof.reference,
        number=proof.number,
        key=proof.key,
        as_of=proof.as_of,
        marking=proof.marking,
        manifest=built.manifest_sha256,
        supersedes=previous.edition if previous else "",
        pages=proof.pages,
        seconds=built.seconds,
        built_at=at.isoformat(timespec="microseconds"),
        audit_entries=proof.audit.entries,
        audit_head=proof.audit.head,
        inputs=job.used,
    )


def line(batch: Batch, planned: Planned, outcomes: Outcomes) -> Line:
    """One wanted edition, told.

    Args:
        batch: Of the run.
        planned: What was to become of it.
        outcomes: What the workers gave back.
    """
    series, name = planned.series, planned.edition or planned.series.name
    outcome = outcomes.get(name)
    failed = planned.failure or (outcome if isinstance(outcome, Failure) else None)
    status: Status = "failed" if failed else "built" if isinstance(outcome, Built) else planned.state
    there = outcome.manifest if isinstance(outcome, Built) else _found(batch, name) if status == "up_to_date" else None
    folder = batch.folder(series.product, name)
    return Line(
        edition=name,
        product=series.product,
        level=planned.level,
        recipient=series.recipient,
        language=series.language,
        marking=there.marking if there else "",
        pdf=folder / PDF if there else None,
        html=folder / HTML if there else None,
        pages=there.pages if there else 0,
        seconds=outcome.seconds if isinstance(outcome, Built) else 0.0,
        status=status,
        reasons=planned.reasons,
        failure=failed,
    )


def _found(batch: Batch, name: str) -> EditionRow | None:
    return next(iter(batch.store.editions.find(id=name)), None)
