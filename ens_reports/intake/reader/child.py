"""The reading child process: `python -m ens_reports.intake.reader.child FILE FOLDER` fills the folder with what it read.

A hostile or broken workbook can abort the process that opens it, which no `except` catches; so it is not ours that ends.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa
from pyarrow import feather

from ens_reports.intake.reader.delimited import read_delimited
from ens_reports.intake.reader.documents import read_json, read_parquet
from ens_reports.intake.reader.grid import Grid, Reading, UnreadableError
from ens_reports.intake.reader.sniff import sniff
from ens_reports.intake.reader.workbook import read_workbook

MEMORY_BYTES = 3_000_000_000
CPU_SECONDS = 240


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
    if kind == "text":
        return kind, read_delimited(content)
    if kind == "json":
        return kind, read_json(content)
    if kind == "parquet":
        return kind, read_parquet(content)
    return kind, read_workbook(content, format_name=kind)


def main(arguments: list[str]) -> int:
    """Read one file and write grids and notes; the exit code is 0 also for a file that cannot be read."""
    path, folder = Path(arguments[0]), Path(arguments[1])
    _limit()
    try:
        kind, reading = read_content(path.read_bytes())
        result: dict[str, object] = {
            "format": kind,
            "encoding": reading.encoding,
            "delimiter": reading.delimiter,
            "notes": [asdict(note) for note in reading.notes],
            "sheets": [_write(grid, folder / f"{number}.arrow") for number, grid in enumerate(reading.grids)],
        }
    except UnreadableError as error:
        result = {"unreadable": error.check, "values": error.values}
    except MemoryError:
        result = {"unreadable": "file_too_large", "values": {"size": "more memory than a reader may use"}}
    (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")
    return 0


def _limit() -> None:
    """Hold the process to its memory and time, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - absent on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(grid: Grid, path: Path) -> dict[str, object]:
    """One Arrow file: column `row`, then `0`, `1`, ... as text; short rows are filled with blanks."""
    width = max(max((len(row) for row in grid.cells), default=0), len(grid.header))
    short = [number for number, row in zip(grid.rows, grid.cells, strict=True) if 0 < len(row) < width]
    filled = [row + [""] * (width - len(row)) for row in grid.cells]
    columns = {str(index): pa.array([row[index] for row in filled], pa.large_string()) for index in range(width)}
    feather.write_feather(pa.table({"row": pa.array(grid.rows, pa.int64()), **columns}), path, compression="lz4")
    return {"name": grid.name, "file": path.name, "header": list(grid.header), "pointer": grid.pointer, "short_rows": short}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
