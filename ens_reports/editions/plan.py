"""What must be built, and why: the cheap look first, then the digest of each view."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ens_reports.editions import manifest
from ens_reports.editions.batch import Batch
from ens_reports.editions.job import Job
from ens_reports.editions.manifest import Inputs, Manifest
from ens_reports.editions.pool import Failure, failure
from ens_reports.editions.prepare import Prepared, job, prepare, previous_of, standing_inputs
from ens_reports.editions.reasons import reasons
from ens_reports.editions.selection import Candidate, Selection, candidates
from ens_reports.editions.series import Series
from ens_reports.editions.whole import glance
from ens_reports.errors import EnsError
from ens_reports.store import EditionRow

State = Literal["up_to_date", "out_of_date", "too_few", "failed"]
VOLATILE = {"submissions", "view", "previous"}
"""Inputs that only the records decide."""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A wanted edition, and what becomes of it.

    Attributes:
        series: Of which line.
        level: Of its product.
        state: Whether it must be built; `too_few`: its product is not built from so few incidents.
        edition: Name of the edition that there is, or that will be; empty when there is none.
        reasons: Why, in sentences.
        job: What a worker needs; only when it must be built.
        failure: Why it could not even be planned.
    """

    series: Series
    level: str
    state: State
    edition: str = ""
    reasons: tuple[str, ...] = ()
    job: Job | None = None
    failure: Failure | None = None


def plan(batch: Batch, selection: Selection) -> Iterator[Planned]:
    """Look at every wanted edition.

    Args:
        batch: Of the run.
        selection: What people ask for.

    Yields:
        Each wanted edition, in the order of products and recipients.

    Raises:
        RequestError: The selection names what there is not.
    """
    for candidate in candidates(selection, project=batch.project, snapshot=batch.snapshot):
        try:
            yield _plan_one(batch, candidate, force=selection.force)
        except EnsError as error:
            yield Planned(series=candidate.series, level=candidate.product.level, state="failed", failure=failure(error))


def _plan_one(batch: Batch, candidate: Candidate, *, force: bool) -> Planned:
    history = batch.history(candidate.series)
    standing = standing_inputs(batch, candidate)
    if not force and history and _untouched(batch, candidate, standing, history[-1]):
        return _up_to_date(batch, candidate, history[-1])
    prepared = prepare(batch, candidate, standing)
    if candidate.product.minimum and prepared.incidents < candidate.product.minimum:
        return _too_few(prepared)
    same = [row for row in history if row.key == prepared.key and row.id not in batch.erased]
    if same and not force and not _is_followed_by_marked(batch, history, same[-1]):
        return _up_to_date(batch, candidate, same[-1])
    return _to_build(batch, prepared, [row for row in history if row not in same])


def _untouched(batch: Batch, candidate: Candidate, standing: Inputs, last: EditionRow) -> bool:
    """The first key: the same ledger position, parameters and tools can't give another view."""
    if last.as_of != batch.snapshot.seq:
        return False
    there = manifest.read(batch.folder(last.product, last.id))
    same_inputs = there.inputs.model_copy(update={"submissions": (), "view": "", "previous": None}) == standing
    return same_inputs and there.toolchain == batch.toolchain and there.parameters == candidate.parameters


def _is_followed_by_marked(batch: Batch, history: Sequence[EditionRow], row: EditionRow) -> bool:
    """Whether what must be superseded came after an edition that would say the same: another has to take its place."""
    return any(later.id in batch.erased for later in history[history.index(row) + 1 :])


def _up_to_date(batch: Batch, candidate: Candidate, row: EditionRow) -> Planned:
    glance(batch.folder(row.product, row.id), row.manifest, erased=batch.erased.get(row.id, ()))
    return Planned(series=candidate.series, level=candidate.product.level, state="up_to_date", edition=row.id)


def _too_few(prepared: Prepared) -> Planned:
    candidate = prepared.candidate
    reason = f"{prepared.incidents} incidents of the period may be told of; {candidate.product.name} takes {candidate.product.minimum}"
    return Planned(series=candidate.series, level=candidate.product.level, state="too_few", reasons=(reason,))


def _to_build(batch: Batch, prepared: Prepared, earlier: Sequence[EditionRow]) -> Planned:
    candidate = prepared.candidate
    work = job(batch, prepared, previous_of(batch, earlier))
    before: Manifest | None = manifest.read(batch.folder(earlier[-1].product, earlier[-1].id)) if earlier else None
    return Planned(
        series=candidate.series,
        level=candidate.product.level,
        state="out_of_date",
        edition=work.manifest.edition,
        reasons=reasons(before, work.manifest, files=batch.file_names),
        job=work,
    )
