"""The words a report notebook writes with; each shows one typed block, which JupyterLab previews and the renderers read."""

import base64
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

import pandas as pd
from IPython.display import display

from ens_reports.locales import Language
from ens_reports.report import blocks, cells, drawing, legend
from ens_reports.report.blocks import Block, Card, Cell, Column, Fact, Items, Paragraph, Span
from ens_reports.report.preview import preview

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

Part = str | Span
Role = Literal["body", "lead", "caveat", "note"]
ListStyle = Literal["bullets", "numbers", "checklist"]
RECORDS: tuple[blocks.Frame, ...] = ("incidents", "others")
"""What a section rests on that tells of incidents alone."""


def strong(text: str) -> Span:
    """Words that stand out."""
    return Span(text=text, style="strong")


def emphasis(text: str) -> Span:
    """Words in italics, such as a species' scientific name."""
    return Span(text=text, style="emphasis")


def code(text: str) -> Span:
    """A code or a field's name, in a fixed-width face."""
    return Span(text=text, style="code")


def ref(key: str) -> Span:
    """A pointer to a figure, a table or a judgement by its key, printed as "Figure 3"; an unknown key stops the build."""
    return Span(text=key, style="ref")


def cover(title: str, *, subtitle: str = "", facts: Iterable[tuple[str, str]] = (), abstract: Part | Iterable[Part] = ()) -> None:
    """Show the cover page. Reference, cut-off, marking, draft line and handling sentence come from the edition by themselves.

    Args:
        title: The product's title in the reader's language.
        subtitle: Whom it is about, such as a country's name.
        facts: Labels with values that only this product has, such as the number of incidents.
        abstract: One or two sentences.
    """
    shown = tuple(Fact(label=label, value=value) for label, value in facts)
    emit(blocks.Cover(title=title, subtitle=subtitle, facts=shown, abstract=spans(abstract)))


def section(
    title: str, basis: str = "", *, level: Literal[1, 2] = 1, new_page: bool = False, rests_on: Sequence[blocks.Frame] = ()
) -> None:
    """Show a heading.

    Args:
        title: Its text.
        basis: The small line under it: "Basis: 14 incidents, 3 reporting countries".
        level: 1 for a page's heading, 2 below it.
        new_page: Whether it starts on a new page of the PDF.
        rests_on: The only frames of the view that can change what a page's heading stands for; it is marked as the highest of them.
            Left out, it is marked like the whole.
    """
    emit(blocks.Section(title=title, basis=basis, level=level, new_page=new_page, rests_on=tuple(rests_on)))


def text(*parts: Part, role: Role = "body") -> None:
    """Show a paragraph.

    Args:
        parts: Plain texts and spans (`strong`, `emphasis`, `code`, `ref`), joined as they are: give spaces where they belong.
        role: `lead` is large, `caveat` is a limit that the reader must see, `note` is small print.
    """
    emit(Paragraph(spans=spans(parts), role=role))


def items(entries: Iterable[Part | Sequence[Part]], *, style: ListStyle = "bullets") -> None:
    """Show a list.

    Args:
        entries: Each a text, a span, or several of them.
        style: `checklist` shows boxes to tick.
    """
    emit(item_list(entries, style=style))


def judgement(
    number: str, statement: str, *, confidence: str, adopted: bool, evidence: Part | Iterable[Part] = (), author_note: str = ""
) -> None:
    """Show a key judgement.

    Args:
        number: "J1"; also the key by which `ref` points to it.
        statement: One sentence with a word of likelihood.
        confidence: Another sentence: how much confidence, and why.
        adopted: Whether an analyst wrote or adopted it; otherwise it prints as proposed by a rule.
        evidence: Pointers to what it rests on.
        author_note: By what unit and when it was written, or which rule proposed it.
    """
    emit(
        blocks.Judgement(
            number=number,
            statement=statement,
            confidence=confidence,
            evidence=spans(evidence),
            adopted=adopted,
            author_note=author_note,
        )
    )


def cards(strip: Iterable[Card]) -> None:
    """Show a strip of cards side by side; more than five wrap to a second row."""
    emit(blocks.Cards(cards=tuple(strip)))


