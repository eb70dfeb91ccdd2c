"""Spoil the code that says who may see what, one place at a time, and see whether its tests notice.

Run as a program: `python tests/faults/mutate.py --sample 20` tries so many spoilt modules, or all without it, and lists those that no
test noticed. Each is tried in a process forked after the libraries were imported, so that nothing is written to the project.
"""

import argparse
import ast
import contextlib
import importlib
import importlib.abc
import importlib.util
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests" / "ens_reports"
MODULES = (*sorted((ROOT / "ens_reports" / "policy").glob("*.py")), ROOT / "ens_reports" / "analysis" / "shown.py")
WARM = (
    "duckdb", "hypothesis", "numpy", "pandas", "pandera.pandas", "pyarrow.parquet", "pydantic", "pytest", "sqlalchemy", "yaml",
    "data_contracts.registry", "ens_reports.params", "ens_reports.report.view", "ens_reports.store.store", "ens_reports.store.snapshot",
)  # fmt: skip
"""What takes long to import, and nothing that is spoilt."""
LONGEST_S = 300
IMPORTED = "ignore::pytest.PytestAssertRewriteWarning"
"""Libraries that pytest would rewrite are there already."""
OTHER_WAY: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.GtE, ast.LtE),
    ast.LtE: (ast.Gt, ast.Lt),
    ast.Gt: (ast.LtE, ast.GtE),
    ast.GtE: (ast.Lt, ast.Gt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.Add: ast.Sub, ast.Sub: ast.Add}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any", "eq": "ne", "ne": "eq", "isna": "notna", "notna": "isna"}


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One module, spoilt in one place.

    Attributes:
        path: Of the module.
        line: Of the place.
        told: What was there, and what is there now.
        place: Of the node among all of its code; -1 leaves it as it is.
        way: Number of what is done to it.
    """

    path: Path
    line: int
    told: str
    place: int
    way: int

    @property
    def name(self) -> str:
        """How people find it."""
        return f"{self.path.stem}.py:{self.line} {self.told}"

    def tree(self) -> ast.Module:
        """The whole module, spoilt."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        if self.place >= 0:
            change, _ = list(_ways(list(_code(tree))[self.place]))[self.way]
            change()
        return ast.fix_missing_locations(tree)


def mutants(path: Path) -> Iterator[Mutant]:
    """Each way in which a module is spoilt.

    Args:
        path: Of the module.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for place, node in enumerate(_code(tree)):
        for way, (_, told) in enumerate(_ways(node)):
            yield Mutant(path=path, line=getattr(node, "lineno", 0), told=told, place=place, way=way)


def survives(mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether no test notices; each is tried in a process of its own."""
    child = os.fork()
    if child == 0:
        os._exit(_try(mutant, tests))
    with _alarm(child):
        _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def _try(mutant: Mutant, tests: Sequence[str]) -> int:
    import pytest  # noqa: PLC0415 - in the child

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.meta_path.insert(0, _Spoilt(mutant))
    return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-W", IMPORTED, "--rootdir", str(ROOT), *tests]))


def tests_of(path: Path) -> list[str]:
    """The tests of a module, then those of the others of its package, those of the whole door last."""
    folder = TESTS / path.parent.name
    own = folder / f"test_{path.stem}.py"
    others = sorted(folder.glob("test_*.py"), key=lambda test: test.stem == "test_door") if path.parent.name == "policy" else []
    return [str(test) for test in dict.fromkeys([own, *others]) if test.is_file()]


class _Spoilt(importlib.abc.MetaPathFinder, SourceFileLoader):
    """Finds one module, and gives its spoilt code."""

    def __init__(self, mutant: Mutant) -> None:
        name = ".".join(mutant.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        super().__init__(name, str(mutant.path))
        self._mutant = mutant

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        del path, target
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self) if fullname == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        del fullname
        return compile(self._mutant.tree(), self.path, "exec")


@contextlib.contextmanager
def _alarm(child: int) -> Iterator[None]:
    """A test that never ends has noticed too."""
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(LONGEST_S)
    try:
        yield
    finally:
        signal.alarm(0)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those of annotations, docstrings, messages and imports."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "exc"} or (
            isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        ):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_docstring(child):
                yield from _code(child)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


Way = tuple[Callable[[], None], str]


def _ways(node: ast.AST) -> Iterator[Way]:
    """What can be done to a node, each with a word on it."""
    for kind, spoil in SPOILT.items():
        if isinstance(node, kind):
            yield from spoil(node)


def _set(node: ast.AST, name: str, value: object) -> Callable[[], None]:
    return lambda: setattr(node, name, value)


def _comparison(node: ast.Compare) -> Iterator[Way]:
    for place, now in enumerate(node.ops):
        for kind in OTHER_WAY[type(now)]:
            ops = [kind() if number == place else op for number, op in enumerate(node.ops)]
            yield _set(node, "ops", ops), f"`{ast.unparse(node)}` with {kind.__name__}"


