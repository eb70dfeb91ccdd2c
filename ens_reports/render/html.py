"""A document as one HTML file that asks nobody for anything: styles and pictures inside, no script, and a policy that says so."""

import base64
import hashlib
import re
from html import escape
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

from ens_reports.errors import ToolError
from ens_reports.render import pandoc, web, words
from ens_reports.render.document import Document

TEMPLATE = "report.html"
STYLE = "report.css"
PLACE = re.compile(r"@@([a-z]+)@@")
STYLE_ELEMENT = re.compile(r"<style>(.*?)</style>", re.DOTALL)
STYLE_POLICY = re.compile(r"style-src '[^']*'")
FORBIDDEN_TAGS = frozenset({"script", "iframe", "object", "embed", "link", "base", "form", "video", "audio"})
REFERENCES = frozenset({"src", "href", "srcset", "data", "action", "poster", "xlink:href"})
INSIDE = ("#", "data:image/svg+xml;base64,")


def write(document: Document, target: Path, *, folder: Path) -> None:
    """Write the HTML file.

    Args:
        document: What to show.
        target: The file.
        folder: A folder for what pandoc reads.

    Raises:
        ToolError: pandoc failed.
    """
    (folder / TEMPLATE).write_text(template(document), encoding="utf-8")
    options = [f"--template={TEMPLATE}", "--toc", "--toc-depth=3"]
    page = pandoc.write(web.tree(document), to="html5", folder=folder, options=options)
    target.write_text(sealed(page), encoding="utf-8")


def template(document: Document) -> str:
    """A pandoc template with all but the body and the contents filled in, so that no text goes through a front matter.

    Args:
        document: What to show.

    Returns:
        HTML with the two variables of pandoc that are left.
    """
    values = _values(document)
    page = files("ens_reports.render.theme").joinpath(TEMPLATE).read_text(encoding="utf-8")
    return PLACE.sub(lambda place: values[place[1]], page)


def sealed(page: str) -> str:
    """Check that a page refers to nothing outside itself, and write the digest of its style sheet into its policy.

    Args:
        page: HTML with a content security policy.

    Returns:
        The page.

    Raises:
        ToolError: It has a script, or refers to something outside, or has lost its policy or its styles.
    """
    watch = _Watch()
    watch.feed(page)
    style, policy = STYLE_ELEMENT.search(page), STYLE_POLICY.search(page)
    if watch.found or style is None or policy is None:
        got = watch.found[0] if watch.found else "no style sheet or no policy"
        raise ToolError(f"the HTML page must refer to nothing outside itself, got {got}", hint="try `--renderer embedded`")
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    return page[: policy.start()] + f"style-src 'sha256-{digest}'" + page[policy.end() :]


class _Watch(HTMLParser):
    """Collects what a page must not have."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN_TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or (name in REFERENCES and not (value or "").startswith(INSIDE)):
                self.found.append(f"{name} of <{tag}>")


def _values(document: Document) -> dict[str, str]:
    facts, language, said = document.facts, document.language, words.sentences(document.language)
    texts = {
        "title": words.full_title(document.cover),
        "marking": facts.marking,
        "reference": facts.reference,
        "lang": language.code,
        "direction": "rtl" if language.right_to_left else "ltr",
        "contents": said["contents"],
    }
    lines = [_status_line(line, english=at == 0) for at, line in enumerate(words.status(facts, language))]
    styles = files("ens_reports.render.theme").joinpath(STYLE).read_text(encoding="utf-8")
    return {name: _inert(value) for name, value in texts.items()} | {"status": "".join(lines), "style": styles}


def _status_line(line: str, *, english: bool) -> str:
    said = ' lang="en" dir="ltr"' if english else ""
    return f'<p class="status"{said}>{_inert(line)}</p>\n'


def _inert(value: str) -> str:
    """Escaped for HTML, and for a template of pandoc, whose variables begin with a dollar sign."""
    return escape(value).replace("$", "$$")
