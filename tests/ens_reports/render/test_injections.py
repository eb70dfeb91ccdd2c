"""Every injection in every place of every block, through both renderers: read as it was written, and nothing else."""

import re
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from hostile_report import PLACES, Page, report
from injections import CANARY, INJECTIONS, LEAKED, Injection

from ens_reports.render.embedded import Embedded
from ens_reports.render.quarto import Quarto
from ens_reports.render.renderer import Rendered

PAGE_TAGS = (
    {"html", "head", "meta", "title", "style", "body", "header", "footer", "main", "nav", "section", "div", "figure", "figcaption"}
    | {"p", "h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "a", "span", "strong", "em"}
    | {"code", "img", "svg", "path", "circle", "rect", "g", "line", "polyline"}
)
"""What our own pages are made of."""


@pytest.fixture(scope="module", params=["embedded", "quarto"])
def rendered(request: pytest.FixtureRequest, stand_in: Path, tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    renderer = {"embedded": Embedded(), "quarto": Quarto(program=stand_in)}[request.param]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENS_CANARY", CANARY)
        return renderer.render(report(), folder=tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def page(rendered: Rendered) -> Page:
    return Page(rendered.html)


@pytest.fixture(scope="module")
def paper(rendered: Rendered) -> str:
    """All words of the PDF, without the blanks between them."""
    document = pypdfium2.PdfDocument(rendered.pdf)
    try:
        return re.sub(r"\s", "", "".join(sheet.get_textpage().get_text_bounded() for sheet in document))
    finally:
        document.close()


@pytest.mark.parametrize("one", INJECTIONS, ids=lambda one: one.kind)
def test_it_is_read_on_the_page_wherever_it_stands(page: Page, one: Injection) -> None:
    assert page.text.count(one.shown) >= PLACES


@pytest.mark.parametrize("one", INJECTIONS, ids=lambda one: one.kind)
def test_it_is_read_on_paper(paper: str, one: Injection) -> None:
    assert re.sub(r"\s", "", one.shown) in paper


def test_the_page_runs_and_fetches_nothing(page: Page) -> None:
    assert page.tags <= PAGE_TAGS
    assert page.live == []


def test_nothing_of_the_machine_is_read(rendered: Rendered, paper: str) -> None:
    said = rendered.html.read_text(encoding="utf-8") + paper

    assert [] == [secret for secret in LEAKED if secret in said]


def test_the_paper_links_to_nothing_outside_and_runs_nothing(rendered: Rendered) -> None:
    reader = pypdf.PdfReader(rendered.pdf)
    notes = [note.get_object() for sheet in reader.pages for note in sheet.get("/Annots", [])]

    assert {"/Link"} >= {note["/Subtype"] for note in notes}
    assert not any("/A" in note and note["/A"].get_object()["/S"] != "/GoTo" for note in notes)
    assert {"/OpenAction", "/AA"}.isdisjoint(reader.trailer["/Root"])
    assert {"/JavaScript"}.isdisjoint(reader.trailer["/Root"].get("/Names", {}))


def test_both_renderers_say_the_same(stand_in: Path, tmp_path: Path) -> None:
    """Headings, too, which Quarto reads as Markdown: a citation or an entity in one would show as something else."""
    said = []
    for name, renderer in {"embedded": Embedded(), "quarto": Quarto(program=stand_in)}.items():
        (tmp_path / name).mkdir()
        said.append(Page(renderer.render(report(), folder=tmp_path / name).html).text)

    assert said[0] == said[1]


def test_both_renderers_give_the_same_paper(stand_in: Path, tmp_path: Path) -> None:
    for name, renderer in {"embedded": Embedded(), "quarto": Quarto(program=stand_in)}.items():
        (tmp_path / name).mkdir()
        renderer.render(report(), folder=tmp_path / name)

    assert (tmp_path / "embedded/report.pdf").read_bytes() == (tmp_path / "quarto/report.pdf").read_bytes()
