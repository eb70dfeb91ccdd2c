"""Read a file in a child process under memory and time limits."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from ens_reports import process
from ens_reports.errors import RequestError, ToolError
from ens_reports.intake.long import helper
from ens_reports.intake.long.stored import Lasting, Stored
from ens_reports.intake.outcome import shown
from ens_reports.intake.reader import limits
from ens_reports.intake.reader.grid import Note
from ens_reports.intake.sheets.table import SHOWN_ROWS
from ens_reports.intake.source import Sheet, Source

MAX_FILE_BYTES = 2_000_000_000
HELD_ROWS = 200_000
"""Sheets with more rows stay in a file, and are worked on piece by piece."""
HELPED_BYTES = 30_000_000
"""While a larger file is read, a helper gets ready."""
TIME_LIMIT_S = 300.0
EXTENSIONS = {
    ".csv": "text", ".tsv": "text", ".txt": "text", ".xlsx": "xlsx", ".xlsm": "xlsx", ".xls": "xls", ".ods": "ods",
    ".xlsb": "xlsb", ".json": "json", ".geojson": "json", ".ndjson": "json", ".jsonl": "json", ".parquet": "parquet",
    ".html": "html", ".htm": "html", ".xml": "xml",
}  # fmt: skip
"""What each extension promises."""


def read(path: Path, *, timeout_s: float = TIME_LIMIT_S) -> Source:
    """Read any of the eight formats; a file that can't be read is told as such, never raised.

    Args:
        path: The file; it is never changed.
        timeout_s: Seconds until the reader is ended.

    Returns:
        Its sheets as text, or why there are none. A link is not followed: it could lead to what another party sent.

    Raises:
        RequestError: There is no such file.
    """
    if path.is_symlink():
        return unreadable("file_is_link")
    if path.is_dir():
        raise RequestError(f"{shown(path.name)} must be a file, got a folder", hint="`ens intake` takes folders")
    if path.exists() and not path.is_file():
        return unreadable("file_not_regular")
    if not path.is_file():
        raise RequestError(f"{shown(path.name)} must be a file, got none there", hint="check the path")
    if path.stat().st_size > MAX_FILE_BYTES:
        return unreadable("file_too_large", {"size": f"{path.stat().st_size // 1_000_000} MB"})
    if path.stat().st_size >= HELPED_BYTES:
        helper.call_in()
    temporary = tempfile.TemporaryDirectory(prefix="ens-read-", ignore_cleanup_errors=True)
    folder = Path(temporary.name)
    command = [sys.executable, "-P", "-m", "ens_reports.intake.reader.child", str(path.resolve()), str(folder)]
    try:
        process.run(command, cwd=folder, timeout_s=timeout_s, environment=limits.ENVIRONMENT)
        result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    except (ToolError, OSError, json.JSONDecodeError):
        result = {"unreadable": "reader_ended", "values": {}}
    if "unreadable" in result:
        temporary.cleanup()
        return unreadable(result["unreadable"], result["values"])
    source = _source(result, temporary, promised=EXTENSIONS.get(path.suffix.lower(), ""))
    if not any(sheet.store for sheet in source.sheets):
        temporary.cleanup()
    return source


def unreadable(check: str, values: dict[str, str] | None = None) -> Source:
    """A file of which nothing was read.

    Args:
        check: Identifier of the check that says why.
        values: What fills the places of its wording.
    """
    return Source(format="", sheets=(), notes=(), encoding="", delimiter="", unreadable=check, unreadable_values=values or {})


def _source(result: dict[str, Any], folder: tempfile.TemporaryDirectory[str], *, promised: str) -> Source:
    notes = [
        Note(
            check=item["check"],
            sheet=item["sheet"],
            cells=tuple((row, column) for row, column in item["cells"]),
            values=item["values"],
            sample=tuple(item["sample"]),
        )
        for item in result["notes"]
    ]
    if promised != result["format"]:
        notes.append(Note(check="extension_wrong", values={"format": result["format"]}))
    lasting = Lasting(folder)
    return Source(
        format=result["format"],
        sheets=tuple(_sheet(item, Path(folder.name), lasting) for item in result["sheets"]),
        notes=tuple(notes),
        encoding=result["encoding"],
        delimiter=result["delimiter"],
        unreadable="",
        unreadable_values={},
    )


def _sheet(item: dict[str, Any], folder: Path, lasting: Lasting) -> Sheet:
    """The rows of a sheet; too many stay in the temporary folder, which then lasts as long as the sheet does."""
    store = Stored(folder / item["file"], lasting)
    rows = np.arange(len(store.rows))
    held = len(rows) <= HELD_ROWS
    return Sheet(
        name=item["name"],
        cells=store.at(rows if held else rows[:SHOWN_ROWS]),
        header=tuple(item["header"]),
        pointer=item["pointer"],
        short_rows=tuple(item["short_rows"]),
        store=None if held else store,
    )
