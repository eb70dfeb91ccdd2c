"""Hostile and broken files by name: how each is made, and what its sender must be told."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Make = Callable[[Path], None]
GOOD_CSV = (
    "incident_id,incident_date,reporting_country,crime_area,commodity,quantity,unit\n"
    "CMR-1,2025-03-04,CMR,wildlife,pangolin,12,kg\n"
    "CMR-2,2025-03-05,CMR,wildlife,ivory,3,piece\n"
)
HEADER = GOOD_CSV.splitlines()[0].split(",")
RECORD = GOOD_CSV.splitlines()[1].split(",")
MANY = 1_000_000
LONG = 400_000_000


@dataclass(frozen=True, kw_only=True)
class Case:
    """One file that means no good.

    Attributes:
        file_name: What it is called in the inbox.
        make: Writes it.
        told: Checks of the catalogue of which at least one must be told; empty: it only must do no harm.
        heavy: It is hundreds of megabytes; made only where that is asked for.
    """

    file_name: str
    make: Make
    told: tuple[str, ...]
    heavy: bool = False


CASES: dict[str, Case] = {}


def hostile(file_name: str, *told: str, heavy: bool = False) -> Callable[[Make], Make]:
    """Enter a function that writes a hostile file under its own name.

    Args:
        file_name: What the file is called.
        told: Checks of which at least one must be told.
        heavy: It is hundreds of megabytes.
    """

    def enter(make: Make) -> Make:
        CASES[make.__name__] = Case(file_name=file_name, make=make, told=told, heavy=heavy)
        return make

    return enter


def content(file_name: str, given: bytes, *told: str, name: str) -> None:
    """Enter a file whose bytes are few.

    Args:
        file_name: What the file is called.
        given: Its bytes.
        told: Checks of which at least one must be told.
        name: Name of the case.
    """

    def make(path: Path) -> None:
        path.write_bytes(given)

    CASES[name] = Case(file_name=file_name, make=make, told=told)


def zipped(members: dict[str, bytes | str], *, mimetype: str = "") -> bytes:
    """A package of parts.

    Args:
        members: Name -> content.
        mimetype: Of an OpenDocument file: the first part, not compressed.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        if mimetype:
            package.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for member, given in members.items():
            package.writestr(member, given)
    return buffer.getvalue()
