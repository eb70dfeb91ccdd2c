"""The only user of typst: a folder with a typst file becomes a PDF, the same bytes each time."""

from datetime import date
from functools import cache
from importlib.metadata import version as installed
from pathlib import Path
from typing import Literal

import typst

from ens_reports.errors import ToolError
from ens_reports.render.glyphs import fallback_fonts, own_fonts

STANDARDS: list[Literal["a-3a", "ua-1"]] = ["a-3a", "ua-1"]
"""Kept for decades, with attachments (PDF/A-3a), and readable by a screen reader (PDF/UA-1)."""


def compile_pdf(source: Path, target: Path, *, day: date) -> None:
    """Compile a typst file with our fonts only.

    Args:
        source: The typst file; nothing outside its folder can be read.
        target: The PDF to write.
        day: What the PDF says of its creation.

    Raises:
        ToolError: typst refuses.
    """
    try:
        content = typst.compile(
            str(source),
            root=str(source.parent),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            pdf_standards=[*STANDARDS],
            timestamp=_seconds(day),
        )
    except RuntimeError as error:
        raise ToolError(
            f"typst must lay out the report, got: {error}", hint="run `ens doctor`; the template or a figure is at fault"
        ) from error
    target.write_bytes(content)


def version() -> str:
    """The version of the wheel."""
    return installed("typst")


@cache
def _fonts() -> typst.Fonts:
    """Ours, looked through once a process: for each document it would take a fifth of the time of a short one."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(own_fonts()), str(fallback_fonts())])


def _seconds(day: date) -> int:
    """Seconds from 1970 to the start of a day in UTC."""
    return (day - date(1970, 1, 1)).days * 86_400
