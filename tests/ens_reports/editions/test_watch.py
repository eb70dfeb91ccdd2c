from pathlib import Path

import pytest
import small

from ens_reports import pipeline
from ens_reports.editions.plan import plan
from ens_reports.editions.selection import Selection
from ens_reports.editions.watch import watched
from ens_reports.pipeline import Run
from ens_reports.policy import leaks


@pytest.fixture
def run(tmp_path: Path) -> Run:
    run = small.open_run(small.make_project(tmp_path / "project"), tmp_path / "workspace")
    small.commit(run, "KEN", rows=2)
    small.commit(run, "FRA", rows=2)
    return run


def test_editions_of_one_run_are_held_against_one_another(run: Run) -> None:
    with pipeline.open_batch(run) as batch:
        jobs = {job.manifest.recipient: job for job in watched(batch, [one.job for one in plan(batch, Selection()) if one.job])}
        told = {code: (job.manifest.edition, job.manifest.reference) for code, job in jobs.items()}
        found = {code: _shown(job.watch, told["FRA"]) for code, job in jobs.items()}

    assert found == {"FRA": 0, "KEN": 2}


def test_without_anything_to_build_there_is_nothing_to_gather(run: Run) -> None:
    with pipeline.open_batch(run) as batch:
        assert watched(batch, []) == []
        assert not list(batch.views.iterdir())


def _shown(watch: leaks.Watch | None, told: tuple[str, ...]) -> int:
    assert watch is not None
    return leaks.leaks(watch, told, excused=tuple).total()
