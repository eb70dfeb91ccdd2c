"""What an edition must show before it is one: its recipient on the cover, its marking on every page, and nothing that must not leave."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from html import escape
from itertools import chain
from pathlib import Path

import pandas as pd
import pypdfium2

import data_contracts
import ens_reports
from ens_reports.editions.job import Job
from ens_reports.errors import EnsError, PolicyError
from ens_reports.policy import leaks, readable
from ens_reports.report.blocks import Block, Cover
from ens_reports.report.view import FRAMES

SPACE = re.compile(r"\s+")
OUR_WORDS = ((Path(data_contracts.__path__[0]) / "codelists", "*.csv"), (Path(ens_reports.__path__[0]) / "locales", "*.po"))
"""Files of words that any edition may show: a vessel that is called like a commodity is no leak."""


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
    pages = readable.pages(pdf.read_bytes())
    if not pages:
        raise EnsError("a report must have pages, got none", hint="see what the notebook shows")
    wanted = marking.split() if right_to_left else [marking]
    unmarked = [number for number, text in enumerate(pages, start=1) if not all(_names_one(text, [part]) for part in wanted)]
    if unmarked:
        raise PolicyError(f"every page must carry {marking!r}, got none on page {unmarked[0]}", hint="the template lost its running lines")
    if not right_to_left and not _names_one(pages[0], names):
        raise PolicyError(f"the first page must name the recipient {min(names)}, got another or none", hint="see the notebook's cover")
    return len(pages)


def check_marked(pdf: Path, html: Path, *, marking: str) -> None:
    """Read the marking back from where no page shows it: the PDF's metadata, and the page's head, running lines and sections.

    Args:
        pdf: The rendered report.
        html: The rendered page.
        marking: What must stand there.

    Raises:
        PolicyError: It stands elsewhere, or not at all.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        said = document.get_metadata_value("Keywords")
    finally:
        document.close()
    if said != marking:
        raise PolicyError(f"the metadata of {pdf.name} must carry {marking!r}, got {said!r}", hint="the template lost its keywords")
    page = html.read_text(encoding="utf-8")
    shown = escape(marking)
    wanted = (f'<meta name="marking" content="{shown}"', f'<p class="marking">{shown}</p>')
    if wanted[0] not in page or page.count(wanted[1]) < 2:  # noqa: PLR2004 - head and foot
        raise PolicyError(f"{html.name} must carry {marking!r} in its head and its running lines, got it missing", hint="see the template")


def check_nothing_leaks(draft: Path, names: Iterable[str], job: Job) -> None:
    """Read the files of an edition as they will leave, and refuse it if they show what its recipient may not see.

    Args:
        draft: The folder with its files.
        names: Of the files.
        job: What it was made of.

    Raises:
        PolicyError: With the kinds and the number of what is shown, never the values.
        EnsError: There is nothing to hold it against.
    """
    if job.watch is None:
        raise EnsError("an edition must be held against what must not leave, got nothing to hold it against", hint="report it")
    files = {name: tuple(readable.texts(name, (draft / name).read_bytes())) for name in names}
    # They tell much the same, and mostly nothing leaks: one look at all takes half the time of one at each.
    if not _shown(job.watch, job, chain.from_iterable(files.values())):
        return
    for name, told in files.items():
        found = _shown(job.watch, job, told)
        if found:
            kinds = ", ".join(f"{kind}: {number}" for kind, number in sorted(found.items()))
            raise PolicyError(
                f"{name} must show nothing that leads to records its recipient may not see, got {found.total()} traces ({kinds})",
                hint="look at the judgements and the notebook: what does not come from view/ must not be told",
            )


def _shown(watch: leaks.Watch, job: Job, told: Iterable[str]) -> Counter[str]:
    return leaks.leaks(watch, told, excused=lambda: _no_secret(job))


def _no_secret(job: Job) -> Iterator[str]:
    """What its recipient sees of the records, and the words that stand in every edition."""
    for name in FRAMES:
        yield from leaks.shown(pd.read_parquet(job.view_folder / f"{name}.parquet"))
    yield from (text for text in vars(job.facts).values() if isinstance(text, str))
    for folder, pattern in OUR_WORDS:
        for path in sorted(folder.glob(pattern)):
            yield path.read_text(encoding="utf-8")


def _names_one(text: str, names: Collection[str]) -> bool:
    return any(_squeezed(name) in _squeezed(text) for name in names)


def _squeezed(text: str) -> str:
    """Without spaces: a line break in a name, and tracked letters, come back from a PDF as spaces."""
    return SPACE.sub("", text).casefold()
