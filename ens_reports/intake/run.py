"""Take in files, or check one: read, identify, map, validate, store, answer."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from data_contracts.registry import SENT
from ens_reports.errors import RequestError
from ens_reports.intake.checked import check_file, draft_mapping
from ens_reports.intake.desk import Desk
from ens_reports.intake.mappings.mapping import load_mappings
from ens_reports.intake.outcome import FileOutcome, shown
from ens_reports.intake.read import EXTENSIONS, read, unreadable
from ens_reports.intake.receive import receive
from ens_reports.intake.sheets.identify import Asked
from ens_reports.intake.source import Source
from ens_reports.intake.suggest import Suggestion
from ens_reports.params import Project, Workspace
from ens_reports.params.strict import suggestion
from ens_reports.params.workspace import COVER_SUFFIX
from ens_reports.store import has_ledger

if TYPE_CHECKING:
    from ens_reports.store import Store

Progress = Callable[[int, int, str], None]
READERS = 2
"""Files that are read ahead, each in a process of its own, while one is mapped."""


def take_in(  # noqa: PLR0913 - what one command can be asked
    paths: Iterable[Path] | None,
    *,
    workspace: Workspace,
    project: Project,
    party: str | None = None,
    contract: str | None = None,
    mapping: str | None = None,
    today: date,
    progress: Progress | None = None,
) -> list[FileOutcome]:
    """Take in files: accepted rows are stored, rejected ones wait in quarantine, the sender gets an answer.

    Args:
        paths: Files and folders; none for the whole inbox.
        workspace: Where they go.
        project: Parties and mappings.
        party: Code of the sender; none: by folder or mapping.
        contract: Name of the contract; none: by mapping or columns.
        mapping: Name of the mapping; none: the one that recognises the file.
        today: Day of arrival.
        progress: Told how many files are done, of how many, and the name of the last.

    Returns:
        One outcome per file; several for a workbook with several sheets of records.

    Raises:
        RequestError: A path, party, contract or mapping that there is not.
    """
    files = _files(paths, workspace)
    store = _store(workspace.root)
    desk = Desk(
        project=project,
        mappings=load_mappings(project.mappings),
        asked=_asked(project, party, contract, mapping),
        today=today,
        inbox=workspace.inbox,
        store=store,
        feedback=workspace.feedback,
        beside=store,
        whole_inbox=paths is None,
    )
    outcomes: list[FileOutcome] = []
    for number, (path, source) in enumerate(_read_ahead(files), start=1):
        outcomes += receive(path, source, desk)
        if progress is not None:
            progress(number, len(files), shown(path.name))
    return outcomes


def check(  # noqa: PLR0913 - what one command can be asked
    path: Path,
    *,
    project: Project,
    party: str | None = None,
    contract: str | None = None,
    mapping: str | None = None,
    today: date,
    pack: Path | None = None,
    workspace: Path | None = None,
) -> FileOutcome:
    """Check one file as `take_in` would see it; nothing is stored.

    Args:
        path: The file.
        project: Parties and mappings.
        party: Code of the sender; none: by folder or mapping.
        contract: Name of the contract; none: by mapping or columns.
        mapping: Name of the mapping; none: the one that recognises the file.
        today: No incident can be later.
        pack: Folder for the feedback pack, new or empty; none: none is written.
        workspace: Whose records the file is compared with, if there is a ledger; none: it is compared with none.

    Returns:
        Its outcome; that of several sheets of records together.

    Raises:
        RequestError: A path, party, contract or mapping that there is not, or a folder that holds something else.
    """
    asked = _asked(project, party, contract, mapping)
    beside = _store(workspace) if workspace is not None and has_ledger(workspace) else None
    desk = Desk(project=project, mappings=load_mappings(project.mappings), asked=asked, today=today, beside=beside)
    return check_file(path, desk, pack=pack)


def suggest_mapping(
    path: Path, *, project: Project, party: str | None = None, contract: str | None = None, folder: Path | None = None
) -> Suggestion:
    """Write a draft of a mapping for one file; an analyst confirms it.

    Args:
        path: The file.
        project: Parties, and where mappings are.
        party: Code of the sender; none: by folder.
        contract: Name of the contract; none: by columns and values.
        folder: Where the draft goes; none: `params/mappings`.

    Raises:
        RequestError: A path, party or contract that there is not.
        DataError: The file cannot be read, or holds no table.
    """
    return draft_mapping(path, project, _asked(project, party, contract, None), folder=folder)


def _store(workspace: Path) -> "Store":
    from ens_reports.store import Store  # noqa: PLC0415 - a check without a ledger needs no database

    return Store(workspace)


def _asked(project: Project, party: str | None, contract: str | None, mapping: str | None) -> Asked:
    if party:
        project.party(party)
    if contract and contract not in SENT:
        raise RequestError(f"contract must be one of `ens contracts list`, got {contract!r}", hint=suggestion(contract, list(SENT)))
    return Asked(party=party or "", contract=contract or "", mapping=mapping or "")


def _files(paths: Iterable[Path] | None, workspace: Workspace) -> Sequence[Path]:
    """The files that are meant, in the order of their names; cover sheets, hidden and lock files are no submissions."""
    found: list[Path] = []
    for path in [workspace.inbox] if paths is None else paths:
        if path.is_dir():
            found += sorted(item for item in path.rglob("*") if (item.is_symlink() or not item.is_dir()) and _is_submission(item))
        elif os.path.lexists(path):
            found.append(path)
        elif paths is not None:
            raise RequestError(f"{shown(str(path))} must be a file or folder, got nothing there", hint="check the path")
    return list(dict.fromkeys(found))


def _is_submission(path: Path) -> bool:
    ours = (
        path.name.endswith(COVER_SUFFIX)
        or path.name.startswith((".", "~$"))
        or path.name.lower() in {"readme.md", "thumbs.db", "desktop.ini"}
    )
    return not ours and (path.suffix.lower() in EXTENSIONS or path.suffix.lower() not in {".md", ".yaml"})


def _read_ahead(files: Sequence[Path]) -> Iterator[tuple[Path, Source]]:
    """Files with what was read of them, in order; a few are read ahead."""
    with ThreadPoolExecutor(max_workers=READERS) as pool:
        waiting: list[tuple[Path, Future[Source]]] = []
        for path in files:
            waiting.append((path, pool.submit(_read_listed, path)))
            if len(waiting) > READERS:
                first, future = waiting.pop(0)
                yield first, future.result()
        for path, future in waiting:
            yield path, future.result()


def _read_listed(path: Path) -> Source:
    """Read a file that was there when the folder was listed: if it is gone since, the others are taken in all the same."""
    try:
        return read(path)
    except RequestError:
        return unreadable("file_not_opened")
