"""The workbook of the feedback pack: the sender's own, marked, or their rows in a new one, with sheets to answer in."""

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ens_reports import process
from ens_reports.errors import ToolError
from ens_reports.intake.feedback.answer import Answer
from ens_reports.intake.feedback.told import Told
from ens_reports.intake.findings import NO_ROWS
from ens_reports.intake.pack.columns import columns
from ens_reports.intake.pack.corrections import corrections
from ens_reports.intake.pack.layout import Layout
from ens_reports.intake.pack.listing import findings
from ens_reports.intake.pack.lost import LOST
from ens_reports.intake.pack.marker import is_ours
from ens_reports.intake.pack.marks import fills, remarks
from ens_reports.intake.pack.sheet import PackSheet, unique_name
from ens_reports.intake.pack.start import start
from ens_reports.intake.pack.written import EXTRA, Rows, workbook
from ens_reports.intake.source import Sheet

MAX_CELLS = 200_000
"""Above, a workbook is not marked as a whole: 100,000 rows of 30 columns took 47 s and 1.5 GB."""
MAX_ROWS = 20_000
"""Rows of an excerpt; the findings name all places."""
TIME_LIMIT_S = 600.0


@dataclass(frozen=True, kw_only=True)
class Book:
    """A workbook that was written.

    Attributes:
        content: XLSX with the same bytes for the same answer.
        kind: `annotated`, `equivalent`, `rewritten` (an equivalent of a workbook that could not be marked) or `excerpt`.
        lost: What could not be kept of the sender's: names of `LOST`.
    """

    content: bytes
    kind: str
    lost: tuple[str, ...] = ()


def feedback_workbook(answer: Answer) -> Book:
    """The workbook.

    Args:
        answer: What to tell.
    """
    sheets = _their_sheets(answer)
    if sum(sheet.row_count * _width(sheet) for sheet in sheets) > MAX_CELLS:
        return _excerpt(answer)
    if answer.path is not None and answer.source is not None and answer.source.format == "xlsx":
        found = _annotated(answer, sheets, answer.path)
        if found is not None:
            return found
        return _equivalent(answer, sheets, kind="rewritten")
    return _equivalent(answer, sheets, kind="equivalent")


def _their_sheets(answer: Answer) -> tuple[Sheet, ...]:
    """The sender's sheets, without those of an earlier pack."""
    if answer.source is not None:
        return tuple(sheet for sheet in answer.source.sheets if not is_ours(sheet))
    return (answer.table.sheet,) if answer.table is not None else ()


def _width(sheet: Sheet) -> int:
    return int(sheet.head(1).shape[1])


def _ours(answer: Answer, layout: Layout, kind: str) -> tuple[PackSheet, ...]:
    """Our sheets, under names that none of theirs has."""
    taken = {name.casefold() for name in layout.names.values()}
    made = (start(answer, kind=kind), corrections(answer, layout), columns(answer), findings(answer, layout))
    return tuple(replace(sheet, name=unique_name(sheet.name, taken)) for sheet in made if sheet is not None)


