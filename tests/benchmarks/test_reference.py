import json
import shutil
from pathlib import Path

from benchmarks import reference

from ens_reports.execute.source import check_notebook
from ens_reports.params import load

REPOSITORY = Path(__file__).parents[2]


def test_the_notebook_has_ten_cells_two_figures_two_tables(tmp_path: Path) -> None:
    notebook = _project(tmp_path, products=1) / "reports" / "reference.ipynb"
    codes = [cell["source"] for cell in json.loads(notebook.read_bytes())["cells"]]

    assert (len(codes), "".join(codes).count("report.figure("), "".join(codes).count("report.table(")) == (10, 2, 2)
    check_notebook(notebook, ["recipient", "language"])


def test_a_project_has_as_many_alike_products_as_are_wanted(tmp_path: Path) -> None:
    products = {one.name: one for one in load(_project(tmp_path, products=3)).products}

    assert {"reference", "reference-2", "reference-3"} <= set(products)
    assert {products[reference.product(number)].notebook for number in (1, 2, 3)} == {"reports/reference.ipynb"}


def _project(folder: Path, *, products: int) -> Path:
    shutil.copytree(REPOSITORY / "params", folder / "params")
    (folder / "reports").mkdir()
    reference.write(folder, products)
    return folder
