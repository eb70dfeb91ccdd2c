"""Message catalogues in the form that loads in milliseconds, compiled once and kept beside the bytecode, as Python does with modules."""

import io
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import babel

from ens_reports import atomic

KEPT = "__pycache__"
VERSION = f"1 {babel.__version__}"
"""What made a compiled catalogue, besides its source."""


def compiled(code: str) -> bytes:
    """The catalogue of a language, as gettext loads it.

    Args:
        code: ISO 639-1.
    """
    source = files("ens_reports.locales").joinpath(f"{code}.po")
    content = source.read_bytes()
    mark = sha256(VERSION.encode() + content).digest()
    kept = source.parent / KEPT / f"{code}.mo" if isinstance(source, Path) else None
    with suppress(OSError):
        found = kept.read_bytes() if kept else b""
        if found.startswith(mark):
            return found[len(mark) :]
    made = _compile(content, code)
    if kept:
        with suppress(OSError):  # the program's folder may be no one's to write to
            atomic.write_bytes(kept, mark + made)
    return made


def _compile(content: bytes, code: str) -> bytes:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - once in the life of a catalogue
    from babel.messages.pofile import read_po  # noqa: PLC0415

    made = io.BytesIO()
    write_mo(made, read_po(io.BytesIO(content), locale=code))
    return made.getvalue()
