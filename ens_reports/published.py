"""What comes out of a contract, as files: a template to fill in, machine-readable forms, a dictionary to read."""

from collections.abc import Callable, Sequence
from pathlib import Path

from data_contracts.publish.dictionary import dictionary
from data_contracts.publish.json_schema import json_schema
from data_contracts.publish.odcs import odcs
from data_contracts.publish.template import template
from data_contracts.publish.voice import Voice
from data_contracts.registry import CONTRACTS, SENT, Contract
from ens_reports import atomic
from ens_reports.errors import RequestError
from ens_reports.locales import open_language
from ens_reports.params.strict import suggestion

FORMATS: dict[str, tuple[str, Callable[[Contract], str]]] = {
    "odcs": ("odcs.yaml", odcs),
    "jsonschema": ("schema.json", json_schema),
}
"""Machine-readable form -> ending of its file, and what writes it."""


def voice(code: str) -> Voice:
    """A language, as publications speak it.

    Args:
        code: ISO 639-1.

    Raises:
        RequestError: It is not an official language.
    """
    language = open_language(code)
    return Voice(code=code, text=language.text, right_to_left=language.right_to_left)


def write_template(name: str, *, language: str, out: Path | None = None) -> Path:
    """Write the workbook that a sender fills in.

    Args:
        name: Name of the contract.
        language: ISO 639-1.
        out: The file; none: `<contract>_<language>.xlsx` here.

    Returns:
        The file.

    Raises:
        RequestError: No contract or language is called that, or the file is no workbook.
    """
    path, contract = out or Path(f"{name}_{language}.xlsx"), choose(name)
    if name not in SENT:
        raise RequestError(f"contract must be one whose records are sent, got {name!r}", hint="the cover is a sheet of every template")
    if path.suffix != ".xlsx":
        raise RequestError(f"a template must be written to an .xlsx file, got {path.name!r}", hint=f"such as {name}_{language}.xlsx")
    atomic.write_bytes(path, template(contract, voice(language)))
    return path


def write_dictionary(name: str, *, language: str, out: Path | None = None) -> Path:
    """Write the page that explains a contract.

    Args:
        name: Name of the contract.
        language: ISO 639-1.
        out: The file; none: `<contract>_<language>.html` here.

    Returns:
        The file.

    Raises:
        RequestError: No contract or language is called that.
    """
    path = out or Path(f"{name}_{language}.html")
    atomic.write_text(path, dictionary(choose(name), voice(language)))
    return path


def export(name: str, *, formats: Sequence[str], out: Path) -> tuple[Path, ...]:
    """Write a contract for machines.

    Args:
        name: Name of the contract.
        formats: Of `FORMATS`.
        out: Folder of the files; of one format also the file itself, when it ends in .yaml, .yml or .json.

    Returns:
        The files: `<contract>.odcs.yaml`, `<contract>.schema.json`, unless `out` names another.

    Raises:
        RequestError: No contract or format is called that.
    """
    contract = choose(name)
    for wanted in formats:
        if wanted not in FORMATS:
            raise RequestError(f"format must be one of {', '.join(FORMATS)}, got {wanted!r}", hint=suggestion(wanted, list(FORMATS)))
    chosen = [FORMATS[wanted] for wanted in dict.fromkeys(formats)]
    is_file = len(chosen) == 1 and out.suffix in {".yaml", ".yml", ".json"} and not out.is_dir()
    paths = []
    for ending, write in chosen:
        paths.append(out if is_file else out / f"{contract.name}.{ending}")
        atomic.write_text(paths[-1], write(contract))
    return tuple(paths)


def choose(name: str) -> Contract:
    """The contract of a name.

    Raises:
        RequestError: There is none.
    """
    if name not in CONTRACTS:
        raise RequestError(f"contract must be one of `ens contracts list`, got {name!r}", hint=suggestion(name, list(CONTRACTS)))
    return CONTRACTS[name]
