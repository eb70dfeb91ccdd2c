"""What a report is made of: typed blocks. A notebook emits them, the renderers read nothing else.

Every text in a block is plain text. A renderer never hands it to a markup parser, so what a party wrote in a cell stays visible text.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

MIME = "application/vnd.ens.block+json"
"""MIME type of a cell output that holds one block."""


class Part(BaseModel):
    """Base of all parts: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Part):
    """A run of text in one style. `ref` texts are keys of figures, tables or judgements, printed as "Figure 3"."""

    text: str
    style: Literal["plain", "strong", "emphasis", "code", "ref"] = "plain"


class Fact(Part):
    """A label with its value, as on the cover."""

    label: str
    value: str


class Cover(Part):
    """The cover page. Marking, draft line, reference and disclaimers come from the edition, not from the notebook."""

    kind: Literal["cover"] = "cover"
    title: str
    subtitle: str = ""
    facts: tuple[Fact, ...] = ()
    abstract: tuple[Span, ...] = ()


Frame = Literal["incidents", "others", "regional", "capacity", "persons"]
"""Of a view: those whose records carry a marking."""


class Section(Part):
    """A heading. `basis` is the small line under it ("Basis: 14 incidents, 3 reporting countries").

    `rests_on` names the only frames of the view that can change what the section says, for its marking; empty means all of them.
    """

    kind: Literal["section"] = "section"
    title: str
    level: Literal[1, 2] = 1
    basis: str = ""
    new_page: bool = False
    rests_on: tuple[Frame, ...] = ()


class Paragraph(Part):
    """Running text. A `lead` stands large at the head of a section; a `caveat` is a limit the reader must see; a `note` is small print."""

    kind: Literal["paragraph"] = "paragraph"
    spans: tuple[Span, ...]
    role: Literal["body", "lead", "caveat", "note"] = "body"


class Items(Part):
    """A list. A `checklist` shows empty boxes to tick."""

    kind: Literal["items"] = "items"
    items: tuple[tuple[Span, ...], ...]
    style: Literal["bullets", "numbers", "checklist"] = "bullets"


class Judgement(Part):
    """A key judgement: likelihood in the statement, confidence in a sentence of its own, never both in one (ICD 203)."""

    kind: Literal["judgement"] = "judgement"
    number: str
    statement: str
    confidence: str
    evidence: tuple[Span, ...] = ()
    adopted: bool
    author_note: str


class Card(Part):
    """One card of a strip: an icon name with a word, so that colour alone never tells."""

    title: str
    icon: Literal["wildlife", "fisheries", "forestry", "pollution", "mining", "undetermined", "info"] = "info"
    value: str
    trend: Literal["up", "down", "level", "unknown"] = "unknown"
    trend_text: str = ""
    lines: tuple[str, ...] = ()


class Cards(Part):
    """A strip of cards, side by side."""

    kind: Literal["cards"] = "cards"
    cards: tuple[Card, ...]


class Column(Part):
    """A table column. `share` is its part of the width; `end` aligns numbers."""

    label: str
    align: Literal["start", "end", "center"] = "start"
    share: float = 1.0


class Cell(Part):
    """A table cell. `shade` (0 to 1) tints it for heat tables; `outlined` marks a cell that passed its test."""

    text: str
    shade: float = Field(default=0.0, ge=0.0, le=1.0)
    outlined: bool = False
    strong: bool = False


class Table(Part):
    """A table with caption, source and n. `total` says that the last row is a total."""

    kind: Literal["table"] = "table"
    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str
    n: int | None = None
    note: str = ""
    total: bool = False


class Figure(Part):
    """A chart as SVG whose text is drawn as paths, with caption, source, n and an alternative text that tells what it shows."""

    kind: Literal["figure"] = "figure"
    key: str
    svg: str
    caption: str
    alt: str = Field(min_length=20)
    source: str
    n: int | None = None
    note: str = ""
    width_mm: float
    height_mm: float


class Callout(Part):
    """A box: `decision` asks something of the reader, `limit` bounds what was said, `draft` is a proposal for others to adopt."""

    kind: Literal["callout"] = "callout"
    tone: Literal["decision", "limit", "information", "draft"]
    title: str
    body: tuple["Paragraph | Items", ...]


class Attachment(Part):
    """A file that goes into the PDF beside the report, base64-encoded."""

    kind: Literal["attachment"] = "attachment"
    name: str
    description: str
    mime_type: str
    content_base64: str


Block = Annotated[
    Cover | Section | Paragraph | Items | Judgement | Cards | Table | Figure | Callout | Attachment, Field(discriminator="kind")
]

BLOCK: TypeAdapter[Block] = TypeAdapter(Block)
"""Reads one block from plain values or JSON."""
