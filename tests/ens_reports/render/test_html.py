import base64
import hashlib
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from ens_reports.errors import ToolError
from ens_reports.render import html
from ens_reports.render.document import Document

PAGE = "<meta content=\"default-src 'none'; style-src 'none'\"><style>p { }</style><p>"


@pytest.fixture(scope="module")
def page(rich: Document, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("html")
    html.write(rich, folder / "report.html", folder=folder)
    return (folder / "report.html").read_text(encoding="utf-8")


def test_the_policy_allows_the_style_sheet_and_drawings_only(page: str) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'http-equiv="Content-Security-Policy" content="{policy}"' in page


def test_hostile_texts_are_visible(page: str, shown: tuple[str, ...]) -> None:
    text = unescape(re.sub(r"<[^<>]*>", "", page))

    assert [] == [line for line in shown if line not in text]
    assert "<script" not in page
    assert "alert(1)" in page


def test_marking_draft_and_synthetic_lines_and_reference(page: str, rich: Document) -> None:
    text = re.sub(r"<[^>]*>", "", page)

    assert 2 == text.count("INTERPOL RESTRICTED")
    assert "DRAFT - NOT REVIEWED" in text
    assert "SYNTHETIC EXAMPLE DATA" in text
    assert rich.language.text("This product may not reflect all information held.") in text
    assert rich.facts.reference in text


def test_direction_and_language(page: str, rich: Document) -> None:
    direction = "rtl" if rich.language.code == "ar" else "ltr"

    assert f'<html lang="{rich.language.code}" dir="{direction}">' in page


def test_every_reference_leads_to_a_place_on_the_page(page: str) -> None:
    anchors = set(re.findall(r'id="([^"]+)"', page))

    assert anchors.issuperset(re.findall(r'href="#([^"]+)"', page))


@pytest.mark.parametrize("value", ["$body$", "@@style@@", "<script>", "{{< env HOME >}}", "${x}"])
def test_facts_do_not_reach_the_template_language(make_sample: Callable[..., Document], tmp_path: Path, value: str) -> None:
    html.write(make_sample("en", marking=value), tmp_path / "a.html", folder=tmp_path)
    page = (tmp_path / "a.html").read_text(encoding="utf-8")

    assert [value, value] == [unescape(text) for text in re.findall(r'<p class="marking">(.*?)</p>', page)]


@pytest.mark.parametrize(
    ("markup", "got"),
    [
        ("<script>x</script>", "<script>"),
        ('<img src="https://example.org/a.png">', "src of <img>"),
        ('<a href="javascript:x">', "href of <a>"),
        ('<p onclick="x">', "onclick of <p>"),
        ('<link rel="stylesheet" href="#">', "<link>"),
    ],
)
def test_a_page_that_asks_for_something_is_refused(markup: str, got: str) -> None:
    with pytest.raises(ToolError) as caught:
        html.sealed(PAGE + markup)

    assert f"the HTML page must refer to nothing outside itself, got {got}" == caught.value.message


@pytest.mark.parametrize("lost", ["<style>p { }</style>", "style-src 'none'"])
def test_a_page_that_lost_its_styles_or_its_policy_is_refused(lost: str) -> None:
    with pytest.raises(ToolError, match=r"got no style sheet or no policy$"):
        html.sealed(PAGE.replace(lost, ""))


@pytest.mark.parametrize("markup", ['<a href="#figure-1">', '<img src="data:image/svg+xml;base64,AA==">', "https://example.org"])
def test_what_stays_inside_is_fine(markup: str) -> None:
    assert html.sealed(PAGE + markup).endswith(markup)
