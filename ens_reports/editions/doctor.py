"""What is installed, which renderer will run, which isolation holds, and whether store and editions are whole."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from ens_reports import render
from ens_reports.editions.whole import check_whole, erased_files
from ens_reports.errors import DamageError, ToolError, worst
from ens_reports.execute.kernels import can_fork
from ens_reports.render.choose import RENDERERS
from ens_reports.store import Store

LIBRARIES = ("pandas", "duckdb", "pandera", "papermill", "matplotlib", "pypandoc_binary", "typst", "pypdf")
ISOLATION = {
    "own process for each notebook": "yes",
    "fresh environment, nothing of the user's": "yes",
    "private folder with its view": "yes",
    "time limit": "yes",
    "parent that never held data": "yes",
}
"""What holds for every running notebook."""
WALLS = {
    "memory": "memory limit",
    "network": "own network, with nothing in it",
    "files": "workspace, settings and others' views out of sight",
}
"""What depends on the system, and is tried."""


@dataclass(frozen=True, kw_only=True)
class Health:
    """What was found.

    Attributes:
        tools: Versions by name.
        renderers: What each renderer says of itself, or why it can't run.
        renderer: The one that will run; empty for none.
        isolation: What holds for a running notebook.
        problems: What is damaged, in sentences.
        notices: What works, and should be otherwise, in sentences.
        ledger: Which ledger the workspace has; or, with its hint, why it does not answer.
        answers: Whether it does; if not, nothing is known of damage.
    """

    tools: dict[str, str]
    renderers: dict[str, str]
    renderer: str
    isolation: dict[str, str]
    problems: tuple[str, ...]
    notices: tuple[str, ...] = ()
    ledger: str
    answers: bool = True

    @property
    def exit_code(self) -> int:
        """6 for damage, 5 where no renderer runs or the ledger does not answer, else 0."""
        return worst([DamageError.exit_code if self.problems else 0, 0 if self.renderer and self.answers else ToolError.exit_code])


def examine(
    store: Store, *, editions: Path, wanted: str, kept: str | None, found: Sequence[str] = (), notices: Sequence[str] = ()
) -> Health:
    """Look at everything.

    Args:
        store: Records and ledger.
        editions: Where editions stand.
        wanted: Name of the renderer that was asked for, or `auto`.
        kept: Name of the one that the workspace keeps to.
        found: What was found elsewhere in the workspace, in sentences.
        notices: What should be otherwise, in sentences.
    """
    problems = (*store.problems(), *_edition_problems(store, editions), *found)
    return replace(examine_tools(wanted=wanted, kept=kept, ledger=store.ledger), problems=problems, notices=tuple(notices), answers=True)


def examine_tools(*, wanted: str, kept: str | None, ledger: str) -> Health:
    """Look at what is installed alone, where the ledger does not answer.

    Args:
        wanted: Name of the renderer that was asked for, or `auto`.
        kept: Name of the one that the workspace keeps to.
        ledger: Why the ledger does not answer.
    """
    python = {"python": platform.python_version(), "system": f"{platform.system()} {platform.machine()}"}
    said = {name: _probe(render.choose(name)) for name in RENDERERS}
    chosen = render.choose(wanted, kept)
    return Health(
        tools=python | {name: version(name) for name in LIBRARIES},
        renderers={name: answer for name, (_, answer) in said.items()},
        renderer=chosen.name if said[chosen.name][0] else "",
        isolation={**ISOLATION, **_walls()},
        problems=(),
        ledger=ledger,
        answers=False,
    )


def _probe(renderer: render.Renderer) -> tuple[bool, str]:
    try:
        return True, renderer.probe()
    except ToolError as error:
        return False, f"{error.message}; {error.hint}"


def _edition_problems(store: Store, editions: Path) -> list[str]:
    found = []
    erased = erased_files(store.editions.marks())
    for row in store.editions.heads():
        try:
            proof = check_whole(editions / row.product / row.id, row.manifest, erased=erased.get(row.id, ()))
        except DamageError as error:
            found.append(error.message)
            continue
        if (proof.audit.entries, proof.audit.head) != (row.audit_entries, row.audit_head):
            found.append(f"the ledger must have the same place in the log for edition {row.id} as its manifest, got another")
    return found


def _walls() -> dict[str, str]:
    if not can_fork():
        return dict.fromkeys(WALLS.values(), "no: only forked kernels have them, on Linux")
    from ens_reports.execute.isolation import probe  # noqa: PLC0415 - of Linux alone

    held = probe()
    return {said: "yes" if getattr(held, wall) else "no: the system does not permit it" for wall, said in WALLS.items()}
