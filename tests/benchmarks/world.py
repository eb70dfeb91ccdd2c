"""A project, and a workspace with synthetic records that `ens intake` took in; made once, and kept where that is wished."""

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks import reference
from benchmarks.measure import Measured, measure

from data_contracts.publish.synth import synth
from ens_reports import pipeline, policy
from ens_reports.params.workspace import COVER_SUFFIX

REPOSITORY = Path(__file__).parents[2]
ENS = str(Path(sys.executable).with_name("ens"))
ASSESSMENT = "country-threat-assessment"
CONTRACT = "wildlife"
"""One file a party: each file that is taken in is laid against the records of all others, which takes its time."""
WORKERS = 2
ROWS_REJECTED = 3
MADE_OF = "world.json"
SENT_ROWS = 20


@dataclass(frozen=True, kw_only=True)
class World:
    """Where commands are measured.

    Attributes:
        project: Settings, products, notebooks.
        workspace: What arrived and what is made.
    """

    project: Path
    workspace: Path

    @cached_property
    def recipients(self) -> tuple[str, ...]:
        """Who gets an edition of each product."""
        run = pipeline.open_run(self.workspace, self.project)
        return policy.recipients(run.store.snapshot(), run.project, run.project.product(reference.NAME))

    def ens(self, command: str, *arguments: str) -> Measured:
        """Run a command on this world; of what is taken in rows may be rejected, what is built must be whole."""
        place = ("--workspace", str(self.workspace), "--project", str(self.project))
        return measure([ENS, command, *arguments, *place], allowed=(0, ROWS_REJECTED) if command == "intake" else (0,))

    def build(self, products: Sequence[str], recipients: Sequence[str] = (), *options: str) -> Measured:
        """Build editions, whether they are there or not; of all recipients if none is named."""
        named = [part for code in recipients for part in ("--recipient", code)]
        return self.ens("reports", *products, *named, "--force", *(options or ("--workers", str(WORKERS))))

    def editions(self, product: str) -> set[Path]:
        """Folders of the editions of a product."""
        return {path for path in (self.workspace / "editions" / product).iterdir() if not path.name.startswith(".")}

    def send(self, party: str, *, seed: int) -> None:
        """Take in one more file of a party, with new records."""
        (cover,) = (self.workspace / "inbox" / party).glob(f"*{COVER_SUFFIX}")
        path = self.workspace.with_name("more") / f"more-{seed}.csv"
        path.parent.mkdir(exist_ok=True)
        frame = synth(CONTRACT, country=party, rows=SENT_ROWS, seed=seed, years=range(2021, 2026))
        frame.assign(incident_id=[f"MORE/{seed}/{number}" for number in range(len(frame))]).to_csv(path, index=False)
        shutil.copy(cover, path.with_name(path.name + COVER_SUFFIX))
        self.ens("intake", str(path), "--party", party)


def make_world(folder: Path, *, parties: int, rows: int) -> World:
    """Make a world, or take the one that is there; its project is this one's as it is now.

    Args:
        folder: Where it is.
        parties: Who send and receive.
        rows: Records in all.

    Raises:
        RuntimeError: Another world is there.
    """
    made_of = {"parties": parties, "rows": rows, "contract": CONTRACT}
    world = World(project=folder.resolve() / "project", workspace=folder.resolve() / "workspace")
    _write_project(world.project)
    note = folder / MADE_OF
    if not note.exists():
        world.ens("synth", *_wanted(parties, rows), "-o", str(world.workspace / "inbox"))
        world.ens("intake")
        note.write_text(json.dumps(made_of), encoding="utf-8")
    if json.loads(note.read_bytes()) != made_of:
        raise RuntimeError(f"{folder} must hold a world of {made_of}, got {note.read_text(encoding='utf-8')}")
    return world


def _wanted(parties: int, rows: int) -> Sequence[str]:
    return "--countries", str(parties), "--rows", str(rows), "--seed", "1", "--contract", CONTRACT


def _write_project(project: Path) -> None:
    shutil.rmtree(project, ignore_errors=True)
    for name in ("params", "reports"):
        shutil.copytree(REPOSITORY / name, project / name, ignore=shutil.ignore_patterns("view", ".ipynb_checkpoints"))
    shutil.copy(REPOSITORY / "requirements.lock", project)
    reference.write(project, 1)
