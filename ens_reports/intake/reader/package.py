"""The zip packages of workbooks: what is wrong with one is found before anything is unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from ens_reports.intake.reader.grid import UnreadableError

MAX_PARTS = 5_000
MAX_UNPACKED_BYTES = 600_000_000
"""Declared size of all parts together."""
SMALL_BYTES = 50_000_000
MAX_RATIO = 250
"""Above `SMALL_BYTES`, what unpacks to more than so many times its size is a bomb: sheets come to 8 to 50 times."""
CHUNK_BYTES = 2_000_000
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)
"""What the standard library raises on packages that are not whole."""
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
"""No office program declares entities; unfolded, a few lines of them fill any memory, or bring in other files."""


def open_package(content: bytes) -> zipfile.ZipFile:
    """Open a package, as far as its directory.

    Args:
        content: The whole file.

    Returns:
        The package; its parts are not unpacked yet.

    Raises:
        UnreadableError: Its end is missing, it asks for a password, names a part twice, or unpacks to more than any table needs.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except BROKEN as error:
        raise UnreadableError("file_damaged", reason="end_missing") from error
    items = package.infolist()
    if any(item.flag_bits & 1 for item in items):
        raise UnreadableError("password_needed")
    if len({item.filename for item in items}) < len(items):
        raise UnreadableError("file_damaged", reason="parts_repeated")
    size = sum(item.file_size for item in items)
    if size > MAX_UNPACKED_BYTES or len(items) > MAX_PARTS or (size > SMALL_BYTES and size > MAX_RATIO * len(content)):
        raise UnreadableError("file_unpacks_too_large", size=f"{size // 1_000_000} MB")
    return package


def pieces(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Unpack one part piece by piece, and so find out that its size is what the directory says.

    Args:
        package: As `open_package` gives it.
        part: Name of the part.

    Raises:
        UnreadableError: It is not there or not whole, or declares entities of its own.
    """
    end = b""
    try:
        with package.open(part) as stream:
            while piece := stream.read(CHUNK_BYTES):
                if DECLARATION.search(end + piece):
                    raise UnreadableError("xml_declares_entities")
                yield piece
                end = piece[-10:]
    except BROKEN as error:
        raise UnreadableError("file_damaged", reason="part_missing") from error


def whole(package: zipfile.ZipFile, part: str) -> bytes:
    """One part, or nothing where there is none.

    Args:
        package: As `open_package` gives it.
        part: Name of the part.
    """
    return b"".join(pieces(package, part)) if part in package.namelist() else b""
