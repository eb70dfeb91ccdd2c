"""The reading child process: `python -m ens_reports.intake.reader.child FILE FOLDER` fills the folder with what it read.

A hostile or broken workbook can abort the process that opens it, which no `except` catches; so it is not ours that ends.
"""

import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pyarrow as pa
from pyarrow import feather

from ens_reports.intake.reader import limits
from ens_reports.intake.reader.delimited import usual_width
from ens_reports.intake.reader.documents import read_json, read_parquet
from ens_reports.intake.reader.ecomessage import read_text
from ens_reports.intake.reader.grid import Grid, Note, Reading, UnreadableError
from ens_reports.intake.reader.markup import read_html, read_office_xml
from ens_reports.intake.reader.package import open_package, whole
from ens_reports.intake.reader.sniff import single_member, sniff
from ens_reports.intake.reader.spelling import spell_out
from ens_reports.intake.reader.streamed import can_stream, stream
from ens_reports.intake.reader.workbook import read_workbook
from ens_reports.leave import leave

READERS = {"text": read_text, "json": read_json, "parquet": read_parquet, "html": read_html, "xml": read_office_xml}
"""Formats other than workbooks."""
MAX_HELD_BYTES = 300_000_000
"""Larger files are read only if they are delimited text."""


def read_content(content: bytes) -> tuple[str, Reading]:
    """Read a file of any kind.

    Args:
        content: The whole file.

    Returns:
        Its format as `sniff` names it, and what was read.

    Raises:
        UnreadableError: It cannot be read, and why.
    """
    kind = sniff(content)
    if kind == "archive":
        return _read_member(content)
    return kind, READERS[kind](content) if kind in READERS else read_workbook(content, format_name=kind)


def _read_member(content: bytes) -> tuple[str, Reading]:
    """Read the one file of an archive; an archive in an archive is not opened."""
    with open_package(content) as package:
        member = whole(package, single_member(package))
    if sniff(member) == "archive":
        raise UnreadableError("format_unknown", kind="archive")
    kind, reading = read_content(member)
    return kind, replace(reading, notes=(*reading.notes, Note(check="archive_unpacked")))


def main(arguments: list[str]) -> int:
    """Read one file and write grids and notes; the exit code is 0 also for a file that cannot be read."""
    path, folder = Path(arguments[0]), Path(arguments[1])
    limits.hold(path.stat().st_size)
    try:
        result = _stream(path, folder) if can_stream(path) else _read(path, folder)
    except UnreadableError as error:
        result = {"unreadable": error.check, "values": error.values}
    except OSError:
        result = {"unreadable": "file_not_opened", "values": {}}
    except MemoryError:
        result = {"unreadable": "memory_too_small", "values": {}}
    (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")
    return 0


def _stream(path: Path, folder: Path) -> dict[str, object]:
    """A large text, which is never held as a whole."""
    streamed = stream(path, folder / "0.arrow")
    sheet: dict[str, object] = {"name": "", "file": "0.arrow", "header": [], "pointer": "", "short_rows": streamed.short}
    return _result("text", streamed.reading, [sheet])


def _read(path: Path, folder: Path) -> dict[str, object]:
    if path.stat().st_size > MAX_HELD_BYTES:
        raise UnreadableError("file_too_large", size=f"{path.stat().st_size // 1_000_000} MB")
    kind, read = read_content(path.read_bytes())
    reading = spell_out(read)
    return _result(kind, reading, [_write(grid, folder / f"{number}.arrow") for number, grid in enumerate(reading.grids)])


def _result(kind: str, reading: Reading, sheets: list[dict[str, object]]) -> dict[str, object]:
    notes = [asdict(note) for note in reading.notes]
    return {"format": kind, "encoding": reading.encoding, "delimiter": reading.delimiter, "notes": notes, "sheets": sheets}


def _write(grid: Grid, path: Path) -> dict[str, object]:
    """One Arrow file: column `row`, then `0`, `1`, ... as text; short rows are filled with blanks."""
    width = max(max((len(row) for row in grid.cells), default=0), len(grid.header))
    usual = usual_width(grid.cells)
    short = [number for number, row in zip(grid.rows, grid.cells, strict=True) if 0 < len(row) < usual]
    filled = [row if len(row) == width else row + [""] * (width - len(row)) for row in grid.cells]
    cells = zip(*filled, strict=True) if filled else [()] * width
    columns = {str(index): pa.array(column, pa.large_string()) for index, column in enumerate(cells)}
    feather.write_feather(pa.table({"row": pa.array(grid.rows, pa.int64()), **columns}), path, compression="uncompressed")
    return {"name": grid.name, "file": path.name, "header": list(grid.header), "pointer": grid.pointer, "short_rows": short}


if __name__ == "__main__":
    leave(main(sys.argv[1:]))