def _both(node: ast.BoolOp) -> Iterator[Way]:
    yield _set(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And()), f"`{ast.unparse(node)}` and/or swapped"
    for place, part in enumerate(node.values):
        left = [value for number, value in enumerate(node.values) if number != place]
        yield _set(node, "values", left if len(left) > 1 else [left[0], left[0]]), f"`{ast.unparse(node)}` without `{ast.unparse(part)}`"


def _not(node: ast.UnaryOp) -> Iterator[Way]:
    if isinstance(node.op, ast.Not | ast.Invert):
        twice = ast.UnaryOp(op=type(node.op)(), operand=node.operand)
        yield _set(node, "operand", twice), f"`{ast.unparse(node)}` without the not"


def _branch(node: ast.If | ast.IfExp | ast.While) -> Iterator[Way]:
    for value in (False,) if isinstance(node, ast.While) else (True, False):
        yield _set(node, "test", ast.Constant(value)), f"`if {ast.unparse(node.test)}` always {value}"


def _filter(node: ast.comprehension) -> Iterator[Way]:
    for place, test in enumerate(node.ifs):
        left = [value for number, value in enumerate(node.ifs) if number != place]
        yield _set(node, "ifs", left), f"filter `{ast.unparse(test)}` dropped"


def _operation(node: ast.BinOp) -> Iterator[Way]:
    if type(node.op) in OPERATORS:
        yield _set(node, "op", OPERATORS[type(node.op)]()), f"`{ast.unparse(node)}` with the other operator"


def _constant(node: ast.Constant) -> Iterator[Way]:
    if isinstance(node.value, bool):
        yield _set(node, "value", not node.value), f"{node.value} turned round"
    elif isinstance(node.value, int):
        yield _set(node, "value", node.value + 1), f"{node.value} plus one"


def _call(node: ast.Call) -> Iterator[Way]:
    name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if name in CALLS:
        yield _set(node.func, "id" if isinstance(node.func, ast.Name) else "attr", CALLS[name]), f"`{ast.unparse(node)}` with {CALLS[name]}"


def _statement(node: ast.Expr) -> Iterator[Way]:
    yield _set(node, "value", ast.Constant(None)), f"`{ast.unparse(node)}` dropped"


def _table(node: ast.Dict) -> Iterator[Way]:
    for place, key in enumerate(node.keys):
        yield partial(_drop, node, place), f"entry `{ast.unparse(key) if key else '**'}` dropped"


def _drop(node: ast.Dict, place: int) -> None:
    del node.keys[place], node.values[place]


def _row(node: ast.Tuple | ast.List) -> Iterator[Way]:
    """A name less in a list of names."""
    if len(node.elts) > 1 and all(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in node.elts):
        for place, part in enumerate(node.elts):
            left = [value for number, value in enumerate(node.elts) if number != place]
            yield _set(node, "elts", left), f"{ast.unparse(part)} dropped"


SPOILT: dict[type[ast.AST] | tuple[type[ast.AST], ...], Callable[..., Iterator[Way]]] = {
    ast.Compare: _comparison,
    ast.BoolOp: _both,
    ast.UnaryOp: _not,
    (ast.If, ast.IfExp, ast.While): _branch,
    ast.comprehension: _filter,
    ast.BinOp: _operation,
    ast.Constant: _constant,
    ast.Call: _call,
    ast.Expr: _statement,
    ast.Dict: _table,
    (ast.Tuple, ast.List): _row,
}


def main(arguments: Sequence[str]) -> int:
    """Try mutants and list those that survive."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sample", type=int, default=0, help="how many; all without it")
    asked.add_argument("--seed", type=int, default=0, help="of the sample")
    asked.add_argument("--modules", default="", help="names of modules, separated by commas")
    asked.add_argument("--names", type=Path, help="a file of lines as this lists them: only these are tried")
    asked.add_argument("--own", action="store_true", help="ask a module's own tests alone, which is quick")
    given = asked.parse_args(arguments)
    chosen = [path for path in MODULES if not given.modules or path.stem in given.modules.split(",")]
    found = [mutant for path in chosen for mutant in mutants(path)]
    if given.names:
        names = set(given.names.read_text(encoding="utf-8").splitlines())
        found = [mutant for mutant in found if mutant.name in names]
    if given.sample:
        found = random.Random(given.seed).sample(found, min(given.sample, len(found)))  # noqa: S311 - a sample, not a secret
    for name in WARM:
        importlib.import_module(name)
    for path in sorted({mutant.path for mutant in found}):
        if not survives(Mutant(path=path, line=0, told="as it is", place=-1, way=0), tests_of(path)[:1]):
            print(f"{path.name} must pass its tests as it is")  # noqa: T201 - a program
            return 2
    begun = time.monotonic()
    alive = 0
    for mutant in found:
        if survives(mutant, tests_of(mutant.path)[: 1 if given.own else None]):
            alive += 1
            print(mutant.name, flush=True)  # noqa: T201 - a program
    print(f"{len(found)} mutants, {alive} survivors, {time.monotonic() - begun:.0f} s", flush=True)  # noqa: T201 - a program
    return int(bool(alive))


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    sys.exit(main(sys.argv[1:]))
