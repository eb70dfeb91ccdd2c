"""Files and folders that are there whole or not at all."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

DRAFT = re.compile(r"\..+\.[a-z0-9_]{8}")
"""What a draft is called: after what it is to become, with letters of `tempfile` behind it."""


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file through a temporary neighbour and one rename, flushed to disk first.

    Args:
        path: The file; its folder is made where missing.
        content: The whole content.
    """
    with stream(path) as file:
        file.write(content)


def write_text(path: Path, content: str) -> None:
    """Write a text file as UTF-8 with line feeds, as `write_bytes` does."""
    write_bytes(path, content.encode())


@contextmanager
def stream(path: Path) -> Iterator[BinaryIO]:
    """Write a file piece by piece, as `write_bytes` does: it gets its name only when the block ends without an error.

    Args:
        path: The file; its folder is made where missing.

    Yields:
        The open file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def folder(target: Path) -> Iterator[Path]:
    """Fill a folder under another name, and give it its own only when the block ends without an error.

    Args:
        target: The folder to make; one that is there already is replaced.

    Yields:
        The empty folder to fill, on the same file system.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield draft
        if target.exists():
            retired = Path(tempfile.mkdtemp(prefix=f".{target.name}.old.", dir=target.parent))
            target.replace(retired)
            draft.replace(target)
            shutil.rmtree(retired)
        else:
            draft.replace(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def is_draft(path: Path) -> bool:
    """Whether something is what a write that was killed leaves, and no hidden file of anybody else.

    Args:
        path: Of a file or a folder.
    """
    return DRAFT.fullmatch(path.name) is not None
