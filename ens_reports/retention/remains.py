"""What lies in a workspace though it must not: it holds records that the ledger says are deleted, or belongs to a run that was killed.

Nothing is remembered of what is still to do: it follows from the ledger and from what lies there, so that a deletion that was stopped at
any place is finished by the next run.
"""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ens_reports import atomic, digest
from ens_reports.editions.whole import HOLDS_ROWS
from ens_reports.params import Workspace
from ens_reports.params.workspace import COVER_SUFFIX
from ens_reports.store import Gone, Store, running

DELETED = "holds records that were deleted"
KILLED = "was left by a run that was killed"
UNKNOWN = "is of an edition that the ledger does not know"


@dataclass(frozen=True, kw_only=True)
class Leftover:
    """A file or folder that must go.

    Attributes:
        path: Where it lies.
        kind: What it is.
        why: Why it must go.
    """

    path: Path
    kind: str
    why: str

    def __str__(self) -> str:
        """As people read it."""
        return f"{self.kind} {self.path.parent.name}/{self.path.name} must be gone, for it {self.why}: run `ens expire`"


def leftovers(place: Workspace, store: Store) -> tuple[Leftover, ...]:
    """What must go.

    Args:
        place: The workspace.
        store: Its ledger.

    Returns:
        Files and folders by kind, each kind by path. Drafts are left alone while a run is under way: they may be its own.
    """
    gone = store.deletions.gone()
    found = [*_inbox(place, gone), *_feedback(place, gone), *_notebooks(place, store, gone)]
    found += [Leftover(path=path, kind="working folder", why=KILLED) for path in running.left(store.folder)]
    drafts, editions = tuple(_drafts(place)), _editions(place)  # before anything is asked: what a run makes meanwhile is not among them
    if not running.is_any(store.folder):
        found += [*drafts, *_unregistered(editions, store)]
    return tuple(found)


def sweep(place: Workspace, store: Store) -> tuple[Leftover, ...]:
    """Delete what must go, and enter that it is gone.

    Args:
        place: The workspace.
        store: Its ledger.

    Returns:
        What was deleted.
    """
    unfinished = store.deletions.unfinished()
    store.deletions.sweep()
    found = leftovers(place, store)
    for one in found:
        _delete(one.path)
    running.clear(store.folder)
    store.deletions.finish(unfinished)
    return found


def _delete(path: Path) -> None:
    """A folder loses its contents under its own name: a deletion that is stopped is seen and finished."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _inbox(place: Workspace, gone: Gone) -> Iterator[Leftover]:
    """Files as they came, each after the cover sheet beside it: without its file nothing leads to that."""
    if not gone.files:
        return
    for path in sorted(place.inbox.rglob("*")):
        if path.is_file() and not path.is_symlink() and digest.of_file(path) in gone.files:
            beside = path.with_name(path.name + COVER_SUFFIX)
            yield from (Leftover(path=one, kind="file as it came", why=DELETED) for one in (beside, path) if one.is_file())


def _feedback(place: Workspace, gone: Gone) -> Iterator[Leftover]:
    packs = {place.feedback / party / name for party, name in gone.feedback}
    for name in sorted(gone.files):
        packs.update(place.feedback.glob(f"*/*-known-{name[:10]}"))
        packs.update(place.feedback.glob(f"*/*-refused-{name[:10]}"))
    yield from (Leftover(path=path, kind="feedback pack", why=DELETED) for path in sorted(packs) if path.is_dir())


def _notebooks(place: Workspace, store: Store, gone: Gone) -> Iterator[Leftover]:
    """Executed notebooks hold rows as they were looked at; the pages that were issued stay, as proof of what was issued."""
    for row in store.editions.find() if gone.editions else ():
        path = place.editions / row.product / row.id / HOLDS_ROWS
        if row.id in gone.editions and path.is_file():
            yield Leftover(path=path, kind="notebook of an edition", why=DELETED)


def _drafts(place: Workspace) -> Iterator[Leftover]:
    for folder in (place.feedback, place.editions):
        yield from (Leftover(path=path, kind="draft", why=KILLED) for path in sorted(filter(atomic.is_draft, folder.glob("*/.*"))))
    yield from (Leftover(path=path, kind="working folder", why=KILLED) for path in sorted(place.root.glob(".ens-views-*")))


def _editions(place: Workspace) -> tuple[Path, ...]:
    return tuple(path for path in sorted(place.editions.glob("*/*")) if path.is_dir() and not path.name.startswith("."))


def _unregistered(editions: Iterable[Path], store: Store) -> Iterator[Leftover]:
    """Editions that were built, but by a run that ended before it entered them into the ledger."""
    known = {(row.product, row.id) for row in store.editions.heads()}
    unknown = (path for path in editions if (path.parent.name, path.name) not in known)
    yield from (Leftover(path=path, kind="edition", why=UNKNOWN) for path in unknown)
