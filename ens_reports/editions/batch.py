"""What the editions of one run have in common."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ens_reports.editions import ingredients
from ens_reports.editions.desk import Desk
from ens_reports.editions.manifest import Toolchain
from ens_reports.editions.series import DIGITS, Series
from ens_reports.editions.whole import erased_files
from ens_reports.params import Project, Workspace
from ens_reports.render import Renderer
from ens_reports.store import EditionHead, Snapshot, Store


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What the editions of one run have in common.

    Attributes:
        project: Settings, products, notebooks.
        store: The ledger to look into.
        snapshot: The records, as of one number of the ledger.
        workspace: Where editions stand.
        renderer: Which one renders.
        engines: Its versions.
        views: A folder for views, gone after the run.
    """

    project: Project
    store: Store
    snapshot: Snapshot
    workspace: Workspace
    renderer: Renderer
    engines: str
    views: Path

    @cached_property
    def toolchain(self) -> Toolchain:
        """What the same bytes are promised for."""
        return ingredients.toolchain(f"{self.renderer.name} ({self.engines})")

    @cached_property
    def desk(self) -> Desk:
        """What views are made on."""
        return Desk(project=self.project, snapshot=self.snapshot, toolchain=self.toolchain, views=self.views)

    @cached_property
    def erased(self) -> dict[str, tuple[str, ...]]:
        """Files that are lawfully gone, by edition."""
        return erased_files(self.store.editions.marks())

    @cached_property
    def file_names(self) -> dict[str, str]:
        """Name of the file that came, by submission, withdrawn ones too."""
        return {row.id: row.file_name for row in self.store.submissions()}

    def folder(self, product: str, edition: str) -> Path:
        """Where an edition stands."""
        return self.workspace.editions / product / edition

    def history(self, series: Series) -> tuple[EditionHead, ...]:
        """Editions of a series up to the snapshot, the newest last; those whose folder is gone do not count."""
        ours = [row for row in self._built.get(series.name, ()) if row.as_of <= self.snapshot.seq]
        return tuple(sorted((row for row in ours if self.folder(row.product, row.id).is_dir()), key=lambda row: row.as_of))

    @property
    def has_built(self) -> bool:
        """Whether there are editions as of this place in the ledger: then most are up to date."""
        return any(row.as_of == self.snapshot.seq for rows in self._built.values() for row in rows)

    @cached_property
    def _built(self) -> dict[str, list[EditionHead]]:
        """Editions that there were when this run began, by series."""
        found: dict[str, list[EditionHead]] = {}
        for row in self.store.editions.heads():
            found.setdefault(row.id[: -DIGITS - 1], []).append(row)
        return found
