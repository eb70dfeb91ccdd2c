"""Collects what is to be translated into the message catalogues: `python -m ens_reports.locales.collect`.

A message is the first argument of `_("...")`, `mark("...")` or `language.text("...")`, the first two of `language.plural("...", "...", n)`,
`mark_plural("...", "...")`, each wording of the catalogue of checks, and what the contracts and their columns are called.
"""

import ast
import io
import json
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from data_contracts.catalogue import CHECKS
from data_contracts.registry import CONTRACTS
from ens_reports import atomic
from ens_reports.locales.language import LANGUAGES

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SINGLE = ("_", "mark", "text")
COUNTED = ("plural", "mark_plural")
OTHERS = ("report", "sa")
"""Modules that have a `text` of their own."""
Message = str | tuple[str, str]


def collect() -> dict[Message, list[str]]:
    """Every message of the packages, the notebooks, the catalogue of checks and the contracts, with the files that hold it.

    Returns:
        Messages in order; a plural is a pair.
    """
    found: dict[Message, list[str]] = {}
    for name, code in (*_modules(), *_notebooks()):
        for message in _messages(ast.parse(code)):
            found.setdefault(message, []).append(name)
    for wording, place in (*_checks(), *_contracts()):
        found.setdefault(wording, []).append(place)
    found.pop("", None)
    return dict(sorted(found.items(), key=lambda item: str(item[0])))


def merge(code: str, messages: dict[Message, list[str]]) -> Catalog:
    """A language's catalogue with new messages added, vanished ones dropped, and translations kept.

    Args:
        code: The language.
        messages: What `collect` found.

    Returns:
        The catalogue to write.
    """
    old = read(code)
    new = Catalog(locale=code, project="ens-reports", fuzzy=False, header_comment=f"# Messages of ENS Reports: {code}")
    for message, places in messages.items():
        kept = old.get(message if isinstance(message, str) else message[0])
        new.add(message, kept.string if kept and kept.id == message else None, locations=[(place, 0) for place in sorted(set(places))])
    return new


def read(code: str) -> Catalog:
    """A language's catalogue as it stands; an empty one for a new language."""
    path = HERE / f"{code}.po"
    return read_po(io.BytesIO(path.read_bytes()), locale=code) if path.exists() else Catalog(locale=code)


def text_of(catalogue: Catalog) -> bytes:
    """The catalogue as a `.po` file, without dates, so that equal catalogues are equal files."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, omit_header=False, include_lineno=False, width=120)
    undated = [line for line in buffer.getvalue().splitlines(keepends=True) if b"-Date:" not in line and b"Generated-By" not in line]
    return b"".join(undated)


def main() -> None:
    """Bring all catalogues up to date, and say how many messages wait for a translation."""
    messages = collect()
    for code in LANGUAGES:
        catalogue = merge(code, messages)
        atomic.write_bytes(HERE / f"{code}.po", text_of(catalogue))
        waiting = sum(not any(_strings(message.string)) for message in catalogue if message.id)
        print(f"{code}: {len(messages)} messages, {0 if code == 'en' else waiting} to translate")  # noqa: T201 - a developer's command


def _strings(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _checks() -> Iterator[tuple[Message, str]]:
    for check in CHECKS.values():
        yield from ((message, "data_contracts/catalogue.py") for message in check.messages)


def _contracts() -> Iterator[tuple[str, str]]:
    """A contract's description, and the label and the description of each of its columns."""
    for contract in CONTRACTS.values():
        texts = [contract.description, *(text for field in contract.fields.values() for text in (field.label, field.description))]
        yield from ((text, f"data_contracts/{contract.name}.py") for text in texts)


def _modules() -> Iterator[tuple[str, str]]:
    for package in ("ens_reports", "data_contracts"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def _notebooks() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "reports").rglob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        yield path.relative_to(ROOT).as_posix(), code


def _messages(tree: ast.AST) -> Iterator[Message]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            texts = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
            name = _called(node.func)
            if name in SINGLE and texts:
                yield texts[0]
            elif name in COUNTED and len(texts) == 2:  # noqa: PLR2004 - singular and plural
                yield texts[0], texts[1]


def _called(function: ast.expr) -> str:
    """The function's own name; `report.text` writes a paragraph, `sa.text` a query."""
    if isinstance(function, ast.Attribute):
        return "" if isinstance(function.value, ast.Name) and function.value.id in OTHERS else function.attr
    return function.id if isinstance(function, ast.Name) else ""


if __name__ == "__main__":
    main()
