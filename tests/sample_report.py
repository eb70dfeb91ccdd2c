"""A small report that has every kind of block, in English and Arabic, with text that tries to be more than text."""

import json
from datetime import date

from ens_reports.locales import Language
from ens_reports.render.document import Document, document
from ens_reports.render.facts import EditionFacts
from ens_reports.report.blocks import (
    Attachment,
    Block,
    Callout,
    Card,
    Cards,
    Cell,
    Column,
    Cover,
    Fact,
    Figure,
    Items,
    Judgement,
    Paragraph,
    Section,
    Span,
    Table,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="170mm" height="50mm" viewBox="0 0 170 50">'
    '<rect x="5" y="20" width="30" height="25" fill="#0b5a8a"/><rect x="45" y="8" width="30" height="37" fill="#7a4b12"/>'
    '<path d="M0 45H170" stroke="#1c2730"/></svg>'
)
WORDS = {
    "en": {
        "title": "Country threat assessment",
        "country": "Kenya",
        "section": "What threatens us, where it is going, what to decide",
        "sentence": "Recorded incidents rose from 41 to 63; in the same period reporting agencies rose from 3 to 5.",
        "statement": "It is likely that ivory leaves by sea in containers of tea and timber.",
        "confidence": "Confidence in this is moderate: two agencies report it independently, and outcomes are mostly unknown.",
        "area": "Wildlife",
        "place": "Mombasa, container port",
    },
    "ar": {
        "title": "تقييم التهديدات في البلد",
        "country": "كينيا",
        "section": "ما الذي يهددنا وإلى أين يتجه وما الذي ينبغي تقريره",
        "sentence": "ارتفع عدد الحوادث المسجلة من 41 إلى 63؛ وفي الفترة نفسها ارتفع عدد الجهات المبلغة من 3 إلى 5.",
        "statement": "من المرجح أن العاج يغادر بحرا في حاويات الشاي والأخشاب (CITES I).",
        "confidence": "الثقة في هذا متوسطة: أبلغت عنه جهتان بصورة مستقلة، ونتائج معظم القضايا غير معروفة.",
        "area": "الأحياء البرية",
        "place": "مومباسا، ميناء الحاويات",
    },
}
HOSTILE = (
    "{{< include /etc/passwd >}}",
    '#read("/etc/passwd")',
    "<script>alert(1)</script>",
    "\\input{/etc/passwd}",
    "![a](/etc/passwd)",
    "[b](https://example.org/x)",
    "---\nfilters: [x.lua]\n---",
    "a\u202eb\x00c\u2066d",
    "\u4e2d\U0001f98a",
    "{{< env HOME >}} --- ... -1 a-?b ~ // x /* y */ \"q\" 'r' = h / t: u @k <l> $m$ `n` *o* _p_ #emoji.face",
)
"""Text as a party could write it into a cell."""
SHOWN = (
    "{{< include /etc/passwd >}}",
    '#read("/etc/passwd")',
    "<script>alert(1)</script>",
    "\\input{/etc/passwd}",
    "![a](/etc/passwd)",
    "[b](https://example.org/x)",
    "--- filters: [x.lua] ---",
    "a[U+202E]b[U+0000]c[U+2066]d",
    "[U+4E2D][U+1F98A]",
    HOSTILE[-1],
)
"""The same, as a reader must see it."""


def edition_facts(code: str, **changes: object) -> EditionFacts:
    words = WORDS[code]
    facts = {
        "organisation": "INTERPOL",
        "unit": "Environmental Security unit",
        "product": "country-threat-assessment",
        "title": words["title"],
        "level": "strategic",
        "recipient": words["country"],
        "language": code,
        "languages_available": ("en", "fr", "es", "ar"),
        "reference": "ENS-CTA-KEN-2025-1a2b3c4d",
        "edition_number": 2,
        "period": "2024\u20132025",
        "cut_off": date(2025, 12, 31),
        "marking": "INTERPOL RESTRICTED",
        "releasable": json.dumps({"schema": 1}).encode(),
        "supersedes": "ENS-CTA-KEN-2024-99aa88bb",
        "next_due": date(2026, 12, 31),
        "synthetic": True,
        "contact_post": "Environmental Security unit, General Secretariat",
    }
    return EditionFacts(**{**facts, **changes})


