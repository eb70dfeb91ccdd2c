"""What the editions of a run are held against: the traces of all records and of one another."""

from collections.abc import Sequence
from dataclasses import replace

from ens_reports.editions.batch import Batch
from ens_reports.editions.job import Job
from ens_reports.policy import leaks

FOLDER = ".leaks"
"""Beside the views of a run; no series has such a name."""


def watched(batch: Batch, jobs: Sequence[Job]) -> list[Job]:
    """Jobs with what their editions are held against.

    Args:
        batch: Of the run.
        jobs: Of the run; each is a leak in the editions of other recipients.
    """
    if not jobs:
        return []
    there = [(row.recipient, name) for row in batch.store.editions.heads() for name in (row.id, row.reference)]
    proofs = [job.manifest for job in jobs]
    planned = [(proof.recipient, name) for proof in proofs for name in (proof.edition, proof.reference)]
    index = leaks.index(batch.snapshot, batch.project.policy, dict.fromkeys([*there, *planned]))
    folder = batch.views / FOLDER
    index.write(folder)
    return [replace(job, watch=index.watch(folder, job.manifest.recipient)) for job in jobs]
