"""What a workbook holds that the library which marks it cannot keep: found by looking at the parts before and after."""

import re
import zipfile
from collections import Counter
from pathlib import Path

from ens_reports.locales import mark

LOST: dict[str, str] = {
    "charts": mark("charts"),
    "charts_look": mark("the exact look of charts"),
    "images": mark("images"),
    "shapes": mark("text boxes and shapes"),
    "macros": mark("macros"),
    "slicers": mark("slicers and timelines"),
    "sparklines": mark("sparklines and other extensions"),
    "pivots": mark("pivot tables"),
    "links": mark("links to other files"),
    "connections": mark("connections to data"),
    "embedded": mark("embedded objects and controls"),
    "threads": mark("threads of comments"),
    "results": mark("the last results of formulas, until your program calculates again"),
    "formulas": mark("formulas that reach outside the file; their last results stand there as text"),
    "hyperlinks": mark("links to addresses outside the file"),
}
"""What can be lost -> in words."""
PARTS: dict[str, str] = {
    "charts": r"xl/(charts|chartsheets)/[^/]+\.xml",
    "images": r"xl/media/[^/]+",
    "macros": r"xl/(vbaProject\.bin|macrosheets/[^/]+)",
    "slicers": r"xl/(slicers|timelines)/[^/]+\.xml",
    "pivots": r"xl/pivotTables/[^/]+\.xml",
    "links": r"xl/externalLinks/[^/]+\.xml",
    "connections": r"xl/(connections\.xml|queryTables/[^/]+)",
    "embedded": r"xl/(embeddings|ctrlProps|activeX)/[^/]+",
    "threads": r"xl/threadedComments/[^/]+",
}
"""What can be lost -> names of the parts that hold it."""
INSIDE: dict[str, tuple[str, bytes]] = {
    "sparklines": (r"xl/worksheets/[^/]+\.xml", rb"<extLst[ >]"),
    "shapes": (r"xl/drawings/[^/]+\.xml", rb"<xdr:sp[ >]"),
}
"""What can be lost -> names of the parts, and what they hold then."""
CHUNK_BYTES = 4_000_000
OVERLAP_BYTES = 16


def inventory(path: Path) -> dict[str, int]:
    """What a workbook holds of what can be lost, and how much of it.

    Args:
        path: An XLSX or XLSM file.
    """
    found: Counter[str] = Counter()
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        for what, pattern in PARTS.items():
            found[what] += sum(re.fullmatch(pattern, name) is not None for name in names)
        for what, (pattern, sign) in INSIDE.items():
            found[what] += sum(_holds(package, name, sign) for name in names if re.fullmatch(pattern, name))
    return {what: number for what, number in found.items() if number}


def lost(before: dict[str, int], after: dict[str, int]) -> tuple[str, ...]:
    """What is less after than before, in the order of `LOST`.

    Args:
        before: Of the sender's workbook.
        after: Of the marked one.
    """
    return tuple(what for what in LOST if after.get(what, 0) < before.get(what, 0))


def _holds(package: zipfile.ZipFile, name: str, sign: bytes) -> bool:
    """Whether a part holds something; read in pieces, for a part can be large."""
    with package.open(name) as stream:
        kept = b""
        while piece := stream.read(CHUNK_BYTES):
            if re.search(sign, kept + piece):
                return True
            kept = piece[-OVERLAP_BYTES:]
    return False
