import base64
from typing import Any

import pandas as pd
import pytest
from matplotlib.figure import Figure as Drawing
from pydantic import ValidationError

from ens_reports import report
from ens_reports.locales import Language
from ens_reports.report import blocks

Outputs = list[dict[str, Any]]


def only(outputs: Outputs) -> blocks.Block:
    (output,) = outputs
    return blocks.BLOCK.validate_python(output[blocks.MIME])


def chart() -> Drawing:
    drawing = Drawing(figsize=(2, 1))
    drawing.subplots().plot([1, 2])
    return drawing


def test_a_bundle_holds_the_block_its_preview_and_a_word_for_a_terminal(outputs: Outputs) -> None:
    report.text("a")

    assert {blocks.MIME, "text/html", "text/plain"} == set(outputs[0])
    assert "<paragraph>" == outputs[0]["text/plain"]


def test_text_joins_plain_texts_and_spans(outputs: Outputs) -> None:
    report.text("see ", report.ref("T"), report.strong("b"), report.emphasis("i"), report.code("c"), role="note")

    styles = [("see ", "plain"), ("T", "ref"), ("b", "strong"), ("i", "emphasis"), ("c", "code")]
    assert blocks.Paragraph(spans=tuple(blocks.Span(text=text, style=style) for text, style in styles), role="note") == only(outputs)


def test_cover_takes_facts_as_pairs(outputs: Outputs) -> None:
    report.cover("T", subtitle="Kenya", facts=[("Incidents", "212")], abstract="A.")

    expected = blocks.Cover(
        title="T", subtitle="Kenya", facts=(blocks.Fact(label="Incidents", value="212"),), abstract=(blocks.Span(text="A."),)
    )
    assert expected == only(outputs)


def test_section(outputs: Outputs) -> None:
    report.section("S", "Basis: 3 incidents", level=2, new_page=True)

    assert blocks.Section(title="S", basis="Basis: 3 incidents", level=2, new_page=True) == only(outputs)


def test_items_may_be_texts_spans_or_several(outputs: Outputs) -> None:
    report.items(["a", report.strong("b"), ["c", report.ref("F")]], style="checklist")

    assert [("a",), ("b",), ("c", "F")] == [tuple(span.text for span in item) for item in only(outputs).items]


def test_judgement(outputs: Outputs) -> None:
    report.judgement("J1", "It is likely.", confidence="Low.", adopted=False, evidence=[report.ref("F")], author_note="rule 3")

    expected = blocks.Judgement(
        number="J1",
        statement="It is likely.",
        confidence="Low.",
        evidence=(blocks.Span(text="F", style="ref"),),
        adopted=False,
        author_note="rule 3",
    )
    assert expected == only(outputs)


def test_cards(outputs: Outputs) -> None:
    report.cards([report.Card(title="Wildlife", icon="wildlife", value="63")])

    assert "63" == only(outputs).cards[0].value


def test_table_takes_a_frame(outputs: Outputs) -> None:
    report.table(pd.DataFrame({"place": ["x"], "n": ["1,200"]}), key="T", caption="C", source="S", n=3, note="N", total=True)

    table = only(outputs)
    assert [("place", "start"), ("n", "end")] == [(column.label, column.align) for column in table.columns]
    assert ("C", "S", 3, "N", True) == (table.caption, table.source, table.n, table.note, table.total)


def test_figure_carries_its_size_in_millimetres(outputs: Outputs) -> None:
    report.figure(chart(), key="F", caption="C", alt="A line from one to two.", source="S", n=2, note="N")

    figure = only(outputs)
    assert (50.8, 25.4) == (figure.width_mm, figure.height_mm)
    assert "</svg>" in figure.svg


def test_a_figure_without_a_real_alternative_text_is_refused(outputs: Outputs) -> None:
    with pytest.raises(ValidationError, match="at least 20 characters"):
        report.figure(chart(), key="F", caption="C", alt="a chart", source="S")

    assert [] == outputs


def test_callout_takes_a_text_paragraphs_and_lists(outputs: Outputs) -> None:
    report.callout("limit", "T", ["a", report.paragraph("b", role="note"), report.item_list(["c"], style="numbers")])

    assert ["paragraph", "paragraph", "items"] == [part.kind for part in only(outputs).body]


def test_callout_takes_one_text(outputs: Outputs) -> None:
    report.callout("decision", "T", "a")

    assert (blocks.Paragraph(spans=(blocks.Span(text="a"),)),) == only(outputs).body


def test_attach_keeps_the_bytes(outputs: Outputs) -> None:
    report.attach("a.bin", b"\x00\xff", description="D", mime_type="application/octet-stream")

    assert b"\x00\xff" == base64.b64decode(only(outputs).content_base64)


def test_yardstick_shows_the_legend(outputs: Outputs) -> None:
    report.yardstick(Language("en"))

    assert ["table", "paragraph"] == [output[blocks.MIME]["kind"] for output in outputs]
