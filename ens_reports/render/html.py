"""A document as one HTML file that asks nobody for anything: styles and pictures inside, no script, and a policy that says so."""

import base64
import hashlib
from importlib.resources import files
from pathlib import Path

from ens_reports.render import pandoc, web, words
from ens_reports.render.document import Document
from ens_reports.render.glyphs import visible

TEMPLATE = "report.html"
STYLE = "report.css"


def write(document: Document, target: Path, *, folder: Path) -> None:
    """Write the HTML file.

    Args:
        document: What to show.
        target: The file.
        folder: A folder for what pandoc reads.

    Raises:
        ToolError: pandoc failed.
    """
    (folder / TEMPLATE).write_text(template(), encoding="utf-8")
    options = [f"--template={TEMPLATE}", "--toc", "--toc-depth=2"]
    page = pandoc.write(web.tree(document), to="html5", folder=folder, options=options, meta=meta(document))
    target.write_text(page, encoding="utf-8")


def template() -> str:
    """The template with the style sheet in it."""
    page = files("ens_reports.render.theme").joinpath(TEMPLATE).read_text(encoding="utf-8")
    return page.replace("/*style*/", style())


def meta(document: Document) -> dict[str, str]:
    """What the template prints around the body, by name.

    Args:
        document: What to show.

    Returns:
        Texts, all of which pandoc escapes.
    """
    facts, language, said = document.facts, document.language, words.sentences(document.language)
    lines = words.status(facts, language)
    texts = {
        "title": words.full_title(document.cover),
        "marking": facts.marking,
        "reference": facts.reference,
        "lang": language.code,
        "direction": "rtl" if language.right_to_left else "ltr",
        "contents": said["contents"],
        "status": lines[0] if lines else "",
        "status-here": lines[1] if len(lines) > 1 else "",
        "style-digest": style_digest(),
    }
    return {name: visible(value) for name, value in texts.items() if value}


def style() -> str:
    """The style sheet."""
    return files("ens_reports.render.theme").joinpath(STYLE).read_text(encoding="utf-8")


def style_digest() -> str:
    """The style sheet's digest, as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