def _annotated(answer: Answer, sheets: tuple[Sheet, ...], path: Path) -> Book | None:
    """Their own workbook, marked in another process; none if that could not be done."""
    layout = Layout(names={sheet.name: sheet.name for sheet in sheets}, head=_header_row(answer))
    text = answer.language.text
    job = {
        "path": str(path.resolve()),
        "sheets": [asdict(sheet) for sheet in _ours(answer, layout, "annotated")],
        "fills": [asdict(fill) for fill in fills(answer, layout)],
        "remarks": [asdict(remark) for remark in remarks(answer, layout)],
        "reference": answer.reference,
        "day": answer.received_on.isoformat(),
        "lost_heading": text("Not kept of your workbook"),
        "lost_words": {name: text(words) for name, words in LOST.items()},
    }
    with tempfile.TemporaryDirectory(prefix="ens-mark-") as name:
        folder = Path(name)
        (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
        command = [sys.executable, "-P", "-W", "ignore", "-m", "ens_reports.intake.pack.child", str(folder)]
        try:
            process.run(command, cwd=folder, timeout_s=TIME_LIMIT_S)
            lost = tuple(json.loads((folder / "result.json").read_text(encoding="utf-8"))["lost"])
            return Book(content=(folder / "workbook.xlsx").read_bytes(), kind="annotated", lost=lost)
        except (ToolError, OSError, json.JSONDecodeError):
            return None


def _equivalent(answer: Answer, sheets: tuple[Sheet, ...], *, kind: str) -> Book:
    """Their rows in a new workbook, at the same row numbers where the file has any."""
    taken: set[str] = set()
    names = {sheet.name: unique_name(sheet.name or Path(answer.outcome.path).stem, taken) for sheet in sheets}
    layout = Layout(names=names, below=int(any(sheet.header for sheet in sheets)), head=_header_row(answer))
    marks, notes = fills(answer, layout), remarks(answer, layout)
    rows = [
        Rows(
            name=names[sheet.name],
            lines=_lines(sheet, below=layout.below),
            head=_head(answer, sheet),
            fills=[item for item in marks if item.sheet == sheet.name],
            remarks=[item for item in notes if item.sheet == sheet.name],
            right_to_left=answer.language.right_to_left and not sheet.name,
        )
        for sheet in sheets
    ]
    return Book(content=_write(answer, _ours(answer, layout, kind), rows), kind=kind)


def _lines(sheet: Sheet, *, below: int) -> list[tuple[int, list[str]]]:
    frame = sheet.head(sheet.row_count)
    head = [(1, list(sheet.header))] if sheet.header else []
    return head + [(int(row) + below, values) for row, values in zip(frame.index, frame.to_numpy().tolist(), strict=True)]


def _header_row(answer: Answer) -> int:
    return answer.table.header_row if answer.table is not None else 1


def _head(answer: Answer, sheet: Sheet) -> int:
    """Row of the header in the workbook; 0 for a sheet of which none is known."""
    table = answer.table
    return table.header_row if table is not None and table.sheet is sheet else 0


def _excerpt(answer: Answer) -> Book:
    """Rows with open findings alone, under their header, in the same columns; their row numbers stand behind."""
    table = answer.table
    if table is None:
        return _equivalent(answer, (), kind="excerpt")
    items = [item for item in answer.of_state("open") if item.located.sheet is table.sheet]
    chosen = table.sheet.take(_rows_of(items, above=0 if table.sheet.header else table.header_row))
    words = _words(items, chosen.index.to_numpy(dtype=np.int64))
    taken: set[str] = set()
    name = unique_name(table.sheet.name or Path(answer.outcome.path).stem, taken)
    places = {int(row): number for number, row in enumerate(chosen.index, start=2)} | {table.header_row: 1}
    layout = Layout(names={table.sheet.name: name}, rows=places, head=table.header_row)
    text = answer.language.text
    lines = [(1, [*table.header, *map(text, EXTRA)]), *_excerpt_lines(chosen, words)]
    rows = Rows(name=name, lines=lines, head=1, fills=fills(answer, layout), remarks=remarks(answer, layout))
    return Book(content=_write(answer, _ours(answer, layout, "excerpt"), [rows]), kind="excerpt")


def _rows_of(items: Sequence[Told], *, above: int) -> list[int]:
    """The first rows with findings, below a header."""
    rows = np.unique(np.concatenate([NO_ROWS, *(item.located.finding.rows for item in items)]))
    return [int(row) for row in rows[rows > above][:MAX_ROWS]]


def _words(items: Sequence[Told], rows: NDArray[np.int64]) -> dict[int, list[str]]:
    """What was found in each of some rows; of a million wrong rows no more than these are looked at."""
    words: dict[int, list[str]] = {int(row): [] for row in rows}
    for item in items:
        for row in item.located.finding.rows[np.isin(item.located.finding.rows, rows)].tolist():
            words[row].append(f"{item.reference} {item.detail.message}")
    return words


def _excerpt_lines(chosen: pd.DataFrame, words: dict[int, list[str]]) -> list[tuple[int, list[str]]]:
    return [
        (number, [*values, str(row), " \N{BULLET} ".join(words[int(row)])])
        for number, (row, values) in enumerate(zip(chosen.index, chosen.to_numpy().tolist(), strict=True), start=2)
    ]


def _write(answer: Answer, sheets: tuple[PackSheet, ...], rows: list[Rows]) -> bytes:
    title = answer.language.text("Feedback on your file")
    return workbook(sheets, rows, title=title, reference=answer.reference, day=answer.received_on)
