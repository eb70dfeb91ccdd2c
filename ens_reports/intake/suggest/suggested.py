"""A file's draft mapping, written beside the confirmed ones under a name that is free."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from data_contracts.registry import Contract
from ens_reports import atomic
from ens_reports.errors import DataError, RequestError
from ens_reports.intake.mappings.mapping import Mapping
from ens_reports.intake.outcome import shown
from ens_reports.intake.sheets.cover import is_cover
from ens_reports.intake.sheets.headers import synonyms
from ens_reports.intake.sheets.table import Table, find_table
from ens_reports.intake.source import Source
from ens_reports.intake.suggest.draft import Column, Draft, draft_of
from ens_reports.intake.suggest.written import yaml_of
from ens_reports.params.strict import read as read_settings

UNNAMED = re.compile(r"[^a-z0-9]+")
MOST_NAMES = 1000


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A draft that was written.

    Attributes:
        name: Name of the mapping.
        path: The YAML file.
        contract: Name of the contract.
        confidence: How sure the contract is, from 0 to 1.
        sheet: Name of the sheet; empty for a file without sheets.
        columns: Every column, in order.
    """

    name: str
    path: Path
    contract: str
    confidence: float
    sheet: str
    columns: tuple[Column, ...]


def suggest(source: Source, path: Path, folder: Path, *, party: str, contract: Contract | None = None) -> Suggestion:
    """Draft a mapping for the largest table of a file, and write it.

    Args:
        source: As the file was read.
        path: The file.
        folder: `params/mappings`, or where else the draft goes.
        party: Code of the sender; empty if it is not known.
        contract: The contract, if the caller names it.

    Raises:
        DataError: The file holds no table.
    """
    table = largest_table(source)
    if table is None:
        raise DataError(f"{shown(path.name)} must hold a table, got none that can be read", hint="see what `ens check` says of it")
    draft = draft_of(table, party=party, title=path.stem, contract=contract)
    stem = _stem(path, party)
    title = f"{table.sheet.name or path.stem}, as in {path.name}"
    for number in range(1, MOST_NAMES):
        name = stem if number == 1 else f"{stem}_{number}"
        text = yaml_of(draft, name=name, party=party, title=shown(title))
        if _is_free(folder / f"{name}.yaml", text):
            return _write(folder / f"{name}.yaml", text, draft, table)
    raise RequestError(f"{folder} must have a free name for {stem}, got none", hint="delete drafts that nobody needs")


def largest_table(source: Source) -> Table | None:
    """The table with most rows among the sheets that are no cover.

    Args:
        source: As the file was read.
    """
    known = frozenset(synonyms())
    tables = [table for sheet in source.sheets if not is_cover(sheet) and (table := find_table(sheet, known)) is not None]
    return max((table for table in tables if table.rows_read), key=lambda table: table.rows_read, default=None)


def _is_free(path: Path, text: str) -> bool:
    """Whether nothing is lost if the file is written: it is not there, or says the same already."""
    return not path.exists() or path.read_bytes() == text.encode()


def _write(path: Path, text: str, draft: Draft, table: Table) -> Suggestion:
    atomic.write_text(path, text)
    read_settings(path, Mapping)
    return Suggestion(
        name=path.stem,
        path=path,
        contract=draft.matched.contract.name,
        confidence=draft.matched.confidence,
        sheet=table.sheet.name,
        columns=draft.columns,
    )


def _stem(path: Path, party: str) -> str:
    """A name of small letters, digits and underlines: the party's, then the file's."""
    plain = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode().lower()
    sender, name = (UNNAMED.sub("_", text).strip("_") for text in (party.lower(), plain))
    words = [name] if name.startswith(sender) else [sender, name]
    return "_".join(word for word in words if word)[:60].strip("_") or "draft"