def table(  # noqa: PLR0913 - what a table must say of itself, named at the call
    data: pd.DataFrame | cells.Rows,
    *,
    key: str,
    caption: str,
    source: str,
    columns: Sequence[str | Column] | None = None,
    n: int | None = None,
    note: str = "",
    total: bool = False,
) -> None:
    """Show a table.

    Args:
        data: A frame, or rows, of texts and `Cell` values: numbers are formatted by `view.language` first.
        key: By which `ref` points to it.
        caption: What it shows, in a sentence without its number.
        source: Where the figures come from.
        columns: Labels or `Column` values; of a frame its own labels where left out.
        n: Number of incidents it rests on.
        note: What to bear in mind when reading it.
        total: Whether the last row is a total.

    Raises:
        RequestError: A row's length differs from the columns', or a value is not text.
    """
    heads, rows = cells.read(data, columns)
    emit(blocks.Table(key=key, caption=caption, columns=heads, rows=rows, source=source, n=n, note=note, total=total))


def figure(chart: "Drawing", *, key: str, caption: str, alt: str, source: str, n: int | None = None, note: str = "") -> None:
    """Show a chart, and close it.

    Args:
        chart: A matplotlib figure at the size at which it is printed; the text of a page is 170 mm wide.
        key: By which `ref` points to it.
        caption: What it shows, in a sentence without its number.
        alt: What a reader who can't see it must know: at least 20 characters, with the main figures.
        source: Where the figures come from.
        n: Number of incidents it rests on.
        note: What to bear in mind when reading it.
    """
    width, height = drawing.size_mm(chart)
    emit(
        blocks.Figure(
            key=key,
            svg=drawing.to_svg(chart),
            caption=caption,
            alt=alt,
            source=source,
            n=n,
            note=note,
            width_mm=width,
            height_mm=height,
        )
    )


def callout(
    tone: Literal["decision", "limit", "information", "draft"],
    title: str,
    body: Part | Paragraph | Items | Iterable[Part | Paragraph | Items],
) -> None:
    """Show a box.

    Args:
        tone: `decision` asks something of the reader, `limit` bounds what was said, `draft` is a proposal for others to adopt.
        title: Its heading.
        body: A text, or several texts, `paragraph(...)` and `item_list(...)` values: one paragraph each.
    """
    parts = [body] if isinstance(body, str | Span | Paragraph | Items) else list(body)
    emit(blocks.Callout(tone=tone, title=title, body=tuple(_inside(part) for part in parts)))


def paragraph(*parts: Part, role: Role = "body") -> Paragraph:
    """A paragraph as a value, for the body of a callout."""
    return Paragraph(spans=spans(parts), role=role)


def item_list(entries: Iterable[Part | Sequence[Part]], *, style: ListStyle = "bullets") -> Items:
    """A list as a value, for the body of a callout."""
    return Items(items=tuple(spans(entry) for entry in entries), style=style)


def attach(name: str, content: bytes, *, description: str, mime_type: str) -> None:
    """Put a file into the PDF beside the report.

    Args:
        name: File name, such as `own-records.xlsx`.
        content: Its bytes; the same records must give the same bytes.
        description: What it is, in the reader's language.
        mime_type: Such as `application/json`.
    """
    encoded = base64.b64encode(content).decode()
    emit(blocks.Attachment(name=name, description=description, mime_type=mime_type, content_base64=encoded))


def yardstick(language: Language) -> None:
    """Show the legend of likelihood and confidence, as a table and a paragraph, where the notebook has its annex on method.

    A document with judgements whose notebook does not call this gets the legend at its end all the same.

    Args:
        language: `view.language`.
    """
    for block in legend.yardstick_blocks(language):
        emit(block)


def emit(block: Block) -> None:
    """Show any block: its typed JSON for the renderers, HTML and text for people."""
    data = {blocks.MIME: block.model_dump(mode="json"), "text/html": preview(block), "text/plain": f"<{block.kind}>"}
    display(data, raw=True)  # type: ignore[no-untyped-call]


def spans(parts: Part | Iterable[Part]) -> tuple[Span, ...]:
    """Texts and spans as spans."""
    many = [parts] if isinstance(parts, str | Span) else parts
    return tuple(part if isinstance(part, Span) else Span(text=part) for part in many)


def _inside(part: Part | Paragraph | Items) -> Paragraph | Items:
    return part if isinstance(part, Paragraph | Items) else paragraph(part)


__all__ = [
    "RECORDS",
    "Card",
    "Cell",
    "Column",
    "Span",
    "attach",
    "callout",
    "cards",
    "code",
    "cover",
    "emit",
    "emphasis",
    "figure",
    "item_list",
    "items",
    "judgement",
    "paragraph",
    "ref",
    "section",
    "spans",
    "strong",
    "table",
    "text",
    "yardstick",
]
