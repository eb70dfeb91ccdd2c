"""What must be built, and why: the cheap look first, then the digest of each view."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from ens_reports.editions import manifest
from ens_reports.editions.batch import Batch
from ens_reports.editions.job import Job
from ens_reports.editions.manifest import Inputs, Manifest
from ens_reports.editions.pool import Failure, failure
from ens_reports.editions.prepare import Prepared, job, note, previous_of, standing_inputs
from ens_reports.editions.reasons import reasons
from ens_reports.editions.selection import Candidate, Selection, candidates
from ens_reports.editions.series import Series
from ens_reports.editions.views import Views, Wanted
from ens_reports.editions.whole import glance
from ens_reports.errors import EnsError
from ens_reports.store import EditionHead

State = Literal["up_to_date", "out_of_date", "too_few", "failed"]


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


def plan(batch: Batch, selection: Selection, *, workers: int = 1, begin: Callable[[], None] = lambda: None) -> tuple[Planned, ...]:
    """Look at every wanted edition.

    Args:
        batch: Of the run.
        selection: What people ask for.
        workers: How many processes make views, where there are many to be made.
        begin: Called as soon as it shows that views must be made, which mostly means that editions will be built.

    Returns:
        Each wanted edition, in the order of products and recipients.

    Raises:
        RequestError: The selection names what there is not.
    """
    views = Views(desk=batch.desk, store=batch.workspace.store)
    wanted = candidates(selection, project=batch.project, snapshot=batch.snapshot, period_of=views.period)
    if selection.force or not batch.has_built:
        begin()
    looked = [_tried(partial(_look, batch, views, force=selection.force), candidate) for candidate in wanted]
    to_make = {number: one for number, one in enumerate(looked) if isinstance(one, Wanted)}
    if to_make:
        begin()
    made = views.make(to_make, workers=workers)
    views.known.save()
    for one in made.values():
        if isinstance(one, Prepared):
            note(batch, one)
    after = partial(_decide, batch, force=selection.force)
    return tuple(one if isinstance(one, Planned) else _made(after, one, made[number]) for number, one in enumerate(looked))


def _tried(step: Callable[[Candidate], Planned | Wanted], candidate: Candidate) -> Planned | Wanted:
    """One edition's fault must not stop the others."""
    try:
        return step(candidate)
    except EnsError as error:
        return _failed(candidate, failure(error))


def _made(step: Callable[[Prepared], Planned], wanted: Wanted, made: Prepared | Failure) -> Planned:
    if isinstance(made, Failure):
        return _failed(wanted.candidate, made)
    try:
        return step(made)
    except EnsError as error:
        return _failed(wanted.candidate, failure(error))


def _failed(candidate: Candidate, why: Failure) -> Planned:
    return Planned(series=candidate.series, level=candidate.product.level, state="failed", failure=why)


def _look(batch: Batch, views: Views, candidate: Candidate, *, force: bool) -> Planned | Wanted:
    """What becomes of an edition, or that its view must be made to tell."""
    wanted = Wanted(candidate=candidate, standing=standing_inputs(batch.desk, candidate))
    if force:
        return wanted
    history = batch.history(candidate.series)
    if history and _untouched(batch, candidate, wanted.standing, history[-1]):
        return _up_to_date(batch, candidate, history[-1])
    found = views.found(wanted)
    if found is None:
        return wanted
    if found.incidents < candidate.product.minimum:
        return _too_few(candidate, found.incidents)
    there = _there(batch, history, found.key)
    return wanted if there is None else _up_to_date(batch, candidate, there)


def _decide(batch: Batch, prepared: Prepared, *, force: bool) -> Planned:
    candidate = prepared.candidate
    if prepared.incidents < candidate.product.minimum:
        return _too_few(candidate, prepared.incidents)
    history = batch.history(candidate.series)
    there = None if force else _there(batch, history, prepared.key)
    if there is not None:
        return _up_to_date(batch, candidate, there)
    return _to_build(batch, prepared, [row for row in history if row.key != prepared.key or row.id in batch.erased])


def _there(batch: Batch, history: Sequence[EditionHead], key: str) -> EditionHead | None:
    """The edition with a key, if it is whole and nothing that must be superseded came after it: then another has to take its place."""
    same = [row for row in history if row.key == key and row.id not in batch.erased]
    return same[-1] if same and not _is_followed_by_marked(batch, history, same[-1]) else None


def _untouched(batch: Batch, candidate: Candidate, standing: Inputs, last: EditionHead) -> bool:
    """The first key: the same ledger position, parameters and tools can't give another view."""
    if last.as_of != batch.snapshot.seq:
        return False
    there = manifest.read(batch.folder(last.product, last.id))
    same_inputs = there.inputs.model_copy(update={"submissions": (), "view": "", "previous": None}) == standing
    return same_inputs and there.toolchain == batch.toolchain and there.parameters == candidate.parameters


def _is_followed_by_marked(batch: Batch, history: Sequence[EditionHead], row: EditionHead) -> bool:
    """Whether what must be superseded came after an edition that would say the same: another has to take its place."""
    return any(later.id in batch.erased for later in history[history.index(row) + 1 :])


def _up_to_date(batch: Batch, candidate: Candidate, row: EditionHead) -> Planned:
    glance(batch.folder(row.product, row.id), row.manifest, erased=batch.erased.get(row.id, ()))
    return Planned(series=candidate.series, level=candidate.product.level, state="up_to_date", edition=row.id)


def _too_few(candidate: Candidate, incidents: int) -> Planned:
    reason = f"{incidents} incidents of the period may be told of; {candidate.product.name} takes {candidate.product.minimum}"
    return Planned(series=candidate.series, level=candidate.product.level, state="too_few", reasons=(reason,))


def _to_build(batch: Batch, prepared: Prepared, earlier: Sequence[EditionHead]) -> Planned:
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
