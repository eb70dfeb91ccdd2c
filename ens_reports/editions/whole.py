"""Is an edition what it was when it was built: its manifest as the ledger has it, its files as the manifest has them."""

from pathlib import Path

from ens_reports import digest
from ens_reports.editions import manifest
from ens_reports.editions.manifest import Manifest, Output
from ens_reports.errors import DamageError

AGAIN = "build it again: `ens reports --force`"


def glance(folder: Path, manifest_sha256: str) -> Manifest:
    """The quick look: the manifest itself, and that each file is there with its size.

    Args:
        folder: Of the edition.
        manifest_sha256: As the ledger has it.

    Returns:
        The manifest.

    Raises:
        DamageError: Something differs.
    """
    proof = manifest.read(folder)
    if digest.of_file(folder / manifest.FILE) != manifest_sha256:
        raise DamageError(f"the manifest of {folder.name} must be what the ledger says, got another", hint=AGAIN)
    for output in proof.outputs:
        path = folder / output.path
        if not path.is_file() or path.stat().st_size != output.bytes:
            raise _differs(folder, output)
    return proof


def check_whole(folder: Path, manifest_sha256: str) -> Manifest:
    """The full look: every byte of every file.

    Args:
        folder: Of the edition.
        manifest_sha256: As the ledger has it.

    Returns:
        The manifest.

    Raises:
        DamageError: Something differs.
    """
    proof = glance(folder, manifest_sha256)
    for output in proof.outputs:
        if digest.of_file(folder / output.path) != output.sha256:
            raise _differs(folder, output)
    return proof


def _differs(folder: Path, output: Output) -> DamageError:
    return DamageError(f"{output.path} of {folder.name} must be what its manifest says, got another or none", hint=AGAIN)
