"""Read a file in a child process under memory and time limits."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
from pyarrow import feather

from ens_reports import process
from ens_reports.errors import RequestError, ToolError
from ens_reports.intake.outcome import shown
from ens_reports.intake.reader import limits
from ens_reports.intake.reader.grid import Note
from ens_reports.intake.source import Sheet, Source

MAX_FILE_BYTES = 300_000_000
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
    with tempfile.TemporaryDirectory(prefix="ens-read-") as name:
        folder = Path(name)
        command = [sys.executable, "-P", "-m", "ens_reports.intake.reader.child", str(path.resolve()), str(folder)]
        try:
            process.run(command, cwd=folder, timeout_s=timeout_s, environment=limits.ENVIRONMENT)
            result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        except (ToolError, OSError, json.JSONDecodeError):
            return unreadable("reader_ended")
        if "unreadable" in result:
            return unreadable(result["unreadable"], result["values"])
        return _source(result, folder, promised=EXTENSIONS.get(path.suffix.lower(), ""))


def unreadable(check: str, values: dict[str, str] | None = None) -> Source:
    """A file of which nothing was read.

    Args:
        check: Identifier of the check that says why.
        values: What fills the places of its wording.
    """
    return Source(format="", sheets=(), notes=(), encoding="", delimiter="", unreadable=check, unreadable_values=values or {})


def _source(result: dict[str, Any], folder: Path, *, promised: str) -> Source:
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
    return Source(
        format=result["format"],
        sheets=tuple(_sheet(item, folder) for item in result["sheets"]),
        notes=tuple(notes),
        encoding=result["encoding"],
        delimiter=result["delimiter"],
        unreadable="",
        unreadable_values={},
    )


def _sheet(item: dict[str, Any], folder: Path) -> Sheet:
    frame: pd.DataFrame = feather.read_table(folder / item["file"], memory_map=False).to_pandas()
    cells = frame.set_index("row").astype("str")
    cells.columns = pd.RangeIndex(cells.shape[1])
    return Sheet(
        name=item["name"], cells=cells, header=tuple(item["header"]), pointer=item["pointer"], short_rows=tuple(item["short_rows"])
    )
