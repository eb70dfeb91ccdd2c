"""Is an edition what it was when it was built: its manifest as the ledger has it, its files as the manifest has them."""

from collections.abc import Collection, Iterable
from pathlib import Path

from ens_reports import digest
from ens_reports.editions import manifest
from ens_reports.editions.manifest import Manifest, Output
from ens_reports.errors import DamageError
from ens_reports.store import Mark

AGAIN = "build it again: `ens reports --force`"
HOLDS_ROWS = "notebook.ipynb"
"""The file of an edition that goes when records that it used are deleted."""


def erased_files(marks: Iterable[Mark]) -> dict[str, tuple[str, ...]]:
    """Files that are lawfully gone, by edition.

    Args:
        marks: Of editions that used what was deleted.
    """
    return {mark.edition: (HOLDS_ROWS,) for mark in marks}


def glance(folder: Path, manifest_sha256: str, *, erased: Collection[str] = ()) -> Manifest:
    """The quick look: the manifest itself, and that each file is there with its size.

    Args:
        folder: Of the edition.
        manifest_sha256: As the ledger has it.
        erased: Files that are lawfully gone; one that is there all the same is looked at.

    Returns:
        The manifest.

    Raises:
        DamageError: Something differs.
    """
    proof = manifest.read(folder)
    if digest.of_file(folder / manifest.FILE) != manifest_sha256:
        raise DamageError(f"the manifest of {folder.name} must be what the ledger says, got another", hint=AGAIN)
    for output in _there(proof, folder, erased):
        path = folder / output.path
        if not path.is_file() or path.stat().st_size != output.bytes:
            raise _differs(folder, output)
    return proof


def check_whole(folder: Path, manifest_sha256: str, *, erased: Collection[str] = ()) -> Manifest:
    """The full look: every byte of every file.

    Args:
        folder: Of the edition.
        manifest_sha256: As the ledger has it.
        erased: Files that are lawfully gone; one that is there all the same is looked at.

    Returns:
        The manifest.

    Raises:
        DamageError: Something differs.
    """
    proof = glance(folder, manifest_sha256, erased=erased)
    for output in _there(proof, folder, erased):
        if digest.of_file(folder / output.path) != output.sha256:
            raise _differs(folder, output)
    return proof


def _there(proof: Manifest, folder: Path, erased: Collection[str]) -> list[Output]:
    return [one for one in proof.outputs if one.path not in erased or (folder / one.path).exists()]


def _differs(folder: Path, output: Output) -> DamageError:
    return DamageError(f"{output.path} of {folder.name} must be what its manifest says, got another or none", hint=AGAIN)
