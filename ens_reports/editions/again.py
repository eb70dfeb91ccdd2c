"""Make an edition again from its manifest: its view, its job, its bytes."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ens_reports.editions.batch import Batch
from ens_reports.editions.carry_out import Means, open_workshop
from ens_reports.editions.job import Job
from ens_reports.editions.manifest import Manifest
from ens_reports.editions.pool import Failure
from ens_reports.editions.prepare import job, note, prepare, standing_inputs
from ens_reports.editions.reasons import reasons
from ens_reports.editions.selection import Candidate
from ens_reports.editions.watch import watched
from ens_reports.errors import EnsError, PolicyError, RequestError
from ens_reports.params import Period

BatchOf = Callable[[int | None], Batch]
"""Opens the records as of a ledger number, none for the newest."""


def candidate_of(batch: Batch, proof: Manifest) -> Candidate:
    """The wanted edition that a manifest tells of.

    Args:
        batch: Its products and parties.
        proof: The manifest.

    Raises:
        RequestError: The product or the party is gone.
    """
    return Candidate(
        product=batch.project.product(proof.product),
        party=batch.project.party(proof.recipient),
        language=proof.language,
        period=Period(**proof.period.model_dump()),
        period_moved=proof.period_moved,
        parameters=proof.parameters,
        marking=proof.marking_asked,
    )


def differences(proof: Manifest, batch_of: BatchOf) -> tuple[str, ...]:
    """Build an edition again in a folder of its own, and compare.

    Args:
        proof: Its manifest.
        batch_of: Opens the records.

    Returns:
        Names of files whose bytes differ; none when all are the same.

    Raises:
        PolicyError: It can't be built again: a submission was lawfully erased, or something else that it was made of changed.
    """
    batch = batch_of(proof.as_of)
    work = _same_job(batch, proof)
    if work.manifest.key != proof.key:
        said = "; ".join(reasons(proof, work.manifest, files=batch.file_names))
        raise PolicyError(f"what it was made of must be the same, got a change: {said}", hint="take the project as it was then")
    with tempfile.TemporaryDirectory(prefix="ens-again-") as folder:
        (again,) = watched(batch, [replace(work, folder=Path(folder) / proof.edition)])
        with open_workshop(batch, Means()) as workshop:
            (done,) = workshop.carry_out([again])
    if isinstance(done.result, Failure):
        raise EnsError(done.result.message, hint=done.result.hint)
    then = {one.path: one.sha256 for one in proof.outputs}
    return tuple(one.path for one in done.result.manifest.outputs if then.get(one.path) != one.sha256)


def _same_job(batch: Batch, proof: Manifest) -> Job:
    """With the predecessor that it had then."""
    batch.snapshot.check_can_repeat()
    candidate = candidate_of(batch, proof)
    try:
        prepared = prepare(batch.desk, candidate, standing_inputs(batch.desk, candidate))
        note(batch, prepared)
        return job(batch, prepared, proof.inputs.previous)
    except RequestError as error:
        raise PolicyError(error.message, hint=error.hint) from error
