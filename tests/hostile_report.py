"""A report in which each injection stands in every place of every block that a text can have, and in what an edition says of itself."""

import base64
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from injections import INJECTIONS, Injection
from sample_report import SVG, edition_facts

from ens_reports.locales import Language
from ens_reports.render.document import Document, document
from ens_reports.report import blocks
from ens_reports.report.blocks import Block, Span

STYLES = ("plain", "strong", "emphasis", "code")
PLACES = 51
"""How often each injection must be read, alternative texts and attachments' descriptions aside."""
ORDINARY = {"organisation", "unit", "recipient", "contact_post", "title"}
"""What an edition says of itself in words that people give."""


def report(code: str = "en") -> Document:
    """The report."""
    every = " ".join(one.text for one in INJECTIONS)
    cover = blocks.Cover(title=every, subtitle=every, facts=(blocks.Fact(label=every, value=every),), abstract=(Span(text=every),))
    body = [block for number, one in enumerate(INJECTIONS) for block in _blocks(one, number)]
    facts = edition_facts(code, **dict.fromkeys(ORDINARY, every))
    return document([cover, *body], facts, Language(code))


def _blocks(one: Injection, number: int) -> Iterator[Block]:
    text, spans = one.text, tuple(Span(text=one.text, style=style) for style in STYLES)
    paragraph, items = blocks.Paragraph(spans=spans), blocks.Items(items=(spans[:1],))
    yield blocks.Section(title=text, basis=text)
    yield blocks.Section(title=text, level=2)
    for role in ("body", "lead", "caveat", "note"):
        yield blocks.Paragraph(spans=spans[:1], role=role)
    yield paragraph
    for style in ("bullets", "numbers", "checklist"):
        yield blocks.Items(items=(spans[:1],), style=style)
    told: dict[str, Any] = {"statement": text, "confidence": text, "evidence": spans[:1], "author_note": text}
    yield blocks.Judgement(number=f"{text} J{number}", adopted=False, **told)
    yield blocks.Cards(cards=(blocks.Card(title=text, value=text, trend_text=text, lines=(text,)),))
    yield blocks.Callout(tone="limit", title=text, body=(paragraph, items))
    about: dict[str, Any] = {"caption": text, "source": text, "note": text}
    yield blocks.Table(
        key=f"{text} T{number}",
        columns=(blocks.Column(label=text),),
        rows=((blocks.Cell(text=text),), (blocks.Cell(text=text),)),
        total=True,
        **about,
    )
    yield blocks.Figure(key=f"{text} F{number}", svg=SVG, alt=f"{text} as it is drawn here", width_mm=80, height_mm=30, **about)
    encoded = base64.b64encode(text.encode()).decode()
    yield blocks.Attachment(name=f"a-{number}.txt", description=text, mime_type="text/plain", content_base64=encoded)


class Page(HTMLParser):
    """What a page says, and what a browser would do with it.

    Args:
        path: The page.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: set[str] = set()
        self.live: list[str] = []
        self._inside = ""
        self.feed(path.read_text(encoding="utf-8"))

    @property
    def text(self) -> str:
        """Its text with single blanks."""
        return " ".join("".join(self.said).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """As the parser calls it."""
        self.tags.add(tag)
        self._inside = tag
        self.live += [f"{name}={value}" for name, value in attrs if _is_live(name, value or "")]

    def handle_data(self, data: str) -> None:
        """As the parser calls it."""
        if self._inside != "style":
            self.said.append(data)

    def handle_endtag(self, tag: str) -> None:
        """As the parser calls it."""
        self._inside = ""
        if tag not in {"strong", "em", "code", "span"}:
            self.said.append(" ")


def _is_live(name: str, value: str) -> bool:
    """Whether an attribute runs something, or fetches something from outside the page."""
    fetches = name in {"src", "href", "srcset", "action", "data", "poster", "formaction", "background"}
    return name.startswith("on") or (fetches and not value.startswith(("#", "data:image/")))
