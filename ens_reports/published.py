"""What comes out of a contract, as files: a template to fill in, machine-readable forms, a dictionary to read."""

from pathlib import Path

from data_contracts.publish.template import template
from data_contracts.publish.voice import Voice
from data_contracts.registry import CONTRACTS, Contract
from ens_reports import atomic
from ens_reports.errors import RequestError
from ens_reports.locales import open_language
from ens_reports.params.strict import suggestion


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
    path = out or Path(f"{name}_{language}.xlsx")
    if path.suffix != ".xlsx":
        raise RequestError(f"a template must be written to an .xlsx file, got {path.name!r}", hint=f"such as {name}_{language}.xlsx")
    atomic.write_bytes(path, template(choose(name), voice(language)))
    return path


def choose(name: str) -> Contract:
    """The contract of a name.

    Raises:
        RequestError: There is none.
    """
    if name not in CONTRACTS:
        raise RequestError(f"contract must be one of `ens contracts list`, got {name!r}", hint=suggestion(name, list(CONTRACTS)))
    return CONTRACTS[name]
