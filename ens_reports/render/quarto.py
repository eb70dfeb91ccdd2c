"""The only user of Quarto: a subprocess that gets a private folder with a notebook in which every text is inert.

Quarto trusts what is in a notebook: shortcodes, front matter, raw blocks and pictures by path are all live. So its notebook holds headings
as Markdown in which each sign is a number, everything else as HTML in which pandoc escaped each text, and a front matter of constants. The
PDF comes from the typst file that Quarto keeps, compiled as the embedded renderer does.
"""

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import yaml

from ens_reports import process
from ens_reports.errors import ToolError
from ens_reports.render import html, pandoc, paper, pdf, web
from ens_reports.render.document import Document
from ens_reports.render.pandoc import Node
from ens_reports.render.renderer import HTML_NAME, PDF_NAME, Rendered

VARIABLE = "QUARTO_PATH"
OLDEST = (1, 4)
"""The first with typst."""
PROBE_TIMEOUT_S = 30.0
RENDER_TIMEOUT_S = 300.0
VERSION = re.compile(r"(\d+)\.(\d+)(?:\.\d+)*")
SIGN = re.compile(r"[^\w ]|_")
"""All that is neither letter, digit nor blank: without any of them no Markdown is left."""
BACKTICKS = re.compile(r"`+")
NOTEBOOK, PAGE, LAYOUT = "edition.ipynb", "edition.html", "edition.typ"
PAGE_TEMPLATE, LAYOUT_TEMPLATE = "page.html", "quarto.typ"
RUNNING = re.compile(r'<header class="running">.*</footer>', re.DOTALL)
"""From the first running line of the page template to the last."""
CUT = "<!--cut-->"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
"""Never started; Quarto does not open a notebook without one."""
HINT = f"install Quarto 1.4 or newer, let {VARIABLE} name it, or use `--renderer embedded`"


@dataclass(frozen=True, kw_only=True)
class Quarto:
    """Renders with the `quarto` command.

    Attributes:
        program: Where it is; none where it was not found.
        timeout_s: Seconds for one edition.
    """

    program: Path | None
    timeout_s: float = RENDER_TIMEOUT_S
    name = "quarto"

    def probe(self) -> str:
        """Versions of Quarto and of the typst that compiles what it keeps.

        Raises:
            ToolError: It is not there, does not start, or is too old for typst.
        """
        said = process.run([str(self._found()), "--version"], cwd=Path.cwd(), timeout_s=PROBE_TIMEOUT_S).stdout.strip()
        version = VERSION.fullmatch(said)
        if version is None or (int(version[1]), int(version[2])) < OLDEST:
            raise ToolError(f"quarto must be version 1.4 or newer, got {said[:40]!r}", hint=HINT)
        return f"quarto {said}, typst {pdf.version()}"

    def render(self, document: Document, *, folder: Path) -> Rendered:
        """Write `report.pdf` and `report.html`.

        Args:
            document: What to print.
            folder: Where the two files go.

        Returns:
            Their paths.

        Raises:
            ToolError: Quarto failed, took too long, or did not write what it was asked for.
        """
        rendered = Rendered(pdf=folder / PDF_NAME, html=folder / HTML_NAME)
        with tempfile.TemporaryDirectory(prefix="ens-quarto-") as private:
            place = Path(private)
            _prepare(document, place)
            done = process.run([str(self._found()), "render", NOTEBOOK, "--to", "html,typst"], cwd=place, timeout_s=self.timeout_s)
            _check_written(place, done.stderr)
            page = _with_our_head((place / PAGE).read_text(encoding="utf-8"), own=html.template(document))
            rendered.html.write_text(html.sealed(page), encoding="utf-8")
            pdf.compile_pdf(place / LAYOUT, rendered.pdf, day=document.facts.cut_off)
        return rendered

    def _found(self) -> Path:
        if self.program is None:
            raise ToolError(f"quarto must be on the path or named by {VARIABLE}, got neither", hint=HINT)
        return self.program


def find() -> Quarto:
    """The Quarto of this machine, by `QUARTO_PATH` or the path; its probe says whether it can run."""
    return Quarto(program=process.locate("quarto", variable=VARIABLE))


