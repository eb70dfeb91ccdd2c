"""What a worker is given to build one edition, and what it gives back. Light to import: the parent never runs a notebook."""

from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from ens_reports.editions.batch import Batch
from ens_reports.editions.manifest import Manifest
from ens_reports.errors import RequestError
from ens_reports.execute.kernels import Kernels, open_kernels
from ens_reports.execute.source import modules_of
from ens_reports.params.products import ParameterValue
from ens_reports.policy.leaks import Watch
from ens_reports.render import EditionFacts, Renderer
from ens_reports.store import EditionInput

NOTEBOOK, PDF, HTML = "notebook.ipynb", "report.pdf", "report.html"
OUTPUTS = (NOTEBOOK, HTML, PDF)
"""The files of an edition beside its manifest."""
TIMEOUT_S = 600.0
"""For one notebook; a hundred times what one takes."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """Everything that a worker needs to build one edition; it sees neither store nor ledger.

    Attributes:
        folder: The edition's folder to make.
        view_folder: What the recipient may see.
        notebook: The product's notebook.
        parameters: A value for each of its parameters.
        facts: What the cover and the running lines say.
        names: How the recipient is called in the edition's language.
        manifest: All but the outputs.
        renderer: Chosen by the parent: a worker has not the environment that names Quarto.
        timeout_s: Seconds for the notebook.
        watch: What the finished edition is held against; one without it is refused.
        used: Which rows of which submissions the view holds, for the ledger.
    """

    folder: Path
    view_folder: Path
    notebook: Path
    parameters: dict[str, ParameterValue]
    facts: EditionFacts
    names: tuple[str, ...]
    manifest: Manifest
    renderer: Renderer
    timeout_s: float = TIMEOUT_S
    watch: Watch | None = None
    used: tuple[EditionInput, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Built:
    """An edition that is whole.

    Attributes:
        manifest: With its outputs.
        manifest_sha256: Of the file.
        seconds: It took.
        stderr_lines: Lines that the notebook wrote to stderr.
    """

    manifest: Manifest
    manifest_sha256: str
    seconds: float
    stderr_lines: int


@dataclass(frozen=True, kw_only=True)
class KernelWish:
    """Which kernels a run's notebooks need.

    Attributes:
        way: How a kernel is had, as in `open_kernels`.
        modules: What the notebooks import.
        hidden: Folders that no notebook needs to see into: the workspace, the settings, others' views, and what these are made from.
    """

    way: str
    modules: tuple[str, ...]
    hidden: tuple[Path, ...]

    def open(self) -> AbstractContextManager[Kernels]:
        """Have them for as long as this lasts."""
        return open_kernels(self.way, modules=self.modules, hidden=self.hidden)


def kernel_wish(batch: Batch, *, way: str) -> KernelWish:
    """Which kernels the notebooks of a project need; what one that can't be read needs, it is told when it is to run.

    Args:
        batch: Of the run.
        way: How a kernel is had, as in `open_kernels`.
    """
    root = batch.project.root
    modules = list[str]()
    for notebook in dict.fromkeys(root / product.notebook for product in batch.project.products):
        with suppress(RequestError):
            modules.extend(modules_of(notebook))
    hidden = [batch.workspace.root, root / "params", batch.views, *filter(None, [batch.snapshot.scratch])]
    return KernelWish(way=way, modules=tuple(dict.fromkeys(modules)), hidden=tuple(hidden))


def build_in_worker(job: Job, *, kernels: Kernels) -> Built:
    """Build an edition; the imports of papermill and the renderers happen in the worker.

    Args:
        job: What it is made of.
        kernels: Where its notebook's kernel comes from.
    """
    from ens_reports.editions.build import build  # noqa: PLC0415 - three seconds of imports that the parent does without

    return build(job, kernels)
