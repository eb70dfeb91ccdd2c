"""Marks a workbook in a process of its own: `python -m ens_reports.intake.pack.child FOLDER`, which holds the job and takes the result.

A workbook that reads well can still take more memory than there is once all of it is held to be written again.
"""

import io
import json
import re
import sys
import zipfile
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook import Workbook

from ens_reports.intake.pack.added import add
from ens_reports.intake.pack.lost import inventory, lost
from ens_reports.intake.pack.marks import Fill, Remark
from ens_reports.intake.pack.sheet import Cell, PackSheet, from_plain
from ens_reports.intake.pack.texts import PROPERTY, clean
from ens_reports.intake.pack.theirs import end_outside, make_inert, mark, take_out_ours

MEMORY_BYTES = 2_500_000_000
CPU_SECONDS = 240
JOB, RESULT, WORKBOOK = "job.json", "result.json", "workbook.xlsx"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


@dataclass(frozen=True, kw_only=True)
class Job:
    """What to do with a workbook.

    Attributes:
        path: The sender's workbook.
        sheets: Of ours; the first one takes the list of what was lost.
        fills: Coloured cells.
        remarks: Comments.
        reference: Name of the submission.
        day: On which the document says that it was changed.
        lost_heading: What stands before the list of what was lost.
        lost_words: What can be lost -> in words.
    """

    path: Path
    sheets: tuple[PackSheet, ...]
    fills: tuple[Fill, ...]
    remarks: tuple[Remark, ...]
    reference: str
    day: date
    lost_heading: str
    lost_words: dict[str, str]


def marked(job: Job) -> tuple[bytes, tuple[str, ...]]:
    """Mark a workbook.

    Args:
        job: What to do.

    Returns:
        The workbook, with the same bytes for the same job, and what could not be kept of the sender's.
    """
    before = inventory(job.path)
    book = openpyxl.load_workbook(job.path, keep_links=False, rich_text=True)
    take_out_ours(book)
    ended = end_outside(book, job.path)
    make_inert(book)
    kept = _kept(book)
    changed = ("charts_look",) if kept["charts"] else ()
    gone = tuple(name for name in job.lost_words if name in {*lost(before, kept), *changed, *ended})
    mark(book, job.fills, job.remarks)
    first, *others = job.sheets
    add(book, (_with_lost(first, gone, job), *others))
    _sign(book, job)
    buffer = io.BytesIO()
    book.save(buffer)
    return fixed_bytes(buffer.getvalue(), job.day), gone


def fixed_bytes(content: bytes, day: date) -> bytes:
    """The same package without the times at which it was written.

    Args:
        content: An Office document.
        day: On which it says that it was changed.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = MODIFIED.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode() + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return buffer.getvalue()


def main(arguments: list[str]) -> int:
    """Do the job of a folder."""
    folder = Path(arguments[0])
    _limit()
    content, gone = marked(job_of(json.loads((folder / JOB).read_text(encoding="utf-8"))))
    (folder / WORKBOOK).write_bytes(content)
    (folder / RESULT).write_text(json.dumps({"lost": gone}), encoding="utf-8")
    return 0


def job_of(plain: dict[str, Any]) -> Job:
    """A job that went through JSON.

    Args:
        plain: Its attributes as plain values.
    """
    return Job(
        path=Path(plain["path"]),
        sheets=tuple(from_plain(sheet) for sheet in plain["sheets"]),
        fills=tuple(Fill(**fill | {"rows": tuple(fill["rows"])}) for fill in plain["fills"]),
        remarks=tuple(Remark(**remark) for remark in plain["remarks"]),
        reference=plain["reference"],
        day=date.fromisoformat(plain["day"]),
        lost_heading=plain["lost_heading"],
        lost_words=plain["lost_words"],
    )


def _kept(book: Workbook) -> dict[str, int]:
    """What the library holds of what can be lost, and writes again."""
    sheets = book.worksheets
    lists = {"charts": "_charts", "images": "_images", "pivots": "_pivots"}  # there is no public way
    held = {what: sum(len(getattr(sheet, name, ())) for sheet in sheets) for what, name in lists.items()}
    return held | {"charts": held["charts"] + 2 * len(book.chartsheets)}


def _with_lost(sheet: PackSheet, gone: tuple[str, ...], job: Job) -> PackSheet:
    if not gone:
        return sheet
    lines = (
        (Cell(text=job.lost_heading if not number else "", style="strong"), Cell(text=job.lost_words[name], style="plain"))
        for number, name in enumerate(gone)
    )
    return replace(sheet, lines=(*sheet.lines, (), *lines))


def _sign(book: Workbook, job: Job) -> None:
    properties = book.custom_doc_props  # type: ignore[attr-defined]  # younger than the types
    if PROPERTY in properties.names:
        del properties[PROPERTY]
    properties.append(StringProperty(name=PROPERTY, value=clean(job.reference)))
    book.properties.modified = datetime.combine(job.day, datetime.min.time())


def _limit() -> None:
    """Hold the process to its memory and time, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - absent on Windows

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
