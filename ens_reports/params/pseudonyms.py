"""The key of the names under which others stand in a view: `params/pseudonyms.key`."""

from pathlib import Path

from ens_reports import digest
from ens_reports.errors import RequestError

FILE = Path("params") / "pseudonyms.key"
EXAMPLE = "557c6aa966396b7771b9d4ce1fc627505e54bb7c0bff5f7e805d0aca188f0f86"
"""SHA-256 of the key that comes with this repository, which everybody can read."""
FEWEST_BYTES = 32
HINT = 'make one: python -c "import secrets; print(secrets.token_hex(32))"'


def read_key(path: Path) -> bytes:
    """Read a key.

    Args:
        path: A file of hexadecimal digits; lines that begin with `#` are remarks.

    Raises:
        RequestError: It is missing, is something else, or is too short.
    """
    if not path.is_file():
        raise RequestError(f"{path} must be a file, got none", hint=HINT)
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    digits = "".join(line.strip() for line in lines if not line.startswith("#"))
    try:
        key = bytes.fromhex(digits)
    except ValueError:
        key = b""
    if len(key) < FEWEST_BYTES:
        raise RequestError(f"{path} must hold {2 * FEWEST_BYTES} hexadecimal digits or more, got something else", hint=HINT)
    return key


def is_example(key: bytes) -> bool:
    """Whether it is the key that comes with this repository."""
    return digest.of_bytes(key) == EXAMPLE
