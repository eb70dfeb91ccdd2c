from typing import get_args

import pytest

from ens_reports.report import blocks, preview
from ens_reports.report.blocks import Block, Span

BAD = "<script>alert('x')</script>"
SPANS = (Span(text=BAD), Span(text=BAD, style="strong"), Span(text=BAD, style="ref"))
WORDS = {"caption": BAD, "source": BAD, "note": BAD}
BLOCKS: tuple[Block, ...] = (
    blocks.Cover(title=BAD, subtitle=BAD, facts=(blocks.Fact(label=BAD, value=BAD),), abstract=SPANS),
    blocks.Section(title=BAD, basis=BAD),
    blocks.Paragraph(spans=SPANS),
    blocks.Items(items=(SPANS,), style="checklist"),
    blocks.Judgement(number=BAD, statement=BAD, confidence=BAD, evidence=SPANS, adopted=False, author_note=BAD),
    blocks.Cards(cards=(blocks.Card(title=BAD, value=BAD, trend="up", trend_text=BAD, lines=(BAD,)),)),
    blocks.Table(
        key=BAD, columns=(blocks.Column(label=BAD),), rows=((blocks.Cell(text=BAD, shade=1, outlined=True, strong=True),),), n=3, **WORDS
    ),
    blocks.Figure(key=BAD, svg="<svg/>", alt=BAD, width_mm=1, height_mm=1, **WORDS),
    blocks.Callout(tone="limit", title=BAD, body=(blocks.Paragraph(spans=SPANS),)),
    blocks.Attachment(name=BAD, description=BAD, mime_type="text/csv", content_base64=""),
)


def test_every_kind_of_block_has_a_preview() -> None:
    kinds = set(get_args(get_args(Block)[0]))

    assert kinds == set(preview._PREVIEWS) == {type(block) for block in BLOCKS}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
def test_every_text_is_escaped(block: Block) -> None:
    shown = preview.preview(block)

    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_an_unadopted_judgement_says_so() -> None:
    assert "Proposed by rule, not adopted by an analyst" in preview.preview(BLOCKS[4])
