"""Example views beside the notebooks, so that each opens and runs in JupyterLab as it is: `python -m ens_reports.editions.lab`."""

import sys
import tempfile
from datetime import date
from pathlib import Path

from ens_reports import intake, policy
from ens_reports.execute.parameters import complete_parameters
from ens_reports.execute.source import parameters_of
from ens_reports.params import Product, Project, Workspace, find_project, load
from ens_reports.policy import Wish
from ens_reports.report.view import write_view
from ens_reports.store import Snapshot, Store

EXAMPLES = Path("data_contracts") / "examples" / "inbox"
ARRIVAL = date(2026, 1, 31)
"""When the examples arrive, so that the views are the same on every day."""
VIEW = "view"


def write_views(project: Project) -> tuple[Path, ...]:
    """Take in the examples in a workspace of their own, and write the view of each product beside its notebook.

    Args:
        project: Its products; recipient and language are those of each notebook's parameters cell.

    Returns:
        The folders.
    """
    with tempfile.TemporaryDirectory(prefix="ens-lab-") as folder:
        workspace = Workspace(Path(folder))
        workspace.prepare()
        intake.take_in([project.root / EXAMPLES], workspace=workspace, project=project, today=ARRIVAL)
        snapshot = Store(workspace.root).snapshot()
        return tuple(_write(project, product, snapshot) for product in project.products)


def _write(project: Project, product: Product, snapshot: Snapshot) -> Path:
    notebook = project.root / product.notebook
    chosen = parameters_of(notebook)
    recipient = str(chosen["recipient"])
    period, moved = policy.period(snapshot, project, product=product, recipient=recipient)
    wish = Wish(
        product=product,
        recipient=recipient,
        language=str(chosen["language"]),
        period=period,
        period_moved=moved,
        parameters=tuple(complete_parameters(product.name, product.parameters, {}).items()),
        reference="EXAMPLE",
    )
    folder = notebook.parent / VIEW
    write_view(folder, policy.view(snapshot, project, wish).view)
    return folder


def main() -> None:
    """Write the views of the project around this folder, and say where."""
    for folder in write_views(load(find_project(Path.cwd()))):
        sys.stdout.write(f"example view: {folder}\n")


if __name__ == "__main__":
    main()