def blocks(code: str) -> tuple[Block, ...]:
    words = WORDS[code]
    spans = (Span(text=words["sentence"]), Span(text=" "), Span(text="FIG", style="ref"), Span(text=", "), Span(text="TAB", style="ref"))
    return (
        Cover(title=words["title"], subtitle=words["country"], facts=(Fact(label="n", value="212"),), abstract=spans[:1]),
        Section(title=words["section"], basis=words["sentence"]),
        Paragraph(spans=spans[:1], role="lead"),
        *_judgements(words, spans[2:3]),
        _cards(words),
        Paragraph(spans=spans),
        _callout(words),
        Section(title=words["area"], level=2, new_page=True),
        Figure(
            key="FIG", svg=SVG, caption=words["sentence"], alt=words["sentence"], source=words["area"], n=212, width_mm=170, height_mm=50
        ),
        _table(words, 60),
        Paragraph(spans=spans[:1], role="caveat"),
        Paragraph(spans=spans[:1], role="note"),
        Items(items=tuple((Span(text=words["place"]), Span(text=" 3", style="strong")) for _ in range(3)), style="numbers"),
        Items(items=tuple((Span(text=text),) for text in HOSTILE)),
        *(Paragraph(spans=(Span(text=text, style=style),)) for text in HOSTILE for style in ("plain", "strong", "emphasis", "code")),
        Table(key=HOSTILE[0], caption=HOSTILE[1], columns=(Column(label=HOSTILE[2]),), rows=((Cell(text=HOSTILE[3]),),), source=HOSTILE[4]),
        Attachment(name="own-records.csv", description=words["area"], mime_type="text/csv", content_base64="YSxiCjEsMgo="),
    )


def sample(code: str, **changes: object) -> Document:
    return document(blocks(code), edition_facts(code, **changes), Language(code))


def _judgements(words: dict[str, str], evidence: tuple[Span, ...]) -> tuple[Judgement, ...]:
    given = {"statement": words["statement"], "confidence": words["confidence"], "evidence": evidence}
    return (
        Judgement(number="J1", adopted=True, author_note="ENS, 2026-01-15", **given),
        Judgement(number="J2", adopted=False, author_note="", **given),
    )


def _cards(words: dict[str, str]) -> Cards:
    areas = ("wildlife", "fisheries", "forestry", "pollution", "mining")
    trends = ("up", "down", "level", "unknown", "up")
    return Cards(
        cards=tuple(
            Card(title=words["area"], icon=area, value="63", trend=trend, trend_text="41 \u2192 63", lines=(words["place"], words["area"]))
            for area, trend in zip(areas, trends, strict=True)
        )
    )


def _callout(words: dict[str, str]) -> Callout:
    body = (
        Paragraph(spans=(Span(text=words["sentence"]),)),
        Items(items=((Span(text=words["place"]),), (Span(text=words["area"]),)), style="checklist"),
    )
    return Callout(tone="decision", title=words["statement"], body=body)


def _figure(words: dict[str, str]) -> Figure:
    sentence = words["sentence"]
    return Figure(key="FIG", svg=SVG, caption=sentence, alt=sentence, source=words["area"], n=212, width_mm=170, height_mm=50)


def _table(words: dict[str, str], rows: int) -> Table:
    columns = (Column(label=words["place"], share=3), Column(label="2024", align="end"), Column(label="2025", align="end"))
    cells = tuple(
        (Cell(text=f"{words['place']} {at}"), Cell(text=str(at), shade=at / rows), Cell(text=str(2 * at), outlined=at == 4))
        for at in range(rows)
    )
    told = {"caption": words["sentence"], "source": words["area"], "n": 60, "note": words["confidence"]}
    return Table(key="TAB", columns=columns, rows=cells, total=True, **told)
