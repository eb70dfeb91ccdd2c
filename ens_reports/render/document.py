"""A document: the blocks of a notebook with numbers, references and everything that the edition adds by itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from ens_reports.errors import RequestError
from ens_reports.locales import Language, mark
from ens_reports.render import words
from ens_reports.render.facts import EditionFacts
from ens_reports.render.glyphs import visible
from ens_reports.report.blocks import BLOCK, Attachment, Block, Cover, Figure, Judgement, Section, Span, Table
from ens_reports.report.legend import YARDSTICK_KEY, yardstick_blocks

NUMBERED: dict[type[Block], tuple[str, str]] = {
    Figure: ("figure", mark("Figure {number}")),
    Table: ("table", mark("Table {number}")),
    Judgement: ("judgement", mark("Judgement {number}")),
}
"""Kinds of block that others point to: the anchor's first part, and how they are called."""
NOT_TEXT = frozenset({"svg", "content_base64", "kind", "key", "name", "mime_type"})
FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


@dataclass(frozen=True, kw_only=True)
class Label:
    """How a block is pointed to.

    Attributes:
        anchor: Its place in the document, such as `figure-3`.
        text: Its name for readers, such as "Figure 3".
    """

    anchor: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """Everything that a renderer needs.

    Attributes:
        facts: Of the edition.
        language: The reader's.
        cover: The cover page.
        body: The other blocks in order; every text in them can be printed as it is.
        labels: By key of the figure, table or judgement.
        attachments: Files for the PDF.
    """

    facts: EditionFacts
    language: Language
    cover: Cover
    body: tuple[Block, ...]
    labels: dict[str, Label]
    attachments: tuple[Attachment, ...]


def document(blocks: Iterable[Block], facts: EditionFacts, language: Language) -> Document:
    """Number figures and tables, resolve references, and add what every edition carries.

    Args:
        blocks: As the notebook shows them; one of them is the cover.
        facts: Of the edition.
        language: The reader's.

    Returns:
        The document. One with judgements has the legend of likelihood and confidence, whether the notebook shows it or not.

    Raises:
        RequestError: No cover or two, a key used twice, a reference to nothing, a name that is no file name.
    """
    shown = tuple(_printable(block) for block in blocks)
    covers = [block for block in shown if isinstance(block, Cover)]
    if len(covers) != 1:
        raise RequestError(f"a report must have one cover, got {len(covers)}", hint="call report.cover once")
    body = _with_legend([block for block in shown if not isinstance(block, Cover | Attachment)], language)
    labels = _labels(body, language)
    _check_references([*covers, *body], labels)
    attachments = tuple(block for block in shown if isinstance(block, Attachment))
    _check_names(attachments)
    return Document(facts=_printable_facts(facts), language=language, cover=covers[0], body=body, labels=labels, attachments=attachments)


def _printable(block: Block) -> Block:
    return BLOCK.validate_python(_walk(block.model_dump()))


def _printable_facts(facts: EditionFacts) -> EditionFacts:
    values = {field.name: getattr(facts, field.name) for field in fields(facts)}
    texts: dict[str, Any] = {name: visible(value) for name, value in values.items() if isinstance(value, str)}
    return replace(facts, **texts)


def _walk(value: Any, name: str = "") -> Any:  # noqa: ANN401 - the plain values of any block
    if isinstance(value, str):
        return value if name in NOT_TEXT else visible(value)
    if isinstance(value, dict):
        return {key: _walk(part, key) for key, part in value.items()}
    return tuple(_walk(part, name) for part in value) if isinstance(value, list | tuple) else value


def _with_legend(body: Sequence[Block], language: Language) -> tuple[Block, ...]:
    judged = any(isinstance(block, Judgement) for block in body)
    has_legend = any(isinstance(block, Table) and block.key == YARDSTICK_KEY for block in body)
    if not judged or has_legend:
        return tuple(body)
    heading = Section(title=language.text(words.SENTENCES["yardstick"]))
    return (*body, heading, *yardstick_blocks(language))


def _labels(body: Iterable[Block], language: Language) -> dict[str, Label]:
    labels: dict[str, Label] = {}
    counts: dict[str, int] = {}
    for block in body:
        if not isinstance(block, Figure | Table | Judgement):
            continue
        kind, message = NUMBERED[type(block)]
        counts[kind] = counts.get(kind, 0) + 1
        key, number = (block.number, block.number) if isinstance(block, Judgement) else (block.key, language.number(counts[kind]))
        if key in labels:
            raise RequestError(
                f"a key of a report must be used once, got {key!r} again", hint="give each figure, table and judgement its own"
            )
        labels[key] = Label(anchor=f"{kind}-{counts[kind]}", text=language.text(message, number=number))
    return labels


def _check_references(blocks: Iterable[Block], labels: dict[str, Label]) -> None:
    for key in (span.text for block in blocks for span in _spans(block) if span.style == "ref"):
        if key not in labels:
            known = ", ".join(sorted(labels)) or "none"
            raise RequestError(f"a reference must name a figure, table or judgement of this report, got {key!r}", hint=f"keys: {known}")


def _spans(value: object) -> Iterable[Span]:
    """All spans inside a block, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif hasattr(value, "__pydantic_fields__"):
        for name in type(value).__pydantic_fields__:
            yield from _spans(getattr(value, name))


def _check_names(attachments: Iterable[Attachment]) -> None:
    seen = {"manifest.json"}
    for attachment in attachments:
        if not FILE_NAME.fullmatch(attachment.name) or attachment.name in seen:
            raise RequestError(
                f"an attachment must have a file name of its own, of letters, digits, dots and dashes, got {attachment.name!r}",
                hint="give report.attach a short plain name",
            )
        seen.add(attachment.name)
