"""What a notebook must be before it is run: its `parameters` cell holds literals, and just the names that will be set."""

import ast
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from ens_reports.errors import RequestError

HINT = "see the recipe for a product in CONTRIBUTING.md"


def check_notebook(path: Path, names: Collection[str]) -> None:
    """Look at a notebook's parameters cell.

    Args:
        path: The notebook.
        names: The parameters that will be set.

    Raises:
        RequestError: As of `parameters_of`; or the cell sets other names.
    """
    assigned = set(parameters_of(path))
    for name in sorted(set(names) - assigned):
        raise RequestError(f"the parameters cell of {path.name} must set {name}, got no such name there", hint=HINT)
    for name in sorted(assigned - set(names)):
        raise RequestError(f"the parameters cell of {path.name} must set only declared parameters, got {name}", hint=HINT)


def parameters_of(path: Path) -> dict[str, object]:
    """The literals of a notebook's parameters cell: what it runs with in JupyterLab.

    Args:
        path: The notebook.

    Raises:
        RequestError: It has no such cell or several, or computes something there (a value computed from a default keeps the
            default's value when the parameter changes).
    """
    return dict(_assignment(path, statement) for statement in ast.parse(_parameters_cell(path)).body)


def modules_of(path: Path) -> tuple[str, ...]:
    """What a notebook's cells import, in their order; a cell that is not plain Python is passed over.

    Args:
        path: The notebook.
    """
    found: dict[str, None] = {}
    for cell in _cells(path):
        if cell.get("cell_type") == "code":
            found |= dict.fromkeys(_imported("".join(cell["source"])))
    return tuple(found)


def _imported(code: str) -> Iterator[str]:
    try:
        statements = ast.parse(code).body
    except SyntaxError:
        return
    for statement in statements:
        if isinstance(statement, ast.Import):
            yield from (name.name for name in statement.names)
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            yield from (statement.module, *(f"{statement.module}.{name.name}" for name in statement.names))


def _parameters_cell(path: Path) -> str:
    tagged = [cell for cell in _cells(path) if "parameters" in cell.get("metadata", {}).get("tags", [])]
    if len(tagged) != 1:
        raise RequestError(f"{path.name} must have one cell tagged parameters, got {len(tagged)}", hint=HINT)
    return "".join(tagged[0]["source"])


def _cells(path: Path) -> list[dict[str, Any]]:
    try:
        cells: list[dict[str, Any]] = json.loads(path.read_bytes())["cells"]
    except FileNotFoundError:
        raise RequestError(
            f"{path.name} must be a notebook of this project, got no such file", hint="see `notebook` in params/products/"
        ) from None
    except (ValueError, KeyError) as error:
        raise RequestError(
            f"{path.name} must be a notebook, got a file that does not read as one", hint="save it from JupyterLab"
        ) from error
    return cells


def _assignment(path: Path, statement: ast.stmt) -> tuple[str, object]:
    match statement:
        case ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            return name, _literal(path, name, value)
    raise RequestError(
        f"the parameters cell of {path.name} must hold only `name = literal`, got another statement on line {statement.lineno}",
        hint="move it to the next cell",
    )


def _literal(path: Path, name: str, value: ast.expr) -> object:
    try:
        return ast.literal_eval(value)
    except ValueError:
        raise RequestError(
            f"{name} in the parameters cell of {path.name} must be a literal, got a computed value", hint="move it to the next cell"
        ) from None
