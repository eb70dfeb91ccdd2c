from collections.abc import Callable

import pytest

from ens_reports.render import pandoc
from ens_reports.render.document import Document
from ens_reports.render.texts import Texts
from ens_reports.report.blocks import Span


def test_an_element_has_its_text_between_its_tags(make_sample: Callable[..., Document]) -> None:
    assert list(Texts(make_sample("en")).element("td", "<b>12 kg", classes="right", extra=' colspan="2"')) == [
        pandoc.html('<td class="right" colspan="2">'),
        pandoc.plain([pandoc.text("<b>12 kg")]),
        pandoc.html("</td>"),
    ]


def test_a_paragraph_without_text_is_left_out_and_a_cell_is_not(make_sample: Callable[..., Document]) -> None:
    texts = Texts(make_sample("en"))
    assert list(texts.element("p", "")) == []
    assert list(texts.spans("li", ())) == []
    assert len(list(texts.element("td", ""))) == 3


def test_spans_keep_their_style(make_sample: Callable[..., Document]) -> None:
    spans = (Span(text="a ", style="plain"), Span(text="Manis", style="emphasis"))
    [_, said, _] = Texts(make_sample("en")).spans("p", spans, classes="lead")
    assert said == pandoc.plain([pandoc.text("a "), pandoc.inline("Emph", "Manis")])


@pytest.mark.parametrize(("text", "expected"), [("12 kg", ' dir="ltr"'), ("\u0643 12", ""), ("", ' dir="ltr"')])
def test_latin_text_keeps_its_order_on_an_arabic_page(make_sample: Callable[..., Document], text: str, expected: str) -> None:
    assert next(iter(Texts(make_sample("ar")).element("td", text))) == pandoc.html(f"<td{expected}>")
    assert next(iter(Texts(make_sample("en")).element("td", text))) == pandoc.html("<td>")
