"""What an edition must show before it is one: its recipient on the cover, its marking on every page."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

import pypdfium2

from ens_reports.errors import EnsError, PolicyError
from ens_reports.report.blocks import Block, Cover

SPACE = re.compile(r"\s+")


def check_cover(blocks: Iterable[Block], names: Collection[str]) -> None:
    """The notebook itself must speak of the recipient: the renderer prints the right name beside whatever it says.

    Args:
        blocks: What the notebook shows.
        names: How the recipient is called in the edition's language; one of them is enough.

    Raises:
        PolicyError: The cover names it nowhere.
    """
    for cover in (block for block in blocks if isinstance(block, Cover)):
        said = [cover.title, cover.subtitle, *(fact.value for fact in cover.facts), *(span.text for span in cover.abstract)]
        if not _names_one(" ".join(said), names):
            raise PolicyError(
                f"the cover must name the recipient {min(names)}, got another or none",
                hint="does the notebook use its `recipient` parameter?",
            )


def check_pages(pdf: Path, *, marking: str, names: Collection[str], right_to_left: bool) -> int:
    """Read the finished pages back.

    Args:
        pdf: The rendered report.
        marking: What must stand on every page.
        names: How the recipient is called; one of them must stand on the first page.
        right_to_left: Whether the script runs from right to left: words come back from a PDF in the order of the eye, so
            that only the words of the marking are looked for.

    Returns:
        Number of pages.

    Raises:
        PolicyError: A page lacks the marking, or the first page the recipient.
    """
    pages = _texts(pdf)
    if not pages:
        raise EnsError("a report must have pages, got none", hint="see what the notebook shows")
    wanted = marking.split() if right_to_left else [marking]
    unmarked = [number for number, text in enumerate(pages, start=1) if not all(_names_one(text, [part]) for part in wanted)]
    if unmarked:
        raise PolicyError(f"every page must carry {marking!r}, got none on page {unmarked[0]}", hint="the template lost its running lines")
    if not right_to_left and not _names_one(pages[0], names):
        raise PolicyError(f"the first page must name the recipient {min(names)}, got another or none", hint="see the notebook's cover")
    return len(pages)


def _texts(pdf: Path) -> list[str]:
    """Text of each page; pdfium reads a page full of drawn paths thirty times faster than pypdf."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [str(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def _names_one(text: str, names: Collection[str]) -> bool:
    return any(_squeezed(name) in _squeezed(text) for name in names)


def _squeezed(text: str) -> str:
    """Without spaces: a line break in a name, and tracked letters, come back from a PDF as spaces."""
    return SPACE.sub("", text).casefold()
