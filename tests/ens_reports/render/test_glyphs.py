from collections.abc import Callable
from pathlib import Path

import pytest

from ens_reports.locales import Language
from ens_reports.render import document, glyphs, paper, pdf
from ens_reports.render.facts import EditionFacts
from ens_reports.report.blocks import Cover, Paragraph, Section, Span

ARABIC = "\u0643\u064a\u0646\u064a\u0627\u060c 12\u066a"
SIGNS = "\u00e9\u00f1\u0153 \u2192 \u2264 \u2014 \u20ac"


@pytest.mark.parametrize("text", ["", "Kenya", SIGNS, ARABIC, "a\u00a0b\u202fc", "a\u200db\u200ec\u00add"])
def test_what_can_be_printed_stays(text: str) -> None:
    assert text == glyphs.visible(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u4e2d", "[U+4E2D]"),
        ("a\x00b", "a[U+0000]b"),
        ("a\x1b[31mb", "a[U+001B][31mb"),
        ("\u202e", "[U+202E]"),
        ("\u2066x\u2069", "[U+2066]x[U+2069]"),
        ("\ufeff", "[U+FEFF]"),
        ("\ue000", "[U+E000]"),
        ("\ud800", "[U+D800]"),
        ("\U0001f98a", "[U+1F98A]"),
        ("a\r\n\tb\u2028c", "a b c"),
    ],
)
def test_what_cannot_be_printed_or_would_change_the_order_is_shown(text: str, expected: str) -> None:
    assert expected == glyphs.visible(text)


def test_the_fonts_are_where_they_are_said_to_be() -> None:
    places = (glyphs.own_fonts(), glyphs.fallback_fonts())

    assert all(any((place / name).is_file() for place in places) for names in glyphs.STYLES.values() for name in names)


@pytest.mark.parametrize("code", ["en", "ar"])
def test_every_character_that_stays_can_be_printed_in_every_style(
    make_facts: Callable[..., EditionFacts], tmp_path: Path, code: str
) -> None:
    """A character that one face lacks would stop the whole report: so would a name that a party sent."""
    text = "".join(sorted(glyphs._shown()))
    styles = ("plain", "strong", "emphasis", "code")
    body = [Paragraph(spans=tuple(Span(text=text, style=style) for style in styles)), Section(title=text)]

    made = document([Cover(title=text), *body], make_facts(code), Language(code))
    pdf.compile_pdf(paper.write(made, tmp_path), tmp_path / "a.pdf", day=made.facts.cut_off)
    assert (tmp_path / "a.pdf").is_file()
