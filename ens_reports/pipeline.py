"""The whole run on one screen: files become records, records become views, views become editions."""
# ruff: noqa: PLC0415 - what takes in files must not wait for what builds editions, nor the other way

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ens_reports import atomic, intake
from ens_reports.errors import ToolError
from ens_reports.params import Project, Workspace, find_project, load
from ens_reports.params.pseudonyms import is_example
from ens_reports.params.workspace import COVER_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ens_reports import render
    from ens_reports.editions.batch import Batch
    from ens_reports.editions.carry_out import Means, Workshop
    from ens_reports.editions.doctor import Health
    from ens_reports.editions.job import Built, Job
    from ens_reports.editions.pool import Failure
    from ens_reports.editions.register import Line
    from ens_reports.editions.selection import Selection
    from ens_reports.editions.trace import Use
    from ens_reports.editions.verify import Verdict
    from ens_reports.retention import Deleted
    from ens_reports.store import Consent, Deletion, Store

    Progress = Callable[[int, int, str], None]
    """Told how many are done, of how many, and the name of the last."""

EXAMPLES = Path("data_contracts") / "examples" / "inbox"
SORTED = "sorted"
"""In a run's own folder, on this machine: the records that its views are made from, which no notebook sees."""
KEPT_RENDERER = "renderer.txt"
EXAMPLE_KEY = "params/pseudonyms.key is the example that everybody can read: make one of your own before anything is released"


