"""What the loops work on: views and jobs of a few editions, each in a folder of its own, with the notebook that has run."""

import json
import pickle
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.world import World

from ens_reports import pipeline
from ens_reports.editions.job import NOTEBOOK, Job
from ens_reports.editions.plan import plan
from ens_reports.editions.selection import Selection


def write_samples(folder: Path, world: World, product: str, number: int) -> list[Path]:
    """Write a folder for each edition of the sample.

    Args:
        folder: Where the folders go.
        world: Where the editions were built.
        product: Of which product.
        number: How many editions, spread evenly over all of them in the order of how long they took: their mean is that of all.

    Returns:
        The folders, with `view/`, `notebook.ipynb`, `parameters.json`, `job.pickle` and `executed.ipynb`.
    """
    run = pipeline.open_run(world.workspace, world.project)
    took = {row.recipient: row.seconds for row in run.store.editions.find(product=product)}
    wanted = Selection(products=(product,), recipients=spread(sorted(took, key=lambda code: (took[code], code)), number), force=True)
    with pipeline.open_batch(run) as batch:
        jobs = [planned.job for planned in plan(batch, wanted) if planned.job]
        return [_write(folder / job.manifest.recipient, job) for job in jobs]


def spread(ordered: Sequence[str], number: int) -> tuple[str, ...]:
    """The middle one of each of some parts of equal size.

    Args:
        ordered: Names.
        number: How many are wanted; all there are if there are no more.
    """
    parts = min(number, len(ordered))
    return tuple(ordered[(2 * part + 1) * len(ordered) // (2 * parts)] for part in range(parts))


def _write(folder: Path, job: Job) -> Path:
    shutil.copytree(job.view_folder, folder / "view")
    shutil.copy(job.notebook, folder / "notebook.ipynb")
    shutil.copy(job.folder / NOTEBOOK, folder / "executed.ipynb")
    (folder / "parameters.json").write_text(json.dumps(job.parameters), encoding="utf-8")
    (folder / "job.pickle").write_bytes(pickle.dumps(job))
    return folder
