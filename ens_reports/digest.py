"""Names for contents: SHA-256 of bytes, files and plain values."""

import hashlib
import json
from pathlib import Path


def of_bytes(content: bytes) -> str:
    """SHA-256 of bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def of_file(path: Path) -> str:
    """SHA-256 of a file's content, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def of_value(value: object) -> str:
    """SHA-256 of a plain value (numbers, texts, lists, dictionaries), whatever the order of its keys."""
    return of_bytes(canonical_json(value).encode())


def canonical_json(value: object) -> str:
    """JSON with sorted keys and no spaces: equal values give equal text."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
