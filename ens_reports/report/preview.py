"""Blocks as plain HTML for JupyterLab: what an analyst sees while writing. The finished pages are the renderers' work."""

import base64
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from ens_reports.report.blocks import (
    Attachment,
    Block,
    Callout,
    Card,
    Cards,
    Cell,
    Cover,
    Figure,
    Items,
    Judgement,
    Paragraph,
    Section,
    Span,
    Table,
)

SPAN_TAGS = {"strong": "b", "emphasis": "i", "code": "code", "ref": "u"}
LIST_TAGS = {"bullets": "ul", "numbers": "ol", "checklist": "ul"}
TREND_SIGNS = {"up": "\u25b2", "down": "\u25bc", "level": "\u25b6", "unknown": ""}
ROLE_STYLES = {"body": "", "lead": "font-size:120%", "caveat": "border-left:3px solid #a60;padding-left:.6em", "note": "font-size:85%"}
BOX = "border:1px solid #89a;border-radius:4px;padding:.5em .8em;margin:.4em 0"


def preview(block: Block) -> str:
    """A block as HTML; every text of it is escaped.

    Args:
        block: Any block.

    Returns:
        HTML without scripts and without references to other files.
    """
    return _PREVIEWS[type(block)](block)


def _spans(spans: Iterable[Span]) -> str:
    return "".join(_tag(SPAN_TAGS[span.style], span.text) if span.style in SPAN_TAGS else escape(span.text) for span in spans)


def _tag(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"


def _cover(cover: Cover) -> str:
    facts = "".join(f"<li>{escape(fact.label)}: {escape(fact.value)}</li>" for fact in cover.facts)
    return f'<div style="{BOX}">{_tag("h1", cover.title)}{_tag("h2", cover.subtitle)}<p>{_spans(cover.abstract)}</p><ul>{facts}</ul></div>'


def _section(section: Section) -> str:
    return _tag(f"h{section.level + 1}", section.title) + _tag("small", section.basis)


def _paragraph(paragraph: Paragraph) -> str:
    return f'<p style="{ROLE_STYLES[paragraph.role]}">{_spans(paragraph.spans)}</p>'


def _items(items: Items) -> str:
    box = "\u2610 " if items.style == "checklist" else ""
    tag = LIST_TAGS[items.style]
    return f"<{tag}>" + "".join(f"<li>{box}{_spans(item)}</li>" for item in items.items) + f"</{tag}>"


def _judgement(judgement: Judgement) -> str:
    state = "" if judgement.adopted else _tag("i", "Proposed by rule, not adopted by an analyst")
    head = f"<b>{escape(judgement.number)}</b> {escape(judgement.statement)}"
    return (
        f'<div style="{BOX}"><p>{head}</p><p>{escape(judgement.confidence)}</p><p>{_spans(judgement.evidence)}</p>'
        f"{state} {_tag('small', judgement.author_note)}</div>"
    )


def _cards(cards: Cards) -> str:
    return '<div style="display:flex;gap:.6em;flex-wrap:wrap">' + "".join(map(_card, cards.cards)) + "</div>"


def _card(card: Card) -> str:
    lines = "".join(f"<br>{escape(line)}" for line in card.lines)
    trend = f"{TREND_SIGNS[card.trend]} {escape(card.trend_text)}"
    return f'<div style="{BOX}">{_tag("b", card.title)}<br><big>{escape(card.value)}</big> {trend}{lines}</div>'


def _table(table: Table) -> str:
    heads = "".join(_tag("th", column.label) for column in table.columns)
    rows = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in table.rows)
    return f"<p>{_tag('b', table.caption)} ({escape(table.key)})</p><table><tr>{heads}</tr>{rows}</table>" + _foot(table)


def _cell(cell: Cell) -> str:
    style = f"background:rgba(31,94,122,{cell.shade / 2:.2f})" + (";outline:2px solid" if cell.outlined else "")
    return f'<td style="{style}">{_tag("b", cell.text) if cell.strong else escape(cell.text)}</td>'


def _figure(figure: Figure) -> str:
    data = base64.b64encode(figure.svg.encode()).decode()
    image = f'<img alt="{escape(figure.alt)}" src="data:image/svg+xml;base64,{data}">'
    return f"{image}<p>{_tag('b', figure.caption)} ({escape(figure.key)})</p>" + _foot(figure)


def _foot(block: Table | Figure) -> str:
    n = "" if block.n is None else f"n = {block.n}. "
    return f"<p><small>{n}{escape(block.source)}. {escape(block.note)}</small></p>"


def _callout(callout: Callout) -> str:
    return f'<div style="{BOX}">{_tag("b", callout.title)} ({callout.tone}){"".join(preview(part) for part in callout.body)}</div>'


def _attachment(attachment: Attachment) -> str:
    return f"<p>{_tag('code', attachment.name)}: {escape(attachment.description)}</p>"


_PREVIEWS: dict[type, Callable[[Any], str]] = {
    Cover: _cover,
    Section: _section,
    Paragraph: _paragraph,
    Items: _items,
    Judgement: _judgement,
    Cards: _cards,
    Table: _table,
    Figure: _figure,
    Callout: _callout,
    Attachment: _attachment,
}
