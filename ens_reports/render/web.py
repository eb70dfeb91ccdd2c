"""A document as pandoc's syntax tree for HTML: texts are `Str` nodes, and only constant markup stands around them."""

import base64
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ens_reports.render import feet, pandoc, words
from ens_reports.render.document import Document
from ens_reports.render.pandoc import Node
from ens_reports.render.texts import Texts
from ens_reports.report.blocks import (
    Block,
    Callout,
    Card,
    Cards,
    Cell,
    Figure,
    Items,
    Judgement,
    Paragraph,
    Section,
    Span,
    Table,
)

LIST_TAGS = {"bullets": "ul", "numbers": "ol", "checklist": "ul"}
SHADES = 10
WIDE_MM = 140.0
"""From here on a figure takes the whole width of the page."""


def tree(document: Document) -> list[Node]:
    """The cover and the body.

    Args:
        document: What to show.

    Returns:
        Blocks of pandoc's tree, drawings inside.
    """
    writer = _Writer(document)
    return [*writer.cover(), *(node for at, block in enumerate(document.body) for node in writer.block(block, at))]


class _Writer:
    """Writes blocks; knows the document for labels, language and direction."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = document.language
        self.texts = Texts(document)
        self.kinds: dict[type[Block], Callable[[Any, int], Iterator[Node]]] = {
            Section: self.section,
            Paragraph: self.paragraph,
            Items: self.items,
            Judgement: self.judgement,
            Cards: self.cards,
            Table: self.table,
            Figure: self.figure,
            Callout: self.callout,
        }

    def block(self, block: Block, at: int) -> Iterator[Node]:
        yield from self.kinds[type(block)](block, at)

    def cover(self) -> Iterator[Node]:
        facts, cover, said = self.document.facts, self.document.cover, words.sentences(self.language)
        yield pandoc.html('<section class="cover"><div class="band">')
        yield from self.texts.element("p", words.issuer(facts), classes="issuer")
        yield from self.texts.element("p", self.language.text(words.LEVELS[facts.level]), classes="level")
        yield from self.texts.element("h1", cover.title)
        yield from self.texts.element("p", cover.subtitle, classes="subtitle")
        yield from self.texts.element("p", facts.period, classes="period")
        yield pandoc.html("</div>")
        yield from self.texts.spans("p", cover.abstract, classes="abstract")
        yield from self.about()
        yield pandoc.html('<div class="handling">')
        for name in ("handling", "standing", "disclaimer"):
            yield from self.texts.element("p", said[name], classes=name)
        yield pandoc.html("</div></section>")

    def about(self) -> Iterator[Node]:
        own = [(fact.label, fact.value) for fact in self.document.cover.facts]
        yield pandoc.html('<dl class="about">')
        for label, value in [*words.about(self.document.facts, self.language), *own]:
            yield from self.texts.element("dt", label)
            yield from self.texts.element("dd", value)
        yield pandoc.html("</dl>")

    def section(self, section: Section, at: int) -> Iterator[Node]:
        if section.new_page:
            yield pandoc.html('<div class="new-page"></div>')
        yield pandoc.header(section.level + 1, f"section-{at}", section.title)
        if section.level == 1:
            yield from self.texts.element("p", self.document.facts.section_marking(section), classes="section-marking")
        yield from self.texts.element("p", section.basis, classes="basis")

    def paragraph(self, paragraph: Paragraph, _: int) -> Iterator[Node]:
        yield from self.texts.spans("p", paragraph.spans, classes=paragraph.role)

    def items(self, items: Items, _: int) -> Iterator[Node]:
        tag = LIST_TAGS[items.style]
        yield pandoc.html(f'<{tag} class="{items.style}">')
        for entry in items.items:
            yield from self.texts.spans("li", entry)
        yield pandoc.html(f"</{tag}>")

    def judgement(self, judgement: Judgement, _: int) -> Iterator[Node]:
        said = words.sentences(self.language)
        anchor = self.document.labels[judgement.number].anchor
        yield pandoc.html(f'<div class="judgement {"adopted" if judgement.adopted else "proposed"}" id="{anchor}">')
        yield from self.texts.element("p", judgement.number, classes="number")
        yield pandoc.html("<div>")
        yield from self.texts.element("p", judgement.statement, classes="statement")
        yield from self.texts.element("p", judgement.confidence)
        if judgement.evidence:
            yield from self.texts.spans("p", (Span(text=f"{said['evidence']}: "), *judgement.evidence), classes="evidence")
        if not judgement.adopted:
            yield from self.texts.element("p", said["unadopted"], classes="unadopted")
        yield from self.texts.element("p", judgement.author_note, classes="author")
        yield pandoc.html("</div></div>")

    def cards(self, cards: Cards, _: int) -> Iterator[Node]:
        yield pandoc.html('<div class="cards">')
        for card in cards.cards:
            yield from self.card(card)
        yield pandoc.html("</div>")

    def card(self, card: Card) -> Iterator[Node]:
        yield pandoc.html(f'<div class="card {card.icon}">{_icon(card.icon)}')
        yield from self.texts.element("p", card.title, classes="title")
        yield from self.texts.element("p", card.value, classes="value")
        if card.trend_text or card.trend != "unknown":
            yield pandoc.html(f'<div class="trend">{_icon(card.trend)}')
            yield from self.texts.element("p", card.trend_text or self.language.text(words.TRENDS[card.trend]))
            yield pandoc.html("</div>")
        for line in card.lines:
            yield from self.texts.element("p", line, classes="line")
        yield pandoc.html("</div>")

    def table(self, table: Table, _: int) -> Iterator[Node]:
        yield from self.captioned(table, "table")
        yield pandoc.html('<div class="scroll" tabindex="0"><table><thead><tr>')
        for column in table.columns:
            yield from self.texts.element("th", column.label, classes=column.align, extra=' scope="col"')
        yield pandoc.html("</tr></thead><tbody>")
        if not table.rows:
            yield from self.texts.element("td", words.sentences(self.language)["empty"], extra=f' colspan="{len(table.columns)}"')
        for at, row in enumerate(table.rows):
            yield pandoc.html('<tr class="total">' if table.total and at == len(table.rows) - 1 else "<tr>")
            for cell, column in zip(row, table.columns, strict=True):
                yield from self.texts.element("td", cell.text, classes=f"{column.align}{_looks(cell)}")
            yield pandoc.html("</tr>")
        yield pandoc.html("</tbody></table></div>")
        yield from self.foot(table)

    def figure(self, figure: Figure, _: int) -> Iterator[Node]:
        yield from self.captioned(figure, "drawing")
        data = base64.b64encode(figure.svg.encode()).decode()
        classes = ["wide"] if figure.width_mm >= WIDE_MM else []
        yield pandoc.plain([pandoc.image(f"data:image/svg+xml;base64,{data}", figure.alt, classes=classes)])
        yield from self.foot(figure)

    def captioned(self, block: Table | Figure, kind: str) -> Iterator[Node]:
        label = self.document.labels[block.key]
        yield pandoc.html(f'<figure class="{kind}" id="{label.anchor}"><figcaption>')
        yield pandoc.plain([pandoc.inline("Strong", f"{label.text}."), pandoc.text(f" {block.caption}")])
        yield pandoc.html("</figcaption>")

    def foot(self, block: Table | Figure) -> Iterator[Node]:
        yield from self.texts.element("p", feet.foot(block, self.language), classes="foot")
        yield pandoc.html("</figure>")

    def callout(self, callout: Callout, at: int) -> Iterator[Node]:
        yield pandoc.html(f'<div class="callout {callout.tone}">')
        yield from self.texts.element("p", self.language.text(words.TONES[callout.tone]), classes="tone")
        yield from self.texts.element("p", callout.title, classes="title")
        for part in callout.body:
            yield from self.block(part, at)
        yield pandoc.html("</div>")


def _looks(cell: Cell) -> str:
    shade = f" shade-{round(cell.shade * SHADES)}" if cell.shade else ""
    return shade + (" outlined" if cell.outlined else "") + (" strong" if cell.strong else "")


@lru_cache
def _icon(name: str) -> str:
    drawn = files("ens_reports.render.theme").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawn.strip().replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1)
