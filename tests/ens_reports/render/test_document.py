from collections.abc import Callable

import pytest

from ens_reports.errors import RequestError
from ens_reports.locales import Language
from ens_reports.render.document import Document, Label, document
from ens_reports.render.facts import EditionFacts
from ens_reports.report.blocks import Attachment, Block, Cover, Figure, Judgement, Paragraph, Span, Table
from ens_reports.report.legend import YARDSTICK_KEY, yardstick_blocks

COVER = Cover(title="T")


@pytest.fixture
def make(make_facts: Callable[..., EditionFacts]) -> Callable[..., Document]:
    return lambda *blocks: document(blocks, make_facts("en"), Language("en"))


def figure(key: str) -> Figure:
    return Figure(key=key, svg="<svg/>", caption="C", alt="Twenty characters long", source="S", width_mm=1, height_mm=1)


def table(key: str) -> Table:
    return Table(key=key, caption="C", columns=(), rows=(), source="S")


def judgement() -> Judgement:
    return Judgement(number="J1", statement="S", confidence="C", adopted=True, author_note="")


def pointer(key: str) -> Paragraph:
    return Paragraph(spans=(Span(text=key, style="ref"),))


def attachment(name: str) -> Attachment:
    return Attachment(name=name, description="D", mime_type="text/csv", content_base64="")


def test_figures_and_tables_are_numbered_apart_in_their_order(make: Callable[..., Document]) -> None:
    made = make(COVER, figure("a"), table("b"), figure("c"), judgement(), *yardstick_blocks(Language("en")))

    expected = {
        "a": Label(anchor="figure-1", text="Figure 1"),
        "b": Label(anchor="table-1", text="Table 1"),
        "c": Label(anchor="figure-2", text="Figure 2"),
        "J1": Label(anchor="judgement-1", text="Judgement J1"),
        YARDSTICK_KEY: Label(anchor="table-2", text="Table 2"),
    }
    assert expected == made.labels


def test_cover_and_attachments_stand_apart_from_the_body(make: Callable[..., Document]) -> None:
    made = make(attachment("a.csv"), COVER, pointer("a"), figure("a"))

    assert (COVER, ("a.csv",)) == (made.cover, tuple(file.name for file in made.attachments))
    assert ["paragraph", "figure"] == [block.kind for block in made.body]


@pytest.mark.parametrize("covers", [0, 2])
def test_one_cover_is_needed(make: Callable[..., Document], covers: int) -> None:
    with pytest.raises(RequestError) as caught:
        make(*[COVER] * covers)

    assert f"a report must have one cover, got {covers}" == caught.value.message


@pytest.mark.parametrize("second", [figure("a"), table("a")])
def test_a_key_is_used_once(make: Callable[..., Document], second: Block) -> None:
    with pytest.raises(RequestError) as caught:
        make(COVER, figure("a"), second)

    assert "a key of a report must be used once, got 'a' again" == caught.value.message


@pytest.mark.parametrize("holder", [pointer("x"), Cover(title="T", abstract=(Span(text="x", style="ref"),))])
def test_a_reference_to_nothing_stops_the_build(make: Callable[..., Document], holder: Block) -> None:
    blocks = [holder] if isinstance(holder, Cover) else [COVER, holder]
    with pytest.raises(RequestError) as caught:
        make(*blocks, figure("a"))

    assert "a reference must name a figure, table or judgement of this report, got 'x'" == caught.value.message
    assert "keys: a" == caught.value.hint


@pytest.mark.parametrize("name", ["../a", "manifest.json", "a b", "", ".hidden", "\u202ea", "a" * 81])
def test_an_attachment_needs_a_plain_name_of_its_own(make: Callable[..., Document], name: str) -> None:
    with pytest.raises(RequestError, match=r"^an attachment must have a file name of its own, of letters, digits, dots and dashes, got "):
        make(COVER, attachment(name))


def test_two_attachments_of_one_name_are_refused(make: Callable[..., Document]) -> None:
    with pytest.raises(RequestError, match=r"got 'a\.csv'$"):
        make(COVER, attachment("a.csv"), attachment("a.csv"))


def test_a_report_with_judgements_gets_the_legend(make: Callable[..., Document]) -> None:
    assert YARDSTICK_KEY in make(COVER, judgement()).labels


def test_a_legend_that_the_notebook_shows_is_not_repeated(make: Callable[..., Document]) -> None:
    made = make(COVER, judgement(), *yardstick_blocks(Language("en")))

    assert 1 == sum(isinstance(block, Table) for block in made.body)


def test_a_report_without_judgements_has_no_legend(make: Callable[..., Document]) -> None:
    assert {} == make(COVER, pointer("x").model_copy(update={"spans": ()})).labels


def test_every_text_can_be_printed_but_drawings_and_files_stay_as_they_are(make: Callable[..., Document]) -> None:
    drawing = figure("a").model_copy(update={"caption": "a\u202eb", "svg": "<svg>\n</svg>"})
    made = make(COVER, drawing).body[0]

    assert ("a[U+202E]b", "<svg>\n</svg>") == (made.caption, made.svg)


def test_every_fact_of_the_edition_can_be_printed(make_facts: Callable[..., EditionFacts]) -> None:
    made = document([COVER], make_facts("en", recipient="K\u202eenya", unit="\u4e2d"), Language("en"))

    assert ("K[U+202E]enya", "[U+4E2D]") == (made.facts.recipient, made.facts.unit)
