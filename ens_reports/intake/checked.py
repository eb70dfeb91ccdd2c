"""One file that is looked at and not stored: as intake would see it, with its feedback pack, or as a draft of a mapping."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from data_contracts.registry import CONTRACTS
from ens_reports import atomic
from ens_reports.errors import DataError, RequestError
from ens_reports.intake.desk import Desk
from ens_reports.intake.feedback.words_of import detail
from ens_reports.intake.outcome import FileOutcome, shown, together
from ens_reports.intake.prepare import without_place
from ens_reports.intake.read import read
from ens_reports.intake.receive import receive
from ens_reports.intake.sheets.identify import Asked, party_of_path
from ens_reports.intake.suggest import Suggestion, suggest
from ens_reports.locales import Language
from ens_reports.params import Project

PACK_FILES = frozenset({"findings.json", "feedback.html", "receipt.html", "feedback.xlsx"})
"""What a pack is made of: a folder that holds nothing else may be filled anew."""


def check_file(path: Path, desk: Desk, *, pack: Path | None = None) -> FileOutcome:
    """Check one file as intake would see it; nothing is stored.

    Args:
        path: The file.
        desk: Project, mappings, what the caller says, and the day; without a store.
        pack: Folder for the feedback pack, new or empty; with several sheets of records one folder in it for each.

    Returns:
        Its outcome; that of several sheets of records together.

    Raises:
        RequestError: A path or mapping that there is not, or the pack's folder holds something else.
    """
    if pack is None:
        return together(receive(path, read(path), desk))
    check_can_fill(pack)
    with tempfile.TemporaryDirectory(prefix="ens-pack-") as draft:
        outcomes = receive(path, read(path), replace(desk, feedback=Path(draft)))
        written = _move(outcomes, pack)
    return replace(together(outcomes), feedback=str(pack) if written else "")


def draft_mapping(path: Path, project: Project, asked: Asked, *, folder: Path | None = None) -> Suggestion:
    """Write a draft of a mapping for a file.

    Args:
        path: The file.
        project: Parties, and where mappings are.
        asked: What the caller says about the file.
        folder: Where to put the draft instead of `params/mappings`.

    Raises:
        RequestError: There is no such file.
        DataError: The file cannot be read, or holds no table.
    """
    source = read(path)
    if source.unreadable:
        said = detail(without_place(source.unreadable, values=source.unreadable_values), Language("en"))
        raise DataError(f"{shown(path.name)} must be readable, got: {said.message}", hint=said.fix)
    party = asked.party or party_of_path(path, None, project)
    contract = CONTRACTS[asked.contract] if asked.contract else None
    return suggest(source, path, folder or project.mappings, party=party if project.has_party(party) else "", contract=contract)


def check_can_fill(folder: Path) -> None:
    """See that a pack can be written without replacing anything else.

    Raises:
        RequestError: The folder is a file, or holds what is no pack.
    """
    if folder.exists() and not folder.is_dir():
        raise RequestError(f"{shown(str(folder))} must be a folder, got a file", hint="give another name after --pack")
    inside = list(folder.iterdir()) if folder.is_dir() else []
    others = [item.name for item in inside if item.name not in PACK_FILES and not (item.is_dir() and item.name.isdecimal())]
    if others:
        raise RequestError(
            f"{shown(str(folder))} must be new, empty, or an earlier pack, got a folder with {shown(others[0])}",
            hint="give the name of a new folder after --pack",
        )


def _move(outcomes: Sequence[FileOutcome], pack: Path) -> int:
    """The pack's files into its folder; several packs into numbered folders. Tells how many there were."""
    written = [Path(one.feedback) for one in outcomes if one.feedback]
    for number, folder in enumerate(written, start=1):
        with atomic.folder(pack if len(written) == 1 else pack / str(number)) as draft:
            for item in sorted(folder.iterdir()):
                atomic.write_bytes(draft / item.name, item.read_bytes())
    return len(written)