@dataclass(frozen=True, kw_only=True)
class Run:
    """Where a run takes place, and with what.

    Attributes:
        workspace: What arrives and what is made.
        project: How it is made.
        store: Records and ledger.
        renderer: `auto`, `quarto` or `embedded`.
        means: What it builds editions with; only a run that builds has them.
    """

    workspace: Workspace
    project: Project
    store: Store
    renderer: str = "auto"
    means: Means | None = None


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Files to take in; what is not said is found out from the files.

    Attributes:
        paths: Files and folders; none means the inbox.
        party: Code of the sender.
        contract: Name of the contract.
        mapping: Name of the mapping.
        received_on: Day of arrival.
    """

    paths: tuple[Path, ...] = ()
    party: str | None = None
    contract: str | None = None
    mapping: str | None = None
    received_on: date


def open_run(workspace: Path, project: Path | None = None, *, renderer: str = "auto", means: Means | None = None) -> Run:
    """Open a workspace, new or old, and the project to work on it with; none means upward from here."""
    from ens_reports.store import Store

    place = Workspace(workspace)
    place.prepare()
    return Run(workspace=place, project=open_project(project), store=Store(workspace), renderer=renderer, means=means)


def open_project(folder: Path | None) -> Project:
    """The settings of a project; none means upward from here."""
    return load(folder or find_project(Path.cwd()))


def put_examples(run: Run) -> int:
    """Put the example submissions into an inbox that is empty; tells how many files that were, without cover sheets."""
    if any(path.is_file() for path in run.workspace.inbox.rglob("*")):
        return 0
    shutil.copytree(run.project.root / EXAMPLES, run.workspace.inbox, dirs_exist_ok=True)
    return sum(path.is_file() and not path.name.endswith(COVER_SUFFIX) for path in run.workspace.inbox.rglob("*"))


def take_in(run: Run, arrival: Arrival, progress: Progress) -> Sequence[intake.FileOutcome]:
    """Files become records, with feedback to each sender."""
    from ens_reports.store.running import running

    with running(run.store.folder):
        return intake.take_in(
            arrival.paths or None,
            workspace=run.workspace,
            project=run.project,
            party=arrival.party,
            contract=arrival.contract,
            mapping=arrival.mapping,
            today=arrival.received_on,
            progress=progress,
        )


def withdraw(run: Run, submission: str, *, reason: str, at: date) -> Deleted:
    """A submission goes from every place of the workspace, and the editions that used it are marked."""
    from ens_reports import retention

    return retention.withdraw(run.workspace, run.store, submission, reason=reason, at=at)


def expire(run: Run, *, at: date) -> Deleted:
    """What may be kept no longer goes from every place of the workspace; so does what an earlier deletion left that was stopped."""
    from ens_reports import retention

    return retention.expire(run.workspace, run.store, run.project.policy, at=at)


def due(run: Run, *, at: date) -> Sequence[Deletion]:
    """What may be kept no longer; nothing is deleted."""
    from ens_reports import retention

    return retention.due(run.store, run.project.policy, at=at)


def check(
    project: Path | None, file: Path, arrival: Arrival, *, pack: Path | None = None, workspace: Path | None = None
) -> intake.FileOutcome:
    """One file, as intake would see it, and its feedback pack if a folder is given; nothing is stored."""
    return intake.check(
        file,
        project=open_project(project),
        party=arrival.party,
        contract=arrival.contract,
        mapping=arrival.mapping,
        today=arrival.received_on,
        pack=pack,
        workspace=workspace,
    )


def suggest(project: Path | None, file: Path, arrival: Arrival, *, folder: Path | None = None) -> intake.Suggestion:
    """A draft of a mapping for a file, written for an analyst to confirm."""
    return intake.suggest_mapping(file, project=open_project(project), party=arrival.party, contract=arrival.contract, folder=folder)


def give_consent(run: Run, consent: Consent, *, at: date) -> int:
    """Enter what an owner said later, of records that it had closed; returns its number."""
    from ens_reports.policy.consents import check_can_give

    check_can_give(consent, run.project)
    return run.store.consents.add(consent, at=at)


def look(run: Run, selection: Selection) -> tuple[Line, ...]:
    """What a run would do, and why."""
    from ens_reports.editions.plan import plan
    from ens_reports.editions.register import line

    with open_batch(run, selection.as_of) as batch:
        return tuple(line(batch, planned, {}) for planned in plan(batch, selection, workers=os.cpu_count() or 1))


def build_reports(run: Run, selection: Selection, progress: Progress) -> tuple[Line, ...]:
    """Records become views, views become editions; only what is out of date is built."""
    from ens_reports.editions import pool

    if selection.force:
        pool.start(pool.PRELOADED)  # there will be work: workers import while this process does
    from ens_reports.editions.carry_out import Means, open_workshop
    from ens_reports.editions.plan import plan
    from ens_reports.editions.register import line
    from ens_reports.editions.watch import watched

    means = run.means or Means()
    with open_batch(run, selection.as_of) as batch, open_workshop(batch, means) as workshop:
        planned = plan(batch, selection, workers=means.workers, begin=workshop.begin)
        jobs = watched(batch, [one.job for one in planned if one.job])
        outcomes = _build(batch, workshop, jobs, progress)
        return tuple(line(batch, one, outcomes) for one in planned)


def _build(batch: Batch, workshop: Workshop, jobs: Sequence[Job], progress: Progress) -> dict[str, Built | Failure]:
    """Each edition enters the ledger as it ends, so that Ctrl-C loses none that is finished."""
    from ens_reports.editions.register import register

    outcomes: dict[str, Built | Failure] = {}
    with closing(workshop.carry_out(jobs)) as ended:
        for done in ended:
            outcomes[done.job.manifest.edition] = register(batch, done, at=datetime.now(UTC))
            progress(len(outcomes), len(jobs), done.job.manifest.edition)
    return outcomes


def verify(run: Run, target: str, *, rebuild: bool) -> Verdict:
    """Is a PDF or an edition whole, whose, current, and can it be built again byte for byte."""
    from ens_reports.editions import verify as verifying

    with ExitStack() as stack:
        return verifying.verify(
            target,
            store=run.store,
            editions=run.workspace.editions,
            batch_of=lambda as_of: stack.enter_context(open_batch(run, as_of)),
            rebuild=rebuild,
        )


def trace(run: Run, target: str) -> tuple[Use, ...]:
    """The editions and recipients that used a submission or a record."""
    from ens_reports.editions import trace as tracing

    return tracing.trace(target, store=run.store)


def diagnose(workspace: Path, project: Path | None, *, renderer: str) -> Health:
    """What `examine` finds, or as much of it as there is to find where the ledger does not answer."""
    from ens_reports.editions import doctor

    try:
        run = open_run(workspace, project, renderer=renderer)
    except ToolError as error:
        return doctor.examine_tools(wanted=renderer, kept=_kept_renderer(workspace), ledger=f"{error.message}; {error.hint}")
    return examine(run)


def examine(run: Run) -> Health:
    """What is installed, which renderer will run, which isolation holds, and whether store and editions are whole."""
    from ens_reports.editions import doctor
    from ens_reports.retention import leftovers

    left = [str(one) for one in leftovers(run.workspace, run.store)]
    said = [EXAMPLE_KEY] if is_example(run.project.pseudonym_key) else []
    kept = _kept_renderer(run.workspace.root)
    return doctor.examine(run.store, editions=run.workspace.editions, wanted=run.renderer, kept=kept, found=left, notices=said)


@contextmanager
def open_batch(run: Run, as_of: int | date | None = None) -> Iterator[Batch]:
    """What the editions of one run have in common, with a folder for their views."""
    from ens_reports.editions.batch import Batch
    from ens_reports.store.running import running

    snapshot = run.store.snapshot(as_of)
    renderer, engines = _renderer(run)
    shared = run.workspace.root if run.means and run.means.scheduler else None
    with running(run.store.folder) as own, tempfile.TemporaryDirectory(prefix=".ens-views-", dir=shared) as views:
        yield Batch(
            project=run.project,
            store=run.store,
            snapshot=replace(snapshot, scratch=own / SORTED),
            workspace=run.workspace,
            renderer=renderer,
            engines=engines,
            views=Path(views),
        )


def _renderer(run: Run) -> tuple[render.Renderer, str]:
    """What a workspace was first rendered with it keeps to: two renderers would give two kinds of pages."""
    from ens_reports import render

    kept = _kept_renderer(run.workspace.root)
    renderer = render.choose(run.renderer, kept)
    engines = renderer.probe()
    if kept is None:
        atomic.write_text(run.workspace.store / KEPT_RENDERER, renderer.name + "\n")
    return renderer, engines


def _kept_renderer(workspace: Path) -> str | None:
    path = Workspace(workspace).store / KEPT_RENDERER
    return path.read_text(encoding="utf-8").strip() if path.is_file() else None
