"""Which rows of a file an edition used, in little room: a hundred thousand rows take a few kilobytes at most."""

import base64
import zlib
from collections.abc import Collection

import numpy as np


def pack(rows: Collection[int]) -> str:
    """Row numbers as text.

    Args:
        rows: Numbers from 0.

    Returns:
        One bit for each row up to the last, compressed.
    """
    numbers = np.fromiter(rows, dtype=np.int64)
    bits = np.zeros(int(numbers.max(initial=-1)) + 1, dtype=np.bool_)
    bits[numbers] = True
    return base64.b64encode(zlib.compress(np.packbits(bits).tobytes(), level=9)).decode("ascii")


def has_any(packed: str, rows: Collection[int]) -> bool:
    """Whether one of some rows is among those that were packed.

    Args:
        packed: As `pack` gives it; blank where it was not kept: then it may be.
        rows: Row numbers.
    """
    if not packed:
        return bool(rows)
    bits = np.unpackbits(np.frombuffer(zlib.decompress(base64.b64decode(packed)), dtype=np.uint8))
    numbers = np.fromiter(rows, dtype=np.int64)
    return bool(bits[numbers[numbers < len(bits)]].any())