def _prepare(document: Document, place: Path) -> None:
    """Everything that Quarto and typst read; the folder holds nothing else."""
    paper.write(document, place)
    layout = files("ens_reports.render.theme").joinpath(LAYOUT_TEMPLATE).read_bytes()
    (place / LAYOUT_TEMPLATE).write_bytes(layout)
    (place / PAGE_TEMPLATE).write_text(html.template(document), encoding="utf-8")
    (place / NOTEBOOK).write_text(_notebook(document, place), encoding="utf-8")


def _notebook(document: Document, place: Path) -> str:
    """The notebook's JSON. A source is a list of lines: Quarto loses the line ends of one long text."""
    sources = [("raw", _front_matter(document)), *(("markdown", source) for source in _sources(web.tree(document), place))]
    cells = [
        {"cell_type": kind, "id": f"part-{at}", "metadata": {}, "source": source.splitlines(keepends=True)}
        for at, (kind, source) in enumerate(sources)
    ]
    metadata = {"kernelspec": KERNEL, "language_info": {"name": KERNEL["language"]}}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def _sources(tree: Sequence[Node], place: Path) -> Iterator[str]:
    """Markdown of the cells: a heading each, and raw HTML between them."""
    runs = [(is_heading, list(nodes)) for is_heading, nodes in groupby(tree, key=lambda node: node["t"] == "Header")]
    others = _written([run for is_heading, run in runs if not is_heading], place=place)
    for is_heading, run in runs:
        yield "\n\n".join(map(_heading, run)) if is_heading else _fenced(next(others))


def _written(runs: Sequence[list[Node]], *, place: Path) -> Iterator[str]:
    """Each run of nodes as HTML, by one call of pandoc; no text can hold the cut, because pandoc escapes its first character."""
    nodes = [node for run in runs for node in (*run, pandoc.html(CUT))]
    return (part.strip() for part in pandoc.write(nodes, to="html5", folder=place).split(CUT))


def _heading(node: Node) -> str:
    """A heading as Markdown in which each sign is a number: what escapes with backslashes leaves citations and entities alive."""
    level, (anchor, *_), (text,) = node["c"]
    inert = SIGN.sub(lambda sign: f"&#{ord(sign[0])};", text["c"])
    return f"{'#' * level} {inert} {{#{anchor}}}"


def _fenced(markup: str) -> str:
    """Raw HTML behind a fence that is longer than any in it."""
    fence = "`" * max([3, *(len(run) + 1 for run in BACKTICKS.findall(markup))])
    return f"{fence}{{=html}}\n{markup}\n{fence}"


def _front_matter(document: Document) -> str:
    """Settings of ours alone: a text in here would be parsed as Markdown."""
    page = {
        "template": PAGE_TEMPLATE,
        "theme": "none",
        "minimal": True,
        "toc": True,
        "toc-depth": 3,
        "section-divs": False,
        "anchor-sections": False,
        "html-table-processing": "none",
        "code-copy": False,
    }
    settings = {
        "lang": document.language.code,
        "format": {"html": page, "typst": {"template": LAYOUT_TEMPLATE, "keep-typ": True, "html-table-processing": "none"}},
        "execute": {"enabled": False},
    }
    return f"---\n{yaml.safe_dump(settings, sort_keys=True)}---"


def _with_our_head(page: str, *, own: str) -> str:
    """What Quarto made between our running lines, in the page as we wrote it: into a head Quarto puts scripts and styles of its own.

    Raises:
        ToolError: The running lines are gone.
    """
    made, ours = RUNNING.search(page), RUNNING.search(own)
    if made is None or ours is None:
        raise ToolError("quarto must keep the running lines of the page, got a page without them", hint=HINT)
    before, after = (part.replace("$$", "$") for part in (own[: ours.start()], own[ours.end() :]))  # as pandoc reads a template
    return before + made[0] + after


def _check_written(place: Path, said: str) -> None:
    """An exit code of 0 does not mean that all was written."""
    missing = [name for name in (PAGE, LAYOUT) if not (place / name).is_file()]
    if missing:
        raise ToolError(f"quarto must write {' and '.join(missing)}, got neither file nor failure: {said[-500:]}", hint=HINT)
